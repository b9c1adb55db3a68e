import { differenceToCoherent, toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import type { CertificateRecord, ResultRecord, Words } from '#metrology/traceability/records.ts'
import type { Opened } from './bundle.ts'
import {
  certificateIn,
  nameOf,
  type CarriedBudget,
  type CarriedCertificate,
  type CarriedResult,
} from './carried-certificate.ts'
import { isAlike } from './is-alike.ts'
import { checkedAll, type Check } from './report.ts'

/** What the rules read of every certificate is what its text says: no figure, date, signature or budget is another one. */
export function checkRecords({ bundle, records }: Opened): Check {
  const texts = new Map(bundle.documents.map((carried) => [nameOf(carried), certificateIn(carried)]))
  const results = Map.groupBy(records.results, ({ certificateId }) => certificateId)
  return checkedAll(
    'records',
    records.certificates,
    (record) => faultOf(record, texts.get(nameOf(record)), results.get(record.id) ?? []),
    {
      en: `the rules read what ${records.certificates.length} certificates say`,
      zh: `规则所读取的内容与 ${records.certificates.length} 份证书一致`,
    },
  )
}

function faultOf(
  record: CertificateRecord,
  text: CarriedCertificate | undefined,
  results: readonly ResultRecord[],
): Words | undefined {
  const name = nameOf(record)
  if (!text) return { en: `the text of ${name} is missing`, zh: `缺少 ${name} 的文本` }
  if (!isAlike(frameOf(record), frameIn(text))) {
    return { en: `dates or signatures of ${name} differ from its text`, zh: `${name} 的日期或签名与文本不符` }
  }
  const codes = new Set(results.map(({ code }) => code))
  const different = results.find(({ code, ...result }) => {
    const stated = text.results.find((one) => one.code === code)
    return !stated || !isAlike(figuresOf({ code, ...result }), figuresIn(stated))
  })
  if (different) {
    const { code } = different
    return { en: `result ${code} of ${name} differs from its text`, zh: `${name} 的结果 ${code} 与文本不符` }
  }
  if (text.results.every(({ code }) => codes.has(code))) return undefined
  return { en: `a result of ${name} was left out`, zh: `${name} 的某个结果被遗漏` }
}

const frameOf = (record: CertificateRecord) => ({
  kind: record.kind,
  origin: record.origin,
  started: record.started.toISOString(),
  finished: record.finished.toISOString(),
  issued: record.issuedAt?.toISOString(),
  validUntil: record.validUntil,
  performed: record.performer,
  reviewed: record.reviewer,
  authorised: record.signatory,
})

function frameIn(text: CarriedCertificate) {
  const { kind, origin, started, finished, issued, validUntil, signatures = [] } = text
  const signed = Object.fromEntries(signatures.map(({ meaning, person }) => [meaning, person]))
  return { kind, origin, started, finished, issued, validUntil, ...signed }
}

const figuresOf = (record: ResultRecord) => ({
  measurandKind: record.measurandKind,
  stage: record.stage,
  unit: record.unit,
  estimate: record.estimate,
  u: record.standardUncertainty,
  U: record.expandedUncertainty,
  k: record.coverageFactor,
  printed: record.reportedUncertainty,
  budget: record.budget && {
    ...record.budget,
    engine: undefined,
    sharing: record.budget.sharing ?? [],
    inputs: record.budget.inputs.map(({ measurandKind: _, ...line }) => line),
  },
})

function figuresIn(stated: CarriedResult) {
  const unit = parseUnit(stated.unit)
  const difference = (figure: number | undefined) =>
    figure === undefined ? undefined : differenceToCoherent(figure, unit)
  return {
    measurandKind: stated.measurandKind,
    stage: stated.stage,
    unit: stated.unit,
    estimate: toCoherent(stated.estimate, unit),
    u: difference(stated.standardUncertainty),
    U: difference(stated.expandedUncertainty),
    k: stated.coverageFactor,
    printed: stated.reported.expandedUncertainty,
    budget: stated.budget && budgetIn(stated.budget),
  }
}

const budgetIn = ({
  model,
  output,
  coverage,
  correlations = [],
  joint,
  sharing = [],
  lines,
}: CarriedBudget) => ({
  model: model.outputs,
  output,
  coverage,
  correlations,
  joint,
  sharing: sharing.map(withNumber),
  inputs: lines.map(withNumber),
})

/** Infinity is a word in a text, and null in a stored budget. */
const withNumber = <T extends { readonly degreesOfFreedom: number | 'infinity' }>(stated: T) => ({
  ...stated,
  degreesOfFreedom: stated.degreesOfFreedom === 'infinity' ? null : stated.degreesOfFreedom,
})
