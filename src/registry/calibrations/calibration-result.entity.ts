import { defineEntity, p } from '@mikro-orm/core'
import { keptWhole, refusedOnceIssued } from '#db/append-only.ts'
import { computedNumber, document, identifiers, instant, oneOf, reportedNumber } from '#db/columns.ts'
import type { StoredBudget } from '#metrology/budget/stored-budget.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { Calibration } from './calibration.entity.ts'
import { ResultLink } from './result-link.entity.ts'

export const stages = ['as-found', 'as-left', 'as-found-and-left'] as const
export type Stage = (typeof stages)[number]

/** A quantity as it was stated: decimal text and unit. */
export interface StatedQuantity {
  readonly value: string
  readonly unit: string
}

const CalibrationResultSchema = defineEntity({
  name: 'CalibrationResult',
  tableName: 'calibration_results',
  properties: {
    id: p.uuid().primary(),
    calibration: () => p.manyToOne(Calibration).ref(),
    code: p.text(),
    position: p.integer(),
    measurandKind: () => p.manyToOne(MeasurandKind).ref(),
    stage: oneOf(stages),
    nominal: reportedNumber(),
    nominalUnit: p.text(),
    parameters: document<Readonly<Record<string, StatedQuantity>>>(),
    /** The range over which the result is declared valid by interpolation; null: at its point only. */
    intervalLower: reportedNumber().nullable(),
    intervalUpper: reportedNumber().nullable(),
    intervalUnit: p.text().nullable(),
    unit: p.text(),
    /** In `unit`, as are the uncertainties. */
    estimate: computedNumber(),
    standardUncertainty: computedNumber().nullable(),
    /** Null: infinite. */
    degreesOfFreedom: computedNumber().nullable(),
    coverageFactor: computedNumber().nullable(),
    coverageProbability: computedNumber().nullable(),
    expandedUncertainty: computedNumber().nullable(),
    reportedEstimate: p.text(),
    reportedUncertainty: p.text().nullable(),
    budget: document<StoredBudget>().nullable(),
    conformity: document<unknown>().nullable(),
    conformityOutcome: p.text().nullable(),
    /** Every result and every reference this one rests on, near and far: a fact, because ancestry never changes. */
    ancestors: identifiers(),
    recordedAt: instant(),
    links: () => p.oneToMany(ResultLink).mappedBy('result'),
  },
  uniques: [{ name: 'calibration_results_code_unique', properties: ['calibration', 'code'] }],
  indexes: [{ name: 'calibration_results_ancestors_index', properties: ['ancestors'], type: 'gin' }],
  checks: [
    {
      name: 'calibration_results_uncertainty_check',
      expression: 'standard_uncertainty > 0 and expanded_uncertainty > 0 and coverage_factor > 0',
    },
    {
      name: 'calibration_results_finite_check',
      expression: `estimate <> 'nan' and abs(estimate) <> 'infinity'`,
    },
    { name: 'calibration_results_interval_check', expression: 'interval_lower <= interval_upper' },
  ],
  triggers: [
    refusedOnceIssued(
      'a result',
      'select 1 from certificates c where c.calibration_id in (old.calibration_id, new.calibration_id)',
    ),
    keptWhole('calibration_results'),
  ],
})

export class CalibrationResult extends CalibrationResultSchema.class {}
CalibrationResultSchema.setClass(CalibrationResult)
