import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { civilDate, computedNumber, document, instant } from '#db/columns.ts'
import { Competence } from '../competences/competence.entity.ts'
import { Person } from '../people/person.entity.ts'
import { Comparison } from './comparison.entity.ts'

export interface SealedFigures {
  readonly certificate: string | null
  readonly certifiedResult: string | null
  readonly stated: unknown
  readonly estimate: number
  readonly standardUncertainty: number
  readonly coverageFactor: number
}

/** What the holder of a line of a scope found in a round; sealed until the round closes. */
const ComparisonResultSchema = defineEntity({
  name: 'ComparisonResult',
  tableName: 'comparison_results',
  properties: {
    id: p.uuid().primary(),
    comparison: () => p.manyToOne(Comparison).ref(),
    competence: () => p.manyToOne(Competence).ref(),
    measuredOn: civilDate(),
    /** What they found, in the unit of the round; nothing, while it is sealed for whoever asks (`tenancy/hidden-columns.ts`). */
    figures: p
      .json<SealedFigures>()
      .formula(({ id }) => `(select to_json(f) from comparison_figures f where f.id = ${id})`)
      .nullable(),
    /** Written, and not read: where it is a certified result of this registry, the standards that it shares with the reference are known. */
    certificate: p.text().nullable().lazy(),
    certifiedResult: p.uuid().nullable().lazy(),
    /** The figures as they were sent, digits and all. */
    stated: document<unknown>().lazy(),
    estimate: computedNumber().lazy(),
    standardUncertainty: computedNumber().lazy(),
    coverageFactor: computedNumber().lazy(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
    scores: () => p.oneToMany(ComparisonScore).mappedBy('result'),
    resolutions: () => p.oneToMany(ComparisonResolution).mappedBy('result'),
  },
  uniques: [{ name: 'comparison_results_competence_unique', properties: ['comparison', 'competence'] }],
  indexes: [{ name: 'comparison_results_competence_index', properties: ['competence'] }],
  checks: [
    {
      name: 'comparison_results_uncertainty_check',
      expression: 'standard_uncertainty > 0 and coverage_factor > 0',
    },
  ],
  triggers: appendOnly('comparison_results'),
})

export class ComparisonResult extends ComparisonResultSchema.class {}
ComparisonResultSchema.setClass(ComparisonResult)

/** ISO 13528:2022, 9.7: En of a result, with the covariance through the standards that it shares with the reference. */
const ComparisonScoreSchema = defineEntity({
  name: 'ComparisonScore',
  tableName: 'comparison_scores',
  properties: {
    id: p.uuid().primary(),
    result: () => p.manyToOne(ComparisonResult).ref(),
    difference: computedNumber(),
    covariance: computedNumber(),
    normalizedError: computedNumber(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'comparison_scores_result_unique', properties: ['result'] }],
  triggers: appendOnly('comparison_scores'),
})

export class ComparisonScore extends ComparisonScoreSchema.class {}
ComparisonScoreSchema.setClass(ComparisonScore)

/** From which day on the cause of |En| > 1 was found and removed (ISO/IEC 17025:2017, 7.7.3, 8.7). */
const ComparisonResolutionSchema = defineEntity({
  name: 'ComparisonResolution',
  tableName: 'comparison_resolutions',
  properties: {
    id: p.uuid().primary(),
    result: () => p.manyToOne(ComparisonResult).ref(),
    resolvedOn: civilDate(),
    cause: p.text(),
    action: p.text(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'comparison_resolutions_result_index', properties: ['result'] }],
  triggers: appendOnly('comparison_resolutions'),
})

export class ComparisonResolution extends ComparisonResolutionSchema.class {}
ComparisonResolutionSchema.setClass(ComparisonResolution)
