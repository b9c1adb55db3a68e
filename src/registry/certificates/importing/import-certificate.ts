import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CertificateReader } from '#compute/certificate-files/certificate-reader.ts'
import type { FileRead } from '#compute/certificate-files/read-certificate-file.ts'
import type { CertificateImportQuery } from '#contract/types.ts'
import { refusedBy } from '#db/refused-by.ts'
import { sha256Hex } from '#evidence/digest.ts'
import { signatureReasons, type SignatureOutcome } from '#exchange/xml-signature/signature-outcome.ts'
import type { Actor } from '#http/actor.ts'
import { Organization } from '../../organizations/organization.entity.ts'
import { organizationNamed } from '../../organizations/organization.queries.ts'
import { Person } from '../../people/person.entity.ts'
import { anchorsInForce } from '../../trust-anchors/trust-anchor.queries.ts'
import { CertificateImport } from './certificate-import.entity.ts'
import { connectionIncomplete, numberHeldOtherwise, signatureBroken } from './import.refusals.ts'
import { certificateOf, importOf } from './imports.queries.ts'
import { laboratoryKeyOf, textFor } from './laboratory-key.ts'
import { resolveUpstream } from './resolve-upstream.ts'
import { signedDigestsOf } from './signed-digests.ts'
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
  readonly isNew: boolean
  /** What they are worth today: whom this node trusts may have changed since the file came first. */
  readonly signatures: readonly SignatureOutcome[]
}

/**
 * Keeps a file as it came and what was understood of it. The same file again is the same record; another one under the same
 * number of the same laboratory is refused, with both hashes.
 */
export async function importCertificate(em: EntityManager, asked: Importing): Promise<Imported> {
  const { bytes, query, actor, now, reader } = asked
  const issuer = await issuerNamed(em, query)
  const trusted = (await anchorsInForce(em, issuer?.id)).map(({ pem }) => pem)
  const file = await reader.read({ bytes, trusted, at: now })
  refuseBroken(file)

  const known = await importOf(em, keyOf(file))
  if (known) refuseOther(known, bytes)
  const imported = known ?? (await keep(em, file, asked))
  const isConnected = known ? await certificateOf(em, known.id) : undefined
  const { signatures } = file
  if (issuer && !isConnected) {
    await transcribeImport(em, imported, { query, issuer, signatures, actor, now, reader })
  }
  return { id: imported.id, isNew: !known, signatures }
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

function refuseOther({ number, sha256 }: CertificateImport, bytes: Uint8Array): void {
  const sent = sha256Hex(bytes)
  if (sent === sha256) return
  throw numberHeldOtherwise(
    {
      en: `${number} is held with SHA-256 ${sha256}; ${sent} was sent`,
      zh: `${number} 已有文件的 SHA-256 为 ${sha256}，此次为 ${sent}`,
    },
    { number, heldSha256: sha256, sentSha256: sent },
  )
}

async function keep(
  em: EntityManager,
  file: FileRead,
  { bytes, actor, now }: Importing,
): Promise<CertificateImport> {
  const { read, signatures, schemaChecked } = file
  const imported = em.create(CertificateImport, {
    id: v7(),
    ...keyOf(file),
    laboratory: textFor(read.laboratory.name, read),
    release: read.version,
    bytes: Buffer.from(bytes),
    sha256: sha256Hex(bytes),
    signedDigests: signedDigestsOf(bytes, signatures),
    reading: read,
    signatures,
    upstream: await resolveUpstream(em, read, actor),
    schemaChecked,
    organization: em.getReference(Organization, actor.organization.id, { wrapped: true }),
    recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
    recordedAt: now,
  })
  await em.flush().catch(refusedBy({ certificate_imports_number_unique: numberHeldOtherwise }))
  return imported
}
