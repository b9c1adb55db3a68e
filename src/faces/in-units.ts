import { coherent, differenceToCoherent, toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { convertDifference, convertValue } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { reportedNumber } from '#metrology/quantity/reported-number.ts'
import { Refusal } from '#refusal.ts'
import { both, type Both } from './both.ts'

/** Why a unit is not understood; undefined where it is. */
export function faultOfUnit(unit: string): Both | undefined {
  try {
    parseUnit(unit)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return both(error.detail)
    throw error
  }
}

/** What somebody typed, in the coherent unit that models are computed in; undefined where it is no number. */
export function inCoherentUnit(text: string, unit: string, is: 'value' | 'difference'): number | undefined {
  try {
    const convert = is === 'value' ? toCoherent : differenceToCoherent
    return convert(reportedNumber(text), parseUnit(unit))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** The coherent unit, as budgets write it. */
export const coherentUnit = (unit: string): string => coherent(parseUnit(unit)).symbol

/**
 * How many coherent units it is, for those that a quotient states a quantity in: not for °F, whose zero lies elsewhere,
 * nor for levels.
 */
export function sizeOfUnit(unit: string): number | undefined {
  const read = parseUnit(unit)
  return read.scale.kind === 'linear' ? differenceToCoherent(1, read) : undefined
}

/** A line of a budget is read in the unit of the result where it is of the same dimension, and else in its own. */
export function unitOfLine(line: string, result: string): string {
  try {
    return coherentUnit(result) === coherentUnit(line) ? result : line
  } catch {
    return line
  }
}

export const valueIn = (value: number, from: string, to: string): number =>
  from === to ? value : convertValue(value, parseUnit(from), parseUnit(to))

export const differenceIn = (difference: number, from: string, to: string): number =>
  from === to ? difference : convertDifference(difference, parseUnit(from), parseUnit(to))
