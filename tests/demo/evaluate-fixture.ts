import type { CalibrationEntry, TranscribedResult } from '#contract/types.ts'
import type { BudgetTaskInput, UpstreamFigures } from '#metrology/budget/coherent-input.ts'
import { evaluateBudget, type BudgetOutcome } from '#metrology/budget/evaluate-budget.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import type { Fixtures, Step, Story } from '../../src/demo/fixture.ts'

export interface EvaluatedResult {
  readonly story: Story
  readonly step: Step
  readonly code: string
  readonly outcome: BudgetOutcome & { readonly unit: string }
}

interface Reference {
  readonly code: string
  readonly value: string
  readonly standardUncertainty: string
  readonly unit: string
}

/** Every budget of the fixtures, by the engine and nothing else: no registry, no clock, upstream results from the one before. */
export function evaluateFixtures(fixtures: Fixtures): EvaluatedResult[] {
  const stories = [...fixtures.chains, ...fixtures.negative]
  const references = [
    ...fixtures.references,
    ...stories.flatMap((s) => s.references ?? []).map((r) => r.entry),
  ].map((entry) => entry as unknown as Reference)
  const results = new Map<string, UpstreamFigures>()
  const evaluated: EvaluatedResult[] = []
  const steps = stories
    .flatMap((story) => story.steps.map((step) => ({ story, step })))
    .toSorted((a, b) => Date.parse(a.step.at) - Date.parse(b.step.at))

  for (const { story, step } of steps) {
    if (step.do !== 'calibration') continue
    const entry = step.body as unknown as CalibrationEntry
    for (const result of entry.results) {
      const unit = result.unit ?? result.point.nominal.unit
      const inputs = Object.fromEntries(
        Object.entries(result.inputs).map(([symbol, input]): [string, BudgetTaskInput] => {
          const { from, usedAt: _, measurandKind: __, note: ___, ...form } = input
          if (from === undefined) return [symbol, { form: form as BudgetTaskInput['form'] }]
          return [
            symbol,
            { form: form as BudgetTaskInput['form'], upstream: above(from, results, references) },
          ]
        }),
      )
      const outcome = evaluateBudget({
        model: result.model.outputs,
        output: result.output,
        unit,
        inputs,
        correlations: (result.correlations ?? []) as never,
        correlationsFromReadings: result.correlationsFromReadings ?? [],
        coverage: result.coverage as never,
      })
      evaluated.push({ story, step, code: result.code, outcome: { ...outcome, unit } })
      const { estimate, standardUncertainty, degreesOfFreedom } = outcome
      results.set(`${entry.certificateNumber ?? ''}/${result.code}`, {
        estimate,
        standardUncertainty,
        degreesOfFreedom,
        unit,
      })
    }
  }
  return evaluated
}

function above(
  from: NonNullable<NonNullable<TranscribedResult['inputs']>[string]['from']>,
  results: ReadonlyMap<string, UpstreamFigures>,
  references: readonly Reference[],
): UpstreamFigures {
  if ('certificate' in from) {
    const found = results.get(`${from.certificate}/${from.result ?? ''}`)
    if (found === undefined) throw new Error(`${from.certificate}/${from.result ?? ''} is not yet there`)
    return found
  }
  const reference = 'reference' in from ? references.find(({ code }) => code === from.reference) : undefined
  if (reference === undefined) throw new Error(`${JSON.stringify(from)} is not known`)
  return {
    estimate: toNumber(reference.value),
    standardUncertainty: toNumber(reference.standardUncertainty),
    degreesOfFreedom: Infinity,
    unit: reference.unit,
  }
}
