import { askerGone } from '#http/http.refusals.ts'
import { operation, type Operation } from '#http/operation.ts'
import { whileWanted } from '#http/while-wanted.ts'
import { refusalsOf } from '#refusal.ts'
import { assessImpact } from './assess-impact.ts'
import { followUsages, streamUsages } from './follow-usages.ts'
import { impactRefusals, subjectNotRegistered, windowOfUseReversed } from './impact.refusals.ts'
import { streamImpact } from './stream-impact.ts'

const ndjson = 'application/x-ndjson'
const csv = 'text/csv'

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
      refuses: [impactRefusals, askerGone, refusalsOf('unit', 'quantity')],
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
  operation(
    {
      id: 'follow-usages',
      method: 'post',
      path: '/v1/impact/usages',
      summary: 'Into which jobs, products and batches have results gone that rest on this standard?',
      description:
        'Uses of the subject within the window, and at any time those of every item below it, from its calibration to the next one ' +
        '(去向可追). An organization sees the uses of its own equipment. In JSON the numbers and the first items; as NDJSON or CSV ' +
        'all of them.',
      access: 'usage.read',
      readsOnly: true,
      body: 'impact/usages-question.json',
      answers: { 200: 'impact/usages.json' },
      media: [ndjson, csv],
      refuses: [subjectNotRegistered, windowOfUseReversed, askerGone],
    },
    async ({ em, body, actor, now, accept, signal }) => {
      const asking = { actor, now, signal: signal() }
      if (accept === 'application/json')
        return {
          status: 200 as const,
          body: await whileWanted(asking.signal, followUsages(em, body, asking)),
        }
      const isCsv = accept === csv
      const content = await whileWanted(asking.signal, streamUsages(em, body, { asking, isCsv }))
      return {
        status: 200 as const,
        media: isCsv ? `${csv}; charset=utf-8; header=present` : ndjson,
        content,
      }
    },
  ),
]
