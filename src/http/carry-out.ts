import type { EntityManager } from '@mikro-orm/postgresql'
import { conform } from '#contract/schemas.ts'
import { claimKey, keepAnswer, type KeyedRequest } from './idempotency.ts'
import { changes, type AnyAnswer, type AnyAsked, type Operation } from './operation.ts'
import { render, type Rendered } from './rendering.ts'
import type { Setting } from './setting.ts'

/** A request that has been understood: everything but the EntityManager. */
export interface Task {
  readonly operation: Operation
  readonly asked: Omit<AnyAsked, 'em'>
  readonly path: string
  readonly keyed: KeyedRequest | undefined
}

/** 40001 and 40P01 say "again"; more than this often, something else is wrong. */
const mostAttempts = 3

export async function carryOut(task: Task, setting: Setting): Promise<Rendered> {
  for (let attempt = 1; ; attempt++) {
    const progress: Progress = { hasBegun: false }
    try {
      const rendered = await (changes(task.operation) ? change(task, setting, progress) : read(task, setting))
      progress.onceCommitted?.()
      return rendered
    } catch (error) {
      const isWorthAnother =
        setting.isRetryable(error) ||
        (attempt === 1 && isHarmless(task, progress) && setting.isConnectionLost(error))
      if (attempt === mostAttempts || !isWorthAnother) throw error
    }
  }
}

interface Progress {
  hasBegun: boolean
  onceCommitted?: () => void
}

/** Of a lost connection nobody knows whether it had committed: only who reads, holds a key or had not begun may ask again. */
const isHarmless = ({ operation, keyed }: Task, { hasBegun }: Progress): boolean =>
  keyed !== undefined || !changes(operation) || !hasBegun

const read = async (task: Task, setting: Setting): Promise<Rendered> =>
  render(checked(task, setting, await task.operation.handle(withFork(task, setting))))

/** Made when it is first used: whoever answers from what is kept needs none. */
function withFork({ asked }: Task, { fork }: Setting): AnyAsked {
  let em: EntityManager | undefined
  return {
    ...asked,
    get em() {
      return (em ??= fork())
    },
  }
}

/** What a failed attempt has changed must not survive it: each begins with a fork of its own. */
const change = (task: Task, setting: Setting, progress: Progress): Promise<Rendered> =>
  setting.fork().transactional((tx) => {
    progress.hasBegun = true
    return changeIn(tx, task, setting, progress)
  })

/** The stored key, the rows, the line in the trail and the stored answer are committed together or not at all. */
async function changeIn(
  tx: EntityManager,
  task: Task,
  setting: Setting,
  progress: Progress,
): Promise<Rendered> {
  const { operation, asked, keyed } = task
  const first = keyed && (await claimKey(tx, keyed, asked.now))
  if (first) return first

  const answer = checked(task, setting, await operation.handle({ ...asked, em: tx }))
  await tx.flush()

  await setting.recordAct(tx, actOf(task, answer))
  const rendered = render(answer)
  if (keyed) await keepAnswer(tx, keyed, rendered, operation.secret === true)
  if (answer.onceCommitted) progress.onceCommitted = answer.onceCommitted
  return rendered
}

function actOf({ operation, asked, path }: Task, answer: AnyAnswer) {
  return {
    actor: asked.actor,
    operation: operation.id,
    subject: answer.subject ?? answer.headers?.['location'] ?? path,
    before: answer.before,
    after: answer.after ?? (operation.secret ? undefined : answer.body),
    reason: answer.reason,
    at: asked.now,
    requestId: asked.requestId,
  }
}

/** What we promise is checked where it is built; a service at work does not pay for it. */
function checked({ operation }: Task, { strict }: Setting, answer: AnyAnswer): AnyAnswer {
  if (!strict) return answer
  const schema = operation.answers[answer.status]
  const isOtherMedium = answer.content !== undefined
  if (schema === undefined && !isOtherMedium)
    throw new Error(`${operation.id} does not promise ${answer.status}`)
  if (typeof schema === 'string' && !isOtherMedium) checkBody(operation.id, schema, answer.body)
  return answer
}

function checkBody(id: string, schema: Parameters<typeof conform>[0], body: unknown): void {
  try {
    conform(schema, JSON.parse(JSON.stringify(body)))
  } catch (cause) {
    throw new Error(`The answer of ${id} does not match ${schema}`, { cause })
  }
}
