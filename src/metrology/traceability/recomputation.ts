import type { Chain, ChainLink, ResultNode } from './graph.ts'
import type { ConformityOutcome, ConformityRecord, ResultRecord } from './records.ts'
import { successorFinding } from './rules/certificate-in-force.ts'
import { firstAfterUse, isShift } from './rules/later-finding.ts'
import { labelOf } from './rules/outcome.ts'
import type { Setting } from './rules/outcome.ts'

/** An input quantity as it enters a model, in its coherent unit. */
export interface InputFigure {
  readonly estimate: number
  readonly standardUncertainty: number
}

/** Figures of a result, in its coherent unit. */
export interface ResultFigure {
  readonly estimate: number
  readonly standardUncertainty?: number | undefined
  readonly expandedUncertainty?: number | undefined
}

/** Evaluates the stored model of a result again with other figures for some inputs; undefined where it cannot. */
export type Reevaluate = (
  result: ResultRecord,
  substituted: ReadonlyMap<string, InputFigure>,
) => ResultFigure | undefined

export interface Recomputation {
  readonly because: 'superseded-value' | 'as-found-shift'
  /** The standard whose value turned out to be another one. */
  readonly node: string
  /** Certificate that says so. */
  readonly source: string
  readonly before: RecomputedFigure
  readonly after: RecomputedFigure
  readonly flipped: boolean
}

export interface RecomputedFigure extends ResultFigure {
  readonly conformity?: ConformityOutcome | undefined
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
export function recomputations(setting: Setting, reevaluate: Reevaluate): Recomputation[] {
  const { chain } = setting
  return causesAbove(setting).flatMap((cause) => {
    const after = recomputed(chain, cause, reevaluate).get(chain.subject.id)
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
function recomputed(chain: Chain, cause: Cause, reevaluate: Reevaluate): Map<string, ResultFigure> {
  const figures = new Map(cause.replaced)
  for (const id of chain.order.toReversed()) {
    const node = chain.nodes.get(id)
    if (node?.kind !== 'result' || figures.has(id)) continue
    const inputs = substitutions(chain, cause, figures, chain.linksInto(id))
    if (inputs.size === 0) continue
    const figure = reevaluate(node.result, inputs) ?? firstOrder(node.result, inputs)
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

/** GUM 5.1.3: where no model can be evaluated again, the sensitivities carry the change. */
export function firstOrder(
  result: ResultRecord,
  substituted: ReadonlyMap<string, InputFigure>,
): ResultFigure | undefined {
  let estimate = result.estimate
  let variance = (result.standardUncertainty ?? 0) ** 2
  for (const { input, sensitivity: c, inputEstimate, inputStandardUncertainty: u } of result.links) {
    const figure = substituted.get(input)
    if (figure === undefined) continue
    if (c === undefined || inputEstimate === undefined || u === undefined) return undefined
    estimate += c * (figure.estimate - inputEstimate)
    variance += c ** 2 * (figure.standardUncertainty ** 2 - u ** 2)
  }
  if (result.standardUncertainty === undefined) return { estimate }
  const standardUncertainty = Math.sqrt(Math.max(0, variance))
  const ratio = standardUncertainty / result.standardUncertainty
  const U = result.expandedUncertainty
  return { estimate, standardUncertainty, ...(U !== undefined && { expandedUncertainty: U * ratio }) }
}

function compared(result: ResultRecord, cause: Cause, after: ResultFigure): Recomputation {
  const { because, node, source } = cause
  const before = {
    ...stated(result, result),
    ...(result.conformity && { conformity: result.conformity.outcome }),
  }
  const decided = result.conformity && decide(result.conformity, after)
  return {
    because,
    node,
    source,
    before,
    after: { ...stated(result, after), ...(decided && { conformity: decided }) },
    flipped: decided !== undefined && decided !== before.conformity,
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

/** ISO/IEC 17025:2017, 7.8.6: the same rule as before, on the new figures; `guarded-U` takes w = U (ILAC-G8). */
export function decide(conformity: ConformityRecord, figure: ResultFigure): ConformityOutcome {
  const { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY, rule } = conformity
  const w = rule === 'guarded-U' ? (figure.expandedUncertainty ?? 0) : 0
  const isInside = (margin: number) => figure.estimate >= lower - margin && figure.estimate <= upper + margin
  if (isInside(-w)) return 'pass'
  if (isInside(0)) return 'conditional-pass'
  return isInside(w) ? 'conditional-fail' : 'fail'
}
