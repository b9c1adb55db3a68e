import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CertificateImportQuery, CertificateTranscription, TranscribedResult } from '#contract/types.ts'
import type { CertificateReader } from '#compute/certificate-files/certificate-reader.ts'
import { conform } from '#contract/schemas.ts'
import { applyMapping } from '#exchange/dcc/mapping/apply-mapping.ts'
import type { MappedResult } from '#exchange/dcc/mapping/mapping.ts'
import type { DccRead } from '#exchange/dcc/reading/dcc-read.ts'
import type { SignatureOutcome } from '#exchange/xml-signature/signature-outcome.ts'
import type { Actor } from '#http/actor.ts'
import { Refusal, within } from '#refusal.ts'
import { mappingNamed, mappingsOf, type MappingShown } from '../../dcc-mappings/dcc-mapping.queries.ts'
import { mappingOfOther } from '../../dcc-mappings/dcc-mapping.refusals.ts'
import { Equipment } from '../../equipment/equipment.entity.ts'
import { logEvent } from '../../log/log-certificate.ts'
import type { Organization } from '../../organizations/organization.entity.ts'
import { Person } from '../../people/person.entity.ts'
import type { TrustAnchor } from '../../trust-anchors/trust-anchor.entity.ts'
import { CertificateEvent } from '../certificate-event.entity.ts'
import type { Certificate } from '../certificate.entity.ts'
import { transcribeCertificate } from '../transcribing/transcribe-certificate.ts'
import { CertificateImport } from './certificate-import.entity.ts'
import { connectionIncomplete, numberNotUsable } from './import.refusals.ts'
import { ImportedCertificate } from './imported-certificate.entity.ts'
import { issuedOf, startOf } from './issued.ts'
import { vouchingAnchor } from './vouch.ts'

/** A file that is kept, and what it says. */
export interface KeptFile {
  readonly id: string
  readonly bytes: Uint8Array
  readonly read: DccRead
}

export interface Transcribing {
  readonly query: CertificateImportQuery
  readonly issuer: Organization
  readonly signatures: readonly SignatureOutcome[]
  readonly actor: Actor
  readonly now: Date
  readonly reader: Pick<CertificateReader, 'read'>
}

/**
 * Makes a file that was imported a certificate of the registry, whose results others can be traced to. What its columns mean
 * is said by a mapping; without one that fits the file stays what it is, kept and read.
 */
export async function transcribeImport(
  em: EntityManager,
  imported: KeptFile,
  around: Transcribing,
): Promise<ImportedCertificate | undefined> {
  const { query, actor, now } = around
  if (query.equipment === undefined) {
    if (query.mapping === undefined) return undefined
    throw connectionIncomplete(connectionIncomplete.definition.title, {}, { pointer: '/equipment' })
  }
  const chosen = await chosenMapping(em, imported, around)
  if (!chosen) return undefined
  const stated = statedOf(imported, chosen.results, around)

  const certificate = await transcribeCertificate(em, stated, actor, now)
  const anchor = await vouchedFor(em, imported, certificate, around)
  const link = em.create(ImportedCertificate, {
    import: em.getReference(CertificateImport, imported.id, { wrapped: true }),
    certificate,
    mapping: chosen.mapping,
    trustAnchor: anchor ?? null,
    recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
    recordedAt: now,
  })
  await em.flush()
  return link
}

interface Chosen {
  readonly mapping: MappingShown
  readonly results: readonly MappedResult[]
}

/** The mapping that is named, or the newest of the own organization for this issuer that fits. */
async function chosenMapping(
  em: EntityManager,
  { read }: KeptFile,
  { query, issuer, actor }: Transcribing,
): Promise<Chosen | undefined> {
  if (query.mapping !== undefined) {
    const mapping = await mappingNamed(em, query.mapping, '/mapping')
    if (mapping.issuer.id !== issuer.id) {
      throw mappingOfOther(mappingOfOther.definition.title, {}, { pointer: '/mapping' })
    }
    return { mapping, results: within('/mapping', () => applyMapping(read, mapping.rules)) }
  }
  const known = await mappingsOf(em, { issuer: issuer.id, organization: actor.organization.id })
  for (const mapping of known) {
    const results = resultsIfFitting(() => applyMapping(read, mapping.rules))
    if (results) return { mapping, results }
  }
  return undefined
}

function resultsIfFitting(map: () => readonly MappedResult[]): readonly MappedResult[] | undefined {
  try {
    return map()
  } catch (error) {
    if (error instanceof Refusal && error.definition.code.startsWith('dcc-mapping.')) return undefined
    throw error
  }
}

/** As a person would transcribe it; checked as if one had. */
function statedOf(
  { read }: KeptFile,
  results: readonly MappedResult[],
  { query, issuer, signatures }: Transcribing,
): CertificateTranscription {
  const { equipment = '', component, competence, visibility } = query
  const started = startOf(read.certificate.begun)
  const finished = startOf(read.certificate.ended)
  const issued = startOf(issuedOf(read, signatures).date)
  return {
    number: usableNumber(query.number ?? read.certificate.number),
    issuer: issuer.code,
    kind: 'calibration',
    item: { equipment, ...(component !== undefined && { component }) },
    started,
    finished,
    issued: issued < finished ? finished : issued,
    ...(competence !== undefined && { competence }),
    ...(visibility !== undefined && { visibility }),
    results: results.map((result): TranscribedResult => ({ ...result })),
  }
}

function usableNumber(number: string): string {
  try {
    return conform('metrology/certificate-number.json', number)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw numberNotUsable(
      {
        en: `"${number.slice(0, 80)}" cannot stand in a path`,
        zh: `编号"${number.slice(0, 80)}"不能用于路径`,
      },
      {},
      { pointer: '/number' },
    )
  }
}

/**
 * R17: the signature of a signer whom a second person trusts stands for the check by one, where the file itself names the item:
 * that it is of this equipment is else the word of the importer alone.
 */
async function vouchedFor(
  em: EntityManager,
  imported: KeptFile,
  certificate: Certificate,
  { query, issuer, signatures, actor, now, reader }: Transcribing,
): Promise<TrustAnchor | undefined> {
  const isSigned = signatures.some(({ status }) => status === 'valid')
  if (!isSigned || !(await namesEquipment(em, imported.read, query.equipment))) return undefined
  const { bytes } = imported
  const anchor = await vouchingAnchor(em, { bytes, issuer: issuer.id, person: actor.person.id, now, reader })
  if (!anchor) return undefined
  const event = em.create(CertificateEvent, {
    id: v7(),
    certificate,
    kind: 'checked',
    effectiveFrom: null,
    cause: `The signature of the imported file verifies; trust anchor ${anchor.fingerprint}`,
    recordedBy: anchor.recordedBy,
    recordedAt: now,
  })
  await em.flush()
  logEvent(em, event, certificate)
  return anchor
}

/** By its serial number, or by its code here, as any of the identifications of an item. */
async function namesEquipment(em: EntityManager, { items }: DccRead, code = ''): Promise<boolean> {
  const equipment = await em.findOne(Equipment, { code })
  const known = [equipment?.serialNumber, equipment?.code].map((text) => text?.trim().toLowerCase())
  const named = items.flatMap(({ identifications }) =>
    identifications.map(({ value }) => value.trim().toLowerCase()),
  )
  return named.some((value) => value !== '' && known.includes(value))
}
