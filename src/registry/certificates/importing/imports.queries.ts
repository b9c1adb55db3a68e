import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { SignatureOutcome } from '#exchange/xml-signature/signature-outcome.ts'
import type { Actor } from '#http/actor.ts'
import { isAdministrator } from '../../people/may.ts'
import { CertificateImport } from './certificate-import.entity.ts'
import { unknownImport } from './import.refusals.ts'
import { ImportedCertificate } from './imported-certificate.entity.ts'
import type { UpstreamOutcome } from './upstream-outcome.ts'

const populate = ['organization', 'recordedBy'] as const

/** Names and addresses of people stand in a file: only who imported it reads it, and an administrator. */
const seenBy = (actor: Actor) =>
  isAdministrator(actor) ? {} : { organization: { id: actor.organization.id } }

export async function importAt(em: EntityManager, id: string, actor: Actor | 'whoever has the file') {
  const scope = actor === 'whoever has the file' ? {} : seenBy(actor)
  const found = await em.findOne(CertificateImport, { id, ...scope }, { populate })
  if (found) return found
  throw unknownImport(
    { en: `None has the identifier ${id}`, zh: `没有标识为 ${id} 的导入记录` },
    {},
    { pointer: '/id' },
  )
}

export type ImportShown = Awaited<ReturnType<typeof importAt>>

/** What a laboratory has under a number, whoever imported it. */
export async function heldUnder(
  em: EntityManager,
  key: { readonly laboratoryKey: string; readonly number: string },
): Promise<{ readonly id: string; readonly sha256: string } | undefined> {
  const [held] = await preparedRows<{ id: string; sha256: string }>(
    em,
    'select id, sha256 from certificate_imports where laboratory_key = $1 and number = $2',
    [key.laboratoryKey, key.number],
  )
  return held
}

export interface NewImport {
  readonly id: string
  readonly number: string
  readonly laboratoryKey: string
  readonly laboratory: string
  readonly release: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly signedDigests: readonly string[]
  readonly signatures: readonly SignatureOutcome[]
  readonly upstream: readonly UpstreamOutcome[]
  readonly schemaChecked: boolean
  readonly organization: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** Written with parameters: in the text of a statement the bytes would be twice as long, and be looked at for quotes. */
export const insertImport = (em: EntityManager, row: NewImport) =>
  preparedRows(
    em,
    `insert into certificate_imports (id, number, laboratory_key, laboratory, release, bytes, sha256, signed_digests,
       signatures, upstream, schema_checked, organization_id, recorded_by_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.id,
      row.number,
      row.laboratoryKey,
      row.laboratory,
      row.release,
      Buffer.from(row.bytes.buffer, row.bytes.byteOffset, row.bytes.byteLength),
      row.sha256,
      JSON.stringify(row.signedDigests),
      JSON.stringify(row.signatures),
      JSON.stringify(row.upstream),
      row.schemaChecked,
      row.organization,
      row.recordedBy,
      row.recordedAt,
    ],
  )

/** Which certificate of the registry an import is. */
export const certificateOf = (em: EntityManager, importId: string) =>
  em.findOne(
    ImportedCertificate,
    { import: { id: importId } },
    { populate: ['certificate', 'mapping', 'trustAnchor'] },
  )

export type CertificateOfImport = Awaited<ReturnType<typeof certificateOf>>

interface Listed {
  readonly id: string
  readonly number: string
  readonly laboratory: string
  readonly release: string
  readonly sha256: string
  readonly certificate: string | null
  readonly organization: string
  readonly recordedBy: string
  readonly recordedAt: string
}

/** A page of imports without their bytes and readings, the newest first. */
export const importsListed = (
  em: EntityManager,
  actor: Actor,
  asked: { readonly number?: string; readonly after?: string; readonly limit: number },
): Promise<Listed[]> =>
  em.execute<Listed[]>(
    `select i.id, i.number, i.laboratory, i.release, i.sha256, t.number as certificate, o.code as organization,
            p.code as "recordedBy", to_char(i.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
       from certificate_imports i
       join organizations o on o.id = i.organization_id
       join people p on p.id = i.recorded_by_id
       left join imported_certificates l on l.import_id = i.id
       left join certificates t on t.id = l.certificate_id
      where (?::uuid is null or i.organization_id = ?::uuid)
        and (?::text is null or i.number = ?::text)
        and (?::uuid is null or i.id < ?::uuid)
      order by i.id desc
      limit ?`,
    [
      ...twice(isAdministrator(actor) ? null : actor.organization.id),
      ...twice(asked.number ?? null),
      ...twice(asked.after ?? null),
      asked.limit,
    ],
  )

const twice = <T>(value: T): readonly [T, T] => [value, value]
