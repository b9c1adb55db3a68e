import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import {
  civilDate,
  computedNumber,
  document,
  instant,
  reportedNumber,
  type LocalizedText,
} from '#db/columns.ts'
import type { StatedQuantity } from '../calibrations/calibration-result.entity.ts'
import { ComparisonResult } from './comparison-result.entity.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'

/** A round of a comparison of one artefact at one point (GB/T 27043, ISO/IEC 17043; JJF 1117). */
const ComparisonSchema = defineEntity({
  name: 'Comparison',
  tableName: 'comparisons',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: document<LocalizedText | string>(),
    provider: () => p.manyToOne(Organization).ref(),
    measurandKind: () => p.manyToOne(MeasurandKind).ref(),
    artefact: p.text(),
    nominal: reportedNumber(),
    nominalUnit: p.text(),
    parameters: document<Readonly<Record<string, StatedQuantity>>>(),
    /** In which the round is evaluated. */
    unit: p.text(),
    openedOn: civilDate(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
    closings: () => p.oneToMany(ComparisonClosing).mappedBy('comparison'),
    results: () => p.oneToMany(ComparisonResult).mappedBy('comparison'),
  },
  uniques: [{ name: 'comparisons_code_unique', properties: ['code'] }],
  triggers: appendOnly('comparisons'),
})

export class Comparison extends ComparisonSchema.class {}
ComparisonSchema.setClass(Comparison)

/** The end of a round: the reference value becomes known, and with it every result and score. */
const ComparisonClosingSchema = defineEntity({
  name: 'ComparisonClosing',
  tableName: 'comparison_closings',
  properties: {
    id: p.uuid().primary(),
    comparison: () => p.manyToOne(Comparison).ref(),
    closedOn: civilDate(),
    /** Where the reference value is a certified result of this registry. */
    certificate: p.text().nullable(),
    certifiedResult: p.uuid().nullable(),
    /** As it was sent, digits and all. */
    stated: document<unknown>(),
    /** In the unit of the round, as are the uncertainties. */
    reference: computedNumber(),
    standardUncertainty: computedNumber(),
    coverageFactor: computedNumber(),
    source: p.text().nullable(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'comparison_closings_comparison_unique', properties: ['comparison'] }],
  checks: [
    {
      name: 'comparison_closings_uncertainty_check',
      expression: 'standard_uncertainty > 0 and coverage_factor > 0',
    },
  ],
  triggers: appendOnly('comparison_closings'),
})

export class ComparisonClosing extends ComparisonClosingSchema.class {}
ComparisonClosingSchema.setClass(ComparisonClosing)
