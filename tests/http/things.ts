import type { EntityManager } from '@mikro-orm/postgresql'
import { beforeAll } from 'vitest'
import { asRefusal, isConnectionLost, isRetryable } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { addDocumentation } from '#http/documentation.ts'
import { httpApp } from '#http/mount.ts'
import { operation, type Operation } from '#http/operation.ts'
import type { Act, Setting } from '#http/setting.ts'
import { defineRefusal, Refusal } from '#refusal.ts'
import { database } from '../database.ts'

/** A miniature registry: one table of things and one of acts, and operations of every shape that `http/` knows. */

export const thingTaken = defineRefusal({
  code: 'thing.taken',
  kind: 'conflict',
  title: 'There is one already',
})
export const thingUnknown = defineRefusal({
  code: 'thing.unknown',
  kind: 'absent',
  title: { en: 'No such thing', zh: '没有此物' },
})
export const thingUnlisted = defineRefusal({
  code: 'thing.unlisted',
  kind: 'unprocessable',
  title: 'Nobody lists me',
})

const add = (em: EntityManager, code: string, size: number) =>
  em.execute('insert into things (code, size) values (?, ?)', [code, size], 'run')

/** What the operations do beside their work, as a test wants it. */
export interface Mishap {
  before?: (em: EntityManager) => Promise<void>
  inTrail?: () => void
  onceCommitted?: () => void
}

const view = { pointer: '/', code: 'made', detail: 'x' }

export function thingOperations(mishap: Mishap): readonly Operation[] {
  return [
    operation(
      {
        id: 'make-thing',
        method: 'post',
        path: '/v1/things',
        summary: 'Make a thing',
        access: 'thing.make',
        body: 'http/fault.json',
        answers: { 201: 'http/fault.json' },
        refuses: [thingUnknown],
        constraints: { things_code_unique: thingTaken },
      },
      async ({ em, body }) => {
        await mishap.before?.(em)
        if (body.detail === 'unlisted') throw thingUnlisted('Not in the list')
        if (body.detail === 'unknown')
          throw thingUnknown({ en: 'It is not there', zh: '不存在' }, { status: 200, thing: 7 })
        if (body.detail === 'bug') throw new Error('the secret cause')
        await add(em, body.code, Number(body.detail))
        return {
          status: 201,
          body,
          etag: 1,
          headers: { location: `/v1/things/${body.code}` },
          before: { was: 'not' },
          onceCommitted: () => mishap.onceCommitted?.(),
        }
      },
    ),
    operation(
      {
        id: 'list-things',
        method: 'get',
        path: '/v1/things',
        summary: 'List things',
        access: 'public',
        query: 'http/page-query.json',
        answers: { 200: 'http/page-query.json' },
        refuses: [],
      },
      async ({ em, query, actor }) => {
        await mishap.before?.(em)
        return { status: 200, body: query, etag: 3, headers: { 'x-actor': actor?.person.code ?? 'nobody' } }
      },
    ),
    operation(
      {
        id: 'replace-thing',
        method: 'put',
        path: '/v1/things/only',
        summary: 'Replace the thing',
        access: 'thing.replace',
        ifMatch: true,
        body: 'http/fault.json',
        answers: { 200: 'http/fault.json' },
        refuses: [],
      },
      async ({ body, ifMatch }) => ({ status: 200, body: { ...body, detail: String(ifMatch) } }),
    ),
    operation(
      {
        id: 'make-key',
        method: 'post',
        path: '/v1/keys',
        summary: 'Make a key that is shown once',
        access: 'thing.make',
        secret: true,
        answers: { 201: 'http/fault.json' },
        refuses: [],
      },
      async () => ({ status: 201, body: { ...view, detail: 'the secret' } }),
    ),
    operation(
      {
        id: 'check-things',
        method: 'post',
        path: '/v1/checks',
        summary: 'Look at many things at once',
        access: 'public',
        readsOnly: true,
        body: 'http/fault.json',
        answers: { 200: 'http/fault.json' },
        refuses: [],
      },
      async ({ body }) => ({ status: 200, body }),
    ),
    operation(
      {
        id: 'read-file',
        method: 'get',
        path: '/v1/files',
        summary: 'A file, or what it says',
        access: 'public',
        answers: { 200: 'http/fault.json' },
        media: ['application/pdf'],
        refuses: [],
      },
      async ({ accept }) =>
        accept === 'application/json'
          ? { status: 200, body: view }
          : { status: 200, media: accept, content: '%PDF' },
    ),
    operation(
      {
        id: 'import-file',
        method: 'post',
        path: '/v1/files',
        summary: 'Take in a file',
        access: 'thing.make',
        bytes: { media: ['application/xml'], maxBytes: 100 },
        answers: { 201: 'http/fault.json' },
        refuses: [],
      },
      async ({ bytes }) => ({ status: 201, body: { ...view, detail: String(bytes.length) } }),
    ),
    operation(
      {
        id: 'make-two',
        method: 'post',
        path: '/v1/pairs',
        summary: 'Make a thing, and what only others may make',
        access: 'thing.make',
        answers: { 201: 'http/fault.json' },
        inUnits: true,
        refuses: [],
      },
      async ({ units }) =>
        units.inUnit(async (unit) => {
          const [make, guarded] = ['make-thing', 'replace-guarded'].map((id) =>
            thingOperations(mishap).find((each) => each.id === id),
          )
          if (!make || !guarded) throw new Error('They are listed here')
          await unit.carryOut(make, { body: { ...view, code: 'of-pair', detail: '1' } })
          const why = await unit.carryOut(guarded, {}).then(
            () => 'done',
            (error: unknown) => (error instanceof Refusal ? error.definition.code : 'a bug'),
          )
          return { status: 201, body: { ...view, detail: why } }
        }),
    ),
    operation(
      {
        id: 'replace-guarded',
        method: 'post',
        path: '/v1/guarded',
        summary: 'What nobody here may',
        access: 'thing.guard',
        answers: { 201: 'http/fault.json' },
        refuses: [],
      },
      async ({ em }) => {
        await add(em, 'guarded', 1)
        return { status: 201, body: view }
      },
    ),
    operation(
      {
        id: 'break-promise',
        method: 'get',
        path: '/v1/broken',
        summary: 'Answers what it does not promise',
        access: 'public',
        answers: { 200: 'http/fault.json' },
        refuses: [],
      },
      async () => ({ status: 200, body: { ...view, more: 1 } }),
    ),
  ]
}

const actors: Readonly<Record<string, Actor>> = {
  maker: { person: { id: 'p1', code: 'P1' }, organization: { id: 'o1', code: 'O1' }, roles: ['technician'] },
  other: { person: { id: 'p2', code: 'P2' }, organization: { id: 'o1', code: 'O1' }, roles: ['technician'] },
  reader: { person: { id: 'p3', code: 'P3' }, organization: { id: 'o1', code: 'O1' }, roles: ['auditor'] },
}

export const noon = new Date('2026-03-02T12:00:00Z')

export interface Line {
  readonly facts: { readonly err?: Error; readonly operation?: string; readonly requestId?: string }
  readonly message: string
}

/** The app over a database of its own, with a clock that stands still and a log that can be read. */
export function things(options: { readonly strict?: boolean } = {}) {
  const db = database()
  const lines: Line[] = []
  const mishap: Mishap = {}
  const operations = thingOperations(mishap)
  const note = (facts: object, message: string) => void lines.push({ facts, message })
  const recordAct = async (tx: EntityManager, act: Act) => {
    mishap.inTrail?.()
    await tx.execute('insert into acts (act) values (?)', [JSON.stringify(act)], 'run')
  }
  const setting: Setting = {
    origin: 'https://etalon.test',
    log: { debug: () => undefined, info: note, warn: note, error: note },
    clock: () => noon,
    fork: () => db.orm.em.fork(),
    authenticate: async ({ token }) => actors[token] ?? null,
    within: (_, work) => work(),
    may: (actor, action) => action !== 'thing.guard' && actor.roles.includes('technician'),
    recordAct,
    asRefusal,
    isRetryable,
    isConnectionLost,
    facilities: { origin: 'https://etalon.test' } as Setting['facilities'],
    strict: options.strict ?? true,
  }
  const app = httpApp(operations, setting)
  addDocumentation(app, operations, { origin: setting.origin, version: '0.0.0' })
  beforeAll(async () => {
    await db.orm.em.execute(
      'create table things (code text constraint things_code_unique unique, size int constraint things_size_check check (size < 1000))',
    )
    await db.orm.em.execute('create table acts (act text)')
  })
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method,
      headers: {
        authorization: 'Bearer maker',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const ask = (sql: string) => db.orm.em.fork().execute<Record<string, unknown>[]>(sql)
  // The pool may still hold the connection that a test has killed.
  const rowsOf = (sql: string) =>
    ask(sql).catch((error: unknown) => {
      if (!isConnectionLost(error)) throw error
      return ask(sql)
    })
  return { app, db, lines, mishap, operations, send, rowsOf }
}

export const thing = (code: string, detail = '1') => ({ pointer: '/', code, detail })
