import type { EntityManager } from '@mikro-orm/postgresql'
import type { SchemaName, SchemaTypes } from '#contract/types.ts'
import type { RefusalMaker } from '#refusal.ts'
import type { Access, Actor } from './actor.ts'
import type { Facilities } from './facilities.ts'
import type { Language } from './language.ts'
import type { ReceivedFile } from './request/received-file.ts'
import type { Units } from './units.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** A body that is not JSON. */
export interface BytesTaken {
  readonly media: readonly string[]
  readonly maxBytes: number
  /** It may be greater than memory: the handler receives `file` instead of `bytes`, and discards it. */
  readonly asFile?: FileTaken
  /** Charsets that may be stated beside UTF-8. */
  readonly charsets?: readonly string[]
}

export interface FileTaken {
  /** A place for the file, before its first byte is read, or a refusal; given back when the file is discarded. So the disk has bounds. */
  readonly takePlace: (actor: Actor) => () => void
  /** As long as it may take to arrive: other bodies have less. */
  readonly mostSeconds: number
}

/** A column of a table that is imported: where in the record its cells stand (RFC 6901), and what it is called. */
export interface ImportColumn {
  readonly id: string
  readonly name: Readonly<Record<Language, string>>
  readonly pointer: string
  /** `decimal` and `integer` are numbers, `list` several texts in one cell, and all else is a text. */
  readonly kind: string
}

/** What an operation takes, answers and refuses; HTTP, OpenAPI and the page of the docs are made from it. */
export interface OperationDefinition {
  /** Stable name, `log-calibration`: the `operationId` of OpenAPI and the word in the audit trail. */
  readonly id: string
  readonly method: Method
  /** As in OpenAPI: `/v1/equipment/{code}`. */
  readonly path: `/${string}`
  readonly summary: string
  /** More than the summary can say, in Markdown; shown in the docs. */
  readonly description?: string
  /** The heading under which the docs list it; the first word of the path if absent. */
  readonly group?: string
  readonly access: Access
  readonly params?: SchemaName
  readonly query?: SchemaName
  readonly body?: SchemaName
  /** A body that is not JSON: the handler receives `bytes`. */
  readonly bytes?: BytesTaken
  /** The schema of each JSON answer; `null` for an answer without one (204, or only in another medium). */
  readonly answers: { readonly [status: number]: SchemaName | null }
  /** Media beside JSON in which it may answer; `Accept` decides and the handler is told in `accept`. */
  readonly media?: readonly string[]
  /** A list that a spreadsheet opens: the whole of it is answered as XLSX too, and not only as CSV and NDJSON. */
  readonly spreadsheet?: true
  /** The columns in which an import takes what is listed: a table has them on request (`columns=import`), and can be imported again. */
  readonly importColumns?: readonly ImportColumn[]
  readonly refuses: readonly (RefusalMaker | readonly RefusalMaker[])[]
  /** The version that was seen must be stated in If-Match: 428 without, 412 when stale. */
  readonly ifMatch?: true
  /** The constraints whose violation has a name here: `{ equipment_code_unique: codeTaken }`. */
  readonly constraints?: Readonly<Record<string, RefusalMaker>>
  /** The answer holds a secret that is shown once: neither the audit trail nor the store of keyed answers has it. */
  readonly secret?: true
  /** A POST that stores nothing: no transaction, no audit, the Idempotency-Key has no effect. */
  readonly readsOnly?: true
  /**
   * Its work is greater than one transaction: the handler divides it into `units` of its own, and answers for what stands if it
   * breaks off between two of them.
   */
  readonly inUnits?: true
}

type Shape<D, Part extends string> =
  D extends Readonly<Record<Part, infer Name extends SchemaName>> ? SchemaTypes[Name] : undefined

/** What a handler is given. */
export interface Asked<D extends OperationDefinition> {
  /** Inside the transaction of this request if it changes anything; never begin another. */
  readonly em: EntityManager
  readonly now: Date
  readonly actor: D['access'] extends 'public' ? Actor | null : Actor
  readonly params: Shape<D, 'params'>
  readonly query: Shape<D, 'query'>
  readonly body: Shape<D, 'body'>
  readonly bytes: D extends { readonly bytes: { readonly asFile: object } }
    ? undefined
    : D extends { readonly bytes: object }
      ? Uint8Array
      : undefined
  readonly file: D extends { readonly bytes: { readonly asFile: object } } ? ReceivedFile : undefined
  readonly units: D extends { readonly inUnits: true } ? Units : undefined
  /** The version in If-Match; -1 for a tag that no version can have. */
  readonly ifMatch: D extends { readonly ifMatch: true } ? number : undefined
  /** The medium to answer in: `application/json`, or one of `media`. */
  readonly accept: string
  /** `.pdf`, where the address itself says in what to answer. */
  readonly ending: string | undefined
  readonly language: Language
  readonly requestId: string
  /** Where a client was when its stream of events broke off (HTML, 9.2). */
  readonly lastEventId: string | undefined
  /** Comes when the client has gone: whoever works for long asks for it. */
  readonly signal: () => AbortSignal
  readonly facilities: Facilities
}

/** What surrounds every answer, whatever its body. */
export interface AnswerFrame {
  readonly headers?: Readonly<Record<string, string>>
  /** The very same body is answered again and again, and never changes: it is written once. */
  readonly isKept?: boolean
  /** The version of the record; sent as `ETag: "3"`. A text is sent as it stands, in quotes. */
  readonly etag?: number | string
  /** For the audit trail: what was changed (default: `Location`, else the path), how it looked before, and why. */
  readonly subject?: string
  readonly before?: unknown
  /** How it looks now, where that is not the body of the answer. */
  readonly after?: unknown
  readonly reason?: string
  /** Done once the change is committed, and not at all if it never is: what lies outside the database. */
  readonly onceCommitted?: () => void
}

/** Any answer, as the mounting code sees it. */
export interface AnyAnswer extends AnswerFrame {
  readonly status: number
  readonly body?: unknown
  readonly media?: string
  readonly content?: ContentToMake
}

export type Content = string | Uint8Array | ReadableStream<Uint8Array>

/** Content that takes work is made only for whoever does not have it already. */
export type ContentToMake = Content | (() => Promise<Content>)

/** An answer in another medium than JSON; `content` may be a stream. */
export interface MediaAnswer extends AnswerFrame {
  readonly status: number
  readonly media: string
  readonly content: ContentToMake
}

type JsonAnswer<D extends OperationDefinition> = {
  [S in keyof D['answers'] & number]: D['answers'][S] extends SchemaName
    ? AnswerFrame & { readonly status: S; readonly body: SchemaTypes[D['answers'][S]] }
    : AnswerFrame & { readonly status: S; readonly body?: undefined; readonly content?: undefined }
}[keyof D['answers'] & number]

export type Answer<D extends OperationDefinition> =
  JsonAnswer<D> | (D extends { readonly media: readonly string[] } ? MediaAnswer : never)

/** What the mounting code knows of `Asked`: everything, but for the shapes. */
export type AnyAsked = Omit<
  Asked<OperationDefinition>,
  'actor' | 'params' | 'query' | 'body' | 'bytes' | 'file' | 'units' | 'ifMatch'
> & {
  readonly actor: Actor | null
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly bytes: Uint8Array | undefined
  readonly file: ReceivedFile | undefined
  readonly units: Units | undefined
  readonly ifMatch: number | undefined
}

export interface Operation extends OperationDefinition {
  readonly handle: (asked: AnyAsked) => Promise<AnyAnswer>
}

/** One operation of the API is one value. `R` keeps `status: 201` a literal until it is compared with `answers`. */
export function operation<const D extends OperationDefinition, const R extends AnyAnswer>(
  definition: D,
  handle: (asked: Asked<D>) => Promise<R & Answer<D>>,
): Operation {
  const plain: OperationDefinition = definition
  // The mounting code has conformed every part to the schema that D names.
  return { ...plain, handle: handle as unknown as Operation['handle'] }
}

/** Whether it changes anything: then it runs in a transaction and leaves a line in the audit trail. */
export const changes = (operation: OperationDefinition): boolean =>
  operation.method !== 'get' && operation.readsOnly !== true
