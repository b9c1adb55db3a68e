import { withoutNoise } from '#metrology/quantity/without-noise.ts'
import type { ChainNode, ResultNode } from './graph.ts'
import type { AnsweredInfluences } from './influences/answered.ts'
import type { PartsOfNodes } from './influences/parts-of-nodes.ts'
import type { Judged, Judgement } from './judge.ts'
import { ladderOf } from './ladder.ts'
import type { Rung } from './ladder.ts'
import type { Recomputation } from './recomputation.ts'
import type { Words } from './records.ts'
import type { Depth, Resolution } from './resolution.ts'
import { labelOf, organizationNamed, ruleAt } from './rules/outcome.ts'
import type { RuleOutcome, Setting } from './rules/outcome.ts'
import type { Shares } from './shares.ts'
import type { TraceabilityQuestion } from './trace.ts'
import type { Verdict } from './verdict.ts'

/** The members promised by the interface, as values that go into JSON unchanged. */
export interface TraceabilityAnswer {
  readonly subject: AnsweredSubject
  readonly at: string
  readonly asKnownAt: string
  readonly policy: string
  readonly verdict: Verdict
  readonly resolution: Resolution
  readonly depth: number
  readonly roots: readonly AnsweredRoot[]
  readonly anchors: readonly AnsweredAnchor[]
  readonly nodes: readonly AnsweredNode[]
  readonly links: readonly AnsweredLink[]
  readonly ladder: readonly Rung[]
  readonly rules: readonly AnsweredRule[]
  readonly recomputations: readonly Recomputation[]
  /** Only where it was asked for. */
  readonly influences?: AnsweredInfluences
}

export interface AnsweredSubject {
  readonly certificate?: string
  readonly version?: number
  readonly result?: string
  readonly equipment: string
  readonly component: string
  readonly measurandKind: string
  readonly point?: { readonly value: number; readonly unit: string }
}

export interface AnsweredRoot {
  readonly reference: string
  readonly kind: string
  readonly organization: Words
  readonly share: number
}

export interface AnsweredAnchor {
  readonly certificate: string
  readonly competence: string
  readonly organization: Words
  readonly share: number
}

export interface AnsweredNode {
  readonly id: string
  readonly kind: ChainNode['kind']
  readonly label: string
  readonly level: number
  readonly end?: 'root' | 'anchor'
  readonly significant: boolean
  /** Part of the variance of the asked result that passes through, and the part that arises here. */
  readonly share: number
  readonly local: number
  readonly organization?: Words
  readonly equipment?: string
  readonly component?: string
  readonly measurandKind?: string
  readonly estimate?: number
  readonly expandedUncertainty?: number
  readonly coverageFactor?: number
  readonly unit?: string
  readonly finished?: string
}

export interface AnsweredLink {
  readonly from: string
  readonly to: string
  readonly input: string
  readonly sensitivity: number | null
  /** Part of u² of the result it goes into; null where the budget does not tell. */
  readonly share: number | null
  readonly significant: boolean
}

export interface AnsweredRule extends Omit<RuleOutcome, 'node'> {
  readonly node: string
  readonly weight: Judgement['weight']
}

export interface Traced {
  readonly question: TraceabilityQuestion
  readonly setting: Setting
  readonly shares: Shares
  readonly parts: PartsOfNodes
  readonly judged: Judged
  readonly judgements: readonly Judgement[]
  readonly depth: Depth
  readonly verdict: Verdict
  readonly recomputed: readonly Recomputation[]
  readonly influences: AnsweredInfluences | undefined
}

export function viewed(traced: Traced): TraceabilityAnswer {
  const { question, setting, depth } = traced
  return {
    subject: subjectOf(setting, setting.chain.subject),
    at: question.at.toISOString(),
    asKnownAt: question.asKnownAt.toISOString(),
    policy: question.policy.code,
    verdict: traced.verdict,
    resolution: depth.resolution,
    depth: depth.depth,
    roots: rootsOf(traced),
    anchors: anchorsOf(traced),
    nodes: setting.chain.order.flatMap((id) => nodeOf(traced, id)),
    links: linksOf(traced),
    ladder: ladderOf(setting, traced.shares, depth),
    rules: traced.judgements,
    recomputations: traced.recomputed,
    ...(traced.influences && { influences: traced.influences }),
  }
}

function subjectOf(setting: Setting, { certificate, result }: ResultNode): AnsweredSubject {
  const { unit, unitSize, value } = result.point
  return {
    certificate: certificate.number,
    version: certificate.version,
    result: result.code,
    equipment: setting.known.equipment.get(certificate.equipmentId)?.code ?? certificate.equipmentId,
    component: certificate.component,
    measurandKind: result.measurandKind,
    point: { value: withoutNoise(value / unitSize), unit },
  }
}

function rootsOf({ setting, parts }: Traced): AnsweredRoot[] {
  return setting.chain.order
    .map((id) => setting.chain.nodes.get(id))
    .filter((node) => node?.kind === 'reference')
    .map((node) => ({
      reference: node.reference.code,
      kind: node.reference.kind,
      organization: organizationNamed(setting.known, node.reference.holderId),
      share: parts.ofNode.get(node.id) ?? 0,
    }))
    .toSorted((a, b) => b.share - a.share)
}

function anchorsOf({ setting, parts, judged, depth }: Traced): AnsweredAnchor[] {
  return depth.anchors.flatMap((id) => {
    const node = setting.chain.nodes.get(id)
    const assessment = judged.assessments.get(id)
    if (node?.kind !== 'result' || assessment?.held !== 'by-competence') return []
    return [
      {
        certificate: node.certificate.number,
        competence: assessment.competence.code,
        organization: organizationNamed(setting.known, node.certificate.laboratoryId),
        share: parts.ofNode.get(id) ?? 0,
      },
    ]
  })
}

function nodeOf(traced: Traced, id: string): AnsweredNode[] {
  const { setting, parts, depth } = traced
  const node = setting.chain.nodes.get(id)
  if (node === undefined) return []
  const end = node.kind === 'reference' ? 'root' : depth.anchors.includes(id) ? 'anchor' : undefined
  return [
    {
      id,
      kind: node.kind,
      label: labelOf(node),
      level: depth.level.get(id) ?? -1,
      ...(end && { end }),
      significant: depth.level.has(id),
      share: parts.ofNode.get(id) ?? 0,
      local: parts.local.get(id) ?? 0,
      ...detailsOf(setting, node),
    },
  ]
}

function detailsOf(setting: Setting, node: ChainNode): Partial<AnsweredNode> {
  if (node.kind === 'unresolved') return {}
  if (node.kind === 'reference') {
    const { holderId, measurandKind, unit, unitSize, estimate } = node.reference
    const organization = organizationNamed(setting.known, holderId)
    return { organization, measurandKind, unit, estimate: withoutNoise(estimate / unitSize) }
  }
  const { result, certificate } = node
  const { expandedUncertainty: U, coverageFactor: k } = result
  return {
    organization: organizationNamed(setting.known, certificate.laboratoryId),
    equipment: setting.known.equipment.get(certificate.equipmentId)?.code ?? certificate.equipmentId,
    component: certificate.component,
    measurandKind: result.measurandKind,
    estimate: withoutNoise(result.estimate / result.unitSize),
    ...(U !== undefined && { expandedUncertainty: withoutNoise(U / result.unitSize) }),
    ...(k !== undefined && { coverageFactor: k }),
    unit: result.unit,
    finished: certificate.finished.toISOString(),
  }
}

function linksOf({ setting, shares, judged }: Traced): AnsweredLink[] {
  return setting.chain.links.map((link) => ({
    from: link.from,
    to: link.to,
    input: link.record.input,
    sensitivity: link.record.sensitivity ?? null,
    share: shares.ofResult.get(link.key) ?? null,
    significant: judged.significant.has(link.key),
  }))
}

/** There is no result to ask about: the component was never calibrated before T, as known at K. */
export function neverCalibrated(question: TraceabilityQuestion): TraceabilityAnswer {
  const { subject } = question
  const item =
    subject.kind === 'none'
      ? { equipment: subject.equipment, component: subject.component, measurandKind: subject.measurandKind }
      : { equipment: '', component: '', measurandKind: question.measurandKind ?? '' }
  const label = `${item.equipment}/${item.component}`
  const outcome = ruleAt('R02', label, label).fail('never-calibrated', 'not-traceable', {
    en: `No calibration of ${label} before the use is recorded.`,
    zh: `未记录 ${label} 在使用前的任何校准。`,
  })
  return {
    subject: item,
    at: question.at.toISOString(),
    asKnownAt: question.asKnownAt.toISOString(),
    policy: question.policy.code,
    verdict: 'not-traceable',
    resolution: 'none',
    depth: 0,
    roots: [],
    anchors: [],
    nodes: [],
    links: [],
    ladder: [],
    rules: [{ ...outcome, weight: 'counts' }],
    recomputations: [],
  }
}
