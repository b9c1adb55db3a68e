import type { JsonSchema } from '#contract/schema-files.ts'
import { wholeListMedia } from '../lists/list.ts'
import { columnChoices, headingLanguages } from '../lists/whole-list-query.ts'
import { referenceTo, type Components } from './openapi-schemas.ts'
import type { Parameter } from './openapi-types.ts'
import { changes, type Operation } from '../operation.ts'

/** The path, the query, and the headers that mean something to this operation. */
export function parametersOf(operation: Operation, components: Components): Parameter[] {
  const { params, query, method, path } = operation
  return [
    ...(params === undefined ? [] : membersAsParameters(params, 'path', components).map(spanning(path))),
    ...(query === undefined ? [] : membersAsParameters(query, 'query', components)),
    ...(wholeListMedia(operation).length > 0 ? [headingsParameter] : []),
    ...(operation.importColumns ? [columnsParameter] : []),
    ...(operation.ifMatch ? [ifMatchParameter] : []),
    ...(method === 'post' && changes(operation) ? [idempotencyParameter] : []),
  ]
}

const spanning =
  (path: string) =>
  (parameter: Parameter): Parameter =>
    path.includes(`{+${parameter.name}}`) ? { ...parameter, 'x-multi-segment': true } : parameter

const headingsParameter: Parameter = {
  name: 'language',
  in: 'query',
  required: false,
  description:
    'Only for a whole list, in CSV, NDJSON or XLSX: the language of the headings, which are the names of the members without it.',
  schema: { type: 'string', enum: [...headingLanguages] },
}

const columnsParameter: Parameter = {
  name: 'columns',
  in: 'query',
  required: false,
  description:
    'Only for a whole list, in CSV or XLSX: `record`, all that is recorded (if absent); `import`, what the import takes.',
  schema: { type: 'string', enum: [...columnChoices] },
}

const ifMatchParameter: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description:
    'The ETag that came with the record, like "3": the change is made only if it is still that version.',
  schema: { type: 'string', maxLength: 100 },
}

const idempotencyParameter: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key with the same body is answered with the first answer, and nothing is done twice.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

function membersAsParameters(name: string, place: 'path' | 'query', components: Components): Parameter[] {
  const component = components[referenceTo(name).$ref.slice('#/components/schemas/'.length)] ?? {}
  const required = Array.isArray(component['required']) ? (component['required'] as string[]) : []
  return Object.entries((component['properties'] ?? {}) as Record<string, JsonSchema>).map(
    ([member, schema]) => ({
      name: member,
      in: place,
      // A parameter with a default is always there for the handler, and never demanded of the client.
      required: place === 'path' || (required.includes(member) && !('default' in schema)),
      ...(typeof schema['description'] === 'string' && { description: schema['description'] }),
      schema,
    }),
  )
}
