/**
 * Functions of a machine may differ in the last places of a double, and a proof is read on other machines; a figure that
 * matters differs by far more.
 */
const relative = 1e-9

/** Whether two values say the same: members that are undefined are absent, and numbers agree to nine digits. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= relative * Math.max(Math.abs(one), Math.abs(other))
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [ours, theirs] = [membersOf(one), membersOf(other)]
  return ours.length === theirs.length && ours.every(([name, member]) => isAlike(member, at(other, name)))
}

const membersOf = (value: object) => Object.entries(value).filter(([, member]) => member !== undefined)

const at = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
