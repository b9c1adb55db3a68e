import { correlationsAfter } from '#metrology/budget/correlations-after.ts'
import { evaluateStored, type InputFigure } from '#metrology/budget/evaluate-stored.ts'
import type { StoredBudget } from '#metrology/budget/stored-budget.ts'
import { Refusal } from '#refusal.ts'

import type { ResultRecord } from './records.ts'

/** Figures of a result, in its coherent unit. */
export interface ResultFigure {
  readonly estimate: number
  readonly standardUncertainty?: number | undefined
  readonly expandedUncertainty?: number | undefined
}

/** The result with other figures for some inputs: its stored model again, or its sensitivities where no budget is known. */
export function reevaluated(
  result: ResultRecord,
  substituted: ReadonlyMap<string, InputFigure>,
): ResultFigure | undefined {
  const figure = result.budget && fromModel(result.budget, substituted)
  const asBudgeted = figure && result.budget && fromModel(result.budget, new Map())
  return asBudgeted ? asStated(result, asBudgeted, figure) : firstOrder(result, substituted)
}

/**
 * A certificate may state more than its budget gives, such as a U rounded up: what is evaluated is the change, and the rest
 * stays as it was stated. Where the budget is all there is, this is the evaluated figure itself.
 */
function asStated(result: ResultRecord, before: ResultFigure, after: ResultFigure): ResultFigure {
  const estimate = isSame(result.estimate, before.estimate, result.standardUncertainty)
    ? after.estimate
    : result.estimate + (after.estimate - before.estimate)
  const [stated, was, is] = [result, before, after].map((one) => one.standardUncertainty)
  const U = after.expandedUncertainty
  if (stated === undefined || was === undefined || is === undefined || isSame(stated, was, stated))
    return { ...after, estimate }
  const standardUncertainty = Math.sqrt(Math.max(0, stated ** 2 - was ** 2) + is ** 2)
  const k = U === undefined ? undefined : U / is
  return {
    estimate,
    standardUncertainty,
    ...(k !== undefined && { expandedUncertainty: k * standardUncertainty }),
  }
}

const isSame = (a: number, b: number, scale: number | undefined) =>
  Math.abs(a - b) <= 1e-9 * (scale ?? Math.abs(a))

/**
 * The line of a budget once its standard has other figures. It may hold more than the certificate of the standard (drift since,
 * a correction): only the part that came from there is exchanged.
 */
export function exchanged(line: InputFigure, before: ResultFigure, after: ResultFigure): InputFigure {
  const estimate = line.estimate + (after.estimate - before.estimate)
  const [was, is] = [before.standardUncertainty, after.standardUncertainty]
  if (was === undefined || is === undefined) return { ...line, estimate }
  return {
    estimate,
    standardUncertainty: Math.sqrt(Math.max(0, line.standardUncertainty ** 2 - was ** 2) + is ** 2),
  }
}

/** Exact re-evaluation of the stored model (traceability.md, impact): not only first order. */
function fromModel(
  budget: StoredBudget,
  substituted: ReadonlyMap<string, InputFigure>,
): ResultFigure | undefined {
  try {
    const correlations = correlationsAfter(budget, substituted)
    const output = evaluateStored({ ...budget, correlations }, substituted)
    if (output === undefined) return undefined
    const { value: estimate, standardUncertainty, expandedUncertainty } = output
    return { estimate, standardUncertainty, expandedUncertainty }
  } catch (error) {
    // The model has no value at the new figures, a pole for instance; its sensitivities at the old ones still say something.
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** GUM 5.1.3: the sensitivities carry the change. */
function firstOrder(
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
