import { html } from 'hono/html'
import type { Components } from './openapi-schemas.ts'
import type { OpenApiDocument } from './openapi-types.ts'
import { operationDetails, refusedOf, type Entry } from './operation-details.ts'
import { membersTable } from './schema-table.ts'

type Html = ReturnType<typeof html>

function groupsOf({ paths }: OpenApiDocument): Map<string, Entry[]> {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return Map.groupBy(entries, ({ operation }) => operation.tags[0] ?? '')
}

const spaced = (group: string) => group.replaceAll('-', ' ')

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
          ${refusalsSection(groups, document['x-refusals'])} ${schemasSection(document)}
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
    ${entries.map((entry) => operationDetails(entry, schemas))}
  </section>`

function refusalsSection(groups: Map<string, Entry[]>, outside: OpenApiDocument['x-refusals']): Html {
  const ofOperations = [...groups.values()].flat().flatMap(({ operation }) => refusedOf(operation))
  const notes = [...ofOperations, ...outside]
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
