import { statedNumber, type StatedNumber } from '#metrology/uncertainty/stated-number.ts'
import {
  lengthsDiffer,
  memberMissing,
  membersExclusive,
  numberNegative,
  numberNotPositive,
  numberOutOfRange,
  tooFew,
} from './stated-task.refusals.ts'

type Has<N extends string, T> = { readonly [M in N]?: T | undefined }

const missing = (name: string) => memberMissing(name, { member: name }, { pointer: `/${name}` })

/** The member, which has to be there. */
export function member<D extends object, N extends keyof D & string>(
  data: D,
  name: N,
): Exclude<D[N], undefined> {
  const value = data[name]
  if (value === undefined) throw missing(name)
  return value as Exclude<D[N], undefined>
}

export const numberOf = <N extends string>(data: Has<N, StatedNumber>, name: N): number =>
  statedNumber(member(data, name), `/${name}`)

export function optionalNumberOf<N extends string>(data: Has<N, StatedNumber>, name: N): number | undefined {
  const value = data[name]
  return value === undefined ? undefined : statedNumber(value, `/${name}`)
}

export function positiveOf<N extends string>(data: Has<N, StatedNumber>, name: N): number {
  return positive(numberOf(data, name), `/${name}`)
}

export function notNegativeOf<N extends string>(data: Has<N, StatedNumber>, name: N): number {
  const value = numberOf(data, name)
  if (value >= 0) return value
  throw numberNegative(`${name} = ${value}`, {}, { pointer: `/${name}` })
}

/** A probability strictly between 0 and 1. */
export function probabilityOf<N extends string>(data: Has<N, StatedNumber>, name: N): number {
  const value = numberOf(data, name)
  if (value > 0 && value < 1) return value
  throw numberOutOfRange(`${name} = ${value}`, { above: 0, below: 1 }, { pointer: `/${name}` })
}

export function positive(value: number, pointer: string): number {
  if (value > 0) return value
  throw numberNotPositive(`${pointer.slice(1)} = ${value}`, {}, { pointer })
}

/** A list of at least `atLeast` numbers. */
export function numbersOf<N extends string>(
  data: Has<N, readonly StatedNumber[]>,
  name: N,
  atLeast = 1,
): number[] {
  const list = member(data, name)
  if (list.length < atLeast) {
    throw tooFew(`${name}: ${list.length} < ${atLeast}`, { atLeast }, { pointer: `/${name}` })
  }
  return list.map((value, i) => statedNumber(value, `/${name}/${i}`))
}

export function positivesOf<N extends string>(
  data: Has<N, readonly StatedNumber[]>,
  name: N,
  length: number,
): number[] {
  const list = numbersOf(data, name)
  sameLength(name, list.length, length)
  return list.map((value, i) => positive(value, `/${name}/${i}`))
}

export function sameLength(name: string, length: number, expected: number): void {
  if (length === expected) return
  throw lengthsDiffer(`${name}: ${length}, ${expected}`, { length, expected }, { pointer: `/${name}` })
}

/** A square matrix of `size` rows. */
export function matrixOf<N extends string>(
  data: Has<N, readonly (readonly StatedNumber[])[]>,
  name: N,
  size: number,
): number[][] {
  const rows = member(data, name)
  sameLength(name, rows.length, size)
  return rows.map((row, i) => {
    sameLength(`${name}/${i}`, row.length, size)
    return row.map((value, j) => statedNumber(value, `/${name}/${i}/${j}`))
  })
}

/** Which one of the members is stated; none and two are refused. */
export function oneOf<N extends string>(data: Has<N, unknown>, ...names: readonly [N, ...N[]]): N {
  const [first, second] = names.filter((name) => data[name] !== undefined)
  if (first === undefined)
    throw memberMissing(names.join(' / '), { members: names }, { pointer: `/${names[0]}` })
  if (second === undefined) return first
  throw membersExclusive(`${first}, ${second}`, {}, { pointer: `/${second}` })
}
