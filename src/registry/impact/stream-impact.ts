import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImpactQuestion } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { textStream } from '#http/text-stream.ts'
import { followDownstream } from './follow-downstream.ts'
import { isSeenBy, viewImpacted } from './impact.view.ts'
import { understandInquiry, type Asking, type Inquiry } from './understand-inquiry.ts'

/**
 * Every item, a line each, as it is evaluated. What can be refused is refused before the first line; a client that goes
 * away ends the statements under way.
 */
export async function streamImpact(
  em: EntityManager,
  asked: ImpactQuestion,
  asking: Asking,
): Promise<ReadableStream<Uint8Array>> {
  const inquiry = await understandInquiry(em, asked, asking)
  const reader = new AbortController()
  const signal = AbortSignal.any([asking.signal, reader.signal])
  return textStream(lines(em, inquiry, asking.actor, signal), () => reader.abort())
}

async function* lines(
  em: EntityManager,
  inquiry: Inquiry,
  actor: Actor,
  signal: AbortSignal,
): AsyncGenerator<string> {
  for await (const batch of followDownstream(em, inquiry, signal)) {
    const text = batch
      .filter((impacted) => isSeenBy(actor, impacted))
      .map((impacted) => `${JSON.stringify(viewImpacted(impacted))}\n`)
      .join('')
    if (text !== '') yield text
  }
}
