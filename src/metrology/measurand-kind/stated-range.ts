import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { toNumber, type ReportedNumber } from '#metrology/quantity/reported-number.ts'
import type { Unit } from '#metrology/quantity/unit/unit.ts'
import { within } from '#refusal.ts'
import { rangeReversed, unitOfOtherDimension } from './measurand-kind.refusals.ts'

/** The units of a kind: its own, and those of the quantities it depends on. */
export interface KindUnits {
  readonly code: string
  readonly unit: string
  readonly parameters: readonly { readonly name: string; readonly unit: string }[]
}

export interface AskedRange {
  readonly lower: string | number
  readonly upper: string | number
  readonly unit: string
}

export interface StatedRange {
  readonly lower: ReportedNumber
  readonly upper: ReportedNumber
  readonly unit: string
}

/** A unit in which a result of this kind can be stated; equal dimension is necessary (VIM 1.2, note 2). */
export function resultUnit(kind: KindUnits, text: string): Unit {
  const unit = parseUnit(text)
  if (!sameDimension(unit, parseUnit(kind.unit))) throw doesNotFit(kind, unit, [kind.unit])
  return unit
}

/**
 * A unit in which the place of a result of this kind can be stated. An error stated as a fraction is found at a power,
 * a torque, a flow rate: then the place is in the unit of that parameter.
 */
export function placeUnit(kind: KindUnits, text: string): Unit {
  const unit = parseUnit(text)
  const possible = [kind.unit, ...kind.parameters.map((p) => p.unit)]
  if (!possible.some((other) => sameDimension(unit, parseUnit(other)))) throw doesNotFit(kind, unit, possible)
  return unit
}

const doesNotFit = (kind: KindUnits, unit: Unit, possible: readonly string[]) =>
  unitOfOtherDimension(
    {
      en: `${unit.symbol} does not fit ${kind.code}, which is stated in ${possible.join(' or ')}`,
      zh: `${unit.symbol} 与 ${kind.code} 不符，应使用 ${possible.join(' 或 ')}`,
    },
    { measurandKind: kind.code, unit: unit.symbol },
  )

/** Both ends with every digit that was stated; refusals point into the range. */
export function statedRange(asked: AskedRange): StatedRange {
  const lower = within('/lower', () => plainNumber(asked.lower))
  const upper = within('/upper', () => plainNumber(asked.upper))
  if (toNumber(lower) > toNumber(upper)) {
    throw rangeReversed(
      { en: `${lower} is greater than ${upper}`, zh: `${lower} 大于 ${upper}` },
      {},
      { pointer: '/upper' },
    )
  }
  return { lower, upper, unit: asked.unit }
}

export function statedRangeOf(kind: KindUnits, asked: AskedRange): StatedRange {
  within('/unit', () => placeUnit(kind, asked.unit))
  return statedRange(asked)
}
