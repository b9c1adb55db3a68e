import { readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import type { JsonSchema } from '#contract/schema-files.ts'
import { openApi } from '#http/docs/openapi.ts'
import type { OpenApiDocument, OperationObject } from '#http/docs/openapi-types.ts'
import { operations } from './app.ts'

const banner = '// Written by `npm run contract` from the OpenAPI document. Do not edit.'
const destination = new URL('./client/operations.ts', import.meta.url)
const style = { semi: false, singleQuote: true, printWidth: 110, trailingComma: 'all' } as const

interface Described {
  readonly path: string
  readonly method: string
  readonly operation: OperationObject
}

const operationsIn = ({ paths }: OpenApiDocument): readonly Described[] =>
  Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    )
    .toSorted((a, b) => (a.operation.operationId < b.operation.operationId ? -1 : 1))

/** The title of the component is the name of its type in `contract/types.ts`. */
const typeNameOf = (schema: JsonSchema | undefined): string =>
  typeof schema?.['$ref'] === 'string' ? schema['$ref'].slice('#/components/schemas/'.length) : 'undefined'

const union = (words: readonly string[]): string =>
  words.length === 0 ? 'never' : words.map((word) => `'${word}'`).join(' | ')

/** Members that the handler always has, and nobody need send. */
function queryType(operation: OperationObject, { components }: OpenApiDocument): string {
  const name = typeNameOf(operation['x-parameters']?.query)
  if (name === 'undefined') return name
  const required = components.schemas[name]?.['required']
  const optional = operation.parameters
    .filter((parameter) => parameter.in === 'query' && !parameter.required)
    .map((parameter) => parameter.name)
    .filter((member) => Array.isArray(required) && required.includes(member))
  return optional.length === 0 ? `Query<${name}>` : `Query<${name}, ${union(optional)}>`
}

const bodyMedia = ({ requestBody }: OperationObject): readonly string[] =>
  Object.keys(requestBody?.content ?? {})

const takesBytes = ({ requestBody }: OperationObject): boolean =>
  requestBody !== undefined && Object.values(requestBody.content).every(({ schema }) => schema === undefined)

function bodyType(operation: OperationObject): string {
  if (takesBytes(operation)) return `Bytes<${union(bodyMedia(operation))}>`
  return typeNameOf(operation.requestBody?.content['application/json']?.schema)
}

const successesOf = ({ responses }: OperationObject) =>
  Object.entries(responses).filter(([status]) => status.startsWith('2'))

function answersType(operation: OperationObject): string {
  const answers = successesOf(operation).map(
    ([status, { content }]) => `readonly ${status}: ${typeNameOf(content?.['application/json']?.schema)}`,
  )
  return `{ ${answers.join('; ')} }`
}

const otherMedia = (operation: OperationObject): readonly string[] =>
  successesOf(operation)
    .flatMap(([, { content }]) => Object.entries(content ?? {}))
    .filter(([, { schema }]) => schema === undefined)
    .map(([medium]) => medium)

const hasHeader = ({ parameters }: OperationObject, name: string): boolean =>
  parameters.some((parameter) => parameter.in === 'header' && parameter.name === name)

const memberOf = (operation: OperationObject, document: OpenApiDocument): string => `
  /** ${operation.summary} */
  readonly '${operation.operationId}': {
    readonly params: ${typeNameOf(operation['x-parameters']?.path)}
    readonly query: ${queryType(operation, document)}
    readonly body: ${bodyType(operation)}
    readonly ifMatch: ${hasHeader(operation, 'If-Match') ? 'string | number' : 'undefined'}
    readonly answers: ${answersType(operation)}
    readonly media: ${union(otherMedia(operation))}
  }`

function lineOf({ path, method, operation }: Described): string {
  const spanning = new Set(
    operation.parameters.filter((each) => each['x-multi-segment']).map(({ name }) => name),
  )
  const written = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    spanning.has(name) ? `{+${name}}` : whole,
  )
  const keyed = hasHeader(operation, 'Idempotency-Key') ? ', keyed: true' : ''
  const bytes = takesBytes(operation) ? ', bytes: true' : ''
  const media = otherMedia(operation).map((medium) => `'${medium}'`)
  const others = media.length > 0 ? `, media: [${media.join(', ')}]` : ''
  return `'${operation.operationId}': { method: '${method}', path: '${written}'${keyed}${bytes}${others} },`
}

/** What each operation takes and answers, as types; and how it is asked for, as a table. */
export function clientOperations(document: OpenApiDocument): Promise<string> {
  const described = operationsIn(document)
  const members = described.map(({ operation }) => memberOf(operation, document)).join('\n')
  const lines = described.map(lineOf).join('\n')
  const used = new Set(members.match(/\b[A-Z]\w+\b/g))
  const names = Object.keys(document.components.schemas).filter((name) => used.has(name))
  const written = [
    banner,
    `import type { ${names.join(', ')} } from '#contract/types.ts'`,
    `import type { Bytes, Query, RequestLine } from './shapes.ts'`,
    `export interface Operations {${members}}`,
    `export const requestLines: { readonly [Id in keyof Operations]: RequestLine } = {${lines}}`,
  ].join('\n\n')
  return format(written, { parser: 'typescript', ...style })
}

/** The document of the node does not depend on where it stands. */
export const operationsOfTheClient = (): Promise<string> =>
  clientOperations(openApi(operations, { origin: 'https://registry.example', version: '' }))

if (import.meta.main) {
  const written = await operationsOfTheClient()
  const changed = written !== readFileSync(destination, { encoding: 'utf8', flag: 'a+' })
  if (changed) writeFileSync(destination, written)
  console.log(changed ? 'src/client/operations.ts written' : 'src/client/operations.ts is up to date')
}
