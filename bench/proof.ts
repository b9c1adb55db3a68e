import { signingKeyFromSeed, verificationKeyFrom } from '#evidence/keys.ts'
import { verifyProof } from '#proof/verify.ts'
import type { BenchRegistry } from './country.ts'
import type { Row } from './row.ts'
import { alternating } from './sample.ts'

const rounds = 60
const warmUp = 10

/** Chains of about fifty results: the whole bundle made, and checked as a reader does, in one process. */
export async function benchProof({ app, database }: BenchRegistry): Promise<Row[]> {
  const subjects = await issuedSubjects(database)
  const trust = { keys: [verificationKeyFrom(keyOfBench.publicJwk)], thumbprints: [] }
  const bundleOf = async (round: number): Promise<Uint8Array> => {
    const subject = subjects[round % subjects.length]
    if (!subject) throw new Error('No chain has about fifty results')
    const answer = await app.request(`/v1/certificates/${subject.number}/proof`)
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const bundles = await Promise.all([0, 1, 2, 3].map(bundleOf))
  const { made, verified } = await alternating(
    {
      made: bundleOf,
      verified: async (round) => {
        const { outcome, checks } = verifyProof(bundles[round % bundles.length] ?? new Uint8Array(), trust)
        if (outcome !== 'holds') throw new Error(JSON.stringify(checks))
        return Promise.resolve()
      },
    },
    { rounds, warmUp },
  )
  const size = bundles.reduce((sum, { length }) => sum + length, 0) / bundles.length / 1024
  return [
    {
      name: 'proof bundle of a chain of 50 results, p50',
      unit: 'ms',
      ours: made.p50,
      target: { oursAtMost: 50 },
    },
    { name: 'the same checked offline, p50', unit: 'ms', ours: verified.p50, target: { oursAtMost: 100 } },
    { name: 'its size', unit: 'kB', ours: size },
  ]
}

/** Certificates that were issued one by one: the log knows them, and not the copies. */
const issuedSubjects = ({
  orm,
}: BenchRegistry['database']): Promise<readonly { readonly number: string }[]> =>
  orm.em.fork().execute(
    `select t.number
       from log_entries e
       join certificates t on t.id = e.certificate_id
       join calibration_results r on r.calibration_id = t.calibration_id
      where t.number ~ '^F\\d+-I-' and cardinality(r.ancestors) between 45 and 60 and strpos(t.document, t.number) > 0
      order by t.number limit 40`,
  )

/** The key under which `benchApp` signs. */
const keyOfBench = signingKeyFromSeed(new Uint8Array(32).fill(7))
