import type { Checkpoint } from '#evidence/checkpoint-text.ts'
import { bytesOfHex } from '#evidence/encoding.ts'
import { statementIn } from '#evidence/log-statement.ts'
import { hashBytes, leafHash } from '#evidence/merkle/hashing.ts'
import { verifyInclusion } from '#evidence/merkle/verification.ts'
import type { CertificateRecord, Words } from '#metrology/traceability/records.ts'
import type { CarriedDocument, CarriedStatement, Opened } from './bundle.ts'
import { nameOf } from './carried-certificate.ts'
import { checkedAll, type Check } from './report.ts'

/** Under a checkpoint that has been verified: every certificate of the chain, and what happened to it, stands in the log. */
export function checkPlaces({ bundle, records }: Opened, checkpoint: Checkpoint): Check {
  const { statements } = bundle.log
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

function faultOfPlace(
  { index, leaf, inclusion }: CarriedStatement,
  { size, root }: Checkpoint,
): Words | undefined {
  const path = inclusion.map(bytesOfHex)
  const isWritten = path.every((hash) => hash?.length === hashBytes)
  if (
    isWritten &&
    verifyInclusion(
      { leaf: leafHash(leaf), index, size, root },
      path.filter((hash) => hash !== undefined),
    )
  )
    return undefined
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
