import type { JsonSchema } from '#contract/schema-files.ts'
import type { Components } from './openapi-schemas.ts'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
  /** Its slashes are slashes of the path: OpenAPI 3.1 has no word for it. */
  readonly 'x-multi-segment'?: true
}

export interface RefusalNote {
  readonly code: string
  readonly title: string
  /** Any operation of this shape may refuse it; it does not say more about this one. */
  readonly general?: true
}

export interface ResponseObject {
  readonly description: string
  readonly headers?: Readonly<Record<string, object>>
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema; readonly example?: unknown }>>
  readonly 'x-refusals'?: readonly RefusalNote[]
}

export interface OperationObject {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly security: readonly object[]
  readonly 'x-action'?: string
  /** Who may: the roles of whoever asks, or everybody (`public`). */
  readonly 'x-roles'?: readonly string[]
  readonly parameters: readonly Parameter[]
  /** The schemas that all parameters of the path, and all of the query, must match together. */
  readonly 'x-parameters'?: { readonly path?: JsonSchema; readonly query?: JsonSchema }
  readonly requestBody?: {
    readonly required: true
    readonly content: Readonly<Record<string, { readonly schema?: JsonSchema; readonly example?: unknown }>>
  }
  readonly responses: Readonly<Record<string, ResponseObject>>
}

export interface OpenApiDocument {
  readonly openapi: '3.1.1'
  readonly info: object
  readonly servers: readonly object[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly 'x-refusals': readonly (RefusalNote & { readonly status: string })[]
  readonly components: { readonly schemas: Components; readonly securitySchemes: object }
}
