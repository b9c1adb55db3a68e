import { defineEntity, p } from '@mikro-orm/core'
import { keptWhole, refusedOnceIssued } from '#db/append-only.ts'
import { computedNumber, document, instant } from '#db/columns.ts'
import { Component } from '../equipment/component.entity.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { MetrologicalReference } from '../references/metrological-reference.entity.ts'
import { CalibrationResult, type StatedQuantity } from './calibration-result.entity.ts'

/** The point at which a standard was used, where it is not the point of its own result. */
export interface UsedAt {
  readonly value?: StatedQuantity
  readonly parameters?: Readonly<Record<string, StatedQuantity>>
}

/** One link of the chain: an input quantity of a result that was taken from something above it. */
const ResultLinkSchema = defineEntity({
  name: 'ResultLink',
  tableName: 'result_links',
  primaryKeys: ['result', 'input'],
  properties: {
    result: () =>
      p.manyToOne(CalibrationResult).primary().ref().deleteRule('restrict').updateRule('restrict'),
    input: p.text().primary(),
    upstreamResult: () => p.manyToOne(CalibrationResult).ref().nullable().deleteRule('restrict'),
    upstreamReference: () => p.manyToOne(MetrologicalReference).ref().nullable().deleteRule('restrict'),
    /** A standard named only as a device, in a certificate issued elsewhere. */
    upstreamComponent: () => p.manyToOne(Component).ref().nullable().deleteRule('restrict'),
    expectedMeasurandKind: () => p.manyToOne(MeasurandKind).ref().nullable().deleteRule('restrict'),
    /** All four in coherent units, as used in the budget. */
    estimate: computedNumber(),
    standardUncertainty: computedNumber(),
    sensitivity: computedNumber(),
    share: computedNumber(),
    usedAt: document<UsedAt>().nullable(),
    /** The figures were typed, not taken from the standard's own certificate. */
    typed: p.boolean(),
    recordedAt: instant(),
  },
  indexes: [
    { name: 'result_links_upstream_result_index', properties: ['upstreamResult'] },
    { name: 'result_links_upstream_reference_index', properties: ['upstreamReference'] },
    {
      name: 'result_links_upstream_component_index',
      properties: ['upstreamComponent'],
      where: 'upstream_component_id is not null',
    },
  ],
  checks: [
    {
      name: 'result_links_upstream_check',
      expression: 'num_nonnulls(upstream_result_id, upstream_reference_id, upstream_component_id) = 1',
    },
  ],
  triggers: [
    refusedOnceIssued(
      'a link',
      'select 1 from certificates c join calibration_results r on r.calibration_id = c.calibration_id ' +
        'where r.id in (old.result_id, new.result_id)',
    ),
    keptWhole('result_links'),
  ],
})

export class ResultLink extends ResultLinkSchema.class {}
ResultLinkSchema.setClass(ResultLink)
