import type { EntityManager } from '@mikro-orm/postgresql'
import { isAdministrator } from '../../people/may.ts'
import type { Actor } from '#http/actor.ts'
import { CertificateImport } from './certificate-import.entity.ts'
import { unknownImport } from './import.refusals.ts'
import { ImportedCertificate } from './imported-certificate.entity.ts'

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

/** The file that a laboratory has under a number, whoever imported it. */
export const importOf = (
  em: EntityManager,
  of: { readonly laboratoryKey: string; readonly number: string },
) => em.findOne(CertificateImport, of, { populate })

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
