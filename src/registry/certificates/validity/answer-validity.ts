import type { EntityManager } from '@mikro-orm/postgresql'
import type { Validity, ValidityAnswers, ValidityBatch, ValidityQuery } from '#contract/types.ts'
import { canonicalText } from '#evidence/canonical-form.ts'
import type { Actor } from '#http/actor.ts'
import type { Facilities } from '#http/facilities.ts'
import { readerOf } from '../../people/reader.ts'
import { stateValidity, type ValidityStatement } from './state-validity.ts'
import { validityRecords } from './validity.queries.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** A compact JWS of a text, by the key of this node. */
    readonly sign: (payload: string, typ: string) => string
  }
}

/** How long an answer about a status may be relied on: it is never older than it says. */
export const reliableSeconds = 60

const notKnown = 'certificate.unknown'

const statementType = 'etalon-validity+jws'

/** An answer, and the moment until which it may be relied on. */
export interface SignedAnswer {
  readonly body: Validity
  readonly expires: Date
}

/** Of what surrounds a question; an EntityManager is made only where one is used. */
interface Around {
  readonly em: EntityManager
  readonly facilities: Facilities
  readonly now: Date
  readonly actor: Actor | null
}

/** The answer about one number; undefined where it was not known. About now it may be one that was given a moment ago. */
export async function answerValidity(
  around: Around,
  { number, at, asKnownAt }: ValidityQuery & { readonly number: string },
): Promise<SignedAnswer | undefined> {
  const { facilities, now } = around
  if (at === undefined && asKnownAt === undefined) {
    const answer = await facilities.presentValidity.ask(number, now)
    // What is kept is for everybody; a party to a certificate that is not is answered anew.
    if (answer || around.actor === null) return answer
  }
  const { records, certificates } = await validityRecords(around.em, [number], readerOf(around.actor))
  const asked = { number, at: at === undefined ? now : new Date(at), asKnownAt: knownBy(asKnownAt, now) }
  const stated = stateValidity(records, certificates, asked)
  return stated && signedValidity(stated, facilities, now)
}

/** Nobody knows today what will be known tomorrow: such an answer, signed, would be made untrue by the next record. */
function knownBy(asKnownAt: string | undefined, now: Date): Date {
  const asked = asKnownAt === undefined ? now : new Date(asKnownAt)
  return asked > now ? now : asked
}

/** Chains of so many certificates are read with one statement: enough to save round trips, few enough to be held. */
const atOnce = 50

/** The same for many, in the order of the question. */
export async function answerValidities(
  { em, facilities, now, actor }: Around,
  { items }: ValidityBatch,
): Promise<ValidityAnswers> {
  const answers: ValidityAnswers['items'][number][] = []
  for (let start = 0; start < items.length; start += atOnce) {
    const part = items.slice(start, start + atOnce)
    const { records, certificates } = await validityRecords(
      em,
      part.map(({ number }) => number),
      readerOf(actor),
    )
    for (const { number, at } of part) {
      const asked = { number, at: at === undefined ? now : new Date(at), asKnownAt: now }
      const stated = stateValidity(records, certificates, asked)
      answers.push(stated ? signedValidity(stated, facilities, now).body : { number, code: notKnown })
    }
  }
  return { items: answers }
}

/** By whose key, and in whose name, a statement is made. */
export type Signer = Pick<Facilities, 'sign' | 'origin'>

/** The members and the time for which they hold, signed. */
export function signedValidity(stated: ValidityStatement, { sign, origin }: Signer, now: Date): SignedAnswer {
  const iat = Math.floor(now.getTime() / 1000)
  const exp = iat + reliableSeconds
  const claims = { ...stated, iss: origin, iat, exp }
  const body = { ...stated, statement: sign(canonicalText(claims), statementType) }
  return { body, expires: new Date(exp * 1000) }
}
