import type { Actor } from '#http/actor.ts'
import { operation, type Operation } from '#http/operation.ts'
import { answerValidities, answerValidity } from './answer-validity.ts'
import { unknownCertificate } from '../certificate.refusals.ts'

/** Nothing about a status is kept longer than the statement says. */
function keptUntil(expires: Date, now: Date, actor: Actor | null) {
  const seconds = Math.max(0, Math.floor((expires.getTime() - now.getTime()) / 1000))
  return { 'cache-control': `${actor === null ? 'public' : 'private'}, max-age=${seconds}` }
}

export const validityOperations: readonly Operation[] = [
  operation(
    {
      id: 'validity-of-certificate',
      method: 'get',
      path: '/v1/certificates/{number}/validity',
      summary: 'Is this certificate valid, at a moment, as known at another? No key needed',
      access: 'public',
      params: 'certificates/path.json',
      query: 'certificates/validity-query.json',
      answers: { 200: 'certificates/validity.json' },
      refuses: [unknownCertificate],
    },
    async (asked) => {
      const { number } = asked.params
      const answer = await answerValidity(asked, { ...asked.query, number })
      if (!answer) {
        throw unknownCertificate(
          { en: `None has the number ${number}`, zh: `没有编号为 ${number} 的证书` },
          { number },
        )
      }
      return {
        status: 200,
        body: answer.body,
        isKept: true,
        headers: keptUntil(answer.expires, asked.now, asked.actor),
      }
    },
  ),
  operation(
    {
      id: 'validity-of-certificates',
      method: 'post',
      path: '/v1/validity',
      summary: 'The same for up to a thousand certificates at once, in the order of the question',
      access: 'public',
      readsOnly: true,
      body: 'certificates/validity-batch.json',
      answers: { 200: 'certificates/validity-answers.json' },
      refuses: [],
    },
    async (asked) => ({ status: 200, body: await answerValidities(asked, asked.body) }),
  ),
]
