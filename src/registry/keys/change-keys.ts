import type { EntityManager } from '@mikro-orm/postgresql'
import { canonicalText } from '#evidence/canonical-form.ts'
import type { SigningKey } from '#evidence/keys.ts'
import { signText } from '#evidence/signature.ts'
import { appendStatement } from '../log/append-statement.ts'
import { lockedHead } from '../log/append.queries.ts'
import { keyInUse, keyRetired, unknownKey } from './keys.refusals.ts'
import type { Keyring } from './keyring.ts'
import { knownKeys } from './known-keys.queries.ts'

const endorsementType = 'etalon-key+jws'

/** Names a new key and retires the present one. It signs once this is committed; until then nothing has happened. */
export async function rotateKey(
  em: EntityManager,
  keyring: Keyring,
  cause: string,
  now: Date,
): Promise<SigningKey> {
  await lockedHead(em)
  const former = keyring.current()
  const next = keyring.prepare()
  const known = await knownKeys(em)
  if (!known.has(former.kid)) await add(em, former, now)
  await add(em, next, now, former)
  if (!known.get(former.kid)?.retired) await retire(em, former.kid, cause, now)
  return next
}

/** Retires a key by which this process does not sign: one that was lost, or that another process had. */
export async function retireKey(
  em: EntityManager,
  keyring: Keyring,
  { kid, cause }: { readonly kid: string; readonly cause: string },
  now: Date,
): Promise<void> {
  await lockedHead(em)
  if (kid === keyring.current().kid) throw keyInUse(keyInUse.definition.title, { kid })
  const found = (await knownKeys(em)).get(kid)
  if (!found) throw unknownKey({ en: `The log names no key ${kid}`, zh: `日志中没有密钥 ${kid}` })
  if (found.retired) throw keyRetired({ en: `Since ${found.retired.at}`, zh: `自 ${found.retired.at}` })
  await retire(em, kid, cause, now)
}

/**
 * At the start: the log names the key by which this process is going to sign. If the present one is retired, a rotation was
 * committed just before the process ended, and its new key is there; else there is a new one from now on.
 */
export async function settleKey(em: EntityManager, keyring: Keyring, now: Date): Promise<SigningKey> {
  await lockedHead(em)
  const known = await knownKeys(em)
  const isInForce = ({ kid }: SigningKey) => known.has(kid) && !known.get(kid)?.retired
  const own = keyring.current()
  if (isInForce(own)) return own
  if (!known.has(own.kid)) {
    await add(em, own, now)
    return own
  }
  const prepared = keyring.prepared().find(isInForce)
  if (prepared) return prepared
  const next = keyring.prepare()
  await add(em, next, now)
  return next
}

/** A former key signs the name of its successor, so that whoever trusts it need not be told anew whom to trust. */
const add = (em: EntityManager, { kid, publicJwk: jwk }: SigningKey, now: Date, former?: SigningKey) => {
  const at = now.toISOString()
  const endorsed = former && signText(canonicalText({ at, jwk, kid }), endorsementType, former)
  return appendStatement(em, {
    statement: { kind: 'key-added', at, kid, jwk, ...(endorsed !== undefined && { endorsement: endorsed }) },
  })
}

const retire = (em: EntityManager, kid: string, cause: string, now: Date) =>
  appendStatement(em, { statement: { kind: 'key-retired', at: now.toISOString(), kid, cause } })
