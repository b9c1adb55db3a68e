import type { EntityManager } from '@mikro-orm/postgresql'
import {
  readersBusy,
  schemaRefuses,
  tookTooLong,
} from '#compute/certificate-files/certificate-file.refusals.ts'
import {
  columnAmbiguous,
  columnNotFound,
  columnNotUsable,
  tooManyRows,
} from '#exchange/dcc/mapping/mapping.refusals.ts'
import {
  attachmentHashWrong,
  contentNotValid,
  datesReversed,
  listLengthsDiffer,
  otherFormat,
  otherRelease,
  unitNotKnown,
} from '#exchange/dcc/reading/reading.refusals.ts'
import {
  dividedValue,
  doctypeRefused,
  notWellFormed,
  otherEncoding,
  otherXmlVersion,
  xmlTooComplex,
} from '#exchange/xml/xml.refusals.ts'
import type { Actor } from '#http/actor.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { refusalsOf } from '#refusal.ts'
import { loggingRefusals } from '../../calibrations/calibration.refusals.ts'
import { mappingOfOther, noSuchMapping } from '../../dcc-mappings/dcc-mapping.refusals.ts'
import { noSuchOrganization } from '../../organizations/organization.refusals.ts'
import { notYourOrganization } from '../../people/access.refusals.ts'
import {
  certificateNumberTaken,
  coverageFactorMissing,
  issuedBeforeFinished,
  uncertaintiesDisagree,
  uncertaintyNotPositive,
} from '../certificate.refusals.ts'
import { importCertificate, type Imported } from './import-certificate.ts'
import {
  connectionIncomplete,
  datesNotUsable,
  numberHeldOtherwise,
  numberNotUsable,
  signatureBroken,
  unknownImport,
} from './import.refusals.ts'
import { keptNow, keptRow, viewImport, viewListed } from './import.view.ts'
import { certificateOf, importAt, importsListed } from './imports.queries.ts'
import { originalAnswer } from './original-xml.ts'
import { resolveUpstream } from './resolve-upstream.ts'

/** Certificates with photographs of the item come to some megabytes. */
const mostBytes = 32 << 20

const xml = 'application/xml'

const readingRefusals = [
  notWellFormed,
  doctypeRefused,
  otherEncoding,
  otherXmlVersion,
  xmlTooComplex,
  dividedValue,
  otherFormat,
  otherRelease,
  contentNotValid,
  listLengthsDiffer,
  unitNotKnown,
  datesReversed,
  attachmentHashWrong,
  schemaRefuses,
  tookTooLong,
  readersBusy,
]

const mappingRefusals = [
  connectionIncomplete,
  numberNotUsable,
  datesNotUsable,
  noSuchMapping,
  mappingOfOther,
  columnNotFound,
  columnAmbiguous,
  columnNotUsable,
  tooManyRows,
]

const transcribingRefusals = [
  noSuchOrganization,
  notYourOrganization,
  certificateNumberTaken,
  coverageFactorMissing,
  issuedBeforeFinished,
  uncertaintiesDisagree,
  uncertaintyNotPositive,
]

/** What was kept just now; or the record of the very file, with what its signatures are worth today. */
async function answerOf(em: EntityManager, { id, kept, file }: Imported, actor: Actor) {
  const link = await certificateOf(em, id)
  if (kept) return viewImport(keptNow(kept, actor), file.read, link, kept.upstream)
  // Whoever sends the very bytes of a file may see what is read of them, whoever imported it first.
  const row = { ...keptRow(await importAt(em, id, 'whoever has the file')), signatures: file.signatures }
  return viewImport(row, file.read, link, await resolveUpstream(em, file.read, actor))
}

export const importOperations: readonly Operation[] = [
  operation(
    {
      id: 'import-certificate',
      method: 'post',
      path: '/v1/certificates/import',
      summary: 'Import a digital calibration certificate (DCC 2.2 to 3.3)',
      description:
        'The bytes are kept as they came. The answer says what was understood, what was not, what each signature is ' +
        'worth, and which of the certificates it names are held here. With `issuer`, `equipment` and a mapping it becomes ' +
        'a certificate of the registry: evidence by a signature whose signer another person trusts, else once a second ' +
        'person has checked it. The same bytes again: the same record, 200.',
      access: 'certificate.import',
      query: 'certificate-imports/import-query.json',
      bytes: { media: [xml, 'text/xml'], maxBytes: mostBytes },
      answers: { 201: 'certificate-imports/import.json', 200: 'certificate-imports/import.json' },
      refuses: [
        readingRefusals,
        signatureBroken,
        numberHeldOtherwise,
        mappingRefusals,
        transcribingRefusals,
        loggingRefusals,
        refusalsOf('quantity', 'unit', 'uncertainty', 'budget', 'calibration'),
      ],
    },
    async ({ em, bytes, query, actor, now, facilities }) => {
      const asked = { bytes, query, actor, now, reader: facilities.certificateReader }
      const imported = await importCertificate(em, asked)
      const body = await answerOf(em, imported, actor)
      const { understood: _, ...after } = body
      const location = `/v1/certificates/imports/${body.id}`
      return imported.kept
        ? { status: 201, body, headers: { location }, after }
        : { status: 200, body, subject: location, after }
    },
  ),
  operation(
    {
      id: 'list-certificate-imports',
      method: 'get',
      path: '/v1/certificates/imports',
      summary: 'List imported files of your organization, the newest first',
      access: 'registry.read',
      query: 'certificate-imports/search.json',
      answers: { 200: 'certificate-imports/page.json' },
      refuses: [],
    },
    async ({ em, query, actor }) => {
      const place = pagePlace('certificate-imports', query)
      const { number } = query
      const rows = await importsListed(em, actor, {
        ...(number !== undefined && { number }),
        ...(place && { after: place.id }),
        limit: rowsToRead(query),
      })
      return {
        status: 200,
        body: pageOf('certificate-imports', query, rows, ({ id }) => ({ value: id, id }), viewListed),
      }
    },
  ),
  operation(
    {
      id: 'read-certificate-import',
      method: 'get',
      path: '/v1/certificates/imports/{id}',
      summary: 'What was understood of an imported file; as XML, the very bytes that came',
      access: 'registry.read',
      params: 'certificate-imports/path.json',
      answers: { 200: 'certificate-imports/import.json' },
      media: [xml],
      refuses: [unknownImport, tookTooLong, readersBusy],
    },
    async ({ em, params, actor, accept, now, facilities }) => {
      const row = await importAt(em, params.id, actor)
      if (accept === xml) return originalAnswer(row)
      const question = { bytes: new Uint8Array(row.bytes), trusted: [], at: now }
      const { read } = await facilities.certificateReader.read(question)
      const upstream = await resolveUpstream(em, read, actor)
      const body = viewImport(keptRow(row), read, await certificateOf(em, row.id), upstream)
      return { status: 200, body, headers: { vary: 'Accept' } }
    },
  ),
]
