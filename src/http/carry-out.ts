import type { EntityManager } from '@mikro-orm/postgresql'
import { conform } from '#contract/schemas.ts'
import { type ReadPage, wholeList } from './lists/whole-list.ts'
import type { WholeList } from './lists/whole-list-query.ts'
import { claimKey, keepAnswer, type KeyedRequest } from './idempotency.ts'
import { changes, type AnyAnswer, type AnyAsked, type Operation } from './operation.ts'
import { render, type Rendered } from './rendering.ts'
import type { Setting } from './setting.ts'
import { unitsOf, type Units } from './units.ts'

/** A request that has been understood: everything but the EntityManager. */
export interface Task {
  readonly operation: Operation
  readonly asked: Omit<AnyAsked, 'em' | 'units'>
  readonly path: string
  readonly keyed: KeyedRequest | undefined
  /** The list is asked for as a whole, in a medium without pages. */
  readonly whole?: WholeList | undefined
}

/** 40001 and 40P01 say "again"; more than this often, something else is wrong. */
const mostAttempts = 3

export function carryOut(task: Task, setting: Setting): Promise<Rendered> {
  if (task.whole) return readWhole(task, task.whole, setting)
  if (task.operation.inUnits) return divided(task, setting)
  return repeatedly(task, setting, async (progress) => {
    const rendered = await (changes(task.operation) ? change(task, setting, progress) : read(task, setting))
    progress.onceCommitted?.()
    return rendered
  })
}

async function repeatedly<T>(
  task: Task,
  setting: Setting,
  attempted: (progress: Progress) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const progress: Progress = { hasBegun: false }
    try {
      return await attempted(progress)
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

const read = async (task: Task, setting: Setting): Promise<Rendered> => render(await answered(task, setting))

/** Nothing is done again as a whole here: each unit of it is. */
const divided = async (task: Task, setting: Setting): Promise<Rendered> =>
  render(await answered(task, setting, unitsOf(task, setting)))

const answered = async (task: Task, setting: Setting, units?: Units): Promise<AnyAnswer> =>
  checked(task, setting, await task.operation.handle(withFork(task, setting, units)))

/** As many as a page may have (`schemas/http/limit.json`). */
const rowsAtOnce = 500

/** Page by page, each with a fork and a connection of its own: nothing is held while a slow client reads. */
async function readWhole(task: Task, whole: WholeList, setting: Setting): Promise<Rendered> {
  const { operation, asked, path } = task
  const readPage: ReadPage = async (cursor) => {
    const query = { ...(asked.query as object), limit: rowsAtOnce, ...(cursor !== undefined && { cursor }) }
    const page = { ...task, asked: { ...asked, accept: 'application/json', query } }
    try {
      const { body } = await repeatedly(page, setting, () => answered(page, setting))
      return body as Awaited<ReturnType<ReadPage>>
    } catch (err) {
      // The answer is under way: all that can still be said is that it does not end as it should.
      const facts = { requestId: asked.requestId, operation: operation.id }
      if (cursor !== undefined) setting.log.error({ ...facts, err }, 'list-broken-off')
      throw err
    }
  }
  const { accept: medium, now } = asked
  return render(await wholeList({ ...whole, operation, medium, path, now }, readPage))
}

/** Made when it is first used: whoever answers from what is kept needs none. */
function withFork({ asked }: Task, { fork }: Setting, units: Units | undefined): AnyAsked {
  let em: EntityManager | undefined
  return {
    ...asked,
    units,
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

  const answer = checked(task, setting, await operation.handle({ ...asked, units: undefined, em: tx }))
  await tx.flush()

  await setting.recordAct(tx, actOf(task, answer))
  const rendered = render(answer)
  if (keyed) await keepAnswer(tx, keyed, rendered, operation.secret === true)
  if (answer.onceCommitted) progress.onceCommitted = answer.onceCommitted
  return rendered
}

export function actOf({ operation, asked, path }: Omit<Task, 'keyed'>, answer: AnyAnswer) {
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
export function checked(
  { operation }: Pick<Task, 'operation'>,
  { strict }: Setting,
  answer: AnyAnswer,
): AnyAnswer {
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
