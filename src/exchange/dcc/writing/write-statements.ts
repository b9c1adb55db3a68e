import { element, text, type Child, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource, SourceRange, Words } from './certificate-source.ts'
import { around, contents, line, truth, wordsOf, type InBoth } from './dcc-text.ts'
import { dsiOf, dsiTextOf } from './dsi-column.ts'
import { definitionOf, foreignUnitsOf } from './foreign-units.ts'
import { columnOf } from './results-table.ts'
import { judgedOf } from './judged.ts'
import { ruleId } from './write-meta-data.ts'

export interface StatementContext {
  readonly origin: string
  /** The identity of the certificate: the SHA-256 of its canonical JSON. */
  readonly sha256: string
}

/** What a certificate states beside its results (ISO/IEC 17025:2017, 7.8.2, 7.8.4, 7.8.6, 7.8.7). */
export const statements = (source: CertificateSource, context: StatementContext): WrittenElement =>
  element('dcc:statements', {}, [
    identity(source, context),
    fictional(source),
    traceability(source),
    competence(source),
    decisionRules(source),
    verification(source),
    validity(source),
    recalibration(source),
    place(source),
    source.conditionsOfUse?.map(conditionOfUse),
    said(
      'etalon_asFoundOmitted',
      { en: 'No results as found', zh: '未给出调整前结果' },
      source.asFoundOmitted,
    ),
    change(source),
    source.opinions?.map(opinion),
    said('etalon_remarks', { en: 'Remarks', zh: '备注' }, source.remarks),
    source.attachments?.map(attachment),
    foreignUnits(source),
  ])

interface Statement {
  readonly refType: string
  readonly name: Words
  readonly id?: string
}

/** Members of a statement must come in the order of the schema; `rest` is written as it is given. */
const statement = ({ refType, name, id }: Statement, ...rest: readonly Child[]): WrittenElement =>
  element('dcc:statement', { refType, id }, wordsOf('dcc:name', name), ...rest)

const declaration = (words: Words): WrittenElement => element('dcc:declaration', {}, contents(words))

const said = (refType: string, name: InBoth, words: Words | undefined): WrittenElement | undefined =>
  words === undefined ? undefined : statement({ refType, name }, declaration(words))

/** From what this file was made, and where its validity can be asked for. */
function identity(
  { number, version }: CertificateSource,
  { origin, sha256 }: StatementContext,
): WrittenElement {
  const address = `${origin}/v1/certificates/${encodeURIComponent(number)}`
  return statement(
    { refType: 'etalon_canonicalDocument', name: { en: 'Canonical document', zh: '规范文件' } },
    text('dcc:reference', `sha256:${sha256}`),
    text('dcc:link', `${address}.json?version=${version}`),
    text('dcc:link', `${address}/validity`),
    declaration({
      en: 'This file says in DCC what the canonical JSON document (RFC 8785) with this SHA-256 says; that document is the certificate.',
      zh: '本文件以DCC格式表达具有该SHA-256值的规范化JSON文件（RFC 8785）的内容；证书以该文件为准。',
    }),
  )
}

const fictional = ({ issuer }: CertificateSource): WrittenElement | undefined =>
  issuer.fictional
    ? said(
        'etalon_fictional',
        { en: 'Fictional', zh: '虚构' },
        {
          en: 'The issuer is fictional: a demonstration, not a certificate',
          zh: '签发机构为虚构：仅供演示，不是证书',
        },
      )
    : undefined

/** 7.8.4.1 c: as the rules judged it at issue. Where nothing was judged, what the issuer says. */
function traceability(source: CertificateSource): WrittenElement | undefined {
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
function competence(source: CertificateSource): WrittenElement | undefined {
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

function decisionRules({ results }: CertificateSource): readonly WrittenElement[] {
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
function verification({ verification: found }: CertificateSource): WrittenElement | undefined {
  if (!found) return undefined
  return statement(
    { refType: 'basic_conformity', name: { en: 'Conclusion of the verification', zh: '检定结论' } },
    found.words && declaration(found.words),
    text('dcc:conformity', found.conforms ? 'pass' : 'fail'),
  )
}

/** 检定有效期: a verification is valid until a day that the regulation sets. */
const validity = ({ validUntil }: CertificateSource): WrittenElement | undefined =>
  validUntil === undefined
    ? undefined
    : statement(
        { refType: 'etalon_validUntil', name: { en: 'Valid until', zh: '有效期至' } },
        text('dcc:date', validUntil),
      )

/** 7.8.4.3: only where it was agreed, and then it is the customer's word. */
function recalibration(source: CertificateSource): WrittenElement | undefined {
  const { recalibration: agreed, customer } = source
  if (!agreed) return undefined
  return statement(
    { refType: 'basic_recalibration', name: { en: 'Recalibration agreed', zh: '约定的复校日期' } },
    declaration(agreed.agreement),
    text('dcc:date', agreed.due),
    customer &&
      element(
        'dcc:respAuthority',
        {},
        wordsOf('dcc:name', customer.name),
        element('dcc:location', {}, element('dcc:further', {}, contents({ en: 'The customer', zh: '客户' }))),
      ),
  )
}

export const placeId = 'place-of-performance'

/** Where the address that is stated is not that of the laboratory. */
export const isElsewhere = ({
  place: stated,
  issuer,
}: Pick<CertificateSource, 'place' | 'issuer'>): boolean =>
  stated !== undefined && JSON.stringify(stated) !== JSON.stringify(issuer.address)

function place({ place: stated, issuer }: CertificateSource): WrittenElement | undefined {
  if (stated === undefined || !isElsewhere({ place: stated, issuer })) return undefined
  return statement(
    {
      refType: 'etalon_placeOfPerformance',
      id: placeId,
      name: { en: 'Place of the work', zh: '校准地点' },
    },
    declaration(stated),
    element('dcc:location', {}, element('dcc:further', {}, contents(stated))),
  )
}

/** Within which conditions the results hold when the item is used. */
function conditionOfUse({ quantity, lower, upper }: SourceRange): WrittenElement {
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

/** 7.8.8: what was changed, and why. */
const change = ({ change: made }: CertificateSource): WrittenElement | undefined =>
  said(
    'etalon_change',
    { en: 'Amendment', zh: '修改说明' },
    made &&
      around(made.reason, { en: (text) => `${made.class}: ${text}`, zh: (text) => `${made.class}：${text}` }),
  )

/** 7.8.7: marked as an opinion, with what it is based on. */
const opinion = ({ text: words, basis }: { readonly text: Words; readonly basis: string }): WrittenElement =>
  statement(
    { refType: 'etalon_opinion', name: { en: 'Opinion and interpretation', zh: '意见和解释' } },
    line('dcc:reference', basis),
    declaration(words),
  )

const attachment = ({ name, sha256 }: { readonly name: string; readonly sha256: string }): WrittenElement =>
  statement(
    { refType: 'etalon_attachment', name: { en: 'Attachment', zh: '附件' } },
    text('dcc:reference', `sha256:${sha256}`),
    declaration(name),
  )

/** D-SI: a unit outside it stands behind a bar, beside the same in the SI, and is declared. */
const foreignUnits = (source: CertificateSource): readonly WrittenElement[] =>
  foreignUnitsOf(source).map((unit) =>
    statement(
      { refType: 'etalon_nonSIUnit', name: { en: 'Unit outside D-SI', zh: 'D-SI以外的单位' } },
      text('dcc:nonSIDefinition', definitionOf(unit)),
      text('dcc:nonSIUnit', dsiTextOf(unit)),
    ),
  )
