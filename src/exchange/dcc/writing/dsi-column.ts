import { convertQuantity } from '#metrology/quantity/quantity.ts'
import { coherent } from '#metrology/quantity/coherent-unit.ts'
import { parseDecimal, plainText } from '#metrology/quantity/decimal.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { significantDigits } from '#metrology/quantity/rounding.ts'
import type { Unit } from '#metrology/quantity/unit/unit.ts'
import { element, text, type WrittenElement } from '../../xml/write-xml.ts'

/** Values of one quantity in one unit, with their digits; no value is `null`. */
export interface Column {
  readonly values: readonly (string | null)[]
  readonly unit: string
  /** A difference or an error: 1 °C of it is 1 K. */
  readonly isDifference?: boolean
  /** Whether the digits that were written are to be stated as significant. */
  readonly statesDigits?: boolean
  readonly uncertainty?: ColumnUncertainty
}

/** How the uncertainty of a column is stated: one entry for each value. */
export type ColumnUncertainty =
  | {
      readonly form: 'expanded'
      readonly values: readonly string[]
      readonly factors: readonly string[]
      readonly probabilities: readonly string[]
    }
  | {
      /** For k below 1, which an expanded uncertainty cannot have in D-SI. */
      readonly form: 'interval'
      readonly standard: readonly string[]
      readonly lower: readonly string[]
      readonly upper: readonly string[]
      readonly probabilities: readonly string[]
    }
  | { readonly form: 'standard'; readonly values: readonly string[] }

/** D-SI 2.2: nothing is known of it. */
const none = 'NaN'

/** Written as a list, or as the single value that it is. */
type Shape = 'list' | 'one'

/**
 * A column as D-SI: in one unit, or a hybrid whose first part is in the SI and whose others are as they were written. °C goes
 * beside K, and a unit that D-SI does not know (`|psi`) beside the coherent one. Differences in °C are differences in K.
 */
export function dsiOf(column: Column, shape: Shape = 'list'): WrittenElement {
  const forms = formsOf(column).map((form) => realOf(form, [dsiUnitOf(form.unit)], shape))
  const [only, ...others] = forms
  return only && others.length === 0 ? only : element('si:hybrid', {}, forms)
}

const isForeign = ({ dsi }: Unit): boolean => dsi.startsWith('|')

function formsOf(column: Column): readonly Column[] {
  const unit = parseUnit(column.unit)
  if (unit.scale.kind === 'affine') {
    const kelvin = inUnit(column, 'K')
    return column.isDifference && !isForeign(unit) ? [kelvin] : [kelvin, column]
  }
  if (!isForeign(unit)) return [column]
  const base = coherent(unit)
  return isForeign(base) ? [column] : [inUnit(column, base.symbol), column]
}

function inUnit(column: Column, to: string): Column {
  const kind = column.isDifference ? 'difference' : 'value'
  const convert = (value: string, asked: 'value' | 'difference'): string =>
    String(convertQuantity({ value, from: column.unit, to, kind: asked }).value)
  const differences = (values: readonly string[]) => values.map((value) => convert(value, 'difference'))
  const places = (values: readonly string[]) => values.map((value) => convert(value, kind))
  const { uncertainty, ...rest } = column
  return {
    ...rest,
    unit: to,
    values: column.values.map((value) => (value === null ? null : convert(value, kind))),
    ...(uncertainty && { uncertainty: uncertaintyIn(uncertainty, differences, places) }),
  }
}

type Convert = (values: readonly string[]) => readonly string[]

function uncertaintyIn(
  uncertainty: ColumnUncertainty,
  differences: Convert,
  places: Convert,
): ColumnUncertainty {
  if (uncertainty.form !== 'interval') return { ...uncertainty, values: differences(uncertainty.values) }
  const { standard, lower, upper } = uncertainty
  return { ...uncertainty, standard: differences(standard), lower: places(lower), upper: places(upper) }
}

/** Values with one unit for all, or one for each. */
export function realOf(
  { values, statesDigits, uncertainty }: Omit<Column, 'unit'>,
  dsiUnits: readonly string[],
  shape: Shape = 'list',
): WrittenElement {
  const named = (name: string) => (shape === 'list' ? `si:${name}XMLList` : `si:${name}`)
  const members: Members = (name, entries) => text(named(name), entries.join(' '))
  const stated = values.filter((value) => value !== null)
  const hasDigits = statesDigits === true && stated.length === values.length
  return element(
    shape === 'list' ? 'si:realListXMLList' : 'si:real',
    {},
    members(
      'value',
      values.map((value) => value ?? none),
    ),
    members('unit', dsiUnits),
    hasDigits
      ? members(
          'significantDigit',
          stated.map((value) => String(significantDigits(value))),
        )
      : undefined,
    uncertainty &&
      element(named('measurementUncertaintyUnivariate'), {}, uncertaintyElement(uncertainty, named, members)),
  )
}

type Members = (name: string, entries: readonly string[]) => WrittenElement

/** A list is split at blanks, so that a unit outside D-SI may have none. */
export const dsiTextOf = ({ dsi }: Unit): string => dsi.replaceAll(/\s/g, '')

const dsiUnitOf = (unit: string): string => dsiTextOf(parseUnit(unit))

function uncertaintyElement(
  uncertainty: ColumnUncertainty,
  named: (name: string) => string,
  members: Members,
): WrittenElement {
  if (uncertainty.form === 'standard') {
    return element(named('standardMU'), {}, members('valueStandardMU', uncertainty.values))
  }
  const probabilities = members('coverageProbability', uncertainty.probabilities)
  if (uncertainty.form === 'expanded') {
    return element(
      named('expandedMU'),
      {},
      members('valueExpandedMU', uncertainty.values),
      members('coverageFactor', uncertainty.factors),
      probabilities,
    )
  }
  return element(
    named('coverageIntervalMU'),
    {},
    members('valueStandardMU', uncertainty.standard),
    members('intervalMin', uncertainty.lower),
    members('intervalMax', uncertainty.upper),
    probabilities,
  )
}

/** `95.45 %` is 0.9545, with the digits that are written. */
export function probabilityOf(percentage: string | undefined): string {
  const decimal = parseDecimal(percentage?.replace(/\s*%$/, '') ?? '')
  return decimal ? plainText({ ...decimal, exponent: decimal.exponent - 2 }) : none
}

/** A double as its shortest decimal text, which D-SI reads with an exponent too. */
export const decimalText = (value: number): string => (Number.isFinite(value) ? String(value) : none)
