import { describe, expect, it } from 'vitest'
import { etalonClient, EtalonProblem } from '#client/client.ts'
import type { CalibrationEntry } from '#contract/types.ts'
import { entryOfWeight, laboratory, standardCertificate } from '../registry/laboratory-of-the-tests.ts'
import { service, testOrigin } from '../service.ts'

describe('a client of the registry', () => {
  const s = service()
  const lab = laboratory(s)
  const clientFor = (key?: string, language?: string) =>
    etalonClient({
      origin: `${testOrigin}/`,
      fetch: (url, init) => s.app.request(url, init),
      ...(key !== undefined && { key }),
      ...(language !== undefined && { language }),
    })

  it('carries a calibration from the logging to the certificate, each step with the version it saw', async () => {
    const technician = clientFor(lab.technician.key)
    const entry = entryOfWeight() as unknown as CalibrationEntry
    const logged = await technician.ask('log-calibration', { body: entry })
    expect(logged).toMatchObject({ status: 201, etag: '"1"', body: { version: 1 } })
    const params = { id: logged.body.id }
    const submitted = await technician.ask('submit-calibration', { params, ifMatch: logged.etag ?? '' })
    const reviewed = await clientFor(lab.reviewer.key).ask('review-calibration', {
      params,
      body: { decision: 'approve' },
      ifMatch: submitted.etag ?? '',
    })
    // The version of the body says the same as the ETag; the key of this one request is another one's.
    const issued = await technician.ask('authorise-calibration', {
      params,
      ifMatch: reviewed.body.version,
      key: lab.signatory.key,
    })
    expect(issued.status).toBe(201)
    const { number } = issued.body
    const validity = await clientFor().ask('validity-of-certificate', { params: { number } })
    expect(validity.body).toMatchObject({ number, status: 'in-force' })
    const pages = clientFor()
    const page = await pages.media('read-certificate', { params: { number }, accept: 'text/html' })
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await page.text()).toContain(number)
    const unseen = technician.ask('cancel-calibration', { params, ifMatch: 1, body: { reason: 'none' } })
    await expect(unseen).rejects.toMatchObject({ status: 412, code: 'record.older-version' })
  })

  it('reads a list to its end, however short its pages are', async () => {
    const client = clientFor(lab.technician.key)
    const codes = async (limit: number) => {
      const found: string[] = []
      for await (const { code } of client.all('list-equipment', { query: { limit } })) found.push(code)
      return found
    }
    expect(await codes(1)).toEqual(await codes(100))
    expect(await codes(1)).toEqual(expect.arrayContaining(['STANDARD', 'WEIGHT']))
  })

  it('throws what was refused as the registry tells it, in the language that was asked for', async () => {
    const number = '检字(2026)-1:a+b'
    const missing = clientFor(undefined, 'zh').ask('validity-of-certificate', { params: { number } })
    const problem = (await missing.catch((error: unknown) => error)) as EtalonProblem
    expect(problem).toBeInstanceOf(EtalonProblem)
    expect(problem).toMatchObject({ status: 404, code: 'certificate.unknown', name: 'EtalonProblem' })
    expect(problem.detail).toContain(number)
    expect(problem.detail).toMatch(/没有|未/)
    expect(problem.requestId).toMatch(/./)
    const refused = clientFor(lab.technician.key).ask('log-calibration', {
      body: { ...entryOfWeight(), results: [] } as unknown as CalibrationEntry,
    })
    await expect(refused).rejects.toMatchObject({ status: 400, errors: [{ pointer: '/results' }] })
    await expect(clientFor('not-a-key').ask('list-equipment')).rejects.toMatchObject({ status: 401 })
  })

  it('does once what it is told to do once, under a key of its own or of the caller', async () => {
    const admin = clientFor('the-key-of-the-administrator')
    const body = { organization: 'LAB', name: 'Once' }
    const asked = { body: { ...body, code: 'once' }, idempotencyKey: 'person-once' }
    const first = await admin.ask('register-person', asked)
    const again = await admin.ask('register-person', asked)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    await admin.ask('register-person', { body: { ...body, code: 'twice' } })
    const twice = admin.ask('register-person', { body: { ...body, code: 'twice' } })
    await expect(twice).rejects.toMatchObject({ status: 409 })
  })

  it('stops waiting when it is told to', async () => {
    const told = clientFor().ask('validity-of-certificate', {
      params: { number: standardCertificate },
      signal: AbortSignal.abort(new Error('no longer wanted')),
    })
    await expect(told).rejects.toThrow('no longer wanted')
  })
})
