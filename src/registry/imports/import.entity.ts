import { defineEntity, p } from '@mikro-orm/core'
import { document, instant, oneOf } from '#db/columns.ts'
import type { Fault } from '#refusal.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'
import type { RowRefusal } from './outcome.ts'

/** A file of many records: who sent it, how far it has come, and what became of it. */
const ImportSchema = defineEntity({
  name: 'Import',
  tableName: 'imports',
  properties: {
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).ref(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
    kind: p.text(),
    mode: oneOf(['all', 'each']),
    /** As whoever sent it calls the file. */
    name: p.text().nullable(),
    media: p.text(),
    encoding: p.text().nullable(),
    separator: p.text().nullable(),
    sha256: p.text(),
    size: p.integer(),
    /** The Idempotency-Key by which it goes on after it broke off. */
    key: p.text().nullable(),
    /** Whose turn it is: a request that finds another's here ends. */
    runner: p.uuid(),
    state: oneOf(['under-way', 'finished', 'refused']),
    /** Up to and with this line everything is committed. */
    lastLine: p.integer().default(0),
    rows: p.integer().default(0),
    recorded: p.integer().default(0),
    unchanged: p.integer().default(0),
    conflicting: p.integer().default(0),
    refused: p.integer().default(0),
    warnings: document<readonly Fault[]>(),
    endedAt: instant().nullable(),
  },
  indexes: [
    { name: 'imports_organization_index', properties: ['organization', 'id'] },
    { name: 'imports_key_index', properties: ['recordedBy', 'key'], where: 'key is not null' },
  ],
  checks: [
    { name: 'imports_ended_check', expression: `(state = 'under-way') = (ended_at is null)` },
    { name: 'imports_hash_check', expression: `sha256 ~ '^[0-9a-f]{64}$'` },
  ],
})

export class Import extends ImportSchema.class {}
ImportSchema.setClass(Import)

/** What became of one row of a file. */
const ImportRowSchema = defineEntity({
  name: 'ImportRow',
  tableName: 'import_rows',
  primaryKeys: ['import', 'line'],
  properties: {
    import: () => p.manyToOne(Import).primary().ref().deleteRule('restrict').updateRule('restrict'),
    line: p.integer().primary().autoincrement(false),
    state: oneOf(['recorded', 'unchanged', 'conflicting', 'refused']),
    /** By what a person knows the record. */
    key: p.text().nullable(),
    location: p.text().nullable(),
    /** Of the content, where a record has no natural key by which it is found again. */
    digest: p.text().nullable(),
    refusal: document<RowRefusal>().nullable(),
    warnings: document<readonly Fault[]>().nullable(),
  },
  indexes: [
    {
      name: 'import_rows_digest_index',
      properties: ['digest'],
      where: `state = 'recorded' and digest is not null`,
    },
  ],
  checks: [
    {
      name: 'import_rows_refusal_check',
      expression: `(state in ('conflicting', 'refused')) = (refusal is not null)`,
    },
  ],
})

export class ImportRow extends ImportRowSchema.class {}
ImportRowSchema.setClass(ImportRow)
