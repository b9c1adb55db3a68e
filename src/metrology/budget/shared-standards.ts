import type { Dependence } from '#metrology/uncertainty/correlation.ts'
import type { CoherentInput } from './coherent-input.ts'
import type { StoredCorrelation } from './stored-budget.ts'

/** One influence that the standard of an input is made of; it is the same one in every chain that reaches it. */
export interface StandardPart {
  readonly key: string
  /** What a person calls it. */
  readonly label: string
  /** Into the coherent unit of the standard. */
  readonly sensitivity: number
  /** Of a declared correlation of either sign. */
  readonly variance: number
  readonly degreesOfFreedom: number
}

/** By the symbol of the input that names the standard. */
export type PartsOfStandards = ReadonlyMap<string, readonly StandardPart[]>

/** Why a stated coefficient stands where the chains of both standards give another one; by its place in the list. */
export type StatedReasons = readonly (string | undefined)[]

/** A coefficient that is stated to two decimals and one that is computed may be the same. */
const printedAgreement = 0.005

/** Of the influences that two standards share the first are named. */
const mostNamed = 5

/**
 * GUM 5.2.2, F.1.2.3: inputs whose standards rest on the same ones are correlated, whether the budget says so or not. What is
 * stated comes first; where it contradicts the chains without a reason, the budget shows both.
 */
export function correlationsWith(
  { correlations, joint }: Dependence,
  inputs: readonly CoherentInput[],
  parts: PartsOfStandards,
  reasons: StatedReasons,
): StoredCorrelation[] {
  const known = new Map(sharedBy(inputs, parts).map((one) => [pairOf(...one.between), one]))
  const stated = correlations.map((one, i): StoredCorrelation => {
    const reason = reasons[i]
    const isFromReadings = joint !== undefined && one.between.every((name) => joint.inputs.includes(name))
    const shared = known.get(pairOf(...one.between))
    known.delete(pairOf(...one.between))
    const isContradicted = shared && !isFromReadings && contradicted(one.r, shared.r, reason)
    return {
      ...one,
      ...(reason !== undefined && { reason }),
      ...(isContradicted && { byStandards: shared.r }),
    }
  })
  return [...stated, ...known.values()]
}

/** Every pair of inputs whose standards have an influence in common. */
function sharedBy(inputs: readonly CoherentInput[], parts: PartsOfStandards): StoredCorrelation[] {
  const taken = inputs.filter(({ symbol }) => parts.has(symbol))
  return taken.flatMap((one, i) =>
    taken.slice(i + 1).flatMap((other): StoredCorrelation[] => {
      const shared = inCommon(parts.get(one.symbol) ?? [], parts.get(other.symbol) ?? [])
      const covariance = shared.reduce((sum, { contribution }) => sum + contribution, 0)
      const r = coefficient(covariance, one.standardUncertainty, other.standardUncertainty)
      if (r === 0) return []
      const sharedStandards = [...new Set(shared.map(({ label }) => label))].slice(0, mostNamed)
      return [{ between: [one.symbol, other.symbol], r, sharedStandards }]
    }),
  )
}

function inCommon(one: readonly StandardPart[], other: readonly StandardPart[]) {
  const there = new Map(other.map((part) => [part.key, part]))
  return one
    .flatMap(({ key, label, sensitivity, variance }) => {
      const same = there.get(key)
      return same ? [{ label, contribution: sensitivity * same.sensitivity * variance }] : []
    })
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.label < b.label ? -1 : 1))
}

/** Lines may hold more than their standards (drift since), and that part is not shared; a line below its standard is for R12. */
function coefficient(covariance: number, a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  const r = covariance / a / b
  // One standard that serves twice: rounding must not make of it almost the same standard.
  if (Math.abs(r) > 1 - 1e-12) return Math.sign(r)
  return Math.abs(r) < 1e-12 ? 0 : r
}

/** What the standards have stands beside a coefficient that contradicts them and gives no reason. */
const contradicted = (stated: number, known: number, reason: string | undefined): boolean =>
  reason === undefined && Math.abs(stated - known) > printedAgreement

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
