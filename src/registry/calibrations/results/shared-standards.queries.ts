import type { EntityManager } from '@mikro-orm/postgresql'
import type { BudgetInput } from '#contract/types.ts'
import type { PartsOfStandards, StandardPart } from '#metrology/budget/shared-standards.ts'
import { differenceToCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { partsOfRoot } from '#metrology/traceability/influences/parts-of-standard.ts'
import { partsOfStandards, type NamedResult } from '../../traceability/standard-parts.queries.ts'
import type { UpstreamSource } from './upstream.queries.ts'

type Entry = { readonly inputs?: Readonly<Record<string, BudgetInput>> }

/** By the position of the result; only for results that rest on two standards or more. */
export type StandardsOfResults = ReadonlyMap<number, PartsOfStandards>

/**
 * What the standards of each budget are made of, so that what they share is not counted as if it were independent. One statement for
 * all of them, and none where every result has one standard.
 */
export async function standardsOfResults(
  em: EntityManager,
  entries: readonly Entry[],
  sources: ReadonlyMap<string, UpstreamSource>,
  now: Date,
): Promise<StandardsOfResults> {
  const several = entries
    .map((entry, position) => ({ position, standards: standardsOf(entry, position, sources) }))
    .filter(({ standards }) => standards.length > 1)
  const named = several.flatMap(({ standards }) => standards.flatMap(({ source }) => namedResult(source)))
  const partsOf = await partsOfStandards(em, named, now)
  return new Map(
    several.map(({ position, standards }) => [
      position,
      new Map(standards.map(({ symbol, source }) => [symbol, partsOfSource(source, partsOf)])),
    ]),
  )
}

function standardsOf(
  entry: Entry,
  position: number,
  sources: ReadonlyMap<string, UpstreamSource>,
): { readonly symbol: string; readonly source: UpstreamSource }[] {
  return Object.keys(entry.inputs ?? {}).flatMap((symbol) => {
    const source = sources.get(`/results/${position}/inputs/${symbol}/from`)
    return source?.figures?.standardUncertainty === undefined ? [] : [{ symbol, source }]
  })
}

const namedResult = ({ from, result }: UpstreamSource): NamedResult[] =>
  result && 'certificate' in from ? [{ ...from, id: result.id }] : []

function partsOfSource(
  source: UpstreamSource,
  partsOf: (standard: NamedResult) => readonly StandardPart[],
): readonly StandardPart[] {
  const [named] = namedResult(source)
  if (named) return partsOf(named)
  const { reference, figures } = source
  if (!reference || !figures) return []
  const { standardUncertainty = 0, unit, degreesOfFreedom } = figures
  return partsOfRoot({
    id: reference.id,
    code: reference.code,
    standardUncertainty: differenceToCoherent(standardUncertainty, parseUnit(unit)),
    degreesOfFreedom,
  })
}
