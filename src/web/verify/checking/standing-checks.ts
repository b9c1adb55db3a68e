import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import { bytesOfBase64 } from '#evidence/encoding.ts'
import { statementIn } from '#evidence/log-statement.ts'
import { leafHash } from '#evidence/merkle/hashing.ts'
import { verifyInclusion } from '#evidence/merkle/verification.ts'
import type { LogPlaces } from '#contract/types.ts'
import { wording } from '#faces/both.ts'
import { beginningOf, check, type Check } from './check.ts'
import type { Known } from './known.ts'
import { verifiedCheckpoint, verifiedJws } from './signed-by.ts'

/** What speaks for a number, each with what it rests on. Nothing is taken over from an answer that can be computed from it. */
export const standingChecks = async (known: Known): Promise<readonly Check[]> =>
  Promise.all([
    numberCheck(known),
    statementCheck(known),
    ...(known.document ? [documentCheck(known)] : []),
    logCheck(known),
    lastingCheck(known),
    ...(known.signatures ? [signaturesCheck(known)] : []),
    traceabilityCheck(known),
  ])

const numberCheck = ({ number, version }: Known): Check =>
  check(
    'holds',
    '登记库中存在此编号',
    'The registry holds this number',
    wording(`${number} · 第 ${version} 版`, `${number} · version ${version}`),
  )

/** The present state is a signed statement: whoever keeps it can show it to others. */
async function statementCheck({ validity, keys }: Known): Promise<Check> {
  const { statement, ...said } = validity
  const verdict = await verifiedJws(statement, 'etalon-validity+jws', keys)
  if (!verdict.authentic)
    return check('fails', '状态声明的签名无效', 'The signature of the statement is wrong', verdict.because)
  const payload = JSON.parse(verdict.payload) as Record<string, unknown>
  const isSame = Object.entries(said).every(
    ([name, value]) => canonicalText(payload[name] ?? null) === canonicalText(value ?? null),
  )
  const evidence = wording(
    `Ed25519 · 密钥 ${beginningOf(verdict.kid, 12)}`,
    `Ed25519 · key ${beginningOf(verdict.kid, 12)}`,
  )
  return isSame
    ? check('holds', '状态声明的数字签名有效', 'The statement of its status is signed', evidence)
    : check('fails', '状态声明与所签内容不符', 'The statement says something else than was signed', evidence)
}

export const hashOf = (document: object): string => sha256Hex(canonicalText(document))

function documentCheck({ document, record }: Known): Check {
  const hash = document === undefined ? '' : hashOf(document)
  const evidence = `SHA-256 ${beginningOf(hash)}`
  return hash === record?.sha256
    ? check('holds', '证书文件与其散列值一致', 'The document has the hash that is its identity', evidence)
    : check('fails', '证书文件与其散列值不符', 'The document has another hash than is stated', evidence)
}

async function logCheck({ log, keys, version, document, record }: Known): Promise<Check> {
  if (log === undefined)
    return check(
      'unknown',
      '透明日志中的记录不对外公开',
      'Where it stands in the log is told to its parties only',
    )
  const sha256 = document === undefined ? record?.sha256 : hashOf(document)
  const place = await placeIn(log, { version, sha256 }, keys)
  if (typeof place === 'string')
    return check('fails', '透明日志的证明无效', 'The proof of the log does not hold', place)
  const root = beginningOf(log.root, 12)
  return check(
    'holds',
    '已写入透明日志',
    'It stands in the transparency log',
    wording(`第 ${place} 条，共 ${log.size} 条 · 根 ${root}`, `entry ${place} of ${log.size} · root ${root}`),
  )
}

/** Where the log says of this version that it is there, proved up to the root that the log has signed; or what is wrong. */
export async function placeIn(
  log: LogPlaces,
  { version, sha256 }: { readonly version: number; readonly sha256?: string | undefined },
  keys: Known['keys'],
): Promise<number | string> {
  const checkpoint = await verifiedCheckpoint(log.checkpoint, log.log, keys)
  if (!checkpoint) return 'checkpoint'
  const entry = log.entries.find(({ leaf, opening }) => {
    const said = statementIn(leaf, opening)
    return said?.['version'] === version && (sha256 === undefined || said['sha256'] === sha256)
  })
  if (!entry) return 'no entry'
  const path = entry.path.map(bytesOfBase64).filter((hash) => hash !== undefined)
  const { index, leaf } = entry
  const { size, root } = checkpoint
  return verifyInclusion({ leaf: leafHash(leaf), index, size, root }, path) ? index : 'inclusion'
}

const ended = new Set(['withdrawn', 'revoked', 'superseded'])

function lastingCheck({ validity, version, record }: Known): Check {
  const newest = record?.versions[0]?.version ?? version
  const isFormer = newest > version
  const isEnded = ended.has(validity.status) || isFormer
  const evidence = wording(`查询于 ${momentOf(validity.at)}`, `asked at ${momentOf(validity.at)}`)
  return isEnded
    ? check('fails', '已被撤销、撤回或替代', 'It was revoked, withdrawn or superseded', evidence)
    : check('holds', '未被撤销、撤回或替代', 'Neither revoked, withdrawn nor superseded', evidence)
}

const momentOf = (instant: string) => `${instant.slice(0, 16).replace('T', ' ')} UTC`

function signaturesCheck({ signatures, record }: Known): Check {
  const list = signatures?.signatures ?? []
  const bound = list.filter(({ binding }) => binding === 'bound' || binding === 'bound-to-former-version')
  const isBroken = signatures?.isIntact === false || list.some(({ binding }) => binding === 'broken')
  const names = list.map(({ name }) => name).join(' · ')
  if (isBroken) return check('fails', '人员签名与内容不符', 'A signature is not bound to this content', names)
  if (bound.length > 0 && bound.length === list.length)
    return check('holds', '人员签名均与内容绑定', 'Every signature is bound to this content', names)
  const isTranscript = record?.origin === 'transcribed'
  return check(
    'unknown',
    isTranscript ? '他处签发：签名见原件' : '签名仅有署名',
    isTranscript ? 'Issued elsewhere: its signatures are on the original' : 'Signatures are names only',
    names,
  )
}

function traceabilityCheck({ validity }: Known): Check {
  const { verdict, roots } = validity.traceability
  const evidence = roots.join(', ')
  if (verdict === 'traceable')
    return check('holds', '可溯源至国家或国际基准', 'Traceable to its references', evidence)
  if (verdict === 'traceable-with-conditions')
    return check('holds', '可溯源，附有条件', 'Traceable, with conditions', evidence)
  if (verdict === 'not-traceable') return check('fails', '溯源链不成立', 'Not traceable', evidence)
  if (verdict === 'suspect') return check('fails', '溯源链存疑', 'Its chain is in doubt', evidence)
  return check('unknown', '溯源性无法判定', 'Traceability cannot be decided', evidence)
}
