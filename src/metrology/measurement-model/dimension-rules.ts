import { baseUnits, type Dimension } from '#metrology/quantity/unit/dimension.ts'
import { unitWritten } from '#metrology/quantity/unit/known-units.ts'
import { symbolForm } from '#metrology/quantity/unit/unit-forms.ts'
import { one } from '#metrology/quantity/rational.ts'

/**
 * What a dimension is made of in a model. Plane and solid angle and pH are numbers there (SI Brochure, 2.3.3; ISO
 * 80000-9). The neper is beside the decibel, since a level enters the model in the one or in the other.
 */
const asNumber: readonly string[] = ['rad', 'sr', 'pH']
const bases: readonly string[] = [...baseUnits.filter((base) => !asNumber.includes(base)), 'Np']

/** One exponent for each of `bases`. */
export type Exponents = readonly number[]

const noExponents: Exponents = bases.map(() => 0)

export const exponentsOf = (dimension: Dimension): Exponents => {
  const stated = new Map<string, number>(Object.entries(dimension))
  return bases.map((base) => stated.get(base) ?? 0)
}

/** A level in Np has the dimension of one in dB, and is another number. */
export const exponentsOfNeper: Exponents = bases.map((base) => Number(base === 'Np'))

/** The dimension of one value that a model passes through. */
export interface Term {
  readonly exponents: Exponents
  /** The value of what is made of written numbers only: beside + and − it is whatever is beside it. */
  readonly constant?: number
  /** A logarithm, or a multiple of one: 20·log10(a/b) is a number and may also be a level. */
  readonly isLogarithm?: boolean
}

export const quantity = (exponents: Exponents): Term => ({ exponents })
export const constant = (value: number): Term => ({ exponents: noExponents, constant: value })
export const number: Term = { exponents: noExponents }
export const logarithm: Term = { exponents: noExponents, isLogarithm: true }

/** Powers such as 0.333 333 3 were typed for a third. */
const agreement = 1e-6

export const isSame = (a: Exponents, b: Exponents): boolean =>
  a.every((exponent, i) => Math.abs(exponent - (b[i] ?? 0)) <= agreement)

export const isNumber = ({ exponents }: Term): boolean => isSame(exponents, noExponents)

const oneDecibel = exponentsOf({ dB: 1 })

export const isLevel = ({ exponents }: Term): boolean =>
  isSame(exponents, oneDecibel) || isSame(exponents, exponentsOfNeper)

/** Of a + b, a − b, and of what chooses between them; undefined where the two cannot stand beside each other. */
export function joined(a: Term, b: Term): Term | undefined {
  if (a.constant !== undefined) return b
  if (b.constant !== undefined) return a
  if (a.isLogarithm && isLevel(b)) return b
  if (b.isLogarithm && isLevel(a)) return a
  if (!isSame(a.exponents, b.exponents)) return undefined
  return a.isLogarithm && b.isLogarithm ? a : quantity(a.exponents)
}

/** Of a·b (`sign` 1) or a/b (−1). */
export function product(a: Term, b: Term, sign: 1 | -1): Term {
  if (a.isLogarithm && b.constant !== undefined) return a
  if (b.isLogarithm && a.constant !== undefined && sign === 1) return b
  return quantity(a.exponents.map((exponent, i) => exponent + sign * (b.exponents[i] ?? 0)))
}

export const raised = ({ exponents }: Term, power: number): Term =>
  quantity(exponents.map((exponent) => exponent * power))

/** In units, as it is told: kg·m/s². */
export function inUnits(exponents: Exponents): string {
  const factors = bases.flatMap((base, i) => {
    const found = unitWritten(base)
    const exponent = exponents[i] ?? 0
    return found && Math.abs(exponent) > agreement ? [{ ...found, exponent }] : []
  })
  return symbolForm(factors, one)
}
