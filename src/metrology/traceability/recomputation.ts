import { decideConformity } from '#metrology/conformity/decision-rule.ts'

import type { Chain, ChainLink, ResultNode } from './graph.ts'
import type { ConformityOutcome, ConformityRecord, ResultRecord } from './records.ts'
import { reevaluated } from './reevaluation.ts'
import type { InputFigure, ResultFigure } from './reevaluation.ts'
import { successorFinding } from './rules/certificate-in-force.ts'
import { firstAfterUse, isShift } from './rules/later-finding.ts'
import { labelOf } from './rules/outcome.ts'
import type { Setting } from './rules/outcome.ts'

export interface Recomputation {
  readonly because: 'superseded-value' | 'as-found-shift'
  /** The standard whose value turned out to be another one. */
  readonly node: string
  /** Certificate that says so. */
  readonly source: string
  /** Unit of all figures: that of the asked result. */
  readonly unit: string
  readonly before: RecomputedFigure
  readonly after: RecomputedFigure
  readonly flipped: boolean
}

export interface RecomputedFigure extends ResultFigure {
  readonly conformity?: ConformityOutcome | undefined
  readonly conformanceProbability?: number | undefined
}

interface Cause {
  readonly because: Recomputation['because']
  readonly node: string
  readonly source: string
  /** A new value of a whole node, for every use of it. */
  readonly replaced: ReadonlyMap<string, ResultFigure>
  /** A shift of the standard at some of its uses only. */
  readonly shifted: ReadonlyMap<string, number>
}

/** The asked result once for every cause above it: what it is with the figures that are known now. */
export function recomputations(setting: Setting): Recomputation[] {
  const { chain } = setting
  return causesAbove(setting).flatMap((cause) => {
    const after = recomputed(chain, cause).get(chain.subject.id)
    return after === undefined ? [] : [compared(chain.subject.result, cause, after)]
  })
}

function causesAbove(setting: Setting): Cause[] {
  const causes: Cause[] = []
  for (const id of setting.chain.order) {
    const node = setting.chain.nodes.get(id)
    if (node?.kind !== 'result') continue
    const successor = successorFinding(setting, node)
    if (successor?.found === 'changed') {
      const { number, version } = successor.successor
      causes.push({
        because: 'superseded-value',
        node: labelOf(node),
        source: `${number} v${version}`,
        replaced: new Map([[id, successor.result]]),
        shifted: new Map(),
      })
    }
    causes.push(...shiftsOf(setting, node))
  }
  return causes
}

/** One cause for each finding; the uses it reaches share it. */
function shiftsOf(setting: Setting, node: ResultNode): Cause[] {
  const uses = setting.chain.links.filter((link) => link.from === node.id && !link.closesCycle)
  const found = uses.flatMap((link) => {
    const after = firstAfterUse(setting, node, link.use)
    return isShift(after) && after.shift !== 0
      ? [{ key: link.key, number: after.number, shift: after.shift }]
      : []
  })
  return [...Map.groupBy(found, (one) => one.number)].map(([number, group]) => ({
    because: 'as-found-shift',
    node: labelOf(node),
    source: number,
    replaced: new Map(),
    shifted: new Map(group.map((one) => [one.key, one.shift])),
  }))
}

/** Standards first, so that every result sees the new figures of all it depends on. */
function recomputed(chain: Chain, cause: Cause): Map<string, ResultFigure> {
  const figures = new Map(cause.replaced)
  for (const id of chain.order.toReversed()) {
    const node = chain.nodes.get(id)
    if (node?.kind !== 'result' || figures.has(id)) continue
    const inputs = substitutions(chain, cause, figures, chain.linksInto(id))
    if (inputs.size === 0) continue
    const figure = reevaluated(node.result, inputs)
    if (figure !== undefined) figures.set(id, figure)
  }
  return figures
}

function substitutions(
  chain: Chain,
  cause: Cause,
  figures: ReadonlyMap<string, ResultFigure>,
  links: readonly ChainLink[],
): Map<string, InputFigure> {
  const inputs = new Map<string, InputFigure>()
  for (const link of links) {
    const { input, inputEstimate, inputStandardUncertainty: u } = link.record
    const standard = chain.nodes.get(link.from)
    const figure = figures.get(link.from)
    const step = cause.shifted.get(link.key) ?? 0
    if (standard?.kind !== 'result' || link.closesCycle || (figure === undefined && step === 0)) continue
    if (inputEstimate === undefined || u === undefined) continue
    const moved = figure === undefined ? 0 : figure.estimate - standard.result.estimate
    inputs.set(input, {
      estimate: inputEstimate + moved + step,
      standardUncertainty: replacedUncertainty(u, standard.result, figure),
    })
  }
  return inputs
}

/** The line may hold more than its certificate's u (drift since): only that part is exchanged. */
function replacedUncertainty(line: number, standard: ResultRecord, figure: ResultFigure | undefined): number {
  const before = standard.standardUncertainty
  const after = figure?.standardUncertainty
  if (before === undefined || after === undefined) return line
  return Math.sqrt(Math.max(0, line ** 2 - before ** 2) + after ** 2)
}

function compared(result: ResultRecord, cause: Cause, figure: ResultFigure): Recomputation {
  const { because, node, source } = cause
  const { conformity } = result
  const before: RecomputedFigure = {
    ...stated(result, result),
    ...(conformity && { ...decided(conformity, result), conformity: conformity.outcome }),
  }
  const after: RecomputedFigure = {
    ...stated(result, figure),
    ...(conformity && decided(conformity, figure)),
  }
  return {
    because,
    node,
    source,
    unit: result.unit,
    before,
    after,
    flipped: before.conformity !== after.conformity,
  }
}

/** In the unit the result was stated in. */
function stated(result: ResultRecord, figure: ResultFigure): ResultFigure {
  const { estimate, standardUncertainty: u, expandedUncertainty: U } = figure
  return {
    estimate: estimate / result.unitSize,
    ...(u !== undefined && { standardUncertainty: u / result.unitSize }),
    ...(U !== undefined && { expandedUncertainty: U / result.unitSize }),
  }
}

/** ISO/IEC 17025:2017, 7.8.6: the same rule as before, on the new figures; none without an uncertainty. */
function decided(conformity: ConformityRecord, figure: ResultFigure): Partial<RecomputedFigure> {
  const { estimate, standardUncertainty, expandedUncertainty } = figure
  if (standardUncertainty === undefined || expandedUncertainty === undefined) return {}
  const limits = {
    ...(conformity.lower !== undefined && { lower: conformity.lower }),
    ...(conformity.upper !== undefined && { upper: conformity.upper }),
  }
  const result = { estimate, standardUncertainty, expandedUncertainty }
  const decision = decideConformity(result, limits, conformity.rule)
  return { conformity: decision.outcome, conformanceProbability: decision.conformanceProbability }
}
