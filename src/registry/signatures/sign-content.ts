import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { contentSha256 } from '#evidence/signed-content.ts'
import type { Actor } from '#http/actor.ts'
import type { Calibration } from '../calibrations/calibration.entity.ts'
import { ApiKey } from '../people/api-key.entity.ts'
import { Person } from '../people/person.entity.ts'
import { rulesInForce } from '../reporting-rules/reporting-rules.queries.ts'
import { SignatureAct, type SignatureMeaning } from './signature-act.entity.ts'
import { actsOn, keyHeld, standing, type SignedAct } from './signature.queries.ts'
import {
  contentChanged,
  keyNoLongerValid,
  keyTooOld,
  notSignedBefore,
  notTheSigner,
  signerNotNamed,
} from './signature.refusals.ts'

export interface Signing {
  readonly calibration: Calibration
  readonly meaning: SignatureMeaning
  /** What is signed: everything of the document that is there before it is signed. */
  readonly content: object
  /** Who signs, as the signer says. */
  readonly signer: string | undefined
}

const dayMs = 86_400_000

/**
 * Signs: the key that was shown in this request is looked up anew in this transaction and held until its end
 * (21 CFR 11.200 (a)(1)(ii): nobody logs in, so every signing is authenticated whole).
 */
export async function signContent(
  em: EntityManager,
  { calibration, meaning, content, signer }: Signing,
  actor: Actor,
  now: Date,
): Promise<SignedAct> {
  await authenticateAnew(em, { signer, laboratory: calibration.laboratory.id }, actor, now)
  const person = await em.findOneOrFail(Person, { id: actor.person.id })
  const act = em.create(SignatureAct, {
    id: v7(),
    calibration,
    meaning,
    person,
    name: person.name,
    at: now,
    contentSha256: contentSha256(content),
    key: em.getReference(ApiKey, keyOf(actor), { wrapped: true }),
    signerNamed: signer !== undefined,
  })
  return act as SignedAct
}

/** Nobody else's name is accepted with a key, and no key that has ended while the request was under way. */
async function authenticateAnew(
  em: EntityManager,
  { signer, laboratory }: { readonly signer: string | undefined; readonly laboratory: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  const key = await keyHeld(em, keyOf(actor), now)
  if (!key?.isValid || key.person !== actor.person.id) {
    throw keyNoLongerValid(keyNoLongerValid.definition.title)
  }
  if (signer !== undefined && signer !== actor.person.code) throw foreignKey(actor.person.code, signer)
  const { signing } = await rulesInForce(em, laboratory)
  if (signing?.signerNamed === true && signer === undefined) {
    throw signerNotNamed(
      { en: 'Send ?signer= with your code', zh: '请发送 ?signer=（本人代码）' },
      {},
      { pointer: '/signer' },
    )
  }
  const days = signing?.keyDays
  if (days !== undefined && now.getTime() - key.issuedAt.getTime() > days * dayMs) {
    throw keyTooOld(
      { en: `It was issued more than ${days} days ago`, zh: `密钥签发已超过 ${days} 天` },
      { keyDays: days },
    )
  }
}

export const foreignKey = (holder: string, signer: string) =>
  notTheSigner(
    {
      en: `The key is that of ${holder}, and ${signer} signs`,
      zh: `密钥属于 ${holder}，而签名人为 ${signer}`,
    },
    { signer },
  )

function keyOf(actor: Actor): string {
  if (actor.key === undefined) throw new Error('Who signs has shown a key')
  return actor.key
}

/** What was signed before, in these meanings, by which this content is the same: who reviews signs what was performed. */
export async function requireSigned(
  em: EntityManager,
  calibration: Calibration,
  content: object,
  meanings: readonly SignatureMeaning[],
): Promise<readonly SignedAct[]> {
  const acts = standing(await actsOn(em, calibration.id))
  const now = contentSha256(content)
  return meanings.map((meaning) => {
    const act = acts[meaning]
    if (!act) throw notSignedBefore(notSignedBefore.definition.title, { meaning })
    if (act.contentSha256 === now) return act
    throw contentChanged(
      {
        en: `${act.person.$.code} signed the content ${act.contentSha256}; it is ${now} now`,
        zh: `${act.person.$.code} 所签内容为 ${act.contentSha256}，现为 ${now}`,
      },
      { signed: act.contentSha256, present: now },
    )
  })
}
