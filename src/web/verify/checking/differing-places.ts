/** A place at which two documents differ: a JSON Pointer, and what stands there in each. */
export interface DifferingPlace {
  readonly pointer: string
  readonly ours: string
  readonly theirs: string
}

/** Where a document says something else than another one, the first places of many. */
export function differingPlaces(ours: unknown, theirs: unknown, most = 12): readonly DifferingPlace[] {
  const found: DifferingPlace[] = []
  compare(ours, theirs, '', found, most)
  return found
}

function compare(
  ours: unknown,
  theirs: unknown,
  pointer: string,
  found: DifferingPlace[],
  most: number,
): void {
  if (found.length >= most || Object.is(ours, theirs)) return
  if (!isBranch(ours) || !isBranch(theirs) || Array.isArray(ours) !== Array.isArray(theirs)) {
    found.push({ pointer, ours: shown(ours), theirs: shown(theirs) })
    return
  }
  for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const step = name.replaceAll('~', '~0').replaceAll('/', '~1')
    compare(ours[name], theirs[name], `${pointer}/${step}`, found, most)
  }
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const longest = 120

function shown(value: unknown): string {
  if (value === undefined) return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`
}
