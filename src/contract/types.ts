// Written by `npm run contract` from schemas/. Do not edit.

/**
 * Where the next page begins, as the former page gave it in `next`.
 */
export type PageCursor = string
/**
 * At most so many items on a page.
 */
export type PageLimit = number

export interface SchemaTypes {
  readonly 'http/cursor.json': PageCursor
  readonly 'http/fault.json': MessageFault
  readonly 'http/limit.json': PageLimit
  readonly 'http/page-query.json': PageQuery
  readonly 'http/problem.json': Problem
}
/**
 * One fault inside a message: where, which and what.
 */
export interface MessageFault {
  /**
   * JSON Pointer (RFC 6901); for a path or a query, the name of the parameter.
   */
  readonly pointer: string
  readonly code: string
  readonly detail: string
}
/**
 * Which page of a list that has no filters.
 */
export interface PageQuery {
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * Why a request was not carried out (RFC 9457). Further members are facts that a program can use.
 */
export interface Problem {
  /**
   * A URI that ends in the code.
   */
  readonly type: string
  /**
   * What is so; constant for each code.
   */
  readonly title: string
  readonly status: number
  /**
   * What is so this time, in the language of Accept-Language.
   */
  readonly detail?: string
  /**
   * Stable; a program may rely on it.
   */
  readonly code: string
  /**
   * JSON Pointer to the place in the request (RFC 6901).
   */
  readonly pointer?: string
  /**
   * The rule of traceability that refused.
   */
  readonly rule?: string
  /**
   * @maxItems 50
   */
  readonly errors?: readonly MessageFault[]
  readonly requestId: string
  readonly instance?: string
  readonly [k: string]: unknown
}

export type SchemaName = keyof SchemaTypes
