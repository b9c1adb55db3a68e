import { element, text, type WrittenElement } from '../../xml/write-xml.ts'
import type { SourceConformity, SourceQuantity } from './certificate-source.ts'
import { wordsOf } from './dcc-text.ts'
import { decimalText, dsiOf, type Column } from './dsi-column.ts'
import { columnOf, isDifference, type ResultsTable } from './results-table.ts'

const outcomes: Readonly<Record<string, string>> = {
  pass: 'pass',
  fail: 'fail',
  'conditional-pass': 'conditionalPass',
  'conditional-fail': 'conditionalFail',
}

/** The statement about the rule, to which each decision refers. */
export const ruleId = (rule: string): string => `rule-${rule.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}`

/** ISO/IEC 17025:2017, 7.8.6.2: to which results a statement of conformity applies, the requirement, and the rule. */
export function conformityMetaData({ rows, measurandKind }: ResultsTable): readonly WrittenElement[] {
  const decided = rows.flatMap(({ conformity }) => (conformity ? [conformity] : []))
  const [first] = decided
  if (!first || decided.length < rows.length) return []
  const differs = isDifference(measurandKind)
  const unit = rows[0]?.unit ?? '1'
  const data = [
    ...limits(
      'basic_toleranceLimitLower',
      names.lower,
      decided.map((each) => each.limits.lower),
      differs,
    ),
    ...limits(
      'basic_toleranceLimitUpper',
      names.upper,
      decided.map((each) => each.limits.upper),
      differs,
    ),
    ...(isGuarded(first) ? acceptance(decided, unit, differs) : []),
    ...risks(decided),
  ]
  return [
    element(
      'dcc:metaData',
      { refType: 'basic_conformity', refId: ruleId(first.rule) },
      wordsOf('dcc:name', { en: 'Conformity', zh: '符合性' }),
      text('dcc:conformityXMLList', decided.map(({ outcome }) => outcomes[outcome] ?? 'noPass').join(' ')),
      element('dcc:data', {}, data),
    ),
  ]
}

const names = {
  lower: { en: 'Lower tolerance limit', zh: '允差下限' },
  upper: { en: 'Upper tolerance limit', zh: '允差上限' },
  acceptedFrom: { en: 'Lower acceptance limit', zh: '接受限下限' },
  acceptedTo: { en: 'Upper acceptance limit', zh: '接受限上限' },
} as const

const isGuarded = ({ rule }: SourceConformity): boolean => rule !== 'simple'

function limits(
  refType: string,
  name: { readonly en: string; readonly zh: string },
  quantities: readonly (SourceQuantity | undefined)[],
  differs: boolean,
): readonly WrittenElement[] {
  return quantities.some((quantity) => quantity !== undefined)
    ? [dataQuantity(refType, name, columnOf(quantities, differs))]
    : []
}

/** Where the guard band leaves the limits (JCGM 106:2012, 8.3.2); they are stated in the unit of the result. */
function acceptance(
  decided: readonly SourceConformity[],
  unit: string,
  isDifference: boolean,
): readonly WrittenElement[] {
  const column = (end: 'lower' | 'upper'): Column => ({
    values: decided.map(({ acceptanceLimits }) => {
      const limit = acceptanceLimits?.[end]
      return limit === undefined ? null : decimalText(limit)
    }),
    unit,
    isDifference,
  })
  const ends = [
    ['basic_acceptanceLimitLower', names.acceptedFrom, column('lower')],
    ['basic_acceptanceLimitUpper', names.acceptedTo, column('upper')],
  ] as const
  return ends.flatMap(([refType, name, values]) =>
    values.values.some((value) => value !== null) ? [dataQuantity(refType, name, values)] : [],
  )
}

/** The risk that an acceptance, or a rejection, is wrong (JCGM 106:2012, 9.3.2): of each decision the one that it has. */
function risks(decided: readonly SourceConformity[]): readonly WrittenElement[] {
  const kinds = [
    ['basic_probabilityFalseAccept', { en: 'Risk of false acceptance', zh: '误收概率' }, true],
    ['basic_probabilityFalseReject', { en: 'Risk of false rejection', zh: '误拒概率' }, false],
  ] as const
  return kinds.flatMap(([refType, name, isAccepted]) => {
    const values = decided.map((each) =>
      wasAccepted(each) === isAccepted && each.specificRisk !== undefined
        ? decimalText(each.specificRisk)
        : null,
    )
    return values.some((value) => value !== null) ? [dataQuantity(refType, name, { values, unit: '1' })] : []
  })
}

const wasAccepted = ({ outcome }: SourceConformity): boolean =>
  outcome === 'pass' || outcome === 'conditional-pass'

/** Between which values each result is declared to hold (by interpolation). */
export function intervalMetaData({ rows, measurandKind }: ResultsTable): readonly WrittenElement[] {
  const intervals = rows.flatMap(({ interval }) => (interval ? [interval] : []))
  if (intervals.length < rows.length || intervals.length === 0) return []
  const differs = isDifference(measurandKind)
  return [
    element(
      'dcc:metaData',
      { refType: 'basic_validityRange' },
      wordsOf('dcc:name', { en: 'Range in which the result holds', zh: '结果适用范围' }),
      element(
        'dcc:data',
        {},
        dataQuantity(
          'basic_validityRangeMin',
          { en: 'From', zh: '自' },
          columnOf(
            intervals.map((i) => i.lower),
            differs,
          ),
        ),
        dataQuantity(
          'basic_validityRangeMax',
          { en: 'To', zh: '至' },
          columnOf(
            intervals.map((i) => i.upper),
            differs,
          ),
        ),
      ),
    ),
  ]
}

const dataQuantity = (
  refType: string,
  name: { readonly en: string; readonly zh: string },
  column: Column,
): WrittenElement => element('dcc:quantity', { refType }, wordsOf('dcc:name', name), dsiOf(column))
