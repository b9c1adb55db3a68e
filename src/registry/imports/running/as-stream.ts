import { inLanguage, type Language } from '#http/language.ts'
import { textStream } from '#http/text-stream.ts'
import { Refusal } from '#refusal.ts'
import { viewOutcome } from '../import.view.ts'
import type { Done } from './import-file.ts'
import { relay, type Step } from './relay.ts'
import type { Tell } from './run.ts'

export const eventStream = 'text/event-stream'

/**
 * An import that is told while it is done: each row as a line, or how far it is as server-sent events; the report comes last. Whoever
 * hangs up does not end it.
 */
export function asStream(
  work: (tell: Tell) => Promise<Done>,
  media: string,
  language: Language,
): ReadableStream<Uint8Array> {
  const { steps, close } = relay(work)
  const write = media === eventStream ? asEvent : asLines
  return textStream(
    written(steps, (step) => write(step, language)),
    close,
  )
}

async function* written(
  steps: AsyncIterable<Step<Done>>,
  write: (step: Step<Done>) => string,
): AsyncGenerator<string> {
  for await (const step of steps) {
    const text = write(step)
    if (text !== '') yield text
  }
}

const line = (value: object) => `${JSON.stringify(value)}\n`
const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

function asLines(step: Step<Done>, language: Language): string {
  if (step.kind === 'progress') return ''
  if (step.kind === 'rows')
    return step.outcomes.map((each) => line({ row: viewOutcome(each, language) })).join('')
  if (step.kind === 'ended') return line({ report: step.result.report })
  return line({ failed: failure(step.error, language) })
}

function asEvent(step: Step<Done>, language: Language): string {
  if (step.kind === 'rows') return ''
  if (step.kind === 'progress') return event('progress', step.counts)
  if (step.kind === 'ended') return event('report', step.result.report)
  return event('failed', failure(step.error, language))
}

/** The status was said long ago: what is expected is told in the stream, and anything else breaks it off. */
function failure(error: unknown, language: Language) {
  if (!(error instanceof Refusal)) throw error
  const { definition, detail, facts } = error
  return { code: definition.code, detail: inLanguage(detail, language), ...facts }
}
