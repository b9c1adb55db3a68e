import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CertificateReader } from '#compute/certificate-files/certificate-reader.ts'
import type { FileRead } from '#compute/certificate-files/read-certificate-file.ts'
import type { CertificateImportQuery } from '#contract/types.ts'
import { refusedBy } from '#db/refused-by.ts'
import { sha256Hex } from '#evidence/digest.ts'
import { signatureReasons } from '#exchange/xml-signature/signature-outcome.ts'
import type { Actor } from '#http/actor.ts'
import type { Organization } from '../../organizations/organization.entity.ts'
import { organizationNamed } from '../../organizations/organization.queries.ts'
import { anchorsInForce } from '../../trust-anchors/trust-anchor.queries.ts'
import { connectionIncomplete, numberHeldOtherwise, signatureBroken } from './import.refusals.ts'
import { certificateOf, heldUnder, insertImport, type NewImport } from './imports.queries.ts'
import { laboratoryKeyOf, textFor } from './laboratory-key.ts'
import { resolveUpstream } from './resolve-upstream.ts'
import { transcribeImport } from './transcribe-import.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** Reads files of strangers, on threads of their own. */
    readonly certificateReader: Pick<CertificateReader, 'read'>
  }
}

export interface Importing {
  readonly bytes: Uint8Array
  readonly query: CertificateImportQuery
  readonly actor: Actor
  readonly now: Date
  readonly reader: Pick<CertificateReader, 'read'>
}

export interface Imported {
  readonly id: string
  /** Absent where the very file was held already. */
  readonly kept: NewImport | undefined
  readonly file: FileRead
}

/**
 * Keeps a file as it came, and what was found. The same file again is the same record; another one under the same number of
 * the same laboratory is refused, with both hashes.
 */
export async function importCertificate(em: EntityManager, asked: Importing): Promise<Imported> {
  const { bytes, query, actor, now, reader } = asked
  const issuer = await issuerNamed(em, query)
  const trusted = (await anchorsInForce(em, issuer?.id)).map(({ pem }) => pem)
  const file = await reader.read({ bytes, trusted, at: now })
  refuseBroken(file)

  const known = await heldUnder(em, keyOf(file))
  const sha256 = sha256Hex(bytes)
  if (known && known.sha256 !== sha256) throw heldOtherwise(file, known.sha256, sha256)
  const kept = known ? undefined : await keep(em, file, { ...asked, sha256 })
  const id = known?.id ?? kept?.id ?? ''
  const isConnected = known !== undefined && (await certificateOf(em, known.id)) !== null
  if (issuer && !isConnected) {
    const { read, signatures } = file
    await transcribeImport(em, { id, bytes, read }, { query, issuer, signatures, actor, now, reader })
  }
  return { id, kept, file }
}

async function issuerNamed(
  em: EntityManager,
  query: CertificateImportQuery,
): Promise<Organization | undefined> {
  if (query.issuer !== undefined) return organizationNamed(em, query.issuer, '/issuer')
  if (query.equipment === undefined && query.mapping === undefined) return undefined
  throw connectionIncomplete(connectionIncomplete.definition.title, {}, { pointer: '/issuer' })
}

/** A signature that is broken says that the file is not what was signed; one that nobody can judge says nothing. */
function refuseBroken({ signatures }: FileRead): void {
  const broken = signatures.filter(({ status }) => status === 'broken')
  const [first] = broken
  if (first) throw signatureBroken(signatureReasons[first.reason], { signatures: broken })
}

const keyOf = ({ read }: FileRead) => ({
  laboratoryKey: laboratoryKeyOf(read),
  number: read.certificate.number,
})

function heldOtherwise({ read }: FileRead, held: string, sent: string) {
  const { number } = read.certificate
  return numberHeldOtherwise(
    {
      en: `${number} is held with SHA-256 ${held}; ${sent} was sent`,
      zh: `${number} 已有文件的 SHA-256 为 ${held}，此次为 ${sent}`,
    },
    { number, heldSha256: held, sentSha256: sent },
  )
}

async function keep(
  em: EntityManager,
  file: FileRead,
  { bytes, sha256, actor, now }: Importing & { readonly sha256: string },
): Promise<NewImport> {
  const { read, signatures, signedDigests, schemaChecked } = file
  const row: NewImport = {
    id: v7(),
    ...keyOf(file),
    laboratory: textFor(read.laboratory.name, read),
    release: read.version,
    bytes,
    sha256,
    signedDigests,
    signatures,
    upstream: await resolveUpstream(em, read, actor),
    schemaChecked,
    organization: actor.organization.id,
    recordedBy: actor.person.id,
    recordedAt: now,
  }
  await insertImport(em, row).catch(refusedBy({ certificate_imports_number_unique: numberHeldOtherwise }))
  return row
}
