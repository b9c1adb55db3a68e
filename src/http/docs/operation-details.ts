import { html } from 'hono/html'
import type { JsonSchema } from '#contract/schema-files.ts'
import type { Components } from './openapi-schemas.ts'
import type { OperationObject, Parameter, ResponseObject } from './openapi-types.ts'
import { boundWords, membersTable, typeWords } from './schema-table.ts'

type Html = ReturnType<typeof html>
type Medium = [string, { readonly schema?: JsonSchema; readonly example?: unknown }]

export interface Entry {
  readonly path: string
  readonly method: string
  readonly operation: OperationObject
}

/** One operation: what it takes, what it answers, what it refuses. */
export const operationDetails = ({ path, method, operation }: Entry, schemas: Components): Html =>
  html`<details class="operation">
    <summary>
      <span class="method ${method}">${method.toUpperCase()}</span>
      <code class="path"
        >${path.split('/').map((part, i) => html`${i === 0 ? '' : html`<wbr />/`}${part}`)}</code
      >
      <span class="summary">${operation.summary}</span>
      ${operation['x-action'] === undefined ? html`<span class="public">public</span>` : html``}
    </summary>
    <div class="inside" id="${operation.operationId}">
      ${operation.description === undefined ? html`` : html`<p>${operation.description}</p>`}
      ${operation['x-action'] === undefined ? html`` : html`<p class="plain">${neededRole(operation)}</p>`}
      ${parametersTable(operation.parameters)} ${requestBody(operation, schemas)}
      ${Object.entries(operation.responses)
        .filter(([, response]) => !response['x-refusals'])
        .map(([status, response]) => answerBlock(status, response, schemas))}
      ${refusedTable(operation)}
    </div>
  </details>`

const neededRole = ({ 'x-action': action, 'x-roles': roles = [] }: OperationObject): Html =>
  html`Needs a role that may <code>${action}</code>${roles.length === 0 ? '' : `: ${roles.join(', ')}`}.`

const parametersTable = (parameters: readonly Parameter[]): Html =>
  parameters.length === 0
    ? html``
    : html`<h3>Parameters</h3>
        <div class="scroll">
          <table>
            <tbody>
              ${parameters.map(
                (p) =>
                  html`<tr>
                    <th scope="row">
                      <code>${p.name}</code>${p.required ? html`<sup title="required">●</sup>` : html``}
                    </th>
                    <td>
                      <i>${p.in}</i> ${typeWords(p.schema)} ${boundWords(p.schema)}
                      ${p.description === undefined ? html`` : html`<p>${p.description}</p>`}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`

function requestBody({ requestBody: body }: OperationObject, schemas: Components): Html {
  if (!body) return html``
  return html`<h3>Body</h3>
    ${Object.entries(body.content).map((medium) => mediumBlock(medium, schemas))}`
}

const mediumBlock = ([medium, { schema, example }]: Medium, schemas: Components): Html =>
  html`<p class="plain"><code>${medium}</code> ${schema ? typeWords(schema) : html``}</p>
    ${schema ? unfolding('members', membersTable(named(schema, schemas))) : html``}
    ${example === undefined ? html`` : unfolding('example', html`<pre>${JSON.stringify(example, null, 2)}</pre>`)}`

const unfolding = (word: string, content: Html): Html =>
  html`<details class="within">
    <summary>${word}</summary>
    ${content}
  </details>`

const named = (schema: JsonSchema, schemas: Components): JsonSchema =>
  schemas[String(schema['$ref'] ?? '').replace('#/components/schemas/', '')] ?? schema

const answerBlock = (
  status: string,
  { description, content = {} }: ResponseObject,
  schemas: Components,
): Html =>
  html`<h3><span class="status">${status}</span> ${description}</h3>
    ${Object.entries(content).map((medium) => mediumBlock(medium, schemas))}`

/** What an operation may refuse, with the status of each. */
export const refusedOf = (operation: OperationObject) =>
  Object.entries(operation.responses).flatMap(([status, response]) =>
    (response['x-refusals'] ?? []).map((note) => ({ ...note, status })),
  )

function refusedTable(operation: OperationObject): Html {
  const own = refusedOf(operation).filter(({ general }) => !general)
  return html`<h3>Refused</h3>
    <p class="plain">What <a href="#refusals">any request</a> of its shape may be refused for, and:</p>
    <div class="scroll">
      <table>
        <tbody>
          ${own.map(
            ({ status, code, title }) =>
              html`<tr>
                <th scope="row">
                  <span class="status refused">${status}</span>
                  <a href="#problem-${code}"><code>${code}</code></a>
                </th>
                <td>${title}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}
