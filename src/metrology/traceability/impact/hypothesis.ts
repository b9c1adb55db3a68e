import type { Chain, ChainNode } from '../graph.ts'
import type { LinkRecord, ResultRecord, Upstream } from '../records.ts'
import { exchanged, reevaluated } from '../reevaluation.ts'
import type { InputFigure } from '#metrology/budget/evaluate-stored.ts'
import type { ResultFigure } from '../reevaluation.ts'
import { significantInputs } from '../significance.ts'

import { figureAfter, figureBefore } from './decision.ts'
import type { DecidedFigure } from './decision.ts'

/** What is supposed of a standard; in coherent units. */
export interface Hypothesis {
  /** Its value is another one by this much, at every use. */
  readonly shift?: number | undefined
  /** Its value has moved by this much for each year between its calibration and a use. */
  readonly driftPerYear?: number | undefined
  readonly expandedUncertainty?: number | undefined
  /** Its certificate is worth nothing. */
  readonly revoked?: boolean | undefined
}

/** What a standard was taken to be, and what it is now supposed to be: all that a result below needs to know of it. */
export interface ChangedStandard {
  readonly before: ResultFigure
  readonly after: ResultFigure
  readonly drift?: { readonly perYear: number; readonly since: Date }
  /** There is no value any more. */
  readonly lost?: boolean
}

/** A result downstream, before and after; it is in turn a changed standard to those that used it. */
export interface ImpactedResult extends ChangedStandard {
  readonly before: DecidedFigure
  readonly after: DecidedFigure
  /** The decision is another one, or there is none any more. */
  readonly flipped: boolean
}

/** The changed standards that a result took its inputs from, by `upstreamKey`. */
export type ChangedStandards = ReadonlyMap<string, ChangedStandard>

export const upstreamKey = (upstream: Upstream): string => {
  if (upstream.kind === 'result') return upstream.resultId
  if (upstream.kind === 'reference') return `reference:${upstream.referenceId}`
  return `equipment:${upstream.equipmentId}/${upstream.component}`
}

export interface SupposedStandard extends ResultFigure {
  readonly coverageFactor?: number | undefined
  /** When its value was assigned; a drift begins there. */
  readonly finished?: Date | undefined
}

/** The hypothesis on the standard itself. U is divided by the k of its certificate, by 2 where there is none. */
export function supposed(standard: SupposedStandard, hypothesis: Hypothesis): ChangedStandard {
  const { estimate, standardUncertainty, expandedUncertainty, coverageFactor: k = 2, finished } = standard
  const before = { estimate, standardUncertainty, expandedUncertainty }
  if (hypothesis.revoked === true) return { before, after: { estimate }, lost: true }
  const { shift = 0, driftPerYear: perYear = 0, expandedUncertainty: U } = hypothesis
  const uncertain = U === undefined ? before : { standardUncertainty: U / k, expandedUncertainty: U }
  const after = { ...uncertain, estimate: estimate + shift }
  return { before, after, ...(perYear !== 0 && finished && { drift: { perYear, since: finished } }) }
}

/**
 * One result below changed standards: its stored model again, exactly (traceability.md, impact). It needs nothing but the
 * result and the changes of what stands directly above it, so a stream in topological order may forget everything else.
 * Undefined: the result is what it was.
 */
export function reevaluateOne(
  result: ResultRecord,
  changedUpstream: ChangedStandards,
  used: Date,
): ImpactedResult | undefined {
  const touched = result.links.flatMap((link) => {
    const standard = changedUpstream.get(upstreamKey(link.upstream))
    return standard === undefined ? [] : [{ link, standard }]
  })
  if (touched.length === 0) return undefined
  const significant = significantInputs(result, usualSignificance)
  if (touched.some(({ link, standard }) => standard.lost === true && significant.has(link.input)))
    return impacted(result, { estimate: result.estimate }, true)
  const inputs = new Map(
    touched.flatMap(({ link, standard }): [string, InputFigure][] => {
      const line = lineAfter(link, standard, used)
      return line ? [[link.input, line]] : []
    }),
  )
  const figure = inputs.size === 0 ? undefined : reevaluated(result, inputs)
  return figure && impacted(result, figure, false)
}

/** Part of u² from which the loss of an input is the loss of the result, as in the policies. */
const usualSignificance = 0.01

function lineAfter(link: LinkRecord, standard: ChangedStandard, used: Date): InputFigure | undefined {
  const { inputEstimate: estimate, inputStandardUncertainty: standardUncertainty } = link
  if (standard.lost === true || estimate === undefined || standardUncertainty === undefined) return undefined
  const line = exchanged({ estimate, standardUncertainty }, standard.before, standard.after)
  return { ...line, estimate: line.estimate + driftUntil(standard, used) }
}

/** Julian years of 365.25 days. */
const yearMilliseconds = 365.25 * 86_400_000

function driftUntil({ drift }: ChangedStandard, used: Date): number {
  if (drift === undefined) return 0
  return (drift.perYear * (Number(used) - Number(drift.since))) / yearMilliseconds
}

function impacted(result: ResultRecord, figure: ResultFigure, isLost: boolean): ImpactedResult {
  const before = figureBefore(result)
  const after = figureAfter(result, figure)
  return { before, after, flipped: before.conformity !== after.conformity, ...(isLost && { lost: true }) }
}

/** The asked result under hypotheses on nodes of its chain; undefined: none of them changes it. */
export function impactOn(
  chain: Chain,
  hypotheses: ReadonlyMap<string, Hypothesis>,
): ImpactedResult | undefined {
  const changed = new Map<string, ImpactedResult>()
  for (const id of chain.order.toReversed()) {
    const node = chain.nodes.get(id)
    const hypothesis = hypotheses.get(id)
    const found = node && (hypothesis ? onNode(node, hypothesis) : below(chain, node, changed))
    if (found) changed.set(id, found)
  }
  return changed.get(chain.subject.id)
}

function onNode(node: ChainNode, hypothesis: Hypothesis): ImpactedResult | undefined {
  if (node.kind === 'unresolved') return undefined
  if (node.kind === 'reference') return { ...supposed(node.reference, hypothesis), flipped: false }
  const { finished } = node.certificate
  const change = supposed({ ...node.result, finished }, hypothesis)
  return { ...change, ...impacted(node.result, change.after, change.lost === true) }
}

/** A standard that is named as a device stands in the chain under the result that was found for it. */
function below(
  chain: Chain,
  node: ChainNode,
  changed: ReadonlyMap<string, ImpactedResult>,
): ImpactedResult | undefined {
  if (node.kind !== 'result') return undefined
  const above = new Map<string, ChangedStandard>()
  for (const link of chain.linksInto(node.id)) {
    const standard = link.closesCycle ? undefined : changed.get(link.from)
    if (standard) above.set(upstreamKey(link.record.upstream), standard)
  }
  return reevaluateOne(node.result, above, node.certificate.finished)
}
