import { compileExpression } from '#metrology/measurement-model/model.ts'
import { resultUnit, type KindUnits, type StatedRange } from '#metrology/measurand-kind/stated-range.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { otherDimension } from '#metrology/quantity/unit/unit.refusals.ts'
import { within } from '#refusal.ts'
import { contradictions } from './capability.ts'
import { contradictsItself } from './competence.refusals.ts'
import { capabilityOf, expressionOfX, type StatedCapability } from './stated-capability.ts'

type Stated = string | number

/** A capability as somebody enters it. */
export type CapabilityEntry = {
  readonly unit: string
  readonly coverageFactor?: Stated
  readonly relative?: boolean
} & (
  | { readonly form: 'expression'; readonly expression: string }
  | {
      readonly form: 'table'
      readonly rows: readonly { readonly value: Stated; readonly expandedUncertainty: Stated }[]
    }
  | { readonly form: 'quadrature'; readonly a: Stated; readonly b: Stated }
)

/**
 * Published scopes hold lines that contradict themselves. Such a line is refused where it is entered, because a
 * capability must answer at every point of its range (ILAC-P14:09/2020, 4.2, 4.3). Pointers go into the entry.
 */
export function statedCapability(
  entry: CapabilityEntry,
  range: StatedRange,
  kind: KindUnits,
): StatedCapability {
  const relative = entry.relative ?? false
  within('/unit', () => refuseUnit(entry.unit, relative, kind))
  const coverageFactor = within('/coverageFactor', () => plainNumber(entry.coverageFactor ?? 2))
  if (toNumber(coverageFactor) <= 0)
    throw refused('/coverageFactor', `A coverage factor of ${coverageFactor} is none`, '包含因子须为正数')
  const stated = { unit: entry.unit, coverageFactor, relative, ...statedForm(entry, range) }
  refuseContradictions(stated, range)
  return stated
}

function refuseUnit(text: string, relative: boolean, kind: KindUnits): void {
  if (!relative) resultUnit(kind, text)
  else if (!sameDimension(parseUnit(text), parseUnit('1')))
    throw otherDimension({ en: `${text} is no unit of a fraction`, zh: `${text} 不是比值单位` })
}

function statedForm(entry: CapabilityEntry, range: StatedRange) {
  if (entry.form === 'table') return { form: entry.form, rows: statedRows(entry.rows, range) }
  if (entry.form === 'expression') {
    within('/expression', () => compileExpression(entry.expression, ['x']))
    return { form: entry.form, expression: entry.expression }
  }
  const a = within('/a', () => plainNumber(entry.a))
  const b = within('/b', () => plainNumber(entry.b))
  return { form: entry.form, a, b }
}

type Rows = Extract<CapabilityEntry, { form: 'table' }>['rows']

function statedRows(rows: Rows, range: StatedRange) {
  const stated = rows.map((row, i) => ({
    value: within(`/rows/${i}/value`, () => plainNumber(row.value)),
    expandedUncertainty: within(`/rows/${i}/expandedUncertainty`, () => plainNumber(row.expandedUncertainty)),
  }))
  const values = stated.map(({ value }) => toNumber(value))
  for (const [i, { expandedUncertainty: u }] of stated.entries()) {
    if (toNumber(u) <= 0)
      throw refused(`/rows/${i}/expandedUncertainty`, `An uncertainty of ${u} is none`, '不确定度须为正数')
    if (i > 0 && (values[i] ?? 0) <= (values[i - 1] ?? 0))
      throw refused(`/rows/${i}/value`, 'The values of a table ascend', '表中的值须递增')
  }
  if ((values[0] ?? 0) > toNumber(range.lower) || (values.at(-1) ?? 0) < toNumber(range.upper)) {
    throw refused('/rows', 'The table does not reach from end to end of the range', '表格未覆盖整个范围')
  }
  return stated
}

function refuseContradictions(stated: StatedCapability, { lower, upper, unit }: StatedRange): void {
  const range = { lower: toNumber(lower), upper: toNumber(upper) }
  const capability = capabilityOf(stated, unit)
  const ends = {
    lower: range.lower * capability.argumentUnitSize,
    upper: range.upper * capability.argumentUnitSize,
  }
  const found = contradictions(capability, ends, expressionOfX)
  if (found.length === 0) return
  throw refused(
    stated.form === 'expression' ? '/expression' : '',
    'The uncertainty has no positive value somewhere in the range',
    '在范围内的某处不确定度没有正值',
    { contradictions: found },
  )
}

const refused = (pointer: string, en: string, zh: string, facts: Record<string, unknown> = {}) =>
  contradictsItself({ en, zh }, facts, { pointer })
