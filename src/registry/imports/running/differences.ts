type Members = Readonly<Record<string, unknown>>

const moment = /^\d{4}-\d\d-\d\dT/
const number = /^[+-]?[\d ]+(?:\.[\d ]+)?(?:[eE][+-]?\d+)?$/

/**
 * Where a record says something else than is stated, as JSON Pointers. What is not stated is not compared; a moment is the same in
 * every zone, and a number the same with and without the blanks between its digits.
 */
export function differencesOf(stated: unknown, recorded: unknown, pointer = ''): readonly string[] {
  if (Array.isArray(stated) && Array.isArray(recorded)) {
    if (stated.length !== recorded.length) return [pointer]
    return stated.flatMap((each, i) => differencesOf(each, recorded[i], `${pointer}/${i}`))
  }
  if (isMembers(stated) && isMembers(recorded)) {
    return Object.entries(stated).flatMap(([name, each]) =>
      differencesOf(each, recorded[name], `${pointer}/${name}`),
    )
  }
  return plain(stated) === plain(recorded) ? [] : [pointer]
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function plain(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : value
  if (moment.test(value)) return new Date(value).getTime()
  return number.test(value) ? value.replaceAll(' ', '') : value
}
