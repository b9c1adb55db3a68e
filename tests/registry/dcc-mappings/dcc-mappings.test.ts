import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const s = service()
const lab = laboratory(s)
const rule = { code: 'm', measurandKind: 'mass.conventional', value: { refType: 'basic_measuredValue' } }
const entry = (change: object = {}) => ({ code: 'NMI.A', issuer: 'NMI', rules: [rule], ...change })

describe('a mapping', () => {
  it('is kept as it was stated, and by whom', async () => {
    const { body, headers } = must(
      await lab.technician.post('/v1/dcc-mappings', entry({ description: 'Weights' })),
    )
    expect(headers.get('location')).toBe('/v1/dcc-mappings/NMI.A')
    expect(body).toMatchObject({ issuer: 'NMI', organization: 'LAB', description: 'Weights', rules: [rule] })
    expect((await lab.stranger.get('/v1/dcc-mappings/NMI.A')).body).toEqual(body)
    expect((await lab.reviewer.get('/v1/dcc-mappings?issuer=NMI')).body.items).toEqual([body])
  })

  it.each([
    ['a code that is taken', entry(), 409, 'dcc-mapping.code-taken'],
    ['an unknown issuer', entry({ code: 'B', issuer: 'NOWHERE' }), 422, 'organization.not-registered'],
    [
      'an unknown kind',
      entry({ code: 'B', rules: [{ ...rule, measurandKind: 'luck' }] }),
      422,
      'calibration.unknown-record',
    ],
    ['no rule', entry({ code: 'B', rules: [] }), 400, 'request.does-not-match'],
    [
      'a selector that selects nothing',
      entry({ code: 'B', rules: [{ ...rule, value: {} }] }),
      400,
      'request.does-not-match',
    ],
  ])('is refused with %s', async (_, body, status, code) => {
    const answer = await lab.technician.post('/v1/dcc-mappings', body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it('is recorded by those who bring certificates in, and is not found where there is none', async () => {
    expect((await lab.reviewer.post('/v1/dcc-mappings', entry({ code: 'C' }))).status).toBe(403)
    expect((await lab.reviewer.get('/v1/dcc-mappings/NONE')).body.code).toBe('dcc-mapping.unknown')
  })
})
