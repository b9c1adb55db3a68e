import type { CertificateSource } from '#exchange/dcc/writing/certificate-source.ts'
import { readDcc } from '#exchange/dcc/reading/read-dcc.ts'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'
import { byCode, faultsOf, figuresIn, figuresOf, oddities } from '../exchange/dcc/writing/read-back.ts'
import type { Service } from '../service.ts'

/** What is wrong with the DCCs of all certificates that were issued; and how many there are. */
export async function faultsOfDccs(
  s: Service,
): Promise<{ readonly count: number; readonly faults: readonly unknown[] }> {
  const rows = await s.orm.em
    .fork()
    .execute<{ number: string; edition: number; document: string }[]>(
      `select number, edition, document from certificates where origin = 'issued' order by number, edition`,
    )
  const pem = await (await s.app.request('/.well-known/dcc-seal.pem')).text()
  const faults: unknown[] = []
  for (const { number, edition, document } of rows) {
    const path = `/v1/certificates/${encodeURIComponent(number)}.xml?version=${edition}`
    const bytes = new Uint8Array(await (await s.app.request(path)).arrayBuffer())
    const [seal] = verifySignatures(bytes, [pem])
    const found = [
      ...faultsOf(bytes),
      ...oddities(readDcc(bytes)),
      ...(seal?.status === 'valid' ? [] : [seal]),
      ...differences(bytes, JSON.parse(document) as CertificateSource),
    ]
    faults.push(...found.map((fault) => ({ number, edition, fault })))
  }
  return { count: rows.length, faults }
}

function differences(bytes: Uint8Array, document: CertificateSource): readonly unknown[] {
  const [read, stated] = [byCode(figuresIn(bytes)), byCode(figuresOf(document))]
  return JSON.stringify(read) === JSON.stringify(stated) ? [] : [{ read, stated }]
}
