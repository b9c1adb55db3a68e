import { createLocalJWKSet, compactVerify, decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { service, testOrigin } from '../../service.ts'
import { broughtTo, moved, seen } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, issued, laboratory, weightResult } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

/** What the registry holds at the end, and when each fact was recorded. */
const issuedAt = '2026-03-02T08:00:00.000Z'
const amendedAt = '2026-03-12T08:00:00.000Z'
const withdrawnAt = '2026-03-22T08:00:00.000Z'
const withdrawnFrom = '2026-03-20T00:00:00.000Z'
const revokedAt = '2026-04-02T08:00:00.000Z'

const number = 'LAB-2026-0001'
const path = `/v1/certificates/${number}`

describe('the validity of a certificate over time', () => {
  const s = service({ at: issuedAt })
  const lab = laboratory(s)
  const asked = async (at: string, asKnownAt: string): Promise<Answer> =>
    lab.public.get(`${path}/validity?at=${at}&asKnownAt=${asKnownAt}`)
  const statusAt = async (at: string, asKnownAt: string) => {
    const { status, body } = await asked(at, asKnownAt)
    return status === 200 ? { status: body.status, version: body.version, cause: body.cause } : status
  }

  /** Every moment of use that matters, as known at a moment: what was answered then must be answered always. */
  const moments = [
    '2026-03-02T07:59:59.999Z',
    issuedAt,
    '2026-03-15T00:00:00.000Z',
    '2026-03-19T23:59:59.999Z',
    withdrawnFrom,
    '2026-05-01T00:00:00.000Z',
    '2027-02-25T15:59:59.999Z',
    '2027-02-25T16:00:00.000Z',
  ]
  const answered = new Map<string, unknown>()
  const rememberAnswers = async () => {
    const asKnownAt = s.clock.now().toISOString()
    for (const at of moments) {
      const { body } = await asked(at, asKnownAt)
      const { statement: _, ...said } = body
      answered.set(`${at} ${asKnownAt}`, said)
    }
  }

  it('begins with its issue; before, it was not issued, and before it was recorded it was not known', async () => {
    await issued(lab, entryOfWeight())
    await rememberAnswers()
    expect(await statusAt(issuedAt, issuedAt)).toMatchObject({ status: 'in-force', version: 1 })
    expect(await statusAt('2026-03-02T07:59:59.999Z', issuedAt)).toMatchObject({ status: 'not-yet-issued' })
    expect(await statusAt(issuedAt, '2026-03-02T07:59:59.999Z')).toBe(404)
    const unknown = await lab.public.get('/v1/certificates/NOBODY-1/validity')
    expect(unknown).toMatchObject({ status: 404, body: { code: 'certificate.unknown', number: 'NOBODY-1' } })
  })

  it('becomes overdue when the last day of the owner’s programme is over, in the zone of its certificate', async () => {
    expect((await asked('2027-02-25T15:59:59.999Z', issuedAt)).body).toMatchObject({
      status: 'in-force',
      due: '2027-02-25',
    })
    expect(await statusAt('2027-02-25T16:00:00Z', issuedAt)).toMatchObject({ status: 'overdue' })
  })

  it('passes to the version that replaces it', async () => {
    s.clock.moveTo(amendedAt)
    const { inputs } = weightResult()
    const results = [weightResult({ inputs: { ...inputs, dm: { ...inputs.dm, estimate: '0.030' } } })]
    const { body } = await broughtTo(lab, entryOfWeight({ results }), 'reviewed')
    const value = { changeClass: 'value', reason: 'Wrong reading', calibration: body.id }
    must(await lab.signatory.post(`${path}/amend`, value, { 'if-match': '"1"' }))
    await rememberAnswers()
    expect(await statusAt('2026-03-10T00:00:00Z', amendedAt)).toMatchObject({
      status: 'superseded',
      version: 1,
    })
    expect((await asked('2026-03-10T00:00:00Z', amendedAt)).body.supersededBy).toBe(2)
    expect(await statusAt(amendedAt, amendedAt)).toMatchObject({ status: 'in-force', version: 2 })
  })

  it('ends with a withdrawal from the moment it states, with its cause, and not before', async () => {
    s.clock.moveTo(withdrawnAt)
    const last = must(await lab.public.get(path))
    const early = { from: '2026-03-12T08:00:00Z', cause: 'Too early' }
    expect(await lab.signatory.post(`${path}/withdraw`, early, seen(last))).toMatchObject({
      status: 422,
      body: { code: 'certificate.withdrawn-before-issue', pointer: '/from' },
    })
    const cause = 'The balance was found faulty'
    const ended = must(
      await lab.signatory.post(`${path}/withdraw`, { from: withdrawnFrom, cause }, seen(last)),
    )
    await rememberAnswers()
    expect(await statusAt('2026-03-19T23:59:59.999Z', withdrawnAt)).toMatchObject({ status: 'in-force' })
    expect(await statusAt(withdrawnFrom, withdrawnAt)).toEqual({ status: 'withdrawn', version: 2, cause })
    const again = await lab.signatory.post(`${path}/withdraw`, { from: withdrawnFrom, cause }, seen(ended))
    expect(again).toMatchObject({ status: 409, body: { code: 'certificate.already-so' } })
  })

  it('never was where it is revoked, whatever is asked', async () => {
    s.clock.moveTo(revokedAt)
    const cause = 'The item was exchanged'
    const last = must(await lab.public.get(path))
    expect((await lab.stranger.post(`${path}/revoke`, { cause }, seen(last))).status).toBe(403)
    expect((await lab.signatory.post(`${path}/revoke`, { cause }, { 'if-match': '"1"' })).status).toBe(412)
    expect((await lab.signatory.post(`${path}/revoke`, {}, seen(last))).status).toBe(400)
    const revoked = must(await lab.signatory.post(`${path}/revoke`, { cause }, seen(last)))
    await rememberAnswers()
    for (const at of moments)
      expect(await statusAt(at, revokedAt), at).toMatchObject({ status: 'revoked', cause })
    expect((await lab.signatory.post(`${path}/revoke`, { cause }, seen(revoked))).body.code).toBe(
      'certificate.no-longer-in-force',
    )
  })

  it('is answered as it was known: no later fact has changed what was answered before it', async () => {
    expect(answered.size).toBe(moments.length * 4)
    for (const [key, said] of answered) {
      const [at = '', asKnownAt = ''] = key.split(' ')
      const { statement: _, ...again } = (await asked(at, asKnownAt)).body
      expect(again, key).toEqual(said)
    }
  })

  it('is not foretold: what will be known tomorrow is answered as known now', async () => {
    expect((await asked(issuedAt, '2030-01-01T00:00:00Z')).body.asKnownAt).toBe(revokedAt)
  })

  it('is refused where the question is none', async () => {
    for (const query of ['at=yesterday', 'at=2026-03-02', 'at=2026-03-02T08:00:00', 'colour=grey', 'at='])
      expect(await lab.public.get(`${path}/validity?${query}`), query).toMatchObject({
        status: 400,
        body: { code: 'request.does-not-match' },
      })
  })

  it('leaves nobody with a complaint', () => {
    expect(s.complaints).toEqual([])
  })
})

describe('the statement about a certificate', () => {
  const s = service({ at: issuedAt })
  const lab = laboratory(s)
  const asked = async (items: unknown) => (await lab.public.post('/v1/validity', { items })).body

  it('verifies by the published key of the node and says what the answer says, for a minute', async () => {
    await issued(lab, entryOfWeight())
    const { body } = must(await lab.public.get(`${path}/validity`))
    const { statement, ...said } = body
    const keys = must(await lab.public.get('/.well-known/jwks.json'))
    expect(keys.body.keys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA' }])
    expect(JSON.stringify(keys.body)).not.toContain('"d"')

    const verified = await compactVerify(statement, createLocalJWKSet(keys.body), { algorithms: ['EdDSA'] })
    const claims = JSON.parse(new TextDecoder().decode(verified.payload))
    const { iss, iat, exp, ...members } = claims
    expect(members).toEqual(said)
    expect(iss).toBe(testOrigin)
    expect([iat, exp]).toEqual([Date.parse(issuedAt) / 1000, Date.parse(issuedAt) / 1000 + 60])
    expect(verified.protectedHeader).toEqual({
      alg: 'EdDSA',
      kid: keys.body.keys[0].kid,
      typ: 'etalon-validity+jws',
    })
  })

  it('does not verify when a letter of it is changed, or by another key', async () => {
    const { statement } = must(await lab.public.get(`${path}/validity`)).body
    const { body } = must(await lab.public.get('/.well-known/jwks.json'))
    const [head, payload, signature] = statement.split('.') as [string, string, string]
    const forged = Buffer.from(payload, 'base64url').toString().replace('in-force', 'in-farce')
    const changed = [head, Buffer.from(forged).toString('base64url'), signature].join('.')
    await expect(compactVerify(changed, createLocalJWKSet(body))).rejects.toThrow('signature')
    const other = { keys: [{ ...body.keys[0], x: Buffer.alloc(32, 9).toString('base64url') }] }
    await expect(compactVerify(statement, createLocalJWKSet(other))).rejects.toThrow()
    expect(decodeProtectedHeader(statement)).not.toHaveProperty('jwk')
  })

  it('is made for a thousand at once, in the order of the question, and the unknown are marked', async () => {
    const certificate = await broughtTo(lab, entryOfWeight(), 'reviewed')
    const second = must(await moved(lab.signatory, 'authorise', certificate)).body.number
    const numbers = Array.from({ length: 1000 }, (_, i) =>
      i % 3 === 0 ? number : i % 3 === 1 ? second : `NOBODY-${i}`,
    )
    const items = numbers.map((one, i) => ({ number: one, ...(i < 9 && { at: '2026-03-01T00:00:00Z' }) }))
    const { status, body } = await lab.public.post('/v1/validity', { items })
    expect(status).toBe(200)
    expect(body.items.map((one: { number: string }) => one.number)).toEqual(numbers)
    const statuses = body.items.map((one: { status?: string; code?: string }) => one.status ?? one.code)
    expect(statuses.slice(0, 3)).toEqual(['not-yet-issued', 'not-yet-issued', 'certificate.unknown'])
    expect(statuses.slice(9, 12)).toEqual(['in-force', 'in-force', 'certificate.unknown'])
    expect(new Set(statuses.slice(9))).toEqual(new Set(['in-force', 'certificate.unknown']))
    const { statement: _, ...single } = must(await lab.public.get(`${path}/validity`)).body
    const { statement: __, ...one } = body.items[9]
    expect(one).toEqual(single)
  })

  it('is not made for none, for a thousand and one, or for what is no number', async () => {
    const many = Array.from({ length: 1001 }, () => ({ number }))
    for (const items of [[], many, [{ number: 'A/1' }], [{ number, at: 'now' }], [{}], 'all'])
      expect(await asked(items)).toMatchObject({ status: 400, code: 'request.does-not-match' })
    expect((await asked([{ number: 'A/1' }])).pointer).toBe('/items/0/number')
  })
})
