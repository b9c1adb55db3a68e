import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import { asChain } from '#db/tenancy/standing.ts'
import type { CertificateSource, SourceStandard } from '#exchange/dcc/writing/certificate-source.ts'
import { dccOf } from '#exchange/dcc/writing/dcc-of.ts'
import { weightiestStandard } from '#exchange/dcc/writing/write-equipment.ts'
import type { Facilities } from '#http/facilities.ts'
import type { CertificateVersion } from '../certificate.queries.ts'
import type { CertificateDocument } from '../certificate.view.ts'

/** A version that was issued here as a DCC, sealed: of the same version always the same bytes. */
export async function issuedXmlOf(
  em: EntityManager,
  version: CertificateVersion,
  { origin, sealingKey }: Pick<Facilities, 'origin' | 'sealingKey'>,
): Promise<Uint8Array> {
  const document = JSON.parse(version.document) as CertificateDocument
  const above = await stagesAbove(em, document.standards ?? [])
  return dccOf(document, {
    origin,
    sha256: version.sha256,
    country: version.issuer.$.economy,
    key: sealingKey(),
    upstream: (number, edition) => above.get(keyOf(number, edition)),
  })
}

const keyOf = (number: string, version: number): string => JSON.stringify([number, version])

/** No hierarchy of calibrations is longer. */
const mostStages = 12

/**
 * The documents of the certificates above, stage by stage along the weightiest standard of each. What is not public names
 * nothing further: its own standards are told to its parties only.
 */
async function stagesAbove(
  em: EntityManager,
  standards: readonly SourceStandard[],
): Promise<ReadonlyMap<string, CertificateSource>> {
  const found = new Map<string, CertificateSource>()
  let asked = standards
  for (let stage = 0; stage < mostStages && asked.length > 0; stage += 1) {
    const missing = asked.filter(
      ({ certificate, version = 1 }) => certificate !== undefined && !found.has(keyOf(certificate, version)),
    )
    if (missing.length === 0) break
    const documents = await publicDocuments(em, missing)
    for (const document of documents) found.set(keyOf(document.number, document.version), document)
    asked = documents.flatMap((document) => weightiestStandard(document) ?? [])
  }
  return found
}

/** Whoever asks: the bytes of a file are the same for all. */
async function publicDocuments(
  em: EntityManager,
  standards: readonly SourceStandard[],
): Promise<readonly CertificateSource[]> {
  const rows = await asChain(em, () =>
    preparedRows<{ document: string }>(
      em,
      `select t.document from json_to_recordset($1::json) as x(certificate text, version int)
       join certificates t on t.number = x.certificate and t.edition = x.version
      where t.visibility = 'public'`,
      [JSON.stringify(standards.map(({ certificate, version = 1 }) => ({ certificate, version })))],
    ),
  )
  return rows.map(({ document }) => JSON.parse(document) as CertificateDocument)
}
