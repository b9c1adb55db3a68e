import { defineEntity, p } from '@mikro-orm/core'
import { document, instant } from '#db/columns.ts'

/** The first answer to a keyed request, written in the transaction of the request itself. */
const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  primaryKeys: ['actorKey', 'key'],
  indexes: [
    {
      name: 'idempotency_keys_created_at_index',
      properties: ['createdAt'],
      expression: `create index idempotency_keys_created_at_index on idempotency_keys using brin (created_at)`,
    },
  ],
  properties: {
    actorKey: p.text().primary(),
    key: p.text().primary(),
    operation: p.text(),
    requestHash: p.text(),
    status: p.integer().nullable(),
    headers: document<Readonly<Record<string, string>>>().nullable(),
    body: p.text().nullable(),
    createdAt: instant(),
  },
})

export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey)
