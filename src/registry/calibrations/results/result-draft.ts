import type { ConformityStatement, Quantity, ResultEntry, TranscribedResult } from '#contract/types.ts'
import type { StoredBudget } from '#metrology/budget/stored-budget.ts'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { reportedNumber, toNumber } from '#metrology/quantity/reported-number.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { within } from '#refusal.ts'
import type { MeasurandKind } from '../../measurand-kinds/measurand-kind.entity.ts'
import type { StatedQuantity } from '../calibration-result.entity.ts'
import { intervalReversed, unitMismatch, unknownParameter } from '../calibration.refusals.ts'
import type { UpstreamSource } from './upstream.queries.ts'

/** The figures of a result, in its unit. */
export interface ResultFigures {
  readonly estimate: number
  readonly standardUncertainty: number | undefined
  readonly degreesOfFreedom: number
  readonly coverageFactor: number | undefined
  readonly coverageProbability: number | undefined
  readonly expandedUncertainty: number | undefined
  readonly reportedEstimate: string
  readonly reportedUncertainty: string | undefined
}

/** A result that is ready to be recorded. */
export interface ResultDraft {
  readonly entry: ResultEntry | TranscribedResult
  readonly kind: MeasurandKind
  readonly unit: string
  readonly figures: ResultFigures
  readonly budget: StoredBudget | undefined
  readonly conformity: ConformityStatement | undefined
  readonly sources: ReadonlyMap<string, UpstreamSource>
}

/** The unit of a result: stated, or that of its nominal value; its dimension is that of the kind. */
export function unitOfResult(entry: ResultEntry | TranscribedResult, kind: MeasurandKind): string {
  const [unit, pointer] = statedUnit(entry)
  within(pointer, () => requireDimension(unit, [kind.unit], kind.code))
  return unit
}

function statedUnit(entry: ResultEntry | TranscribedResult): readonly [unit: string, pointer: string] {
  if ('estimate' in entry) return [entry.estimate.unit, '/estimate/unit']
  return entry.unit === undefined ? [entry.point.nominal.unit, '/point/nominal/unit'] : [entry.unit, '/unit']
}

/** `kind` only names what is refused. Without an allowed unit any that can be read will do. */
function requireDimension(unit: string, allowed: readonly string[], kind: string): void {
  const asked = parseUnit(unit)
  const [expected] = allowed
  if (expected === undefined || allowed.some((other) => sameDimension(asked, parseUnit(other)))) return
  throw unitMismatch(
    {
      en: `${kind} is stated here in ${expected}; ${unit} has another dimension`,
      zh: `此处 ${kind} 的单位是 ${expected}，${unit} 的量纲不同`,
    },
    { unit, measurandKind: kind },
  )
}

/**
 * The nominal value is in a unit of the kind, or in that of one of its parameters: the relative error of an energy meter
 * (unit 1) is found at a point stated in kWh.
 */
export function checkPoint(entry: ResultEntry | TranscribedResult, kind: MeasurandKind): void {
  const allowed = [kind.unit, ...kind.parameters.map(({ unit }) => unit)]
  within('/point/nominal', () => checkQuantity(entry.point.nominal, allowed, kind.code))
  for (const [name, quantity] of Object.entries(entry.point.parameters ?? {})) {
    const pointer = `/point/parameters/${name}`
    const parameter = kind.parameters.find((known) => known.name === name)
    if (!parameter) throw noSuchParameter(kind.code, name, pointer)
    within(pointer, () => checkQuantity(quantity, [parameter.unit], kind.code))
  }
  if (!entry.interval) return
  const { lower, upper } = entry.interval
  within('/interval/lower', () => checkQuantity(lower, allowed, kind.code))
  within('/interval/upper', () => checkQuantity(upper, allowed, kind.code))
  if (lower.unit !== upper.unit || toNumber(lower.value) > toNumber(upper.value)) {
    throw intervalReversed(
      { en: 'State both ends in one unit, the lower one first', zh: '上下限须用同一单位，且下限在前' },
      {},
      { pointer: '/interval' },
    )
  }
}

export const noSuchParameter = (kind: string, name: string, pointer: string) =>
  unknownParameter(
    { en: `${kind} has no parameter ${name}`, zh: `${kind} 没有参数 ${name}` },
    { parameter: name },
    { pointer },
  )

/** A number that can be kept digit by digit, and a unit of one of these dimensions. */
export function checkQuantity({ value, unit }: Quantity, allowed: readonly string[], kind: string): void {
  within('/value', () => plainNumber(value))
  within('/unit', () => requireDimension(unit, allowed, kind))
}

/** As it is kept: the digits that were stated, without their grouping. */
export const kept = ({ value, unit }: Quantity): StatedQuantity => ({ value: reportedNumber(value), unit })
