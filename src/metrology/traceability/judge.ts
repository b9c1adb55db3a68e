import type { ChainLink, ChainNode, ResultNode, Use } from './graph.ts'
import { saidOfResult, saidOfUse } from './judged-before.ts'
import { authentic } from './rules/authenticity.ts'
import { branchEndsNowhere, branchesOf } from './rules/branches.ts'
import { budgetConsistent } from './rules/budget-consistency.ts'
import { withinCapability } from './rules/capability.ts'
import { certificateInForce } from './rules/certificate-in-force.ts'
import { comparedWell } from './rules/comparisons.ts'
import { assessCompetence, isAnchored, issuerCompetent, methodInForce } from './rules/competence.ts'
import type { Assessment } from './rules/competence.ts'
import { correctionOrClass } from './rules/correction-or-class.ts'
import { dueAt, withinInterval } from './rules/interval.ts'
import { itemState } from './rules/item-state.ts'
import { lateRecords } from './rules/late-record.ts'
import { laterFinding } from './rules/later-finding.ts'
import { lifted } from './rules/lifting.ts'
import { pointCovered, sameMeasurand } from './rules/measurand-and-point.ts'
import { calibratedBefore, judgedAtUse } from './rules/order.ts'
import type { RuleOutcome, Setting } from './rules/outcome.ts'
import { peopleAuthorised } from './rules/people.ts'
import { admittedRoot } from './rules/roots.ts'
import { withinConditions } from './rules/surroundings.ts'
import { uncertaintyStated } from './rules/uncertainty-stated.ts'
import type { Shares } from './shares.ts'
import { significantLinks } from './significance.ts'

/** A rule's outcome, and whether it counts for the verdict. */
export interface Judgement extends RuleOutcome {
  /** `beyond-anchor`: not knowing more is no fault above a certificate that is a sufficient end by itself. */
  readonly weight: 'counts' | 'insignificant' | 'beyond-anchor'
}

export interface Judged {
  readonly judgements: readonly Judgement[]
  readonly assessments: ReadonlyMap<string, Assessment>
  readonly significant: ReadonlySet<string>
}

/** All rules on all nodes: those about a result once, those about a use for each use (R13: at its own date). */
export function judge(setting: Setting, shares: Shares, asked: Use): Judged {
  const { chain, policy } = setting
  const results = chain.order.map((id) => chain.nodes.get(id)).filter((node) => node?.kind === 'result')
  const judged = new Map(results.map((node) => [node.id, judgedResult(setting, node, shares)]))
  const assessments = new Map([...judged].map(([id, { assessment }]) => [id, assessment]))
  const significant = significantLinks(chain, shares, policy.significantShare)
  const reach = reachOf(setting, assessments, significant)

  const judgements = [...weighed(aboutUse(setting, chain.subject, asked), countsAndNeeded)]
  const told = new Map<string, Set<string>>()
  for (const [id, { assessment, outcomes }] of judged) {
    const needed = reach.needed.has(id)
    judgements.push(...outcomes(weighing(reach.counts.has(id), needed)))
    for (const link of chain.linksInto(id)) {
      const weight = weighing(significant.has(link.key), needed && !isAnchored(assessment))
      const use = judgedUse(setting, link)
      const before = told.get(use.of) ?? new Set()
      told.set(use.of, before)
      if (before.has(weight.name + use.figures)) continue
      if (!before.has(weight.name + use.found)) judgements.push(...use.outcomes(weight))
      before.add(weight.name + use.figures).add(weight.name + use.found)
    }
  }
  return { judgements, assessments, significant }
}

const judgedResult = (setting: Setting, node: ResultNode, shares: Shares) =>
  saidOfResult(setting, node, () => {
    const assessment = assessCompetence(setting, node)
    return { assessment, outcomes: eachWeighedOnce(aboutResult(setting, node, assessment, shares)) }
  })

const judgedUse = (setting: Setting, link: ChainLink) =>
  saidOfUse(setting, link, () => {
    const outcomes = aboutLink(setting, link)
    return {
      of: useOf(setting, link),
      figures: `${link.record.inputEstimate} ${link.record.inputStandardUncertainty}`,
      found: JSON.stringify(outcomes.map(({ code, reason, effect }) => [code, reason, effect])),
      outcomes: eachWeighedOnce(outcomes),
    }
  })

interface Weighing {
  readonly name: string
  readonly counts: boolean
  readonly needed: boolean
}

const weighings = [false, true].map((counts) =>
  [false, true].map((needed): Weighing => ({ name: `${counts} ${needed} `, counts, needed })),
)
const countsAndNeeded: Weighing = { name: 'true true ', counts: true, needed: true }

const weighing = (counts: boolean, needed: boolean): Weighing =>
  weighings[Number(counts)]?.[Number(needed)] ?? countsAndNeeded

function weighed(outcomes: readonly RuleOutcome[], { counts, needed }: Weighing): readonly Judgement[] {
  return outcomes.map((outcome) => {
    if (!counts) return { ...outcome, weight: 'insignificant' }
    return { ...outcome, weight: outcome.outcome === 'unknown' && !needed ? 'beyond-anchor' : 'counts' }
  })
}

/** The same outcomes weigh differently in different chains, in one of four ways. */
function eachWeighedOnce(outcomes: readonly RuleOutcome[]): (weight: Weighing) => readonly Judgement[] {
  const found = new Map<string, readonly Judgement[]>()
  return (weight) => {
    const before = found.get(weight.name) ?? weighed(outcomes, weight)
    found.set(weight.name, before)
    return before
  }
}

/**
 * One use of one standard: several inputs, or several results of one calibration, share it. With the same figures it is judged
 * once, and what is found of it alike is told once.
 */
function useOf(setting: Setting, link: ChainLink): string {
  const user = setting.chain.nodes.get(link.to)
  const standard = setting.chain.nodes.get(link.from)
  const { point, measurandKind } = link.use
  return JSON.stringify([
    link.from,
    user?.kind === 'result' ? user.certificate.id : link.to,
    standard?.kind === 'unresolved' ? link.record.input : '',
    measurandKind,
    point,
    link.closesCycle,
  ])
}

/** Nodes on significant branches, and of those the ones that no competent issuer stands in front of. */
function reachOf(
  setting: Setting,
  assessments: ReadonlyMap<string, Assessment>,
  significant: ReadonlySet<string>,
) {
  const { chain } = setting
  const counts = new Set([chain.subject.id])
  const needed = new Set([chain.subject.id])
  for (const id of chain.order) {
    const assessment = assessments.get(id)
    const isEnd = assessment !== undefined && isAnchored(assessment)
    for (const link of chain.linksInto(id)) {
      if (!counts.has(id) || !significant.has(link.key)) continue
      counts.add(link.from)
      if (needed.has(id) && !isEnd) needed.add(link.from)
    }
  }
  return { counts, needed }
}

function aboutResult(
  setting: Setting,
  node: ResultNode,
  assessment: Assessment,
  shares: Shares,
): RuleOutcome[] {
  return [
    branchesOf(setting, node, assessment, shares),
    uncertaintyStated(setting, node),
    issuerCompetent(setting, node, assessment),
    ...present([methodInForce(setting, node)]),
    ...withinCapability(setting, node, assessment),
    ...present([comparedWell(setting, node, assessment)]),
    ...budgetConsistent(setting, node),
    authentic(setting, node, assessment),
    ...peopleAuthorised(setting, node),
    ...lateRecords(setting, node),
  ]
}

function aboutUse(setting: Setting, node: ResultNode, use: Use): RuleOutcome[] {
  return [
    itemState(setting, node, use),
    certificateInForce(setting, node, use),
    sameMeasurand(node, use),
    pointCovered(setting, node, use),
    withinInterval(setting, node, use),
    laterFinding(setting, node, use),
  ]
}

function aboutLink(setting: Setting, link: ChainLink): RuleOutcome[] {
  const standard = setting.chain.nodes.get(link.from)
  if (standard === undefined) return []
  const order = calibratedBefore(setting, link, standard)
  if (order?.reason === 'unanchored-cycle') return [order]
  return [...(order ? [order] : []), ...aboutStandard(setting, link, standard)]
}

function aboutStandard(setting: Setting, link: ChainLink, standard: ChainNode): RuleOutcome[] {
  if (standard.kind === 'unresolved') return [branchEndsNowhere(standard, link)]
  if (standard.kind === 'reference')
    return [sameMeasurand(standard, link.use), admittedRoot(setting, standard, link)]
  const due = dueAt(setting, standard, link.use)
  const outcomes = [
    judgedAtUse(setting, link, standard, due?.lastDay),
    ...aboutUse(setting, standard, link.use),
    ...present([correctionOrClass(setting, link, standard), withinConditions(setting, link, standard)]),
  ]
  return lifted(setting, link, standard, outcomes)
}

const present = (outcomes: readonly (RuleOutcome | undefined)[]) =>
  outcomes.filter((one) => one !== undefined)
