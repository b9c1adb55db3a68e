import { describe, expect, it } from 'vitest'
import { openApi } from '#http/docs/openapi.ts'
import type { OpenApiDocument } from '#http/docs/openapi-types.ts'
import { things } from './things.ts'

const s = things()
const document = openApi(s.operations, { origin: 'https://etalon.test', version: '1.2.3' })

/** Every value of the member `name`, anywhere. */
function valuesOf(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === name ? [inner] : []),
    ...valuesOf(inner, name),
  ])
}

const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document)

describe('the OpenAPI document', () => {
  it('names every operation, once', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(ids.sort()).toEqual(s.operations.map(({ id }) => id).sort())
  })

  it('refers to nothing outside itself, and to nothing that is not there', () => {
    const references = [...new Set(valuesOf(document, '$ref').filter((ref) => typeof ref === 'string'))]
    expect(references.length).toBeGreaterThan(5)
    for (const reference of references) expect([reference, at(reference)]).not.toEqual([reference, undefined])
    expect(valuesOf(document.components.schemas, '$id')).toEqual([])
  })

  it('says what each operation takes, answers and refuses', () => {
    const made = document.paths['/v1/things']?.['post']
    expect(made).toMatchObject({
      tags: ['things'],
      security: [{ key: [] }],
      'x-action': 'thing.make',
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/MessageFault' } } },
      },
    })
    expect(Object.keys(made?.responses ?? {})).toEqual([
      '201',
      '400',
      '401',
      '403',
      '404',
      '406',
      '409',
      '412',
      '413',
      '415',
      '422',
      '429',
      '503',
    ])
    expect(made?.responses['409']?.['x-refusals']).toEqual([
      { code: 'thing.taken', title: 'There is one already' },
      { code: 'record.contradicts', title: 'It contradicts what is recorded', general: true },
    ])
    expect(made?.parameters.map(({ name }) => name)).toEqual(['Idempotency-Key'])
  })

  it('demands no parameter that has a default, and If-Match where it is needed', () => {
    const list = document.paths['/v1/things']?.['get']
    expect(list?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['limit', 'query', false],
      ['cursor', 'query', false],
    ])
    expect(list?.security).toEqual([{}, { key: [] }])
    // One by one they do not say what they must match together.
    expect(list?.['x-parameters']).toEqual({ query: { $ref: '#/components/schemas/PageQuery' } })
    const replaced = document.paths['/v1/things/only']?.['put']
    expect(replaced?.parameters).toMatchObject([{ name: 'If-Match', in: 'header', required: true }])
  })

  it('is answered as it was made', async () => {
    const answer = await s.app.request('/openapi.json')
    const read = (await answer.json()) as OpenApiDocument
    expect(read.openapi).toBe('3.1.1')
    expect(Object.keys(read.paths)).toEqual(Object.keys(document.paths))
  })
})

describe('the page of the docs', () => {
  it('shows every operation, and needs no script and no other host', async () => {
    const answer = await s.app.request('/docs')
    const page = await answer.text()
    for (const { id, summary } of s.operations) {
      expect(page).toContain(`id="${id}"`)
      expect(page).toContain(summary)
    }
    expect(page).not.toMatch(/<script|\bon[a-z]+=|style="/)
    expect([...page.matchAll(/(?:href|src)="([^"]+)"/g)].filter(([, to]) => !/^[#/]/.test(to ?? ''))).toEqual(
      [],
    )
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'")
    expect((await s.app.request('/docs.css')).headers.get('content-type')).toContain('text/css')
  })

  it('is where the type of a problem leads', async () => {
    const answer = await s.app.request('/problems/thing.taken')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/docs#problem-thing.taken'])
    const page = await (await s.app.request('/docs')).text()
    expect(page).toContain('id="problem-thing.taken"')
    expect(page).toContain('id="problem-request.no-such-path"')
  })

  it('has every link lead somewhere on it', async () => {
    const page = await (await s.app.request('/docs')).text()
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to)
    expect(targets.filter((to) => !page.includes(`id="${to}"`))).toEqual([])
  })
})
