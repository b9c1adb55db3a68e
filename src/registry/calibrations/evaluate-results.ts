import type { BudgetInput, ResultEntry, TranscribedResult } from '#contract/types.ts'
import { statesUncertainty, type BudgetTaskInput } from '#metrology/budget/coherent-input.ts'
import { evaluateBudget } from '#metrology/budget/evaluate-budget.ts'
import { stateConformity } from '#metrology/conformity/state-conformity.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { within } from '#refusal.ts'
import type { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import {
  kindMismatch,
  ownItem,
  repeatedCode,
  uncertaintyMissing,
  upstreamLater,
} from './calibration.refusals.ts'
import { checkPoint, kept, unitOfResult, type ResultDraft } from './result-draft.ts'
import type { UpstreamSource } from './upstream.queries.ts'

/** What surrounds the results of one calibration. */
export interface Surroundings {
  readonly kinds: ReadonlyMap<string, MeasurandKind>
  /** By the pointer of `from` in the message. */
  readonly sources: ReadonlyMap<string, UpstreamSource>
  readonly componentId: string
  readonly startedAt: Date
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
  const sources = sourcesOf(entry, position, around)
  for (const [symbol, source] of sources) {
    within(`/inputs/${symbol}`, () =>
      refuseInadmissible(entry.inputs[symbol] ?? {}, source, { kind, unit, around }),
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
  })
  const conformity = entry.conformity && stateConformity(entry.conformity, { unit, ...figures })
  return { entry, kind, unit, figures, budget, conformity, sources }
}

export function kindOf(entry: ResultEntry | TranscribedResult, { kinds }: Surroundings): MeasurandKind {
  const kind = kinds.get(entry.measurandKind)
  if (!kind) throw new Error(`The measurand kind ${entry.measurandKind} was not loaded`)
  return kind
}

/** The sources of one result by symbol. */
export function sourcesOf(
  entry: ResultEntry | TranscribedResult,
  position: number,
  { sources }: Surroundings,
): ReadonlyMap<string, UpstreamSource> {
  const bySymbol = new Map<string, UpstreamSource>()
  for (const symbol of Object.keys(entry.inputs ?? {})) {
    const source = sources.get(`/results/${position}/inputs/${symbol}/from`)
    if (source) bySymbol.set(symbol, source)
  }
  return bySymbol
}

/** The inputs as the budget takes them: what was stated, and the figures of what stands above. */
export function taskInputs(
  entry: { readonly inputs?: Readonly<Record<string, BudgetInput>> },
  sources: ReadonlyMap<string, UpstreamSource>,
  kind: MeasurandKind,
  unit: string,
): Readonly<Record<string, BudgetTaskInput>> {
  const inputs = Object.entries(entry.inputs ?? {}).map(
    ([symbol, { from: _, usedAt, note: __, ...input }]) => {
      const { measurandKind, ...form } = input
      const source = sources.get(symbol)
      if (!source) return [symbol, { form }] as const
      const taken: BudgetTaskInput = {
        form,
        from: source.from,
        ...(source.figures && { upstream: source.figures }),
        measurandKind: measurandKind ?? expectedKind(source, kind, unit),
        ...(usedAt && { usedAt: keptPoint(usedAt) }),
      }
      return [symbol, taken] as const
    },
  )
  return Object.fromEntries(inputs)
}

/** Of the same dimension: the model expects the kind of the result itself (torque, not energy). Else whatever the standard is. */
function expectedKind({ measurandKind, figures }: UpstreamSource, kind: MeasurandKind, unit: string): string {
  if (measurandKind === undefined || figures === undefined) return kind.code
  return sameDimension(parseUnit(figures.unit), parseUnit(unit)) ? kind.code : measurandKind
}

function keptPoint({ value, parameters }: NonNullable<BudgetInput['usedAt']>) {
  const kepts = Object.entries(parameters ?? {}).map(([name, quantity]) => [name, kept(quantity)] as const)
  return {
    ...(value && { value: kept(value) }),
    ...(parameters && { parameters: Object.fromEntries(kepts) }),
  }
}

interface Use {
  readonly kind: MeasurandKind
  readonly unit: string
  readonly around: Surroundings
}

/** What a laboratory of this registry may not do with a standard; a certificate from elsewhere is recorded as it is. */
function refuseInadmissible(input: BudgetInput, source: UpstreamSource, { kind, unit, around }: Use): void {
  if (source.componentId === around.componentId) {
    throw ownItem(
      { en: 'Its own former result stands above it', zh: '其上级结果来自被校对象自身' },
      {},
      { pointer: '/from', rule: 'R14' },
    )
  }
  if (source.finishedAt && source.finishedAt > around.startedAt) {
    throw upstreamLater(
      {
        en: `The calibration of the standard ended at ${source.finishedAt.toISOString()}, this one began before`,
        zh: `标准器的校准结束于 ${source.finishedAt.toISOString()}，晚于本次开始时间`,
      },
      {},
      { pointer: '/from', rule: 'R14' },
    )
  }
  const expected = input.measurandKind ?? expectedKind(source, kind, unit)
  if (source.measurandKind !== undefined && source.measurandKind !== expected) {
    throw kindMismatch(
      {
        en: `The model expects ${expected}; the standard realises ${source.measurandKind}`,
        zh: `模型需要 ${expected}，而标准器的被测量是 ${source.measurandKind}`,
      },
      { expected, actual: source.measurandKind },
      { pointer: '/from', rule: 'R04' },
    )
  }
  if (source.figures && source.figures.standardUncertainty === undefined && !statesUncertainty(input)) {
    throw uncertaintyMissing(
      { en: 'The certificate of the standard states no uncertainty', zh: '标准器证书未给出不确定度' },
      {},
      { pointer: '/from', rule: 'R06' },
    )
  }
}
