/** What JSON can say. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [member: string]: Plain }

/*
 * Records have moments and infinite degrees of freedom, and JSON has neither: they travel as objects with one member
 * that no record can have.
 */
const moment = '$moment'
const infinite = '$infinite'

/** A value of the pure rooms as JSON; members that are undefined are left out, as they would be anyway. */
export function plainOf(value: unknown): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value
    if (Number.isNaN(value)) throw new Error('There is no proof of what is not a number')
    return { [infinite]: value > 0 ? '+' : '-' }
  }
  if (value instanceof Date) return { [moment]: value.toISOString() }
  if (Array.isArray(value)) return value.map(plainOf)
  if (typeof value !== 'object') throw new Error(`A ${typeof value} is no record`)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, plainOf(member)]),
  )
}

/** The value again. Whoever reads it checks what it is: it may come from anybody. */
export function restored(plain: Plain): unknown {
  if (plain === null || typeof plain !== 'object') return plain
  if (isList(plain)) return plain.map(restored)
  if (typeof plain[moment] === 'string') return momentOf(plain[moment])
  if (typeof plain[infinite] === 'string') return plain[infinite] === '+' ? Infinity : -Infinity
  return Object.fromEntries(Object.entries(plain).map(([name, member]) => [name, restored(member)]))
}

const isList = (plain: Plain): plain is readonly Plain[] => Array.isArray(plain)

function momentOf(text: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw new Error(`“${text}” is no moment`)
  return date
}
