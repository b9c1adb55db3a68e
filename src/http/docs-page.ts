import { html } from 'hono/html'
import type { JsonSchema } from '#contract/schema-files.ts'
import { boundWords, membersTable, typeWords } from './docs-schema.ts'
import type { Components } from './openapi-schemas.ts'
import type { OpenApiDocument, OperationObject, Parameter, ResponseObject } from './openapi-types.ts'

type Html = ReturnType<typeof html>

interface Entry {
  readonly path: string
  readonly method: string
  readonly operation: OperationObject
}

function groupsOf({ paths }: OpenApiDocument): Map<string, Entry[]> {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return Map.groupBy(entries, ({ operation }) => operation.tags[0] ?? '')
}

const spaced = (group: string) => group.replaceAll('-', ' ')

type Medium = [string, { readonly schema?: JsonSchema; readonly example?: unknown }]

/** The whole interface on one page: no script, nothing from another host. An anchor stands inside its `details`,
 *  because a browser unfolds what it jumps into. */
export function docsPage(document: OpenApiDocument): Html {
  const groups = groupsOf(document)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Etalon: the interface</title>
        <link rel="stylesheet" href="/docs.css" />
      </head>
      <body>
        <nav aria-label="Groups">
          <p class="mark"><b>Etalon</b> <span>interface</span></p>
          <ul>
            ${[...groups].map(
              ([group, entries]) =>
                html`<li>
                  <a href="#${group}">${spaced(group)}</a> <span class="count">${entries.length}</span>
                </li>`,
            )}
            <li class="apart"><a href="#refusals">Refusals</a></li>
            <li><a href="#schemas">Schemas</a></li>
            <li class="file"><a href="/openapi.json">openapi.json</a></li>
          </ul>
        </nav>
        <main>
          <h1>The interface of this registry</h1>
          ${conventions(document)}
          ${[...groups].map(([group, entries]) => groupSection(group, entries, document.components.schemas))}
          ${refusalsSection(groups)} ${schemasSection(document)}
        </main>
      </body>
    </html>`
}

const conventions = ({ servers }: OpenApiDocument): Html =>
  html`<p class="lead">
    JSON over HTTP at <code>${String((servers[0] as { url?: string } | undefined)?.url)}</code>. Send
    <code>Authorization: Bearer KEY</code>, and <code>Idempotency-Key</code> with every POST that you may have
    to send again. A change states the version it was decided on in <code>If-Match</code>. Whatever is refused
    is answered with <code>application/problem+json</code> and a stable <code>code</code>;
    <code>detail</code> is in the language of <code>Accept-Language</code> (zh, en).
  </p>`

const groupSection = (group: string, entries: readonly Entry[], schemas: Components): Html =>
  html`<section id="${group}">
    <h2>${spaced(group)}</h2>
    ${entries.map((entry) => entryDetails(entry, schemas))}
  </section>`

const entryDetails = ({ path, method, operation }: Entry, schemas: Components): Html =>
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
      ${operation['x-action'] === undefined ? html`` : html`<p class="plain">Needs a role that may <code>${operation['x-action']}</code>.</p>`}
      ${parametersTable(operation.parameters)} ${requestBody(operation, schemas)}
      ${Object.entries(operation.responses)
        .filter(([, response]) => !response['x-refusals'])
        .map(([status, response]) => answerBlock(status, response, schemas))}
      ${refusedTable(operation)}
    </div>
  </details>`

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

const refusedOf = (operation: OperationObject) =>
  Object.entries(operation.responses).flatMap(([status, response]) =>
    (response['x-refusals'] ?? []).map((note) => ({ ...note, status })),
  )

const refusedTable = (operation: OperationObject): Html =>
  html`<h3>Refused</h3>
    <div class="scroll">
      <table>
        <tbody>
          ${refusedOf(operation).map(
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

function refusalsSection(groups: Map<string, Entry[]>): Html {
  const notes = [...groups.values()].flat().flatMap(({ operation }) => refusedOf(operation))
  const unique = [...new Map(notes.map((note) => [note.code, note])).values()].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  )
  return html`<section id="refusals">
    <h2>Refusals</h2>
    <div class="scroll">
      <table>
        <tbody>
          ${unique.map(
            ({ code, title, status }) =>
              html`<tr id="problem-${code}">
                <th scope="row"><code>${code}</code></th>
                <td><span class="status refused">${status}</span> ${title}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

const schemasSection = ({ components }: OpenApiDocument): Html =>
  html`<section id="schemas">
    <h2>Schemas</h2>
    ${Object.entries(components.schemas).map(
      ([title, schema]) =>
        html`<details class="schema">
          <summary>
            <b>${title}</b> <span class="summary">${String(schema['description'] ?? '')}</span>
          </summary>
          <div class="inside" id="schema-${title}">${membersTable(schema)}</div>
        </details>`,
    )}
  </section>`
