import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { reportedNumber } from '#metrology/quantity/reported-number.ts'
import type { StoredInput } from '#metrology/budget/stored-budget.ts'
import type { MeasurandKind } from '../../measurand-kinds/measurand-kind.entity.ts'
import { CalibrationResult } from '../calibration-result.entity.ts'
import type { Calibration } from '../calibration.entity.ts'
import { kept, type ResultDraft } from './result-draft.ts'
import { ResultLink } from '../result-link.entity.ts'
import type { UpstreamSource } from './upstream.queries.ts'

/** Writes results and the links to what stands above them. Ancestry is written with them: it never changes. */
export function recordResults(
  em: EntityManager,
  calibration: Calibration,
  drafts: readonly ResultDraft[],
  kinds: ReadonlyMap<string, MeasurandKind>,
  now: Date,
): readonly CalibrationResult[] {
  return drafts.map((draft, position) => {
    const result = recordResult(em, calibration, draft, position, now)
    for (const input of draft.budget?.inputs ?? []) {
      const source = draft.sources.get(input.symbol)
      if (source) recordLink(em, { result, source, input, kinds, now })
    }
    return result
  })
}

function recordResult(
  em: EntityManager,
  calibration: Calibration,
  { entry, kind, unit, figures, budget, conformity, sources }: ResultDraft,
  position: number,
  now: Date,
): CalibrationResult {
  const { interval, point } = entry
  const parameters = Object.entries(point.parameters ?? {}).map(([name, q]) => [name, kept(q)] as const)
  return em.create(CalibrationResult, {
    id: v7(),
    calibration,
    code: entry.code,
    position,
    measurandKind: kind,
    stage: entry.stage,
    nominal: reportedNumber(point.nominal.value),
    nominalUnit: point.nominal.unit,
    parameters: Object.fromEntries(parameters),
    intervalLower: interval ? reportedNumber(interval.lower.value) : null,
    intervalUpper: interval ? reportedNumber(interval.upper.value) : null,
    intervalUnit: interval?.lower.unit ?? null,
    unit,
    estimate: figures.estimate,
    standardUncertainty: figures.standardUncertainty ?? null,
    degreesOfFreedom: finite(figures.degreesOfFreedom),
    coverageFactor: figures.coverageFactor ?? null,
    coverageProbability: figures.coverageProbability ?? null,
    expandedUncertainty: figures.expandedUncertainty ?? null,
    reportedEstimate: figures.reportedEstimate,
    reportedUncertainty: figures.reportedUncertainty ?? null,
    budget: budget ?? null,
    conformity: conformity ?? null,
    conformityOutcome: conformity?.outcome ?? null,
    ancestors: ancestorsThrough([...sources.values()]),
    recordedAt: now,
  })
}

function ancestorsThrough(sources: readonly UpstreamSource[]): readonly string[] {
  const above = sources.flatMap(({ result, reference }) => [
    ...(result ? [result.id, ...result.ancestors] : []),
    ...(reference ? [reference.id] : []),
  ])
  return [...new Set(above)].sort()
}

interface Link {
  readonly result: CalibrationResult
  readonly source: UpstreamSource
  readonly input: StoredInput
  readonly kinds: ReadonlyMap<string, MeasurandKind>
  readonly now: Date
}

function recordLink(em: EntityManager, { result, source, input, kinds, now }: Link): void {
  em.create(ResultLink, {
    result,
    input: input.symbol,
    upstreamResult: source.result ?? null,
    upstreamReference: source.reference ?? null,
    upstreamComponent: source.component ?? null,
    expectedMeasurandKind: expectedKind(input, source, kinds),
    estimate: input.estimate,
    standardUncertainty: input.standardUncertainty,
    sensitivity: input.sensitivity,
    share: input.share,
    usedAt: input.usedAt ?? null,
    typed: input.typed ?? false,
    recordedAt: now,
  })
}

const finite = (degrees: number): number | null => (Number.isFinite(degrees) ? degrees : null)

/** A kind that the message named, or the standard's own. */
const expectedKind = (input: StoredInput, source: UpstreamSource, kinds: Link['kinds']) =>
  kinds.get(input.measurandKind ?? '') ??
  source.result?.measurandKind ??
  source.reference?.measurandKind ??
  null
