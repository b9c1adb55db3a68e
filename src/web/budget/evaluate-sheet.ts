import type { EvaluatedBudgetLine, MeasurementModelEvaluation, MonteCarloAnswer } from '#contract/types.ts'
import { EtalonProblem } from '#client/client.ts'
import { coherentUnit, differenceIn, valueIn } from '#faces/in-units.ts'
import type { ShownBudget, ShownLine } from '#faces/shown-budget.ts'
import type { Visit } from '../ground/page-route.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { taskOfSheet, type FieldFaults, type SheetTask } from './task.ts'

/** A sheet and what came of it. */
export interface EvaluatedSheet {
  readonly sheet: Sheet
  readonly budget?: ShownBudget
  readonly monteCarlo?: MonteCarloShown
  readonly faults: FieldFaults
  /** What was refused and belongs to no field. */
  readonly refused?: string
}

/** A Monte Carlo run about the result that is shown. */
export interface MonteCarloShown {
  readonly run: MonteCarloAnswer
  readonly output: MonteCarloAnswer['outputs'][string]
  readonly validation: NonNullable<MonteCarloAnswer['validation']>[string] | undefined
}

/** Asks the interface, as a client would; a refusal goes to the field whose pointer it names. */
export async function evaluateSheet(
  sheet: Sheet,
  { api, language }: Pick<Visit, 'api' | 'language'>,
): Promise<EvaluatedSheet> {
  const task = taskOfSheet(sheet, language)
  if (task instanceof Map) return { sheet, faults: task }
  const asked = task as SheetTask
  try {
    const { body } = await api.ask('evaluate-measurement-model', { body: asked.body })
    return { sheet, faults: new Map(), ...shownOf(sheet, asked, body) }
  } catch (error) {
    if (error instanceof EtalonProblem && error.status !== 401 && error.status !== 403)
      return { sheet, ...refusedAt(error, asked) }
    throw error
  }
}

function refusedAt(
  problem: EtalonProblem,
  { fieldAt }: SheetTask,
): Pick<EvaluatedSheet, 'faults' | 'refused'> {
  const own = problem.title === problem.detail ? problem.detail : `${problem.title}: ${problem.detail}`
  const told = [{ pointer: problem.pointer ?? '', detail: own }, ...problem.errors]
  const faults = new Map<string, string>()
  for (const { pointer, detail } of told.toReversed()) {
    const field = fieldAt(pointer)
    if (field !== undefined) faults.set(field, detail)
  }
  return faults.size > 0 ? { faults } : { faults, refused: own }
}

function shownOf(
  sheet: Sheet,
  { body, result }: SheetTask,
  answer: MeasurementModelEvaluation,
): Pick<EvaluatedSheet, 'budget' | 'monteCarlo' | 'refused'> {
  const output = answer.gum?.outputs[result]
  const reported = answer.reported?.[result]
  if (!output || !reported) return {}
  const run = answer.monteCarlo
  const simulated = run?.outputs[result]
  const lines = new Map((answer.budget?.[result] ?? []).map((line) => [line.input, line]))
  return {
    budget: {
      output: sheet.output,
      unit: sheet.unit,
      model: Object.fromEntries(
        Object.entries(body.model.outputs).filter(([name]) => name !== result || result === sheet.output),
      ),
      lines: sheet.rows.map((row) => lineOf(row, lines.get(row.symbol))),
      correlations: (body.correlations ?? []).map(({ between, r }) => ({ between, r: Number(r) })),
      estimate: output.value,
      standardUncertainty: output.standardUncertainty,
      effectiveDegreesOfFreedom: output.effectiveDegreesOfFreedom,
      coverageFactor: output.coverageFactor,
      coverageProbability: sheet.coverage === 'probability' ? Number(sheet.coverageValue) : undefined,
      expandedUncertainty: output.expandedUncertainty,
      reported,
    },
    ...(run && simulated && { monteCarlo: { run, output: simulated, validation: run.validation?.[result] } }),
  }
}

/** An input without an uncertainty has a line too: somebody wants to see that it is there. */
function lineOf(
  { symbol, unit, estimate, form }: SheetRow,
  line: EvaluatedBudgetLine | undefined,
): ShownLine {
  const distribution = form === 'constant' || form === 'standard' || form === 'expanded' ? undefined : form
  if (!line) {
    const none = {
      standardUncertainty: 0,
      degreesOfFreedom: 'infinity',
      sensitivity: 0,
      contribution: 0,
      share: 0,
    } as const
    return { symbol, unit, estimate: Number(estimate), distribution, ...none }
  }
  const own = coherentUnit(unit)
  return {
    symbol,
    unit,
    estimate: valueIn(line.estimate, own, unit),
    standardUncertainty: differenceIn(line.standardUncertainty, own, unit),
    degreesOfFreedom: line.degreesOfFreedom,
    distribution,
    sensitivity: line.sensitivity * differenceIn(1, unit, own),
    contribution: line.contribution,
    share: line.share,
  }
}
