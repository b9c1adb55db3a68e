import { studentProbabilityAbove } from '#metrology/distributions/student-distribution.ts'
import { parseDecimal, plainText } from '#metrology/quantity/decimal.ts'
import { reportedNumber } from '#metrology/quantity/reported-number.ts'
import type { SourceQuantity, SourceResult } from './certificate-source.ts'
import { probabilityOf, type Column, type ColumnUncertainty } from './dsi-column.ts'

/** Results that stand in one table: of one kind, in the same units, with the same things said of each of them. */
export interface ResultsTable {
  readonly measurandKind: string
  readonly rows: readonly SourceResult[]
}

/** Tables in the order in which their first results stand. */
export function tablesOf(results: readonly SourceResult[]): readonly ResultsTable[] {
  const groups = Map.groupBy(results, shapeOf)
  return [...groups.values()].flatMap((rows) =>
    rows[0] ? [{ measurandKind: rows[0].measurandKind, rows }] : [],
  )
}

/** What must be alike in the rows of one table. */
function shapeOf({ measurandKind, unit, point, interval, conformity, ...result }: SourceResult): string {
  const { limits, acceptanceLimits, rule } = conformity ?? {}
  return JSON.stringify([
    measurandKind,
    unit,
    point.nominal.unit,
    Object.entries(point.parameters ?? {})
      .map(([name, quantity]) => [name, quantity.unit])
      .toSorted(),
    interval ? [interval.lower.unit, interval.upper.unit] : null,
    formOf(result),
    conformity ? [rule, limits?.lower?.unit, limits?.upper?.unit] : null,
    conformity ? [acceptanceLimits?.lower !== undefined, acceptanceLimits?.upper !== undefined] : null,
    conformity ? conformity.specificRisk !== undefined : null,
  ])
}

type Form = ColumnUncertainty['form'] | 'none'

function formOf({
  reported,
  standardUncertainty,
}: Pick<SourceResult, 'reported' | 'standardUncertainty'>): Form {
  const { expandedUncertainty, coverageFactor } = reported
  if (expandedUncertainty !== undefined && coverageFactor !== undefined) {
    return Number(coverageFactor) < 1 ? 'interval' : 'expanded'
  }
  // U without its k says nothing that D-SI could hold; the standard uncertainty does, where it is known.
  return standardUncertainty === undefined ? 'none' : 'standard'
}

/** The column of measured values, with the uncertainty as it is printed. */
export function measuredColumn({ measurandKind, rows }: ResultsTable): Column {
  const uncertainty = uncertaintyOf(rows)
  return {
    values: rows.map(({ reported }) => reported.value),
    unit: rows[0]?.unit ?? '1',
    isDifference: isDifference(measurandKind),
    statesDigits: true,
    ...(uncertainty && { uncertainty }),
  }
}

/** Only the name of a kind tells: the error of a thermometer in °C is no temperature. */
export const isDifference = (measurandKind: string): boolean =>
  /(?:^|[.-])(?:error|deviation|correction|difference|drift|linearity|stability|uniformity|hysteresis)(?:$|[.-])/.test(
    measurandKind,
  )

function uncertaintyOf(rows: readonly SourceResult[]): ColumnUncertainty | undefined {
  const [first] = rows
  const form = first ? formOf(first) : 'none'
  if (form === 'none') return undefined
  const standard = rows.map(({ standardUncertainty }) => String(standardUncertainty))
  if (form === 'standard') return { form, values: standard }
  const expanded = rows.map(({ reported }) => reported.expandedUncertainty ?? 'NaN')
  const probabilities = rows.map(coverageProbability)
  if (form === 'expanded') {
    const factors = rows.map(({ reported }) => reported.coverageFactor ?? 'NaN')
    return { form, values: expanded, factors, probabilities }
  }
  const end = (sign: 1n | -1n) =>
    rows.map(({ reported }, row) => moved(reported.value, expanded[row] ?? '0', sign))
  return { form, standard, lower: end(-1n), upper: end(1n), probabilities }
}

/**
 * As it is stated; where only k is, the one that belongs to k and the effective degrees of freedom (GUM G.3.2), because D-SI
 * has no expanded uncertainty without it. Where neither is known there is no value (`NaN`).
 */
function coverageProbability({ reported, effectiveDegreesOfFreedom: nu }: SourceResult): string {
  const { coverageProbability: stated, coverageFactor } = reported
  if (stated !== undefined || nu === undefined || coverageFactor === undefined) return probabilityOf(stated)
  const above = studentProbabilityAbove(Number(coverageFactor), nu === 'infinity' ? Infinity : nu)
  return String(Number((1 - 2 * above).toFixed(4)))
}

/** value ± U, on the digits. */
function moved(value: string, by: string, sign: 1n | -1n): string {
  const [a, b] = [parseDecimal(value), parseDecimal(by)]
  if (!a || !b) return value
  const exponent = Math.min(a.exponent, b.exponent)
  const scaled = ({ coefficient, exponent: own }: typeof a) => coefficient * 10n ** BigInt(own - exponent)
  return plainText({ coefficient: scaled(a) + sign * scaled(b), exponent })
}

/** Quantities that one member of every row states, in the unit they share. */
export function columnOf(quantities: readonly (SourceQuantity | undefined)[], isDifference = false): Column {
  return {
    values: quantities.map((quantity) => (quantity ? reportedNumber(quantity.value) : null)),
    unit: quantities.find((quantity) => quantity !== undefined)?.unit ?? '1',
    isDifference,
  }
}
