import { html } from 'hono/html'
import type { JsonSchema } from '#contract/schema-files.ts'

type Html = ReturnType<typeof html>

const prefix = '#/components/schemas/'
const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null
const listOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : [])

/** The type in a few words, each named schema a link to where it is shown. */
export function typeWords(schema: JsonSchema): Html {
  const { $ref, type, items, format } = schema
  if (typeof $ref === 'string') {
    const title = $ref.startsWith(prefix) ? ($ref.slice(prefix.length).split('/')[0] ?? '') : $ref
    return html`<a class="type" href="#schema-${title}">${title}</a>`
  }
  if ('const' in schema) return html`<code>${JSON.stringify(schema['const'])}</code>`
  if (Array.isArray(schema['enum'])) {
    return html`<span class="words"
      >${schema['enum'].map((word) => html`<code>${String(word)}</code> `)}</span
    >`
  }
  const alternatives = [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])]
  if (alternatives.length > 0) return joined(alternatives.map(typeWords), html` <i>or</i> `)
  const parts = listOf(schema['allOf'])
  if (parts.length > 0) return joined(parts.map(typeWords), html` <i>and</i> `)
  if (type === 'array' && isSchema(items)) return html`list of ${typeWords(items)}`
  const named = Array.isArray(type) ? type.join(' or ') : String(type ?? 'anything')
  return typeof format === 'string'
    ? html`<span class="type">${named}</span> <i>${format}</i>`
    : html`<span class="type">${named}</span>`
}

const joined = (parts: readonly Html[], between: Html): Html =>
  html`${parts.map((part, position) => (position === 0 ? part : html`${between}${part}`))}`

const bounds: readonly (readonly [string, string])[] = [
  ['minimum', '≥'],
  ['exclusiveMinimum', '>'],
  ['maximum', '≤'],
  ['exclusiveMaximum', '<'],
  ['minLength', 'length ≥'],
  ['maxLength', 'length ≤'],
  ['minItems', 'items ≥'],
  ['maxItems', 'items ≤'],
  ['pattern', 'matches'],
  ['default', 'default'],
]

export function boundWords(schema: JsonSchema): Html {
  const said = bounds
    .filter(([word]) => word in schema)
    .map(([word, sign]) => `${sign} ${JSON.stringify(schema[word])}`)
  return said.length === 0 ? html`` : html`<span class="bounds">${said.join(' · ')}</span>`
}

/** The members of an object, one row each; objects within it unfold. */
export function membersTable(schema: JsonSchema): Html {
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const members = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)
  if (members.length === 0) return html`<p class="plain">${typeWords(schema)} ${boundWords(schema)}</p>`
  return html`<div class="scroll">
    <table>
      <tbody>
        ${members.map(
          ([name, member]) =>
            html`<tr>
              <th scope="row">
                <code>${name}</code>${required.includes(name) ? html`<sup title="required">●</sup>` : html``}
              </th>
              <td>${typeWords(member)} ${boundWords(member)} ${describedBy(member)} ${unfolded(member)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

const describedBy = ({ description }: JsonSchema): Html =>
  typeof description === 'string' ? html`<p>${description}</p>` : html``

function unfolded(member: JsonSchema): Html {
  const inner = isSchema(member['items']) ? member['items'] : member
  if (!isSchema(inner['properties'])) return html``
  return html`<details class="within">
    <summary>members</summary>
    ${membersTable(inner)}
  </details>`
}
