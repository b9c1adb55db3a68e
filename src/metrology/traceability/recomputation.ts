import { withoutNoise } from '#metrology/quantity/without-noise.ts'
import type { Chain, ChainLink, ResultNode } from './graph.ts'
import { figureAfter, figureBefore } from './impact/decision.ts'
import type { DecidedFigure } from './impact/decision.ts'
import { saidOfUse } from './judged-before.ts'
import type { ResultRecord } from './records.ts'
import { exchanged, reevaluated } from './reevaluation.ts'
import type { InputFigure } from '#metrology/budget/evaluate-stored.ts'
import type { ResultFigure } from './reevaluation.ts'
import { successorFinding } from './rules/certificate-in-force.ts'
import { firstAfterUse, isShift } from './rules/later-finding.ts'
import { isLifted } from './rules/lifting.ts'
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
  readonly before: DecidedFigure
  readonly after: DecidedFigure
  readonly flipped: boolean
}

interface Cause {
  readonly because: Recomputation['because']
  readonly node: string
  readonly source: string
  /** A new value of a whole node, for every use of it. */
  readonly replaced: ReadonlyMap<string, ResultFigure>
  /** A shift of the standard at some of its uses only. */
  readonly shifted: ReadonlyMap<string, number>
  /** Uses whose results have taken it in already (R19). */
  readonly lifted: ReadonlySet<string>
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
  const links = setting.chain.links.filter((link) => !link.closesCycle)
  const usesOf = Map.groupBy(links, (link) => link.from)
  for (const id of setting.chain.order) {
    const node = setting.chain.nodes.get(id)
    if (node?.kind !== 'result') continue
    const uses = usesOf.get(id) ?? []
    const successor = successorFinding(setting, node)
    const shifts = shiftsOf(setting, node, uses)
    if (successor?.found !== 'changed' && shifts.length === 0) continue
    const lifted = new Set(uses.filter((link) => isLifted(setting, link, node)).map((link) => link.key))
    if (successor?.found === 'changed') {
      const { number, version } = successor.successor
      causes.push({
        because: 'superseded-value',
        node: labelOf(node),
        source: `${number} v${version}`,
        replaced: new Map([[id, successor.result]]),
        shifted: new Map(),
        lifted,
      })
    }
    causes.push(...shifts.map((shift) => ({ ...shift, lifted })))
  }
  return causes
}

/** One cause for each finding; the uses it reaches share it. */
function shiftsOf(
  setting: Setting,
  node: ResultNode,
  uses: readonly ChainLink[],
): readonly Omit<Cause, 'lifted'>[] {
  const found = uses.flatMap((link) => {
    const after = saidOfUse(setting, link, () => firstAfterUse(setting, node, link.use), 'found')
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
    if (standard?.kind !== 'result' || link.closesCycle || cause.lifted.has(link.key)) continue
    if (figure === undefined && step === 0) continue
    if (inputEstimate === undefined || u === undefined) continue
    const line = { estimate: inputEstimate + step, standardUncertainty: u }
    inputs.set(input, figure === undefined ? line : exchanged(line, standard.result, figure))
  }
  return inputs
}

function compared(result: ResultRecord, cause: Cause, figure: ResultFigure): Recomputation {
  const { because, node, source } = cause
  const before = figureBefore(result)
  const after = figureAfter(result, figure)
  return {
    because,
    node,
    source,
    unit: result.unit,
    before: stated(result, before),
    after: stated(result, after),
    flipped: before.conformity !== after.conformity,
  }
}

/** In the unit the result was stated in. */
function stated(result: ResultRecord, figure: DecidedFigure): DecidedFigure {
  const { estimate, standardUncertainty: u, expandedUncertainty: U } = figure
  return {
    ...figure,
    estimate: withoutNoise(estimate / result.unitSize),
    ...(u !== undefined && { standardUncertainty: withoutNoise(u / result.unitSize) }),
    ...(U !== undefined && { expandedUncertainty: withoutNoise(U / result.unitSize) }),
  }
}
