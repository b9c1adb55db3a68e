import { defineRefusal, Refusal, type RefusalMaker } from '#refusal.ts'

export const olderVersion = defineRefusal({
  code: 'record.older-version',
  kind: 'stale',
  title: { en: 'The record has changed since the version you saw', zh: '该记录在您读取之后已被修改' },
})

export const contradictsRecords = defineRefusal({
  code: 'record.contradicts',
  kind: 'conflict',
  title: { en: 'It contradicts what is recorded', zh: '与已有记录相矛盾' },
})

export const impossibleValue = defineRefusal({
  code: 'record.impossible-value',
  kind: 'unprocessable',
  title: { en: 'A record cannot hold this value', zh: '记录不能保存该值' },
})

export const unavailable = defineRefusal({
  code: 'service.unavailable',
  kind: 'unavailable',
  title: { en: 'The registry cannot answer at this moment', zh: '服务暂时不可用' },
})

/** Said by `clock-watch.ts`. */
export const clocksDisagree = defineRefusal({
  code: 'node.clocks-disagree',
  kind: 'unavailable',
  title: {
    en: 'The clock of this node differs from that of its database: nothing is recorded or signed until they agree',
    zh: '本节点与数据库的时钟不一致：在一致之前不记录、不签名',
  },
})

/** The name of a constraint, and the refusal that its violation means. */
export type ConstraintRefusals = Readonly<Record<string, RefusalMaker>>

interface DatabaseError {
  readonly name?: string
  readonly message?: string
  readonly code?: string
  readonly constraint?: string
}

/** Conditions that pass by themselves, by class or code of SQLSTATE (PostgreSQL 18, appendix A). */
const passingState = /^(?:08|53|57P0|58|40001|40P01|55P03|57014|25P03)/
const passingSocket = /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/
const passingMessage =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i

export const isUnavailable = ({ code = '', message = '' }: DatabaseError): boolean =>
  passingState.test(code) || passingSocket.test(code) || passingMessage.test(message)

/** The server closed the connection, or it was closed already when the pool handed it out. */
export const isConnectionLost = (error: unknown): boolean => {
  const { code = '', message = '' } = (error ?? {}) as DatabaseError
  return /^(?:08|57P01|57P02|ECONNRESET|EPIPE)/.test(code) || /connection terminated/i.test(message)
}

/** 40001 and 40P01: nothing was wrong with the request; the same work may succeed when it is done again. */
export const isRetryable = (error: unknown): boolean =>
  /^40(?:001|P01)$/.test((error as DatabaseError)?.code ?? '')

const conflictStates = new Set(['23505', '23503', '23001', '23P01'])

/** What the database refused, said as a refusal; anything else comes back as it was. */
export function asRefusal(error: unknown, constraints: ConstraintRefusals = {}): unknown {
  if (error instanceof Refusal || typeof error !== 'object' || error === null) return error
  const { name, code = '', constraint = '' } = error as DatabaseError
  if (name === 'OptimisticLockError')
    return olderVersion('Read the record again, and decide on what it says now')
  const named = Object.hasOwn(constraints, constraint) ? constraints[constraint] : undefined
  if (named) return named(named.definition.title)
  if (conflictStates.has(code))
    return contradictsRecords(`The constraint ${constraint} forbids it`, { constraint })
  if (/^2[23]/.test(code))
    return impossibleValue(
      constraint ? `The constraint ${constraint} forbids it` : 'A value is out of bounds',
    )
  if (isUnavailable(error)) return unavailable('Try again in a moment', { retryAfterSeconds: 2 })
  return error
}

/** The constraint is the rule: `.catch(refusedBy({ equipment_code_unique: codeTaken }))` gives its violation a name. */
export const refusedBy =
  (constraints: ConstraintRefusals) =>
  (error: unknown): never => {
    throw asRefusal(error, constraints)
  }
