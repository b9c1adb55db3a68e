import { createHash } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from './actor.ts'
import { answerNotKept, keyMalformed, keyReused } from './http.refusals.ts'
import type { Rendered } from './rendering.ts'

/** A keyed request: who sent which key with what. */
export interface KeyedRequest {
  readonly actorKey: string
  readonly key: string
  readonly operation: string
  readonly requestHash: string
}

/** 1 to 255 visible characters; the same for every POST, also for one that stores nothing. */
export function checkKey(key: string | undefined): void {
  if (key !== undefined && !/^[!-~]{1,255}$/.test(key)) {
    throw keyMalformed({
      en: 'Send 1 to 255 visible ASCII characters',
      zh: '须为 1 至 255 个可见 ASCII 字符',
    })
  }
}

/** The same request is the same operation at the same path with the same values; blanks between them do not count. */
export function keyedRequest(
  actor: Actor,
  key: string,
  asked: {
    readonly operation: string
    readonly target: string
    readonly json: unknown
    readonly bytes?: Uint8Array | undefined
    readonly file?: { readonly sha256: string } | undefined
    readonly query?: unknown
  },
): KeyedRequest {
  const hash = createHash('sha256').update(`${asked.operation}\n${asked.target}\n`)
  // How a file is to be read is said beside it.
  if (asked.file) hash.update(`${JSON.stringify(asked.query)}\n${asked.file.sha256}`)
  else hash.update(asked.bytes ?? JSON.stringify(asked.json ?? {}))
  return { actorKey: actor.person.id, key, operation: asked.operation, requestHash: hash.digest('hex') }
}

interface KeptAnswer {
  readonly requestHash: string
  readonly status: number | null
  readonly headers: Readonly<Record<string, string>> | null
  readonly body: string | null
}

/** Takes the key for a request that keeps its own answer; false where the same request has taken it before. */
export async function takeKey(tx: EntityManager, keyed: KeyedRequest, now: Date): Promise<boolean> {
  const { actorKey, key, operation, requestHash } = keyed
  const rows = await tx.execute<{ requestHash: string; isNew: boolean }[]>(
    `insert into idempotency_keys (actor_key, key, operation, request_hash, created_at) values (?, ?, ?, ?, ?)
     on conflict (actor_key, key) do update set key = excluded.key
     returning request_hash as "requestHash", (xmax = 0) as "isNew"`,
    [actorKey, key, operation, requestHash, now],
  )
  if (rows[0]?.requestHash !== requestHash) throw keyReused(`It was first sent with another request`)
  return rows[0].isNew
}

/** Takes the key for this request, or finds the first answer. A twin that is still at work is waited for: both
 *  insert the same primary key, and the later one goes on only when the earlier has ended. */
export async function claimKey(
  tx: EntityManager,
  keyed: KeyedRequest,
  now: Date,
): Promise<Rendered | undefined> {
  const { actorKey, key, operation, requestHash } = keyed
  const claimed = await tx.execute<{ key: string }[]>(
    `insert into idempotency_keys (actor_key, key, operation, request_hash, created_at)
     values (?, ?, ?, ?, ?) on conflict do nothing returning key`,
    [actorKey, key, operation, requestHash, now],
  )
  if (claimed.length > 0) return undefined
  const [kept] = await tx.execute<KeptAnswer[]>(
    `select request_hash as "requestHash", status, headers, body from idempotency_keys where actor_key = ? and key = ?`,
    [actorKey, key],
  )
  if (kept?.requestHash !== requestHash) throw keyReused(`It was first sent with another request`)
  if (kept.status === null || kept.body === null) throw answerNotKept(answerNotKept.definition.title)
  return {
    status: kept.status,
    headers: { ...kept.headers, 'idempotency-replayed': 'true' },
    content: kept.body,
  }
}

/** In the transaction of the request itself: either both are there afterwards, or neither. A secret may stand in a header, too. */
export async function keepAnswer(
  tx: EntityManager,
  keyed: KeyedRequest,
  answer: Rendered,
  isSecret: boolean,
) {
  if (typeof answer.content !== 'string') throw new Error('A keyed request is answered with a text')
  await tx.execute(
    `update idempotency_keys set status = ?, headers = ?::jsonb, body = ? where actor_key = ? and key = ?`,
    [
      answer.status,
      JSON.stringify(isSecret ? {} : answer.headers),
      isSecret ? null : answer.content,
      keyed.actorKey,
      keyed.key,
    ],
    'run',
  )
}
