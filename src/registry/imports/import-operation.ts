import { noSuchSheet, workbookTooLarge, workbookUnreadable } from '#exchange/xlsx/xlsx.refusals.ts'
import type { Facilities } from '#http/facilities.ts'
import { operation, type Operation } from '#http/operation.ts'
import type { Importer } from './importers.ts'
import {
  columnMissing,
  columnUnknown,
  encodingUnclear,
  noRowsInFile,
  rowsRefused,
  stopping,
  takenOver,
  tooManyAtOnce,
  tooManyRows,
} from './imports.refusals.ts'
import { csv, ndjson, xlsx } from './reading/open-source.ts'
import { asStream, eventStream } from './running/as-stream.ts'
import { importFile, type Done, type Sent } from './running/import-file.ts'
import { importFileTaken } from './running/places.ts'
import { mostRowsAsWhole, type Tell } from './running/run.ts'

export const mostImportBytes = 64 << 20

/** Of a file with many faults the first are told in the problem; the report has more of them. */
const mostFaults = 50

const descriptionOf = ({ operation: { path }, sheet }: Importer) =>
  `Each row is the body of \`POST ${path}\`, and is refused by the same schema and the same rules. As NDJSON a line is that body` +
  (sheet
    ? `; as CSV or XLSX the first row names its columns: ${sheet.columns.map(({ id }) => `\`${id}\``).join(', ')}, or as the templates name them. `
    : '. ') +
  `\`mode=all\` takes up to ${mostRowsAsWhole} rows in one transaction, or none of them; \`mode=each\` takes what can be taken. With ` +
  '`dryRun=true` nothing is stored. The same file sent again with the same Idempotency-Key goes on where it broke off; what is ' +
  'recorded already is `unchanged`.'

/** One operation for each kind, so that each has the access of the single operation. */
export const importOperation = (importer: Importer): Operation =>
  operation(
    {
      id: `bulk-import-${importer.kind}`,
      method: 'post',
      path: `/v1/import/${importer.kind}`,
      summary: importer.summary,
      description: descriptionOf(importer),
      group: 'imports',
      access: importer.operation.access as Exclude<Operation['access'], 'public'>,
      query: 'imports/query.json',
      bytes: {
        media: importer.sheet ? [ndjson, csv, xlsx] : [ndjson],
        maxBytes: mostImportBytes,
        asFile: importFileTaken,
        charsets: ['gb18030', 'gbk', 'gb2312'],
      },
      answers: { 201: 'imports/report.json', 200: 'imports/report.json' },
      media: [ndjson, eventStream],
      inUnits: true,
      refuses: [
        rowsRefused,
        tooManyRows,
        noRowsInFile,
        encodingUnclear,
        columnUnknown,
        columnMissing,
        tooManyAtOnce,
        takenOver,
        stopping,
        noSuchSheet,
        workbookTooLarge,
        workbookUnreadable,
      ],
    },
    async ({ query: { sheet, ...how }, ...asked }) => {
      const circumstances = { ownOrganization: asked.actor.organization.code, sheetName: sheet }
      return answerImport({ ...asked, ...how, importer, circumstances })
    },
  )

/** What is sent, with what the answer needs beside it. */
interface AnswerAsked extends Omit<Sent, 'closing' | 'name'> {
  readonly name?: string
  readonly accept: string
  readonly facilities: Facilities
}

/** In JSON when it is done; in the other media while it is done. */
export async function answerImport({ accept, facilities, name, ...asked }: AnswerAsked) {
  const { work, close } = await begun({ ...asked, name, closing: facilities.closing })
  const done = (tell: Tell) => work(tell).finally(close)
  if (accept === 'application/json') return answerOf(await done(silent))
  const headers = { 'x-accel-buffering': 'no', 'cache-control': 'no-store' }
  return { status: 200 as const, media: accept, content: asStream(done, accept, asked.language), headers }
}

const silent: Tell = { progress: () => undefined, rows: async () => undefined }

/** What is refused as a whole leaves no file behind, and with it goes its place. */
async function begun(sent: Sent) {
  const close = sent.file.discard
  try {
    return { work: await importFile(sent), close }
  } catch (error) {
    await close()
    throw error
  }
}

function answerOf({ report, isReplayed }: Done) {
  const { id, mode, state, counts, rows } = report
  if (mode === 'all' && state === 'refused' && id !== undefined) throw refusedAsWhole({ id, counts, rows })
  const headers = {
    ...(id !== undefined && { location: `/v1/imports/${id}` }),
    ...(isReplayed && { 'idempotency-replayed': 'true' }),
  }
  return id === undefined
    ? { status: 200 as const, body: report, headers }
    : { status: 201 as const, body: report, headers }
}

function refusedAsWhole({
  id,
  counts,
  rows,
}: Pick<Done['report'], 'counts' | 'rows'> & { readonly id: string }) {
  const errors = rows
    .filter(({ errors: own }) => own !== undefined)
    .flatMap(({ line, errors: own = [] }) =>
      own.map(({ pointer, code, detail }) => ({ pointer: `/${line}${pointer}`, code, detail })),
    )
  const failing = counts.conflicting + counts.refused
  const detail = {
    en: `${failing} of ${counts.rows} rows; the first one stands on line ${rows[0]?.line}`,
    zh: `${counts.rows} 行中有 ${failing} 行；第一处在第 ${rows[0]?.line} 行`,
  }
  return rowsRefused(detail, { import: `/v1/imports/${id}`, counts }, { errors: errors.slice(0, mostFaults) })
}
