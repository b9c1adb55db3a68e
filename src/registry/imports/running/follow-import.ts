import { setTimeout as delay } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Language } from '#http/language.ts'
import { textStream } from '#http/text-stream.ts'
import { type Follower, openStream, type OpenStream } from '../../events/open-streams.ts'
import { importAt, type ImportShown } from '../import.queries.ts'
import { countsOf, viewImport } from '../import.view.ts'

const pauseMilliseconds = 500

export interface Followed extends Follower {
  readonly id: string
  readonly language: Language
  readonly ends: readonly AbortSignal[]
}

/** How far an import is, as server-sent events, by whichever process it is done; the last one says that it has ended. */
export function followImport(
  em: EntityManager,
  first: ImportShown,
  followed: Followed,
): ReadableStream<Uint8Array> {
  const open = openStream(followed, followed.ends)
  return textStream(texts(em, first, followed, open), open.close)
}

const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

async function* texts(
  em: EntityManager,
  first: ImportShown,
  { id, actor, language }: Followed,
  { signal, alive, close, isAdmitted }: OpenStream,
): AsyncGenerator<string> {
  try {
    let said = -1
    for (let row = first; ; row = await importAt(em.fork(), id, actor)) {
      alive()
      const isNews = row.state !== 'under-way' || row.rows !== said
      if (isNews && !(await isAdmitted(em.fork()))) return
      if (row.state !== 'under-way') {
        yield event('ended', viewImport(row, language))
        return
      }
      if (row.rows !== said) yield event('progress', countsOf(row))
      said = row.rows
      await delay(pauseMilliseconds, undefined, { signal })
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    close()
  }
}
