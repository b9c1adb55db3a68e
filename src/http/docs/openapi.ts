import { readSchema } from '#contract/schema-files.ts'
import { offeredMedia } from '../request/negotiation.ts'
import { parametersOf } from './openapi-parameters.ts'
import { problemsOf, refusalsOutside } from './openapi-refusals.ts'
import { componentSchemas, referenceTo, type Components } from './openapi-schemas.ts'
import type { OpenApiDocument, OperationObject, ResponseObject } from './openapi-types.ts'
import type { Operation } from '../operation.ts'

export interface AboutApi {
  readonly origin: string
  readonly version: string
  /** The roles that may do an action: the table is the registry's. */
  readonly rolesThatMay?: (action: string) => readonly string[]
}

/** The document of what we promise, made from the same values that carry it out. */
export function openApi(operations: readonly Operation[], about: AboutApi): OpenApiDocument {
  const components = componentSchemas()
  const paths: Record<string, Record<string, OperationObject>> = {}
  for (const operation of operations) {
    const path = operation.path.replaceAll('{+', '{')
    paths[path] = { ...paths[path], [operation.method]: operationObject(operation, components, about) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Etalon',
      version: about.version,
      description:
        'Metrology registry: calibrations, uncertainty budgets, certificates and computed traceability.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: about.origin }],
    paths,
    'x-refusals': refusalsOutside,
    components: {
      schemas: components,
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'The API key of a person, or a token of the issuer that this node trusts.',
        },
      },
    },
  }
}

const groupOf = ({ group, path }: Operation): string =>
  group ?? path.split('/').find((part) => part !== '' && part !== 'v1') ?? ''

function operationObject(
  operation: Operation,
  components: Components,
  { rolesThatMay }: AboutApi,
): OperationObject {
  const { id, summary, description, access } = operation
  const content = bodyContent(operation)
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    tags: [groupOf(operation)],
    security: access === 'public' ? [{}, { key: [] }] : [{ key: [] }],
    ...(access !== 'public' && { 'x-action': access }),
    ...(rolesThatMay && { 'x-roles': access === 'public' ? ['public'] : rolesThatMay(access) }),
    parameters: parametersOf(operation, components),
    ...parameterSchemas(operation),
    ...(content && { requestBody: { required: true, content } }),
    responses: { ...answersOf(operation), ...problemsOf(operation) },
  }
}

/** What OpenAPI tells of one by one, as the whole that must conform. */
function parameterSchemas({ params, query }: Operation): Pick<OperationObject, 'x-parameters'> {
  if (params === undefined && query === undefined) return {}
  return {
    'x-parameters': {
      ...(params !== undefined && { path: referenceTo(params) }),
      ...(query !== undefined && { query: referenceTo(query) }),
    },
  }
}

function bodyContent({ body, bytes }: Operation) {
  if (bytes) return Object.fromEntries(bytes.media.map((medium) => [medium, {}]))
  return body === undefined ? undefined : { 'application/json': withExample(body) }
}

function withExample(name: string) {
  const { examples } = readSchema(name)
  const [example] = Array.isArray(examples) ? (examples as unknown[]) : []
  return { schema: referenceTo(name), ...(example !== undefined && { example }) }
}

const statusWords: Readonly<Record<number, string>> = {
  200: 'Answered',
  201: 'Made; Location says where',
  202: 'Taken on',
  204: 'Done',
}

function answersOf(operation: Operation): Record<string, ResponseObject> {
  const others = offeredMedia(operation).filter((medium) => medium !== 'application/json')
  const entries = Object.entries(operation.answers).map(([status, schema], position) => {
    const media = position === 0 ? others.map((medium) => [medium, {}] as const) : []
    const json = schema === null ? [] : [['application/json', withExample(schema)] as const]
    const content = Object.fromEntries([...json, ...media])
    const description = statusWords[Number(status)] ?? 'Answered'
    return [status, { description, ...(Object.keys(content).length > 0 && { content }) }] as const
  })
  return Object.fromEntries(entries)
}
