import { availableParallelism, loadavg } from 'node:os'
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { beforeAll } from 'vitest'
import { createApp } from '../../src/app.ts'
import { testKey, testOrigin, type Service } from '../service.ts'
import { ownCertificate } from './example-registry.ts'
import { mostMilliseconds } from './hostile-inputs.ts'
import { changedSince, stampOf, writtenSince, type Stamp } from './stored.ts'

/** An answer, and what the database held when it had been given. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly milliseconds: number
  /** The tables that hold something else than before. */
  readonly changed: readonly string[]
  /** The rows that were written, as texts. */
  readonly written: string
  /** Whether an ordinary request right afterwards is answered as ever. */
  readonly healthy: boolean
}

export type Ask = (target: string, init: RequestInit) => Promise<Answered>

const undo = Symbol('undo')
const silent = () => undefined
const log = { debug: silent, info: silent, warn: silent, error: silent }
export const healthyTarget = `/v1/certificates/${ownCertificate}/validity`

/**
 * The whole app, in which every request is carried out and then undone: it runs in a savepoint of a transaction that is
 * rolled back. So each request finds the same registry, whatever was asked before, and a seed tells the same again.
 */
export function undoing(s: Service): Ask {
  const within: { tx?: EntityManager; app?: ReturnType<typeof createApp>; untouched?: Stamp } = {}
  const fork = () => {
    if (!within.tx) throw new Error('A request is under way')
    return within.tx.fork({ keepTransactionContext: true })
  }
  beforeAll(() => {
    const orm = { em: { fork } } as unknown as MikroORM
    within.app = createApp({ orm, origin: testOrigin, log, clock: s.clock.now, key: testKey, strict: true })
  })
  async function timed(target: string, init: RequestInit) {
    if (!within.app) throw new Error('The app is there once the tests run')
    const started = performance.now()
    const answer = await within.app.request(target, init)
    const text = await answer.text()
    const milliseconds = performance.now() - started
    return { status: answer.status, headers: answer.headers, text, milliseconds }
  }
  async function undone<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const found: { value?: T } = {}
    const isUndone = await s.orm.em
      .fork()
      .transactional(async (tx) => {
        within.tx = tx
        found.value = await work(tx)
        throw undo
      })
      .catch((error: unknown) => error === undo || Promise.reject(error))
    if (!isUndone) throw new Error('It was not undone')
    return found.value as T
  }
  const askOnce: Ask = async (target, init) => {
    within.untouched ??= await undone(stampOf)
    const { untouched } = within
    return undone(async (tx) => {
      const answer = await timed(target, init)
      const changed = changedSince(untouched, await stampOf(tx))
      const written = answer.status < 400 ? await writtenSince(untouched, changed, tx) : ''
      const { status, milliseconds } = await timed(healthyTarget, {})
      return { ...answer, changed, written, healthy: status === 200 && milliseconds < patience() }
    })
  }
  return (target, init) => quickest(() => askOnce(target, init))
}

/** A machine that is busy with something else says nothing about the service: what is slow is asked again. */
export async function quickest(ask: () => Promise<Answered>): Promise<Answered> {
  let answer = await ask()
  for (let attempt = 1; attempt < 3 && isSlow(answer); attempt++) answer = await ask()
  return answer
}

const isSlow = ({ milliseconds, healthy }: Answered) => milliseconds > patience() || !healthy

/** Where more wants to run than there are processors, a second of the service takes longer. */
export const patience = (): number =>
  mostMilliseconds * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
