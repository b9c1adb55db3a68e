import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { civilDate, instant, oneOf } from '#db/columns.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { activities, Authorization } from './authorization.entity.ts'

/** What an authorization said from the moment it was recorded so: a question about an earlier moment is answered from here. */
const AuthorizationVersionSchema = defineEntity({
  name: 'AuthorizationVersion',
  tableName: 'authorization_versions',
  properties: {
    id: p.uuid().primary(),
    authorization: () => p.manyToOne(Authorization).ref(),
    activity: oneOf(activities),
    measurandKind: () => p.manyToOne(MeasurandKind).ref().nullable().deleteRule('restrict'),
    validFrom: civilDate(),
    validTo: civilDate().nullable(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'authorization_versions_authorization_index', properties: ['authorization'] }],
  triggers: appendOnly('authorization_versions'),
})

export class AuthorizationVersion extends AuthorizationVersionSchema.class {}
AuthorizationVersionSchema.setClass(AuthorizationVersion)
