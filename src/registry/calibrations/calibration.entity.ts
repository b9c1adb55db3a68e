import { defineEntity, p } from '@mikro-orm/core'
import { keptWhole, refusedOnceIssued } from '#db/append-only.ts'
import type { Particulars } from '#contract/types.ts'
import { civilDate, document, instant, oneOf } from '#db/columns.ts'
import { Competence } from '../competences/competence.entity.ts'
import { Component } from '../equipment/component.entity.ts'
import { Equipment } from '../equipment/equipment.entity.ts'
import { NormativeDocument } from '../normative-documents/normative-document.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'
import { CalibrationResult } from './calibration-result.entity.ts'

/** `evaluated` is where a logged calibration begins: its budgets are computed as it is recorded. */
export const calibrationStates = [
  'evaluated',
  'submitted',
  'reviewed',
  'returned',
  'authorised',
  'cancelled',
] as const
export type CalibrationState = (typeof calibrationStates)[number]

/** 校准证书, 检定证书, 检定结果通知书, 测试报告. */
export const certificateKinds = ['calibration', 'verification', 'verification-refusal', 'test'] as const
export type CertificateKind = (typeof certificateKinds)[number]

/** Who may read a certificate; `private` is the older word for `parties`. */
export const visibilities = ['public', 'status', 'parties', 'private'] as const
export type Visibility = (typeof visibilities)[number]

/** Work of this registry's laboratories, or the content of a certificate issued elsewhere. */
export const origins = ['issued', 'transcribed'] as const
export type Origin = (typeof origins)[number]

/** An influence quantity of the surroundings and the interval it has to be in. */
export interface StatedConditions {
  readonly quantity: string
  readonly lower?: StatedLimit
  readonly upper?: StatedLimit
}

interface StatedLimit {
  readonly value: string | number
  readonly unit: string
}

const CalibrationSchema = defineEntity({
  name: 'Calibration',
  tableName: 'calibrations',
  properties: {
    id: p.uuid().primary(),
    origin: oneOf(origins),
    laboratory: () => p.manyToOne(Organization).ref(),
    equipment: () => p.manyToOne(Equipment).ref(),
    component: () => p.manyToOne(Component).ref(),
    method: () => p.manyToOne(NormativeDocument).ref().nullable().deleteRule('restrict'),
    methodDeviation: p.text().nullable(),
    startedAt: instant(),
    finishedAt: instant(),
    place: p.text().nullable(),
    environment: document<readonly unknown[]>(),
    /** A site of the laboratory, by its code. */
    site: p.text().nullable(),
    /** Within which the values are stated to hold. */
    conditionsOfUse: document<readonly StatedConditions[]>().nullable(),
    operator: () => p.manyToOne(Person).ref().nullable().deleteRule('restrict'),
    competence: () => p.manyToOne(Competence).ref().nullable().deleteRule('restrict'),
    customer: () => p.manyToOne(Organization).ref().nullable().deleteRule('restrict'),
    certificateKind: oneOf(certificateKinds),
    certificateNumber: p.text().nullable(),
    validUntil: civilDate().nullable(),
    asFoundOmitted: p.text().nullable(),
    lateReason: p.text().nullable(),
    traceabilityStatement: p.text().nullable(),
    /** What the certificate states beside its figures. */
    particulars: document<Particulars>().nullable(),
    visibility: oneOf(visibilities).default('public'),
    state: oneOf(calibrationStates),
    submittedBy: () => p.manyToOne(Person).ref().nullable().deleteRule('restrict'),
    submittedAt: instant().nullable(),
    reviewedBy: () => p.manyToOne(Person).ref().nullable().deleteRule('restrict'),
    reviewedAt: instant().nullable(),
    reviewReason: p.text().nullable(),
    authorisedBy: () => p.manyToOne(Person).ref().nullable().deleteRule('restrict'),
    authorisedAt: instant().nullable(),
    /** The calibration that this one corrects, when a certificate is amended in value. */
    corrects: () => p.manyToOne(Calibration).ref().nullable().deleteRule('restrict'),
    /** The body as it was sent, digits and all; everything computed can be computed from it again. */
    stated: document<unknown>(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
    version: p.integer().version(),
    results: () => p.oneToMany(CalibrationResult).mappedBy('calibration'),
  },
  indexes: [
    { name: 'calibrations_laboratory_index', properties: ['laboratory', 'id'] },
    { name: 'calibrations_component_index', properties: ['component', 'finishedAt'] },
  ],
  checks: [
    { name: 'calibrations_times_check', expression: 'finished_at >= started_at' },
    {
      name: 'calibrations_review_check',
      expression: 'reviewed_by_id is null or operator_id is null or reviewed_by_id <> operator_id',
    },
    {
      name: 'calibrations_authorisation_check',
      expression: 'authorised_by_id is null or operator_id is null or authorised_by_id <> operator_id',
    },
    {
      name: 'calibrations_validity_check',
      expression: `valid_until is null or certificate_kind = 'verification'`,
    },
  ],
  triggers: [
    refusedOnceIssued('the calibration', 'select 1 from certificates c where c.calibration_id = old.id', [
      'update',
      'delete',
    ]),
    keptWhole('calibrations'),
  ],
})

export class Calibration extends CalibrationSchema.class {}
CalibrationSchema.setClass(Calibration)
