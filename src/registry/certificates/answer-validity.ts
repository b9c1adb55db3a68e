import type { EntityManager } from '@mikro-orm/postgresql'
import type { Validity, ValidityAnswers, ValidityBatch } from '#contract/types.ts'
import { canonicalText } from '#evidence/canonical-form.ts'
import type { Facilities } from '#http/facilities.ts'
import { stateValidity, type ValidityQuestion, type ValidityStatement } from './state-validity.ts'
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

/** The answer about one number; undefined where it was not known. */
export async function answerValidity(
  em: EntityManager,
  asked: ValidityQuestion,
  facilities: Facilities,
  now: Date,
): Promise<Validity | undefined> {
  const { records, certificates } = await validityRecords(em, [asked.number])
  const stated = stateValidity(records, certificates, asked)
  return stated && signedValidity(stated, facilities, now)
}

/** Chains of so many certificates are read with one statement: enough to save round trips, few enough to be held. */
const atOnce = 50

/** The same for many, in the order of the question. */
export async function answerValidities(
  em: EntityManager,
  { items }: ValidityBatch,
  facilities: Facilities,
  now: Date,
): Promise<ValidityAnswers> {
  const answers: ValidityAnswers['items'][number][] = []
  for (let start = 0; start < items.length; start += atOnce) {
    const part = items.slice(start, start + atOnce)
    const { records, certificates } = await validityRecords(
      em,
      part.map(({ number }) => number),
    )
    for (const { number, at } of part) {
      const asked = { number, at: at === undefined ? now : new Date(at), asKnownAt: now }
      const stated = stateValidity(records, certificates, asked)
      answers.push(stated ? signedValidity(stated, facilities, now) : { number, code: notKnown })
    }
  }
  return { items: answers }
}

/** The members and the time for which they hold, signed. */
function signedValidity(stated: ValidityStatement, { sign, origin }: Facilities, now: Date): Validity {
  const iat = Math.floor(now.getTime() / 1000)
  const claims = { ...stated, iss: origin, iat, exp: iat + reliableSeconds }
  return { ...stated, statement: sign(canonicalText(claims), statementType) }
}
