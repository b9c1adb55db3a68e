import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImpactQuestion } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { textStream } from '#http/text-stream.ts'
import type { Impacted } from './evaluate-downstream.ts'
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
  const { actor } = asking
  const namedFor = asked.standards === true ? actor : undefined
  return textStream(lines(em, inquiry, { actor, namedFor }, signal), () => reader.abort())
}

async function* lines(
  em: EntityManager,
  inquiry: Inquiry,
  { actor, namedFor }: { readonly actor: Actor; readonly namedFor: Actor | undefined },
  signal: AbortSignal,
): AsyncGenerator<string> {
  try {
    for await (const batch of followDownstream(em, inquiry, signal)) {
      const seen = batch.filter((impacted) => isSeenBy(actor, impacted))
      if (seen.length > 0) yield seen.map((one) => lineOf(one, namedFor)).join('')
    }
  } catch (error) {
    // Whoever has gone is told nothing; anybody else sees the stream break off.
    if (!signal.aborted) throw error
  }
}

const lineOf = (impacted: Impacted, namedFor: Actor | undefined): string =>
  `${JSON.stringify(viewImpacted(impacted, namedFor))}\n`
