import { element, text, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource, SourceRange } from './certificate-source.ts'
import { contents, line, truth, wordsOf, type InBoth } from './dcc-text.ts'
import { dsiOf, dsiTextOf } from './dsi-column.ts'
import { definitionOf, foreignUnitsOf } from './foreign-units.ts'
import { judgedOf } from './judged.ts'
import { columnOf } from './results-table.ts'
import { declaration, statement } from './statement.ts'
import { ruleId } from './write-meta-data.ts'

/** 7.8.4.1 c: as the rules judged it at issue. Where nothing was judged, what the issuer says. */
export function traceability(source: CertificateSource): WrittenElement | undefined {
  const { traceability: judged, traceabilityStatement } = source
  if (!judged && traceabilityStatement === undefined) return undefined
  const isTraceable = judgedOf(source)
  return statement(
    {
      refType: 'basic_metrologicallyTraceableToSI',
      name: { en: 'Metrological traceability', zh: '计量溯源性' },
    },
    line('dcc:convention', judged?.policy),
    isTraceable === undefined ? undefined : truth('dcc:traceable', isTraceable),
    text('dcc:norm', 'ISO/IEC 17025:2017'),
    element('dcc:declaration', {}, [
      judged ? contents(judged.statement) : [],
      traceabilityStatement === undefined ? [] : contents(traceabilityStatement),
    ]),
  )
}

/** That the work lies within what was recognised is one of the rules; where all of them pass it is said. */
export function competence(source: CertificateSource): WrittenElement | undefined {
  const { competence: claimed } = source
  if (!claimed) return undefined
  const isWithin = judgedOf(source) === true
  return statement(
    {
      refType: 'basic_isInCMC',
      name: { en: 'Within the recognised capability', zh: '在获认可的能力范围内' },
    },
    line('dcc:reference', [claimed.issuer, claimed.number ?? claimed.code].filter(Boolean).join(' ')),
    declaration({
      en: `Claimed under ${claimed.kind ?? 'competence'} ${claimed.number ?? claimed.code}`,
      zh: `依据：${claimed.kind ?? '能力'} ${claimed.number ?? claimed.code}`,
    }),
    isWithin ? truth('dcc:valid', true) : undefined,
  )
}

const rules: Readonly<Record<string, InBoth>> = {
  simple: {
    en: 'Simple acceptance: a result within the tolerance limits is accepted; no guard band (w = 0)',
    zh: '简单接受：结果在允差限内即判为合格，不设保护带（w = 0）',
  },
  'guarded-U': {
    en: 'Guarded acceptance with w = U: a result within the tolerance limits by at least its expanded uncertainty is accepted',
    zh: '保护带 w = U：结果距允差限不小于扩展不确定度时判为合格',
  },
}

export function decisionRules({ results }: CertificateSource): readonly WrittenElement[] {
  const used = new Set(results.flatMap(({ conformity }) => (conformity ? [conformity.rule] : [])))
  return [...used]
    .toSorted()
    .map((rule) =>
      statement(
        { refType: 'basic_decisionRule', id: ruleId(rule), name: { en: 'Decision rule', zh: '判定规则' } },
        line('dcc:convention', rule),
        text('dcc:norm', 'ILAC-G8:09/2019'),
        text('dcc:norm', 'JCGM 106:2012'),
        declaration(rules[rule] ?? rule),
      ),
    )
}

/** 检定结论. */
export function verification({ verification: found }: CertificateSource): WrittenElement | undefined {
  if (!found) return undefined
  return statement(
    { refType: 'basic_conformity', name: { en: 'Conclusion of the verification', zh: '检定结论' } },
    found.words && declaration(found.words),
    text('dcc:conformity', found.conforms ? 'pass' : 'fail'),
  )
}

/** Within which conditions the results hold when the item is used. */
export function conditionOfUse({ quantity, lower, upper }: SourceRange): WrittenElement {
  const ends = [
    ['basic_validityRangeMin', { en: 'From', zh: '自' }, lower],
    ['basic_validityRangeMax', { en: 'To', zh: '至' }, upper],
  ] as const
  return statement(
    { refType: 'basic_validityRange', name: quantity },
    declaration({
      en: 'The results hold within this range when the item is used',
      zh: '使用时在此范围内结果有效',
    }),
    element(
      'dcc:data',
      {},
      ends.flatMap(([refType, name, end]) =>
        end
          ? [element('dcc:quantity', { refType }, wordsOf('dcc:name', name), dsiOf(columnOf([end]), 'one'))]
          : [],
      ),
    ),
  )
}

/** D-SI: a unit outside it stands behind a bar, beside the same in the SI, and is declared. */
export const foreignUnits = (source: CertificateSource): readonly WrittenElement[] =>
  foreignUnitsOf(source).map((unit) =>
    statement(
      { refType: 'etalon_nonSIUnit', name: { en: 'Unit outside D-SI', zh: 'D-SI以外的单位' } },
      text('dcc:nonSIDefinition', definitionOf(unit)),
      text('dcc:nonSIUnit', dsiTextOf(unit)),
    ),
  )
