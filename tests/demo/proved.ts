import { verificationKeyFrom } from '#evidence/keys.ts'
import { verifyProof } from '#proof/verify.ts'
import { testKey, type Service } from '../service.ts'

/** What does not hold of the proofs of every certificate, version by version, offline; and how many there are. */
export async function faultsOfProofs(
  s: Service,
): Promise<{ readonly count: number; readonly faults: readonly unknown[] }> {
  const rows = await s.orm.em
    .fork()
    .execute<{ number: string; edition: number }[]>(
      'select number, edition from certificates order by number, edition',
    )
  const trust = { keys: [verificationKeyFrom(testKey.publicJwk)], thumbprints: [] }
  const faults: unknown[] = []
  for (const { number, edition } of rows) {
    const answer = await s.app.request(
      `/v1/certificates/${encodeURIComponent(number)}/proof?version=${edition}`,
    )
    const { outcome, checks } = verifyProof(new Uint8Array(await answer.arrayBuffer()), trust)
    if (outcome !== 'holds') faults.push({ number, edition, checks })
  }
  return { count: rows.length, faults }
}
