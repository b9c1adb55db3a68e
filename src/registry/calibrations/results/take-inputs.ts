import type { BudgetInput, ResultEntry, TranscribedResult } from '#contract/types.ts'
import type { BudgetTaskInput } from '#metrology/budget/coherent-input.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import type { MeasurandKind } from '../../measurand-kinds/measurand-kind.entity.ts'
import { kept } from './result-draft.ts'
import type { UpstreamSource } from './upstream.queries.ts'

/** The sources of one result by symbol. */
export function sourcesOf(
  entry: ResultEntry | TranscribedResult,
  position: number,
  sources: ReadonlyMap<string, UpstreamSource>,
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
export function expectedKind(
  { measurandKind, figures }: UpstreamSource,
  kind: MeasurandKind,
  unit: string,
): string {
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
