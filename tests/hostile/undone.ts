import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { beforeAll } from 'vitest'
import { createApp } from '../../src/app.ts'
import { testKey, testOrigin, type Service } from '../service.ts'
import { stampOf, type Stamp } from './stored.ts'

/** An answer, and what the database held when it had been given. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly milliseconds: number
  readonly stored: Stamp
  /** Whether the trail holds this text in its last line. */
  readonly trail: string
}

export interface Undoing {
  readonly ask: (target: string, init: RequestInit) => Promise<Answered>
  /** What the database holds when nothing is asked. */
  readonly untouched: () => Promise<Stamp>
}

const undo = Symbol('undo')

/**
 * The whole app, in which every request is carried out and then undone: it runs in a savepoint of a transaction that is
 * rolled back. So each request finds the same registry, whatever was asked before, and a seed tells the same again.
 */
export function undoing(s: Service): Undoing {
  const within: { tx?: EntityManager; app?: ReturnType<typeof createApp> } = {}
  const fork = () => {
    if (!within.tx) throw new Error('A request is under way')
    return within.tx.fork({ keepTransactionContext: true })
  }
  beforeAll(() => {
    const log = {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    }
    const orm = { em: { fork } } as unknown as MikroORM
    within.app = createApp({ orm, origin: testOrigin, log, clock: s.clock.now, key: testKey, strict: true })
  })
  const undone = async <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> => {
    const found: { value?: T } = {}
    try {
      await s.orm.em.fork().transactional(async (tx) => {
        within.tx = tx
        found.value = await work(tx)
        throw undo
      })
    } catch (error) {
      if (error !== undo) throw error
    }
    return found.value as T
  }
  return {
    untouched: () => undone(stampOf),
    ask: (target, init) =>
      undone(async (tx) => {
        const started = performance.now()
        const answer = await within.app?.request(target, init)
        if (!answer) throw new Error('The app is there once the tests run')
        const milliseconds = performance.now() - started
        const text = await answer.text()
        const { status, headers } = answer
        return { status, headers, text, milliseconds, stored: await stampOf(tx), trail: await lastLine(tx) }
      }),
  }
}

async function lastLine(tx: EntityManager): Promise<string> {
  const [line] = await tx.execute<{ line: string }[]>(
    `select jsonb_build_object('after', after, 'reason', reason, 'before', before)::text as line
     from audit_events order by sequence desc limit 1`,
  )
  return line?.line ?? ''
}
