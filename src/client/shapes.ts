import type { Operations } from './operations.ts'

/** Every operation of the interface, by the `operationId` of its OpenAPI document. */
export type OperationId = keyof Operations

/** A query as it is asked: what has a default may be left out, and what is undefined is not sent. */
export type Query<T, WithDefault extends keyof T = never> = {
  readonly [K in keyof T as IsOptional<T, K, WithDefault> extends true ? never : K]: T[K]
} & {
  readonly [K in keyof T as IsOptional<T, K, WithDefault> extends true ? K : never]?: T[K] | undefined
}

type IsOptional<T, K extends keyof T, WithDefault> = K extends WithDefault
  ? true
  : object extends Pick<T, K>
    ? true
    : false

/** A body that is not JSON; a stream can be sent only once, and is therefore never sent again. */
export interface Bytes<Media extends string> {
  readonly content: string | Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>
  readonly media: Media
}

/** What may be said with any request. */
export interface Manner {
  /** Instead of the key of the client, for this request alone. */
  readonly key?: string | undefined
  /** Made for every POST that changes something; state one of your own to ask again after a restart. */
  readonly idempotencyKey?: string | undefined
  readonly language?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly signal?: AbortSignal | undefined
}

type Part<Name extends string, T> = [T] extends [undefined]
  ? { readonly [N in Name]?: undefined }
  : object extends T
    ? { readonly [N in Name]?: T | undefined }
    : { readonly [N in Name]: T }

/** What an operation is asked with: each part is there where the operation has it. */
export type Asked<Id extends OperationId> = Part<'params', Operations[Id]['params']> &
  Part<'query', Operations[Id]['query']> &
  Part<'body', Operations[Id]['body']> &
  // The ETag that came with the record, or its version.
  Part<'ifMatch', Operations[Id]['ifMatch']> &
  Manner

/** May be left out where everything in it may. */
export type Question<T> = object extends T ? readonly [asked?: T] : readonly [asked: T]

/** What surrounds every answer. */
export interface Envelope {
  /** To be sent back as `ifMatch` by whoever changes what was read. */
  readonly etag: string | undefined
  readonly headers: Headers
}

/** One of the answers that the operation promises; `status` tells them apart. */
export type Answer<Id extends OperationId> = {
  [S in keyof Operations[Id]['answers']]: Envelope & {
    readonly status: S & number
    readonly body: Operations[Id]['answers'][S]
  }
}[keyof Operations[Id]['answers']]

/** The media beside JSON in which it answers. */
export type MediaOf<Id extends OperationId> = Operations[Id]['media']

/** The operations that answer in other media than JSON. */
export type MediaId = { [Id in OperationId]: [MediaOf<Id>] extends [never] ? never : Id }[OperationId]

/** The lists that are read page by page. */
export type ListId = {
  [Id in OperationId]: Operations[Id]['query'] extends { readonly cursor?: unknown }
    ? Operations[Id]['answers'] extends { readonly 200: Page<unknown> }
      ? Id
      : never
    : never
}[OperationId]

export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export type ItemOf<Id extends ListId> = Operations[Id]['answers'] extends { readonly 200: Page<infer T> }
  ? T
  : never

/** How an operation is asked for, as the generated table says it. */
export interface RequestLine {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** `{+path}` takes the slashes too. */
  readonly path: string
  /** It changes something, and the same Idempotency-Key is answered with the first answer. */
  readonly keyed?: true
  /** Its body is not JSON. */
  readonly bytes?: true
  /** In which it answers beside JSON. */
  readonly media?: readonly string[]
}
