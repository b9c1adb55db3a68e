import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import { keyringOf } from '#registry/keys/keyring.ts'
import { appendStatement, appendStatements, type Saying } from '#registry/log/append-statement.ts'
import { checkpoint } from '#registry/log/checkpoint.queries.ts'
import { logFault } from '#registry/log/log-fault.ts'
import { consistencyProofFor, inclusionProofFor } from '#registry/log/prove.ts'
import type { BenchDatabase } from './database.ts'
import type { Row } from './row.ts'
import { alternating, sampleOf, timed } from './sample.ts'

/** `ETALON_BENCH_LOG=100000` measures a smaller log. */
const size = Number(process.env['ETALON_BENCH_LOG'] ?? 1_000_000)
const atOnce = 10_000
const rounds = 300

/** Statements that are about no certificate, as long as those that are. */
const saying = (n: number): Saying => ({
  statement: {
    kind: 'key-retired',
    at: '2026-03-02T08:00:00.000Z',
    kid: `bench-${n}`.padEnd(43, '-'),
    cause:
      'A statement of the bench, which is about as long as that of a certificate: it has a number, a hash, an issuer',
  },
})

/** What the log of a registry costs: an append and a proof, in an empty one and in one of a million entries. */
export async function benchLog({ orm }: BenchDatabase): Promise<readonly Row[]> {
  await orm.em.execute('create table bench_bare (n int not null)')
  await orm.em.execute('insert into bench_bare values (0)')
  const empty = await appendTimes(orm, 0)
  const filled = await fill(orm, rounds)
  const large = await appendTimes(orm, filled)
  const last = filled + rounds
  await orm.em.execute('drop table bench_bare')
  const signer = {
    logName: 'bench.example/log',
    keyring: keyringOf(signingKeyFromSeed(new Uint8Array(32).fill(1))),
  }
  const inclusion = await readTimes(orm, (em, at) => inclusionProofFor(em, at % last, last))
  const consistency = await readTimes(orm, (em, at) => consistencyProofFor(em, 1 + (at % (last - 1)), last))
  const signed = await readTimes(orm, (em) => checkpoint(em, signer))
  const checked = await readTimes(orm, (em) => logFault(em))
  const name = `log of ${last.toLocaleString('en')} entries`
  return [
    {
      name: `append to a ${name}, committed, in bare transactions`,
      unit: '×',
      limit: { what: 'to an empty one', figure: empty },
      ours: large,
      target: { ratioAtMost: 2 },
    },
    { name: `inclusion proof in a ${name}`, unit: 'ms', ours: inclusion, target: { oursAtMost: 5 } },
    { name: `consistency proof in a ${name}`, unit: 'ms', ours: consistency, target: { oursAtMost: 5 } },
    { name: `checkpoint of a ${name}`, unit: 'ms', ours: signed, target: { oursAtMost: 5 } },
    { name: `check of a ${name} at start`, unit: 'ms', ours: checked },
  ]
}

/** In turns with the smallest transaction that is as durable: what disturbs the machine disturbs both. */
async function appendTimes(orm: MikroORM, start: number) {
  const inTransaction = (work: (tx: EntityManager) => Promise<unknown>) => orm.em.fork().transactional(work)
  const { append, bare } = await alternating(
    {
      append: (round) => inTransaction((tx) => appendStatement(tx, saying(start + round))),
      bare: () => inTransaction((tx) => tx.execute('update bench_bare set n = n + 1')),
    },
    { rounds, warmUp: 20 },
  )
  return append.p50 / bare.p50
}

async function fill(orm: MikroORM, start: number): Promise<number> {
  for (let n = start; n < size; n += atOnce) {
    const sayings = Array.from({ length: Math.min(atOnce, size - n) }, (_, i) => saying(n + i))
    await orm.em.fork().transactional((tx) => appendStatements(tx, sayings))
  }
  await orm.em.execute('analyze log_entries, log_tiles')
  return Math.max(start, size)
}

async function readTimes(
  orm: MikroORM,
  read: (em: EntityManager, at: number) => Promise<unknown>,
): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < rounds; n++) times.push(await timed(() => read(orm.em.fork(), n * 7_919_993)))
  return sampleOf(times).p50
}
