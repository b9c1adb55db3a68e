import type { EntityManager } from '@mikro-orm/postgresql'
import type { Language } from '#http/language.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { textStream } from '#http/text-stream.ts'
import { tooManyStreams } from '../events/event.refusals.ts'
import { importAt, importsListed, outcomesOf, type ImportShown } from './import.queries.ts'
import { viewImport, viewOutcome, viewReport } from './import.view.ts'
import { importers } from './importers.ts'
import { unknownImport } from './imports.refusals.ts'
import { importOperation } from './import-operation.ts'
import { kcdbOperation } from './kcdb-operation.ts'
import { ndjson } from './reading/open-source.ts'
import { eventStream } from './running/as-stream.ts'
import { followImport } from './running/follow-import.ts'

const rowsAtOnce = 1000

/** Every row in the order of the file, a thousand at a time; what was done meanwhile is among them. */
async function* linesOf(em: EntityManager, { id }: ImportShown, language: Language): AsyncGenerator<string> {
  for (let after = 0; ;) {
    const asked = { import: id, isNotableOnly: false, after, limit: rowsAtOnce }
    const rows = await outcomesOf(em.fork(), asked)
    if (rows.length > 0)
      yield rows.map((row) => `${JSON.stringify({ row: viewOutcome(row, language) })}\n`).join('')
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)?.line ?? after
  }
}

export const bulkImportOperations: readonly Operation[] = [
  ...importers.map(importOperation),
  kcdbOperation,
  operation(
    {
      id: 'list-imports',
      method: 'get',
      path: '/v1/imports',
      summary: 'List the imports of your organization, the newest first',
      access: 'import.read',
      query: 'imports/search.json',
      answers: { 200: 'imports/page.json' },
      refuses: [],
    },
    async ({ em, query, actor, language }) => {
      const rows = await importsListed(em, actor, {
        kind: query.kind,
        state: query.state,
        after: pagePlace('imports', query)?.id,
        limit: rowsToRead(query),
      })
      const body = pageOf(
        'imports',
        query,
        rows,
        ({ id }) => ({ value: id, id }),
        (row) => viewImport(row, language),
      )
      return { status: 200, body }
    },
  ),
  operation(
    {
      id: 'read-import',
      method: 'get',
      path: '/v1/imports/{id}',
      summary: 'What became of an import; as NDJSON, of every row',
      access: 'import.read',
      params: 'imports/path.json',
      answers: { 200: 'imports/report.json' },
      media: [ndjson],
      refuses: [unknownImport],
    },
    async ({ em, params, actor, accept, language }) => {
      const row = await importAt(em, params.id, actor)
      if (accept === ndjson)
        return { status: 200 as const, media: ndjson, content: textStream(linesOf(em, row, language)) }
      return { status: 200 as const, body: await viewReport(em, row, language) }
    },
  ),
  operation(
    {
      id: 'follow-import',
      method: 'get',
      path: '/v1/imports/{id}/events',
      summary: 'Follow an import while it is done',
      description:
        '`progress` says how many rows are committed, and `ended` comes last, with the record of the import.',
      access: 'import.read',
      params: 'imports/path.json',
      answers: { 200: null },
      media: [eventStream],
      refuses: [unknownImport, tooManyStreams],
    },
    async ({ em, now, params, actor, language, signal, facilities }) => {
      const row = await importAt(em, params.id, actor)
      const ends = [signal(), facilities.closing]
      const content = followImport(em, row, { id: params.id, actor, now, language, ends })
      const headers = { 'x-accel-buffering': 'no', 'cache-control': 'no-store' }
      return { status: 200, media: eventStream, content, headers }
    },
  ),
]
