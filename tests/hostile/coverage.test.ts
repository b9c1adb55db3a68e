import { describe, expect, it } from 'vitest'
import { service } from '../service.ts'
import { exampleRegistry } from './example-registry.ts'
import { casesFor, hostileCases, isListHere, valueOf } from './hostile-inputs.ts'
import { initOf, targetOf, validRequests } from './valid-requests.ts'

const s = service()
const registry = exampleRegistry(s)

/** Where a payload of the list is put, and the file that puts it there. */
const applied: Readonly<Record<string, string>> = {
  expression: 'expressions.test.ts',
  'raw-body': 'requests.test.ts',
  'header:Authorization': 'requests.test.ts',
  'header:Content-Type': 'requests.test.ts',
  'header:If-Match': 'requests.test.ts',
  'header:Idempotency-Key': 'requests.test.ts',
  limit: 'requests.test.ts',
  sort: 'requests.test.ts',
  'path-parameter': 'requests.test.ts',
  'certificate-number': 'requests.test.ts',
  'each-string-field': 'texts.test.ts',
  'each-number-field': 'fields.test.ts',
  'each-date-field': 'fields.test.ts',
  'each-name-field': 'fields.test.ts',
  'each-text-field': 'fields.test.ts',
  'serial-number': 'fields.test.ts',
  'add-member': 'fields.test.ts',
  'csv-export-cell': 'coverage.test.ts',
  'csv-import': 'coverage.test.ts',
  'webhook-url': 'coverage.test.ts',
  'xml-import': 'xml.test.ts',
  'xml-prolog': 'xml.test.ts',
  'xml-value': 'xml.test.ts',
}

const textOfCsv = async (text: Promise<Response> | Response) => (await text).text()

// The list lies beside this repository where the conformance corpus is checked out.
describe.skipIf(!isListHere)('the list of hostile inputs', () => {
  it('is applied in full', () => {
    const places = new Set(hostileCases.map(({ apply }) => apply))
    expect([...places].filter((place) => applied[place] === undefined).sort()).toEqual([])
    expect(Object.keys(applied).filter((place) => !places.has(place))).toEqual([])
  })

  it.each(casesFor('webhook-url'))('is no address of a webhook: %s', async (_, { payload }) => {
    const [request] = validRequests(registry).get('subscribe-webhook') ?? []
    if (!request) throw new Error('There is an example of a webhook')
    const body = { url: valueOf(payload) }
    const answer = await s.app.request('/v1/webhooks', initOf({ ...request, body }))
    expect([400, 422]).toContain(answer.status)
    expect(answer.headers.get('content-type')).toContain('problem+json')
  })

  it.each(casesFor('csv-import'))('is no file of uses: %s', async (_, { payload }) => {
    const [request] = validRequests(registry).get('import-usages') ?? []
    if (!request) throw new Error('There is an operation for a file of uses')
    const headers = { ...request.headers, 'content-type': 'text/csv' }
    const answer = await s.app.request('/v1/usages/import', {
      method: 'POST',
      headers,
      body: String(valueOf(payload)),
    })
    expect(answer.status).toBe(400)
  })

  it.each(casesFor('csv-export-cell'))('starts nothing in a spreadsheet: %s', async (_, { payload }) => {
    const [request] = validRequests(registry).get('record-usage') ?? []
    if (!request) throw new Error('There is an example of a use')
    const body = { ...(request.body as object), note: valueOf(payload), job: valueOf(payload) }
    const recorded = await s.app.request(targetOf(request), initOf({ ...request, body }))
    expect(recorded.status).toBe(201)
    const headers = { ...request.headers, accept: 'text/csv' }
    const exported = await textOfCsv(s.app.request('/v1/usages', { headers }))
    expect(exported).toContain(String(valueOf(payload)))
    expect(exported.split(/[,\r\n]/).filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([])
  })
})
