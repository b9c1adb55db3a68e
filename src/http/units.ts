import type { EntityManager } from '@mikro-orm/postgresql'
import { conform, conformText } from '#contract/schemas.ts'
import { Refusal } from '#refusal.ts'
import type { Action } from './actor.ts'
import { actOf, checked, type Task } from './carry-out.ts'
import { roleMissing } from './http.refusals.ts'
import { takeKey } from './idempotency.ts'
import type { AnyAnswer, Operation } from './operation.ts'
import type { Act, Setting } from './setting.ts'

/** Work that is divided into transactions by whoever does it. */
export interface Units {
  /** One transaction: what was done in it is committed together, or not at all; done anew where PostgreSQL asks for it. */
  readonly inUnit: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>
  /** Carried out in every detail, and taken back. */
  readonly onTrial: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>
  readonly may: (action: Action) => boolean
  /** The Idempotency-Key, where one was sent. */
  readonly key: string | undefined
  /** False where the same request, with the same key, has begun before. */
  readonly takeKey: (em: EntityManager) => Promise<boolean>
}

export interface Part {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** For the audit trail, beside what the operation says itself. */
  readonly occasion?: string
}

export interface Unit {
  readonly em: EntityManager
  /**
   * Another operation as a part of this unit, by the same access, schemas and rules as by itself, and with a line of its own in the audit
   * trail. What it had written when it was refused is taken back, and nothing else.
   */
  readonly carryOut: (operation: Operation, part: Part) => Promise<AnyAnswer>
  /** A line of the unit itself in the audit trail. */
  readonly record: (act: Pick<Act, 'subject' | 'after'>) => void
}

const mostAttempts = 3

export function unitsOf(task: Task, setting: Setting): Units {
  const { asked, keyed } = task
  return {
    inUnit: (work) => again(setting, () => committed(task, setting, work)),
    onTrial: (work) => again(setting, () => takenBack(task, setting, work)),
    may: (action) => asked.actor !== null && setting.may(asked.actor, action),
    key: keyed?.key,
    takeKey: async (em) => keyed === undefined || takeKey(em, keyed, asked.now),
  }
}

async function again<T>(setting: Setting, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === mostAttempts || !setting.isRetryable(error)) throw error
    }
  }
}

type Done = { readonly em: EntityManager; readonly act: Act }[]

/** The lines of the trail come last: whoever writes one makes all others wait until the transaction ends. */
const committed = <T>(task: Task, setting: Setting, work: (unit: Unit) => Promise<T>): Promise<T> =>
  setting.fork().transactional(async (tx) => {
    const done: Done = []
    const result = await work(unitOf(tx, { task, setting, done }))
    await tx.flush()
    if (done.length === 0) return result
    if (setting.recordActs) await setting.recordActs(tx, done)
    else for (const { em, act } of done) await setting.recordAct(em, act)
    return result
  })

async function takenBack<T>(task: Task, setting: Setting, work: (unit: Unit) => Promise<T>): Promise<T> {
  const end: { result?: { readonly value: T } } = {}
  const thrown = new Error('Taken back')
  try {
    await setting.fork().transactional(async (tx) => {
      end.result = { value: await work(unitOf(tx, { task, setting, done: [] })) }
      throw thrown
    })
  } catch (error) {
    if (error !== thrown || end.result === undefined) throw error
  }
  if (end.result === undefined) throw thrown
  return end.result.value
}

interface Within {
  readonly task: Task
  readonly setting: Setting
  readonly done: Done
}

const unitOf = (tx: EntityManager, within: Within): Unit => ({
  em: tx,
  carryOut: (operation, part) => partOf(tx, within, { operation, part }),
  record: (act) => {
    const { actor, now: at, requestId } = within.task.asked
    const { id } = within.task.operation
    const about = { actor, operation: id, at, requestId, before: undefined, reason: undefined }
    within.done.push({ em: tx, act: { ...about, ...act } })
  },
})

/** Whoever may begin a unit may not do everything within it. */
function assertMay({ task: { asked }, setting }: Within, { access }: Operation): void {
  if (access === 'public' || (asked.actor !== null && setting.may(asked.actor, access))) return
  const detail = { en: `It needs a role that may ${access}`, zh: `需要具有 ${access} 权限的角色` }
  throw roleMissing(detail, { action: access })
}

/** Conformed before anything is written; a savepoint takes back what was, when it is refused. */
async function partOf(
  tx: EntityManager,
  within: Within,
  { operation, part }: { readonly operation: Operation; readonly part: Part },
): Promise<AnyAnswer> {
  const { task, setting, done } = within
  assertMay(within, operation)
  const stated = {
    params: operation.params && conformText(operation.params, part.params ?? {}),
    query: operation.query && conformText(operation.query, part.query ?? {}),
    body: operation.body && conform(operation.body, part.body),
  }
  // Nothing that it loads is kept for the next one, which may be taken back or not.
  const em = tx.fork({ keepTransactionContext: true, clear: true })
  const nothing = {
    bytes: undefined,
    file: undefined,
    units: undefined,
    ifMatch: undefined,
    ending: undefined,
  }
  const asked = { ...task.asked, ...nothing, ...stated, accept: 'application/json', em }
  await tx.execute('savepoint part')
  try {
    const answer = checked({ operation }, setting, await operation.handle(asked))
    await em.flush()
    await tx.execute('release savepoint part')
    em.clear()
    if (operation.method !== 'get')
      done.push({ em, act: actOfPart({ operation, asked, part, task }, answer) })
    return answer
  } catch (error) {
    const refusal = setting.asRefusal(error, operation.constraints ?? {})
    if (!(refusal instanceof Refusal) || refusal.definition.kind === 'unavailable') throw error
    await tx.execute('rollback to savepoint part')
    throw refusal
  }
}

interface Parted {
  readonly operation: Operation
  readonly asked: Parameters<Operation['handle']>[0]
  readonly part: Part
  readonly task: Task
}

function actOfPart({ operation, asked, part, task }: Parted, answer: AnyAnswer): Act {
  const act = actOf({ operation, asked, path: task.path }, answer)
  const reason = [act.reason, part.occasion].filter((said) => said !== undefined).join('; ')
  return { ...act, reason: reason === '' ? undefined : reason }
}
