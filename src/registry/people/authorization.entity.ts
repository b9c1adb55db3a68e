import { defineEntity, p } from '@mikro-orm/core'
import { civilDate, instant, oneOf } from '#db/columns.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { Person } from './person.entity.ts'

/** ISO/IEC 17025:2017, 6.2.6: perform calibrations, review them, authorise their release. */
export const activities = ['perform', 'review', 'authorise'] as const
export type Activity = (typeof activities)[number]

const AuthorizationSchema = defineEntity({
  name: 'Authorization',
  tableName: 'authorizations',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).ref(),
    activity: oneOf(activities),
    measurandKind: () => p.manyToOne(MeasurandKind).ref().nullable().deleteRule('restrict'),
    validFrom: civilDate(),
    validTo: civilDate().nullable(),
    evidence: p.text(),
    recordedAt: instant(),
    version: p.integer().version(),
  },
  indexes: [{ name: 'authorizations_person_index', properties: ['person'] }],
  checks: [{ name: 'authorizations_dates_check', expression: 'valid_to is null or valid_to >= valid_from' }],
})

export class Authorization extends AuthorizationSchema.class {}
AuthorizationSchema.setClass(Authorization)
