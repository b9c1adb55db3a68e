import type { Policy } from '#metrology/traceability/policies.ts'
import type {
  CertificateRecord,
  ChainRecords,
  LinkRecord,
  Recorded,
  ReferenceRecord,
  ResultRecord,
} from '#metrology/traceability/records.ts'

/* What the oracle reads of a registry at K, and what it says of one use of one standard. */

export const ranks = [
  'traceable',
  'traceable-with-conditions',
  'suspect',
  'indeterminate',
  'not-traceable',
] as const
export type Verdict = (typeof ranks)[number]

/** What a rule leads to; `unknown` ones count only where no competent issuer stands in front. */
export interface Finding {
  readonly verdict: Verdict
  readonly unknown: boolean
}
export const bad = (verdict: Verdict): Finding[] => [{ verdict, unknown: false }]
export const unknown = (verdict: Verdict): Finding[] => [{ verdict, unknown: true }]
export const fine: Finding[] = []
export const counted = (findings: readonly Finding[], isNeeded: boolean) =>
  findings.filter((one) => isNeeded || !one.unknown).map((one) => one.verdict)

export interface Use {
  readonly from: Date
  readonly to: Date
  readonly kind?: string | undefined
  readonly value?: number | undefined
}

export class UseOracle {
  readonly records: ChainRecords
  readonly k: Date
  readonly policy: Policy
  constructor(records: ChainRecords, k: Date, policy: Policy) {
    this.records = records
    this.k = k
    this.policy = policy
  }

  seen<T extends Recorded>(list: readonly T[]): T[] {
    return list.filter((one) => one.recordedAt <= this.k)
  }
  certificate(id: string): CertificateRecord | undefined {
    return this.seen(this.records.certificates).find((one) => one.id === id)
  }
  result(id: string): ResultRecord | undefined {
    const found = this.records.results.find((one) => one.id === id)
    return found && this.certificate(found.certificateId) ? found : undefined
  }
  of(result: ResultRecord): CertificateRecord {
    return this.certificate(result.certificateId)!
  }
  reference(id: string): ReferenceRecord | undefined {
    return this.seen(this.records.references).find((one) => one.id === id)
  }

  kind(calibrated: string, { kind }: Use): Finding[] {
    return kind === undefined || kind === calibrated ? fine : bad('not-traceable')
  }

  /** R02, R03, R04, R05, R09, R18. */
  aboutUse(standard: ResultRecord, use: Use): Verdict[] {
    const covered = use.value === undefined || use.value === standard.point.value
    return [
      ...this.state(standard, use),
      ...this.inForce(standard, use),
      ...this.kind(standard.measurandKind, use).map((one) => one.verdict),
      ...(covered ? [] : ['not-traceable' as const]),
      ...this.due(standard, use),
      ...this.later(standard, use),
    ]
  }
  happenings(standard: ResultRecord): { at: Date; what: string }[] {
    const { equipmentId, finished, number } = this.of(standard)
    const events = this.seen(this.records.equipment.find((one) => one.id === equipmentId)!.events).map(
      (one) => ({
        at: one.occurredAt,
        what: one.kind === 'intermediate-check' ? `check-${one.outcome}` : one.kind,
      }),
    )
    const calibrations = this.seen(this.records.history)
      .filter((one) => one.equipmentId === equipmentId && one.certificateNumber !== number)
      .map((one) => ({
        at: one.started,
        what: one.stage === 'as-left' ? 'left' : one.conformity === 'fail' ? 'found-bad' : 'found-good',
      }))
    return [...events, ...calibrations]
      .filter((one) => one.at >= finished)
      .toSorted((a, b) => Number(a.at) - Number(b.at))
  }
  state(standard: ResultRecord, use: Use): Verdict[] {
    const { finished } = this.of(standard)
    if (finished > use.to) return ['not-traceable']
    const since = this.happenings(standard).filter((one) => one.at > finished && one.at <= use.to)
    const voided = since.some((one, i) => {
      if (['adjustment', 'firmware-change', 'left'].includes(one.what)) return true
      return one.what === 'overload' && !since.slice(i + 1).some((next) => next.what === 'check-passed')
    })
    return voided ? ['not-traceable'] : []
  }
  inForce(standard: ResultRecord, use: Use): Verdict[] {
    const certificate = this.of(standard)
    const events = this.seen(certificate.events)
    if (events.some((one) => one.kind === 'revoked')) return ['not-traceable']
    if (events.some((one) => one.kind === 'withdrawn' && one.effectiveFrom! <= use.to))
      return ['not-traceable']
    if (certificate.issuedAt! > use.to) return ['not-traceable']
    const next = this.seen(this.records.certificates).find(
      (one) => one.number === certificate.number && one.version > certificate.version,
    )
    return next?.changeClass === 'value' ? ['suspect'] : []
  }
  due(standard: ResultRecord, use: Use): Verdict[] {
    const { equipmentId, finished } = this.of(standard)
    const [programme] = this.records.equipment.find((one) => one.id === equipmentId)!.programmes
    if (programme?.intervalMonths === undefined) return []
    const last = new Date(finished)
    last.setUTCMonth(last.getUTCMonth() + programme.intervalMonths)
    if (last.getUTCDate() !== finished.getUTCDate()) last.setUTCDate(0)
    if (day(use.to) <= day(last)) return []
    const next = this.happenings(standard)
      .filter(
        (one) =>
          one.at >= use.to &&
          ['adjustment', 'check-failed', 'found-good', 'found-bad', 'left'].includes(one.what),
      )
      .at(0)
    return [next?.what === 'found-good' ? 'traceable-with-conditions' : 'not-traceable']
  }
  later(standard: ResultRecord, use: Use): Verdict[] {
    const told = this.happenings(standard).filter(
      (one) => !['overload', 'firmware-change'].includes(one.what),
    )
    const before = told.filter((one) => one.at < use.to)
    const failed = before.findLastIndex((one) => one.what === 'check-failed')
    const isRedeemed = before.slice(failed + 1).some((one) => one.what === 'check-passed')
    if (before.some((one) => one.what === 'found-bad') || (failed >= 0 && !isRedeemed)) return ['suspect']
    const next = told.find((one) => one.at >= use.to)
    if (next?.what === 'check-failed' || next?.what === 'found-bad') return ['suspect']
    return next?.what === 'adjustment' || next?.what === 'left' ? ['indeterminate'] : []
  }

  /** R07: what the class, or the bias that was left uncorrected, asks for is in the line; or the bias in a line of its own. */
  corrected(result: ResultRecord, link: LinkRecord, standard: ResultRecord): Finding[] {
    const item = this.records.equipment.find((one) => one.id === this.of(standard).equipmentId)!
    const [x, u] = [link.inputEstimate!, link.inputStandardUncertainty!]
    if (link.usedAt?.value !== undefined && link.usedAt.value !== standard.point.value) return fine
    if (item.usedBy === 'class') {
      const [limits] = this.seen(item.classes ?? [])
      const isInside = u >= (limits!.maximumPermissibleError / Math.sqrt(3)) * 0.95
      return isInside ? fine : bad('traceable-with-conditions')
    }
    const isCorrected = Math.abs(x - standard.estimate) <= Math.abs(x - standard.point.value)
    if (isCorrected) return fine
    const ofBias = Math.abs(standard.estimate - standard.point.value) / Math.sqrt(3)
    const own = result.budget?.inputs.find((one) => one.symbol === 'own')?.standardUncertainty ?? 0
    const isInLine = u >= Math.hypot(standard.standardUncertainty!, ofBias) * 0.95
    const isBeside = own / Math.abs(link.sensitivity!) >= ofBias * 0.95
    return isInLine || isBeside ? fine : bad('traceable-with-conditions')
  }

  /** R08 */
  surroundings(result: ResultRecord, link: LinkRecord, standard: ResultRecord): Finding[] {
    const [stated] = this.of(standard).conditionsOfUse ?? []
    const [met] = this.of(result).environment ?? []
    const isEnlarged = link.inputStandardUncertainty! > standard.standardUncertainty! * (1 + 1e-6)
    if (stated === undefined || met === undefined || isEnlarged) return fine
    const isInside = stated.lower <= met.lower && met.upper <= stated.upper
    return isInside ? fine : bad('traceable-with-conditions')
  }

  /** R19, by the decision of a recall; all that are drawn come after whatever was found. */
  isDecidedHarmless(result: ResultRecord, standard: ResultRecord): boolean {
    const { equipmentId } = this.of(standard)
    return this.seen(result.dispositions ?? []).some(
      ({ about }) => 'equipment' in about && about.equipment === equipmentId,
    )
  }
}

/** The civil day in China. */
export const day = (instant: Date) => new Date(Number(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
