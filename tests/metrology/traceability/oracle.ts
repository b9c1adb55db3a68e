import type { Policy } from '#metrology/traceability/policies.ts'
import type {
  ChainRecords,
  CompetenceRecord,
  LinkRecord,
  ReferenceRecord,
  ResultRecord,
} from '#metrology/traceability/records.ts'

import { bad, counted, day, fine, ranks, unknown, UseOracle } from './oracle-of-uses.ts'
import type { Finding, Verdict } from './oracle-of-uses.ts'

/*
 * The verdict once more, for small registries: every route from the result to its end is walked on its own, every record is
 * searched for in the whole list, nothing is remembered. Slow and, rule by rule, as the page says it.
 */

interface Asked {
  readonly result: string
  readonly at: Date
  readonly asKnownAt: Date
  readonly policy: Policy
}
/** Everything that some rule leads to and that counts. */
export function oracleEffects(records: ChainRecords, { result, at, asKnownAt, policy }: Asked): Set<Verdict> {
  const world = new Oracle(records, asKnownAt, policy)
  const subject = world.result(result)
  if (subject === undefined) return new Set(['not-traceable'])
  return new Set([...world.aboutUse(subject, { from: at, to: at }), ...world.walk(subject, true, [])])
}

export const oracleVerdict = (effects: ReadonlySet<Verdict>): Verdict =>
  ranks.toReversed().find((one) => effects.has(one)) ?? 'traceable'

class Oracle extends UseOracle {
  /** All that is wrong at a result and above it, as verdicts that count. `needed`: no competent issuer below. */
  walk(result: ResultRecord, needed: boolean, below: readonly string[]): Verdict[] {
    const anchored = this.route(result)?.anchors === true
    const own = counted(this.aboutResult(result, anchored), needed)
    const above = result.links
      .filter((link) => this.isSignificant(result, link))
      .flatMap((link) => {
        const isNeeded = needed && !anchored
        const standard = link.upstream.kind === 'result' ? this.result(link.upstream.resultId) : undefined
        const found = counted(this.aboutLink(result, link), isNeeded)
        if (standard === undefined || below.includes(standard.id)) return found
        return [...found, ...this.walk(standard, isNeeded, [...below, result.id])]
      })
    return [...own, ...above]
  }

  share(result: ResultRecord, c: number | undefined, u: number | undefined): number | undefined {
    const total = result.budget?.inputs.reduce(
      (sum, one) => sum + (one.sensitivity * one.standardUncertainty) ** 2,
      0,
    )
    return total === undefined || c === undefined || u === undefined ? undefined : (c * u) ** 2 / total
  }
  bare(result: ResultRecord) {
    return (result.budget?.inputs ?? []).filter(
      (one) => one.measurandKind !== undefined && !result.links.some((link) => link.input === one.symbol),
    )
  }
  largest(result: ResultRecord): number {
    const bare = this.bare(result)
    const all = [
      ...result.links.map((one) => one.expectedMeasurandKind),
      ...bare.map((one) => one.measurandKind),
    ]
    if (all.includes(result.measurandKind)) return Infinity
    const links = result.links.map(
      (one) => this.share(result, one.sensitivity, one.inputStandardUncertainty) ?? 0,
    )
    return Math.max(
      0,
      ...links,
      ...bare.map((one) => this.share(result, one.sensitivity, one.standardUncertainty) ?? 0),
    )
  }
  isSignificant(result: ResultRecord, link: LinkRecord): boolean {
    const share = this.share(result, link.sensitivity, link.inputStandardUncertainty)
    if (link.expectedMeasurandKind === result.measurandKind || share === undefined) return true
    return share >= this.policy.significantShare || share >= this.largest(result)
  }

  /** R01, R06, R10, R12, R17, R20, R21. */
  aboutResult(result: ResultRecord, anchored: boolean): Finding[] {
    const certificate = this.of(result)
    const hasU = result.expandedUncertainty !== undefined && result.coverageFactor !== undefined
    const hasFreedom = result.standardUncertainty !== undefined && result.degreesOfFreedom !== undefined
    const unproven = this.bare(result).filter((one) => {
      const share = this.share(result, one.sensitivity, one.standardUncertainty) ?? 1
      const counts = share >= this.policy.significantShare || share >= this.largest(result)
      return counts || one.measurandKind === result.measurandKind
    })
    const isCopy = certificate.origin === 'transcribed'
    const noBranch = unproven.length > 0 || (result.links.length === 0 && !(isCopy && anchored))
    const branches =
      result.budget === undefined
        ? anchored
          ? fine
          : unknown('indeterminate')
        : noBranch
          ? bad('not-traceable')
          : fine
    const checked = this.seen(certificate.events).some(
      (one) => one.kind === 'checked' && one.by !== certificate.recordedBy,
    )
    const copy = checked ? fine : unknown('indeterminate')
    const hash =
      certificate.hashVerified === undefined
        ? unknown('indeterminate')
        : certificate.hashVerified
          ? fine
          : bad('indeterminate')
    return [
      ...branches,
      ...(hasU || hasFreedom ? fine : unknown('indeterminate')),
      ...this.competent(result),
      ...this.consistent(result),
      ...(isCopy ? copy : hash),
      ...this.people(result),
      ...this.compared(result),
    ]
  }

  active(competence: CompetenceRecord, day: string): boolean {
    const said = this.seen(competence.statuses).filter((one) => one.effectiveFrom <= day)
    const last = said.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)).at(-1)
    return last?.status === 'active' && this.seen(competence.versions).some((one) => one.validFrom <= day)
  }
  held(lab: string): CompetenceRecord[] {
    return this.seen(this.records.competences).filter((one) => one.organizationId === lab)
  }
  line(result: ResultRecord, accepted: readonly string[]): CompetenceRecord | undefined {
    const { laboratoryId, finished } = this.of(result)
    return this.held(laboratoryId).find(
      (one) =>
        accepted.includes(one.kind) &&
        one.measurandKind === result.measurandKind &&
        this.active(one, day(finished)),
    )
  }
  roots(result: ResultRecord, below: readonly string[] = []): ReferenceRecord[] {
    return result.links.flatMap(({ upstream }) => {
      if (upstream.kind === 'reference') return [this.reference(upstream.referenceId)!]
      const standard = upstream.kind === 'result' ? this.result(upstream.resultId) : undefined
      return standard && !below.includes(standard.id) ? this.roots(standard, [...below, result.id]) : []
    })
  }
  route(result: ResultRecord) {
    const { laboratoryId, kind } = this.of(result)
    const roles = this.records.organizations.find((one) => one.id === laboratoryId)?.roles ?? []
    return this.policy.routes.find((one) => {
      if (one.roles !== undefined && !one.roles.some((role) => roles.includes(role))) return false
      if (one.certificateKinds !== undefined && !one.certificateKinds.includes(kind)) return false
      const own = this.roots(result).filter((root) => root.holderId === laboratoryId)
      return (
        own.some((root) => one.holdsRoot?.includes(root.kind)) ||
        this.line(result, one.competence) !== undefined
      )
    })
  }
  competent(result: ResultRecord): Finding[] {
    const route = this.route(result)
    if (route !== undefined) return route.effect === 'none' ? fine : bad(route.effect)
    return this.held(this.of(result).laboratoryId).length === 0
      ? unknown('indeterminate')
      : bad('not-traceable')
  }
  consistent(result: ResultRecord): Finding[] {
    const lines = result.links.map((link) => {
      const { upstream } = link
      const standard =
        upstream.kind === 'result'
          ? this.result(upstream.resultId)
          : upstream.kind === 'reference'
            ? this.reference(upstream.referenceId)
            : undefined
      return { link, standard }
    })
    const low = lines.some(
      ({ link, standard }) =>
        standard && link.inputStandardUncertainty! < standard.standardUncertainty! * 0.95,
    )
    const below = lines.some(({ standard }) => {
      const c = lines
        .filter((one) => one.standard === standard)
        .reduce((sum, { link }) => sum + link.sensitivity!, 0)
      return standard && result.standardUncertainty! < Math.abs(c) * standard.standardUncertainty! * 0.95
    })
    return low || below ? bad('suspect') : fine
  }
  people(result: ResultRecord): Finding[] {
    const { performer, signatory, finished, issuedAt, origin } = this.of(result)
    const acts = [
      { person: performer, activity: 'perform', on: finished },
      { person: signatory, activity: 'authorise', on: issuedAt! },
    ]
    const wrong = acts.some(({ person, activity, on }) => {
      const all = this.seen(this.records.authorizations).filter((one) => one.person === person)
      if (person === undefined || (all.length === 0 && origin === 'transcribed')) return false
      return !all.some((one) => one.activity === activity && one.from <= day(on))
    })
    return wrong ? bad('traceable-with-conditions') : fine
  }
  compared(result: ResultRecord): Finding[] {
    const route = this.route(result)
    const line = route && this.line(result, route.competence)
    const on = day(this.of(result).finished)
    const rounds = this.seen(this.records.comparisons ?? []).filter(
      (one) => one.competenceId === line?.id && one.day <= on,
    )
    const newest = rounds
      .map((one) => one.day)
      .toSorted()
      .at(-1)
    const wrong = rounds.some(
      (one) =>
        one.day === newest &&
        Math.abs(one.normalizedError) > 1 &&
        !this.seen(one.resolutions).some((r) => r.day <= on),
    )
    return wrong ? bad('traceable-with-conditions') : fine
  }

  /** R14, R15, R01 at an end that is none, and all that is asked of a use. */
  aboutLink(result: ResultRecord, link: LinkRecord): Finding[] {
    const { started, finished, laboratoryId } = this.of(result)
    const use = { from: started, to: finished, kind: link.expectedMeasurandKind, value: link.usedAt?.value }
    if (link.upstream.kind === 'reference') {
      const root = this.reference(link.upstream.referenceId)!
      return [...this.kind(root.measurandKind, use), ...this.root(root, day(finished), laboratoryId)]
    }
    const standard = link.upstream.kind === 'result' ? this.result(link.upstream.resultId) : undefined
    if (standard === undefined) return unknown('indeterminate')
    const early = this.of(standard).finished > started ? bad('not-traceable') : fine
    const isDecided = this.isDecidedHarmless(result, standard)
    const uses = this.aboutUse(standard, use).map((verdict) =>
      isDecided && verdict === 'suspect' ? ('traceable-with-conditions' as const) : verdict,
    )
    return [
      ...early,
      ...uses.map((verdict) => ({ verdict, unknown: false })),
      ...this.corrected(result, link, standard),
      ...this.surroundings(result, link, standard),
    ]
  }
  root(root: ReferenceRecord, on: string, user: string): Finding[] {
    const evidence = this.seen(root.evidence).filter(
      (one) => one.validFrom <= on && on <= (one.validTo ?? '9999'),
    )
    const admitted = this.policy.roots.some(
      (one) =>
        one.kinds.includes(root.kind) &&
        one.evidence.every((kind) => evidence.some((each) => each.kind === kind)) &&
        (one.holderCompetence === undefined ||
          this.held(root.holderId).some(
            (line) =>
              one.holderCompetence!.includes(line.kind) &&
              line.measurandKind === root.measurandKind &&
              this.active(line, on),
          )),
    )
    if (!admitted) return bad('not-traceable')
    return root.holderId === user ? fine : bad('traceable-with-conditions')
  }
}
