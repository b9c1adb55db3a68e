import type { ResultEntry, TranscribedResult } from '#contract/types.ts'
import { evaluateBudget } from '#metrology/budget/evaluate-budget.ts'
import { stateConformity } from '#metrology/conformity/state-conformity.ts'
import { within } from '#refusal.ts'
import type { MeasurandKind } from '../../measurand-kinds/measurand-kind.entity.ts'
import { repeatedCode } from '../calibration.refusals.ts'
import { refuseInadmissible } from './refuse-inadmissible.ts'
import { checkPoint, unitOfResult, type ResultDraft } from './result-draft.ts'
import type { StandardsOfResults } from './shared-standards.queries.ts'
import { sourcesOf, taskInputs } from './take-inputs.ts'
import type { UpstreamSource } from './upstream.queries.ts'

/** What surrounds the results of one calibration. */
export interface Surroundings {
  readonly kinds: ReadonlyMap<string, MeasurandKind>
  /** By the pointer of `from` in the message. */
  readonly sources: ReadonlyMap<string, UpstreamSource>
  readonly componentId: string
  readonly startedAt: Date
  /** What the standards of a result are made of; without it nothing is known to be shared. */
  readonly standards?: StandardsOfResults
}

/** Evaluates the budget of every result (GUM, clause 5); nothing is recorded here. */
export function evaluateResults(
  entries: readonly ResultEntry[],
  around: Surroundings,
): readonly ResultDraft[] {
  refuseRepeatedCodes(entries)
  return entries.map((entry, position) =>
    within(`/results/${position}`, () => evaluateResult(entry, position, around)),
  )
}

export function refuseRepeatedCodes(entries: readonly (ResultEntry | TranscribedResult)[]): void {
  entries.forEach(({ code }, position) => {
    if (entries.findIndex((other) => other.code === code) < position) {
      throw repeatedCode(
        { en: `${code} stands twice`, zh: `${code} 重复` },
        { result: code },
        { pointer: `/results/${position}/code` },
      )
    }
  })
}

function evaluateResult(entry: ResultEntry, position: number, around: Surroundings): ResultDraft {
  const kind = kindOf(entry, around)
  checkPoint(entry, kind)
  const unit = unitOfResult(entry, kind)
  const sources = sourcesOf(entry, position, around.sources)
  for (const [symbol, source] of sources) {
    within(`/inputs/${symbol}`, () =>
      refuseInadmissible(entry.inputs[symbol] ?? {}, source, { kind, unit, ...around }),
    )
  }
  const { budget, ...figures } = evaluateBudget({
    model: entry.model.outputs,
    output: entry.output,
    unit,
    inputs: taskInputs(entry, sources, kind, unit),
    correlations: entry.correlations ?? [],
    correlationsFromReadings: entry.correlationsFromReadings ?? [],
    coverage: entry.coverage,
    standards: around.standards?.get(position) ?? new Map(),
  })
  const requested = entry.conformity
  const conformity =
    requested && within('/conformity', () => stateConformity(requested, { unit, ...figures }))
  return { entry, kind, unit, figures, budget, conformity, sources }
}

export function kindOf(entry: ResultEntry | TranscribedResult, { kinds }: Surroundings): MeasurandKind {
  const kind = kinds.get(entry.measurandKind)
  if (!kind) throw new Error(`The measurand kind ${entry.measurandKind} was not loaded`)
  return kind
}
