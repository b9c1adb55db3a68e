import type { EtalonClient } from '#client/client.ts'
import type { PublishedKey } from '#contract/types.ts'
import { thumbprintOf } from '#evidence/public-jwk.ts'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import type { TraceabilityQuestion } from '#metrology/traceability/trace.ts'
import { checkDocuments } from '#proof/check-documents.ts'
import { checkPlaces } from '#proof/check-places.ts'
import type { ProofBundle } from '#proof/bundle.ts'
import { restored } from '#proof/plain.ts'
import { readBundle, readText } from '#proof/read-bundle.ts'
import type { Check as ProofCheck } from '#proof/report.ts'
import { sealType, type Sealed } from '#proof/sealed-text.ts'
import { wording } from '#faces/both.ts'
import { beginningOf, check, type Check } from './check.ts'
import type { FileFindings } from './check-file.ts'
import { keysOf, type Known } from './known.ts'
import { retiredSealCheck } from './retired-seal.ts'
import { verifiedCheckpoint, verifiedJws } from './signed-by.ts'

/** A proof bundle: its seal, its certificates and its places in the log. What is computed from them is left to the program. */
export async function checkProof(bytes: Uint8Array, api: EtalonClient): Promise<FileFindings> {
  const { check: unreadable, text = '', sealed } = readText(bytes)
  if (!sealed) return { checks: unreadable ? [shownAs(unreadable)] : [] }
  const keys = await keysOf(api)
  const { check: signed, key } = await sealCheck(sealed, keys)
  const { check: form, bundle } = readBundle(text)
  if (signed.outcome === 'fails' || !bundle) return { checks: [signed, shownAs(form)] }
  const seal = key?.validUntil === undefined ? signed : await retiredSealCheck(bundle, key, { keys, api })
  // Whoever makes keys of their own, or has stolen a former one, can make a bundle in which everything holds under them, about any number.
  if (seal.outcome === 'unknown') return { checks: [seal, leftToProgram] }
  const { certificate: number, version } = bundle.question
  return {
    about: { number, version },
    checks: [
      seal,
      shownAs(form),
      ...(await contentChecks(bundle, keys).catch(unreadableChecks)),
      leftToProgram,
    ],
  }
}

interface SealChecked {
  readonly check: Check
  /** By which it was sealed, if it was. */
  readonly key?: PublishedKey | undefined
}

async function sealCheck({ sha256, seal }: Sealed, keys: Known['keys']): Promise<SealChecked> {
  const verdict = await verifiedJws(seal, sealType, keys)
  if (!verdict.authentic && verdict.because === 'key-unknown')
    return {
      check: check('unknown', '由其他登记库封印', 'Sealed by a key that this registry does not publish'),
    }
  if (!verdict.authentic || verdict.payload !== sha256)
    return {
      check: check(
        'fails',
        '封印无效：文件在封印后被改动',
        'The seal does not hold: the file was altered after it was sealed',
        `SHA-256 ${beginningOf(sha256)}`,
      ),
    }
  const { kid } = verdict
  const name = beginningOf(kid, 12)
  const evidence = wording(`Ed25519 · 密钥 ${name}`, `Ed25519 · key ${name}`)
  return {
    check: check('holds', '封印有效', 'The seal holds', evidence),
    key: keys.find((each) => thumbprintOf(each) === kid),
  }
}

async function contentChecks(bundle: ProofBundle, keys: Known['keys']): Promise<readonly Check[]> {
  const opened = {
    bundle,
    records: restored(bundle.records) as ChainRecords,
    posed: restored(bundle.posed) as TraceabilityQuestion,
  }
  const { checkpoint: note, origin } = bundle.log
  const checkpoint = await verifiedCheckpoint(note, origin, [...keys, ...bundle.keys])
  const places = checkpoint
    ? shownAs(checkPlaces(opened, checkpoint))
    : check('fails', '日志检查点无效', 'The checkpoint of the log is not authentic', origin)
  return [shownAs(checkDocuments(opened)), places]
}

const shownAs = ({ outcome, words }: ProofCheck): Check =>
  check(outcome, words.zh, words.en, outcome === 'holds' ? 'SHA-256' : '')

/** A file from anybody may lack anything: that is a check that fails, and never a crash. */
const unreadableChecks = (): readonly Check[] => [
  check('fails', '证明包的内容无法读取', 'What the bundle holds cannot be read'),
]

const leftToProgram = check(
  'unknown',
  '不确定度与规则的重新计算由程序离线完成',
  'Budgets and rules are evaluated again by the program, offline',
  'npx etalon verify',
)
