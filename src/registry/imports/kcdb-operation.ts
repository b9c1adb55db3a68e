import { operation, type Operation } from '#http/operation.ts'
import { answerImport } from './import-operation.ts'
import { kcdbImporter } from './importers.ts'
import {
  noRowsInFile,
  notAnExport,
  rowsRefused,
  severalInstitutes,
  stopping,
  takenOver,
  tooManyAtOnce,
  tooManyRows,
} from './imports.refusals.ts'
import { ndjson } from './reading/open-source.ts'
import { eventStream } from './running/as-stream.ts'
import { importFileTaken } from './running/places.ts'

export const kcdbOperation: Operation = operation(
  {
    id: 'bulk-import-kcdb-cmc',
    method: 'post',
    path: '/v1/import/kcdb-cmc',
    summary: kcdbImporter.summary,
    description:
      'The body is an answer of `POST https://www.bipm.org/api/kcdb/cmc/searchData/…`, as it came. A row is a record of `data`, and becomes the ' +
      'body of `POST /v1/competences`. What a record says and a competence cannot say is told in `warnings`, and what cannot be ' +
      'understood refuses the row; the places of codes that begin with `kcdb-` are in the record of the KCDB.',
    group: 'imports',
    access: 'competence.register',
    query: 'imports/kcdb-query.json',
    bytes: { media: ['application/json'], maxBytes: 16 << 20, asFile: importFileTaken },
    answers: { 201: 'imports/report.json', 200: 'imports/report.json' },
    media: [ndjson, eventStream],
    inUnits: true,
    refuses: [
      rowsRefused,
      tooManyRows,
      noRowsInFile,
      notAnExport,
      severalInstitutes,
      tooManyAtOnce,
      takenOver,
      stopping,
    ],
  },
  async ({ query: { organization, measurandKind, nmiCode, category, ...how }, ...asked }) => {
    const kcdb = { organization, measurandKind, institute: nmiCode, category }
    const circumstances = { ownOrganization: asked.actor.organization.code, kcdb }
    return answerImport({ ...asked, ...how, importer: kcdbImporter, circumstances })
  },
)
