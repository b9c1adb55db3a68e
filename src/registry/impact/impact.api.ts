import { operation, type Operation } from '#http/operation.ts'
import { refusalsOf } from '#refusal.ts'
import { assessImpact } from './assess-impact.ts'
import { askerGone, impactRefusals } from './impact.refusals.ts'
import { streamImpact } from './stream-impact.ts'

const ndjson = 'application/x-ndjson'

/** What was cancelled because the client has gone is no bug. */
const whileWanted = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw signal.aborted ? askerGone(askerGone.definition.title) : error
  })

export const impactOperations: readonly Operation[] = [
  operation(
    {
      id: 'assess-impact',
      method: 'post',
      path: '/v1/impact',
      summary: 'What if a standard had another value? Every result below it, before and after',
      description:
        'The subject is an item, a certificate (or one of its results) or a reference; the window says which of its uses are ' +
        'meant. Every result that rests on them is evaluated again by its own stored model. In JSON a summary and the first ' +
        'items; as NDJSON every item, a line each, standards before what used them. Without a hypothesis: what rests on it.',
      access: 'impact.assess',
      readsOnly: true,
      body: 'impact/question.json',
      answers: { 200: 'impact/answer.json' },
      media: [ndjson],
      refuses: [impactRefusals, refusalsOf('unit', 'quantity')],
    },
    async ({ em, body, actor, now, accept, signal }) => {
      const asking = { actor, now, signal: signal() }
      if (accept === ndjson) {
        const content = await whileWanted(asking.signal, streamImpact(em, body, asking))
        return { status: 200 as const, media: ndjson, content }
      }
      return { status: 200 as const, body: await whileWanted(asking.signal, assessImpact(em, body, asking)) }
    },
  ),
]
