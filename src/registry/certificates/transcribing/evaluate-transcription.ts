import type { Quantity, TranscribedResult } from '#contract/types.ts'
import { evaluateBudget } from '#metrology/budget/evaluate-budget.ts'
import { stateConformity } from '#metrology/conformity/state-conformity.ts'
import { convertDifference } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { convertQuantity } from '#metrology/quantity/quantity.ts'
import { reportedNumber, toNumber } from '#metrology/quantity/reported-number.ts'
import { degreesOfFreedomNotPositive, notRepresentable } from '#metrology/uncertainty/refusals.ts'
import { within } from '#refusal.ts'
import {
  kindOf,
  refuseRepeatedCodes,
  type Surroundings,
} from '../../calibrations/results/evaluate-results.ts'
import { checkUsedAt } from '../../calibrations/results/refuse-inadmissible.ts'
import {
  checkPoint,
  unitOfResult,
  type ResultDraft,
  type ResultFigures,
} from '../../calibrations/results/result-draft.ts'
import { sourcesOf, taskInputs } from '../../calibrations/results/take-inputs.ts'
import {
  coverageFactorMissing,
  uncertaintiesDisagree,
  uncertaintyNotPositive,
} from '../certificate.refusals.ts'

/** k and U are printed with two digits or so; what they give for u may differ from a printed u by as much. */
const printedAgreement = 0.06

/**
 * The results of a certificate issued elsewhere. The figures are those that are printed; a budget, where it is known,
 * is evaluated for its sensitivities and shares and never replaces them.
 */
export function evaluateTranscription(
  entries: readonly TranscribedResult[],
  around: Surroundings,
): readonly ResultDraft[] {
  refuseRepeatedCodes(entries)
  return entries.map((entry, position) =>
    within(`/results/${position}`, () => evaluateResult(entry, position, around)),
  )
}

function evaluateResult(entry: TranscribedResult, position: number, around: Surroundings): ResultDraft {
  const kind = kindOf(entry, around)
  checkPoint(entry, kind)
  const unit = unitOfResult(entry, kind)
  const figures = printedFigures(entry, unit)
  const sources = sourcesOf(entry, position, around.sources)
  for (const [symbol, source] of sources) {
    within(`/inputs/${symbol}`, () => checkUsedAt(entry.inputs?.[symbol] ?? {}, source))
  }
  const { model, output, inputs } = entry
  const budget =
    model && output !== undefined && inputs
      ? evaluateBudget({
          model: model.outputs,
          output,
          unit,
          inputs: taskInputs(entry, sources, kind, unit),
          correlations: entry.correlations ?? [],
          correlationsFromReadings: entry.correlationsFromReadings ?? [],
          coverage: entry.coverage ?? { k: figures.coverageFactor ?? 2 },
        }).budget
      : undefined
  const requested = entry.conformity
  const conformity =
    requested && within('/conformity', () => stateConformity(requested, { unit, ...figures }))
  return { entry, kind, unit, figures, budget, conformity, sources }
}

function printedFigures(entry: TranscribedResult, unit: string): ResultFigures {
  const estimate = within('/estimate/value', () => toNumber(entry.estimate.value))
  const expanded = inUnit(entry, 'expandedUncertainty', unit)
  const standard = inUnit(entry, 'standardUncertainty', unit)
  const k = within('/coverageFactor', () => factorOf(entry, expanded))
  const standardUncertainty = agreed(standard, expanded, k)
  return {
    estimate,
    standardUncertainty,
    degreesOfFreedom: degreesOf(entry),
    coverageFactor: k,
    coverageProbability: entry.coverageProbability,
    expandedUncertainty: expanded ?? (standardUncertainty && k ? kept(standardUncertainty * k) : undefined),
    reportedEstimate: reportedNumber(entry.estimate.value),
    reportedUncertainty: entry.expandedUncertainty && reportedIn(entry.expandedUncertainty, unit),
  }
}

/** The digits as printed, also where U is printed in another unit than the value: 45 mg beside grams is 0.045. */
function reportedIn({ value, unit: from }: Quantity, unit: string): string {
  if (from === unit) return reportedNumber(value)
  return reportedNumber(convertQuantity({ value, from, to: unit, kind: 'difference' }).value)
}

/** None stated: none are limited (GUM G.4.3). */
function degreesOf({ degreesOfFreedom = 'infinity' }: TranscribedResult): number {
  if (degreesOfFreedom === 'infinity') return Infinity
  if (degreesOfFreedom > 0) return degreesOfFreedom
  const { title } = degreesOfFreedomNotPositive.definition
  throw degreesOfFreedomNotPositive(title, {}, { pointer: '/degreesOfFreedom' })
}

function inUnit(
  entry: TranscribedResult,
  member: 'expandedUncertainty' | 'standardUncertainty',
  unit: string,
): number | undefined {
  const stated = entry[member]
  if (!stated) return undefined
  return within(`/${member}`, () => {
    if (toNumber(stated.value) <= 0) {
      throw uncertaintyNotPositive(uncertaintyNotPositive.definition.title, {}, { pointer: '/value' })
    }
    const from = within('/unit', () => parseUnit(stated.unit))
    return convertDifference(stated.value, from, parseUnit(unit))
  })
}

/** An expanded uncertainty without its factor says nothing that could be propagated (ILAC-P14, 5.3). */
function factorOf({ coverageFactor }: TranscribedResult, expanded: number | undefined): number | undefined {
  if (coverageFactor === undefined) {
    if (expanded === undefined) return undefined
    throw coverageFactorMissing({ en: 'State k beside U', zh: '请在 U 旁注明 k' })
  }
  const k = toNumber(coverageFactor)
  if (k > 0) return k
  throw uncertaintyNotPositive({ en: 'A coverage factor is greater than zero', zh: '包含因子须大于零' })
}

function agreed(
  standard: number | undefined,
  expanded: number | undefined,
  k: number | undefined,
): number | undefined {
  if (expanded === undefined || k === undefined) return standard
  const implied = within('/coverageFactor', () => kept(expanded / k))
  if (standard !== undefined && Math.abs(standard - implied) > printedAgreement * standard) {
    throw uncertaintiesDisagree(
      { en: `U / k is ${implied}, u is stated as ${standard}`, zh: `U/k = ${implied}，而 u = ${standard}` },
      {},
      { pointer: '/standardUncertainty' },
    )
  }
  return standard ?? implied
}

/** What U, k and u give for each other is a positive number too, or one of them is a slip of the pen. */
function kept(uncertainty: number): number {
  if (Number.isFinite(uncertainty) && uncertainty > 0) return uncertainty
  throw notRepresentable({
    en: `Stated so, the uncertainty would be ${uncertainty}`,
    zh: `按所述数值，不确定度为 ${uncertainty}`,
  })
}
