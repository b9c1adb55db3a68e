import { EtalonProblem, type EtalonClient } from '#client/client.ts'
import type { PublishedKey } from '#contract/types.ts'
import { canonicalText } from '#evidence/canonical-form.ts'
import { wording, type Both } from '#faces/both.ts'
import type { ProofBundle } from '#proof/bundle.ts'
import { readBundle } from '#proof/read-bundle.ts'
import { sealIn, sealType } from '#proof/sealed-text.ts'
import { beginningOf, check, type Check } from './check.ts'
import { verifiedJws } from './signed-by.ts'

/**
 * A seal by a key that was retired since. When it was made is said by whoever has made it, and whoever has the key, perhaps stolen, says
 * what they like; why the key was retired is told in free words. So the seal counts for nothing by itself: it does where the registry,
 * asked the same question as of the same time, gives the same proof by a key in force, with the same entries of its log.
 */
export async function retiredSealCheck(
  bundle: ProofBundle,
  retired: PublishedKey,
  { keys, api }: { readonly keys: readonly PublishedKey[]; readonly api: EtalonClient },
): Promise<Check> {
  const evidence = retirementOf(retired)
  if (!(Date.parse(bundle.made) <= Date.parse(retired.validUntil ?? '')))
    return check(
      'unknown',
      '按其自述，封印时密钥已停用',
      'By its own account it was sealed after its key had been retired',
      evidence,
    )
  const present = await provedNow(bundle, keys, api)
  return present && isSameProof(bundle, present)
    ? check(
        'holds',
        '封印密钥现已停用；登记库以现行密钥给出相同的证明',
        'Its key has been retired since; the registry gives the same proof by a key in force',
        evidence,
      )
    : check(
        'unknown',
        '封印密钥已停用：无法证明封印早于停用，请索取新的证明包',
        'Its key has been retired: nothing shows that it was sealed before. Ask for a new proof',
        evidence,
      )
}

const retirementOf = ({ kid, validUntil = '', cause = '' }: PublishedKey): Both => {
  const day = validUntil.slice(0, 10)
  const why = cause.length > 200 ? `${cause.slice(0, 200).toWellFormed()}…` : cause
  return wording(
    `密钥 ${beginningOf(kid, 12)} · ${day} 停用：${why}`,
    `key ${beginningOf(kid, 12)} · retired ${day}: ${why}`,
  )
}

/** The answer of today to the question of then, if there is one and it is sealed by a key in force. */
async function provedNow(
  { question: { certificate: number, ...query } }: ProofBundle,
  keys: readonly PublishedKey[],
  api: EtalonClient,
): Promise<ProofBundle | undefined> {
  // What is asked stands in a stranger's file: whatever the registry refuses of it, there is no such proof.
  const answer = await api
    .ask('prove-certificate', { params: { number }, query: query as object })
    .catch((error: unknown) => {
      if (error instanceof EtalonProblem && error.status !== 429) return undefined
      throw error
    })
  if (!answer) return undefined
  // The file is canonical JSON: read and written again, it is the same text.
  const text = canonicalText(answer.body)
  const sealed = sealIn(text)
  if (!sealed) return undefined
  const inForce = keys.filter(({ validUntil }) => validUntil === undefined)
  const verdict = await verifiedJws(sealed.seal, sealType, inForce)
  return verdict.authentic && verdict.payload === sealed.sha256 ? readBundle(text).bundle : undefined
}

/** All that is said of the chain. */
const saidIn = ({ node, question, posed, records, answer, documents }: ProofBundle): string =>
  canonicalText({ node, question, posed, records, answer, documents })

/** The log may have grown since, and has every entry that it had. */
function isSameProof(then: ProofBundle, now: ProofBundle): boolean {
  const leaves = new Map(now.log.statements.map(({ index, leaf }) => [index, leaf]))
  return (
    saidIn(then) === saidIn(now) && then.log.statements.every(({ index, leaf }) => leaves.get(index) === leaf)
  )
}
