import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** A case of the conformance corpus; what each member means is said in the README beside it. */
export interface Case {
  readonly id: string
  readonly kind: string
  readonly method: readonly string[]
  readonly features: readonly string[]
  readonly expected: Readonly<Record<string, unknown>>
  readonly tolerance: {
    readonly relative: number
    readonly absolute?: Readonly<Record<string, number>>
  }
  readonly [member: string]: unknown
}

const directory = new URL('../../../../shared/conformance/uncertainty/', import.meta.url)

/** The corpus lies beside the repository and is not part of it; where it is absent its tests say so. */
export const corpusIsHere = existsSync(directory)
export const corpusNote = corpusIsHere ? '' : ' (skipped: ../shared/conformance is not on this machine)'

export const corpus: readonly Case[] = corpusIsHere
  ? readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(new URL(name, directory), 'utf8')) as Case)
  : []

/** Every leaf under `expected` with its JSON pointer. */
export function leaves(value: unknown, pointer: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]]
  return Object.entries(value).flatMap(([name, member]) => leaves(member, `${pointer}/${name}`))
}

export function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], value)
}

/** The rule of the README, "Tolerances": relative, absolute at listed pointers, and that of small differences. */
export function disagreements(c: Case, method: string, answer: unknown): string[] {
  return leaves(c.expected[method], '').flatMap(([pointer, expected]) => {
    const found = at(answer, pointer)
    return agrees(c, `/expected/${method}${pointer}`, expected, found)
      ? []
      : [`${pointer}: ${String(found)}, expected ${String(expected)}`]
  })
}

function agrees(c: Case, pointer: string, expected: unknown, found: unknown): boolean {
  if (typeof expected !== 'number') return found === expected
  if (typeof found !== 'number') return false
  return Math.abs(found - expected) <= toleranceAt(c, pointer, expected)
}

function toleranceAt(
  { tolerance, features, expected: all }: Case,
  pointer: string,
  expected: number,
): number {
  const listed = Object.entries(tolerance.absolute ?? {}).find(
    ([place]) => pointer === place || pointer.startsWith(`${place}/`),
  )
  if (listed) return listed[1]
  const relative = tolerance.relative * (expected === 0 ? 1 : Math.abs(expected))
  const isSmall = features.includes('small-difference-of-large-numbers') && pointer.endsWith('/value')
  if (!isSmall) return relative
  const u = at({ expected: all }, pointer.replace(/value$/, 'standardUncertainty'))
  return Math.max(relative, tolerance.relative * Number(u))
}
