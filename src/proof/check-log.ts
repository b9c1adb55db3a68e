import { verifyCheckpoint, type Checkpoint } from '#evidence/checkpoint.ts'
import { thumbprintOf } from '#evidence/keys.ts'
import { statementIn } from '#evidence/log-statement.ts'
import { leafHash } from '#evidence/merkle/hashing.ts'
import { verifyInclusion } from '#evidence/merkle/verification.ts'
import type { CertificateRecord, Words } from '#metrology/traceability/records.ts'
import type { CarriedDocument, CarriedStatement, Opened } from './bundle.ts'
import { nameOf } from './carried-certificate.ts'
import type { Keys } from './check-seal.ts'
import { checkedAll, fails, type Check } from './report.ts'

/**
 * Every certificate of the chain, and everything that is said to have happened to one, stands in the log of the node: the
 * node cannot have shown others another log. That nothing else has happened since, no log can say.
 */
export function checkLog({ bundle, records }: Opened, keys: Keys): Check {
  const { checkpoint: note, origin, statements } = bundle.log
  const verdict = verifyCheckpoint(note, origin, keysOfLog(bundle.keys, keys))
  if (!verdict.authentic) {
    return fails(
      'log',
      `the checkpoint is not authentic (${verdict.because})`,
      `检查点无效（${verdict.because}）`,
    )
  }
  const { checkpoint } = verdict
  const said = statements.map(({ leaf, opening }) => statementIn(leaf, opening) ?? {})
  const faults = [
    ...statements.map((one) => () => faultOfPlace(one, checkpoint)),
    ...bundle.documents.map((one) => () => faultOfDocument(one, said)),
    ...records.certificates.map((one) => () => faultOfEvents(one, said)),
  ]
  return checkedAll('log', faults, (faultOf) => faultOf(), {
    en: `${statements.length} statements stand in the log of ${checkpoint.size} entries`,
    zh: `${statements.length} 条声明均载于含 ${checkpoint.size} 条记录的日志`,
  })
}

/** The keys that are trusted, if there are any; whether that is so, the check of the seal has told. */
function keysOfLog(carried: Opened['bundle']['keys'], { trusted }: Keys): Opened['bundle']['keys'] {
  const kids = new Set(trusted.map(({ kid }) => kid))
  const known = carried.filter((jwk) => kids.has(thumbprintOf(jwk)))
  return known.length > 0 ? known : carried
}

const hexHash = /^[0-9a-f]{64}$/

function faultOfPlace(
  { index, leaf, inclusion }: CarriedStatement,
  { size, root }: Checkpoint,
): Words | undefined {
  const isWritten = inclusion.every((hash) => hexHash.test(hash))
  const path = inclusion.map((hash) => Buffer.from(hash, 'hex'))
  if (isWritten && verifyInclusion({ leaf: leafHash(leaf), index, size, root }, path)) return undefined
  return { en: `entry ${index} does not stand in the log`, zh: `第 ${index} 条记录不在日志中` }
}

type Said = readonly Readonly<Record<string, unknown>>[]

function faultOfDocument({ number, version, sha256 }: CarriedDocument, said: Said): Words | undefined {
  const isSaid = said.some(
    (one) => one['number'] === number && one['version'] === version && one['sha256'] === sha256,
  )
  if (isSaid) return undefined
  const name = nameOf({ number, version })
  return { en: `the log says nothing of ${name}`, zh: `日志中没有关于 ${name} 的声明` }
}

function faultOfEvents({ number, events }: CertificateRecord, said: Said): Words | undefined {
  const missing = events.find(
    ({ kind }) => !said.some((one) => one['number'] === number && one['kind'] === kind),
  )
  if (!missing) return undefined
  return {
    en: `the log does not say that ${number} was ${missing.kind}`,
    zh: `日志中没有 ${number} 的“${missing.kind}”声明`,
  }
}
