import { both, wording, type Both } from './both.ts'
import type { Certificate } from './certificate.ts'
import { percent } from './numbers.ts'
import { verdicts } from './words.ts'

type StandardUsed = NonNullable<Certificate['standards']>[number]
type Traceability = NonNullable<Certificate['traceability']>

/** A standard that the work rests on: what it is, and the certificate that says so. */
export interface StandardRow {
  readonly name: Both
  readonly detail: string
  readonly certificate: string
  readonly issuer: Both
  /** The first digits of the SHA-256 of that certificate. */
  readonly hash: string
}

/** One rung of the ladder from the reference down to the item. */
export interface Rung {
  readonly level: Both
  readonly entries: readonly RungEntry[]
}

export interface RungEntry {
  readonly name: Both
  /** The certificate, where it stands on one. */
  readonly number: string
  readonly detail: Both
  /** Of the variance of the result, for a root. */
  readonly share: string
  /** The same, from 0 to 1. */
  readonly portion: number
}

export interface Traced {
  readonly verdict: Both
  readonly isGood: boolean
  readonly statement: Both
  readonly rungs: readonly Rung[]
  readonly standards: readonly StandardRow[]
}

/** What does not fit on a ladder is in the attached document. */
const mostEntries = 6
const mostStandards = 24

/** ISO/IEC 17025:2017, 7.8.4.1 c: how the results are traceable, in words and as the chain itself. */
export function tracedOf(certificate: Certificate): Traced | undefined {
  const { traceability, traceabilityStatement, standards = [] } = certificate
  const rows = standardRows(standards.length > 0 ? standards : fromBudgets(certificate))
  const statement = traceability?.statement ?? traceabilityStatement
  if (rows.length === 0 && statement === undefined) return undefined
  const verdict = traceability?.verdict
  return {
    verdict: verdict === undefined ? both('') : verdicts[verdict],
    isGood: verdict === 'traceable' || verdict === 'traceable-with-conditions',
    statement: both(statement ?? ''),
    rungs: traceability ? rungsOf(certificate, traceability, rows) : [],
    standards: rows.slice(0, mostStandards),
  }
}

/** Documents that were written before standards were pinned name them in their budgets. */
const fromBudgets = ({ results }: Certificate): StandardUsed[] =>
  results.flatMap(({ code, budget }) =>
    (budget?.lines ?? []).flatMap(({ from, symbol }): StandardUsed[] => {
      const inputs = [{ result: code, input: symbol }]
      if (!from || 'reference' in from) return []
      if ('certificate' in from) return [{ inputs, certificate: from.certificate }]
      return [{ inputs, equipment: { code: from.equipment } }]
    }),
  )

/** A certificate from which several results were taken is named once. */
function standardRows(standards: readonly StandardUsed[]): StandardRow[] {
  const same = Map.groupBy(standards, ({ certificate, version, reference, equipment }) =>
    JSON.stringify([certificate, version, reference?.code, equipment?.code]),
  )
  return [...same.values()].flatMap(([first]) => (first ? [standardRow(first)] : []))
}

function standardRow(standard: StandardUsed): StandardRow {
  const { certificate, version, sha256, issuer, equipment, reference } = standard
  const { name, manufacturer, model, serialNumber } = equipment ?? {}
  const edition = version === undefined || version === 1 ? '' : ` v${version}`
  return {
    name: both(reference?.name ?? name ?? equipment?.code ?? certificate ?? ''),
    detail: reference?.code ?? [manufacturer, model, serialNumber].filter(isText).join(' · '),
    certificate: certificate === undefined ? '' : `${certificate}${edition}`,
    issuer: both(issuer?.name ?? reference?.holder?.name ?? ''),
    hash: sha256?.slice(0, 16) ?? '',
  }
}

const isText = (text: string | undefined): text is string => text !== undefined && text !== ''

function rungsOf(certificate: Certificate, traceability: Traceability, rows: readonly StandardRow[]): Rung[] {
  const { roots, anchors = [], depth } = traceability
  const top = roots
    .toSorted((a, b) => b.share - a.share)
    .map(({ name, organization, share }) => ({
      name: both(name),
      number: '',
      detail: both(organization),
      share: percent(share),
      portion: Math.min(1, Math.max(0, share)),
    }))
  const anchored = anchors.map(({ certificate: anchor, organization }) => ({
    ...plain(both(organization)),
    number: anchor,
  }))
  const standards = rows.map(({ name, certificate: used, issuer }) => ({
    ...plain(name),
    number: used,
    detail: issuer,
  }))
  const { item, issuer, number } = certificate
  const own = { ...plain(both(item.name ?? item.equipment)), number, detail: both(issuer.name) }
  const between = depth - 2
  return [
    rung(wording('参照对象', 'Reference'), top),
    ...(top.length === 0 ? [rung(wording('认可的校准', 'Accredited calibration'), anchored)] : []),
    ...(between > 0 && top.length > 0 ? [levels(between)] : []),
    rung(wording('所用标准器', 'Standards used'), standards),
    rung(wording('本证书', 'This certificate'), [own]),
  ].filter(({ entries }) => entries.length > 0)
}

function rung(level: Both, entries: Rung['entries']): Rung {
  const rest = entries.length - mostEntries
  if (rest <= 0) return { level, entries }
  const more = plain(wording(`另有 ${rest} 项`, `${rest} more`))
  return { level, entries: [...entries.slice(0, mostEntries), more] }
}

const levels = (between: number): Rung => ({
  level: both(''),
  entries: [
    plain(
      wording(
        `其间 ${between} 级校准`,
        between === 1 ? 'one calibration between' : `${between} calibrations between`,
      ),
    ),
  ],
})

const plain = (name: Both): RungEntry => ({ name, number: '', detail: both(''), share: '', portion: 0 })
