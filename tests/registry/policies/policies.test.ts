import { describe, expect, it } from 'vitest'
import { policies } from '#metrology/traceability/policies.ts'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

/** National institutes alone are a sufficient end; an accreditation only sets conditions. */
const definition = (change: Record<string, unknown> = {}) => ({
  name: { en: 'Rules of the plant', zh: '本厂溯源规则' },
  document: 'PLANT-QM-12',
  significantShare: 0.01,
  lateRecordingDays: 3650,
  verificationByClass: false,
  routes: [
    {
      code: 'nmi',
      name: { en: 'national institute', zh: '国家计量院' },
      competence: ['kcdb-cmc'],
      anchors: true,
      effect: 'none',
    },
    {
      code: 'other',
      name: { en: 'accredited laboratory', zh: '获认可的实验室' },
      competence: ['accreditation'],
      anchors: false,
      effect: 'traceable-with-conditions',
    },
  ],
  roots: [{ kinds: ['national-standard'], evidence: ['national-standard-certificate'] }],
  ...change,
})

describe('the policies', () => {
  const s = service()
  const lab = laboratory(s)
  const register = (change: object = {}) =>
    lab.admin.post('/v1/policies', { code: 'PLANT', ...definition(), ...change })
  let number = ''
  const asked = async (policy: string, asKnownAt = '') => {
    const known = asKnownAt && `&asKnownAt=${asKnownAt}`
    return lab.public.get(`/v1/certificates/${number}/traceability?policy=${policy}${known}`)
  }
  const verdict = async (...question: Parameters<typeof asked>) => must(await asked(...question)).body.verdict

  it('of the program are listed as data, for everybody', async () => {
    const { items, next } = must(await lab.public.get('/v1/policies')).body
    expect(next).toBeNull()
    const stated = policies.map((policy) => ({ ...policy, edition: 1, origin: 'program' }))
    expect(items).toEqual(stated.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
    expect(must(await lab.public.get('/v1/policies/ILAC-P10')).body.routes[1].competence).toEqual([
      'accreditation',
    ])
  })

  it('that are not defined are refused by every question, and answered by no other policy', async () => {
    number = (await issued(lab, entryOfWeight())).body.number
    const questions = [
      `/v1/certificates/${number}/traceability?policy=PLANT`,
      `/v1/certificates/${number}/explanation?policy=PLANT`,
      '/v1/equipment/WEIGHT/traceability?measurandKind=mass.conventional&policy=PLANT',
      '/v1/routes?measurandKind=mass.conventional&value=10&unit=kg&policy=PLANT',
    ]
    for (const question of questions) {
      const { status, body } = await lab.admin.get(question)
      expect([status, body.code, body.pointer], question).toEqual([422, 'policy.not-defined', '/policy'])
      expect(body.detail).toContain('PLANT')
    }
    const odd = await lab.public.get(`/v1/certificates/${number}/traceability?policy=%F0%9F%8E%B2`)
    expect([odd.status, odd.body.code]).toEqual([400, 'request.does-not-match'])
  })

  it('are registered as records, and the same rules judge by them', async () => {
    expect(await verdict('ILAC-P10')).toBe('traceable')
    const { body, headers } = must(await register())
    expect(body).toMatchObject({ code: 'PLANT', edition: 1, origin: 'registry', recordedBy: 'administrator' })
    expect(headers.get('location')).toBe('/v1/policies/PLANT')
    const answer = must(await asked('PLANT')).body
    expect([answer.policy, answer.verdict]).toEqual(['PLANT', 'traceable-with-conditions'])
    const own = (rule: { code: string; label: string }) =>
      rule.code === 'R10' && rule.label.startsWith(number)
    expect(answer.rules.find(own).reason).toBe('lower-route-other')
    const text = await lab.public.get(`/v1/certificates/${number}/explanation?policy=PLANT`)
    expect(text.body.text.en).toContain('Rules of the plant (PLANT-QM-12)')
    expect(text.body.text.zh).toContain('《本厂溯源规则》')
  })

  it('are revised without changing an answer for an earlier K', async () => {
    s.clock.moveTo('2026-04-01T08:00:00Z')
    const stricter = definition({ routes: definition().routes.slice(0, 1) })
    const revised = must(await lab.admin.put('/v1/policies/PLANT', stricter, 1)).body
    expect([revised.edition, revised.routes.length]).toEqual([2, 1])
    s.clock.moveTo('2026-04-02T08:00:00Z')
    expect(await verdict('PLANT', '2026-03-31T00:00:00Z')).toBe('traceable-with-conditions')
    expect(await verdict('PLANT', '2026-04-02T00:00:00Z')).toBe('not-traceable')
    expect(await verdict('ILAC-P10', '2026-04-02T00:00:00Z')).toBe('traceable')

    const listed = must(await lab.public.get('/v1/policies?limit=4')).body.items
    expect(listed.find(({ code }: { code: string }) => code === 'PLANT').edition).toBe(2)
    expect(must(await lab.public.get('/v1/policies/PLANT?edition=1')).body.routes).toHaveLength(2)
    const stale = await lab.admin.put('/v1/policies/PLANT', stricter, 1)
    expect([stale.status, stale.body.code]).toEqual([412, 'record.older-version'])
  })

  it('are listed page by page', async () => {
    const first = must(await lab.public.get('/v1/policies?limit=2')).body
    const second = must(await lab.public.get(`/v1/policies?limit=2&cursor=${first.next}`)).body
    const codes = [...first.items, ...second.items].map(({ code }) => code)
    expect(codes).toEqual(['CNAS-CL01-G002', 'ILAC-P10', 'PLANT', 'metrology-law'])
  })

  it.each([
    ['the code of another', { code: 'ILAC-P10' }, 409, 'policy.code-taken', '/code'],
    [
      'a route stated twice',
      { code: 'TWICE', routes: [0, 0].map((i) => definition().routes[i]) },
      422,
      'policy.route-repeated',
      '/routes/1/code',
    ],
    [
      'a root that nothing vouches for',
      { code: 'BARE', roots: [{ kinds: ['utc'], evidence: [] }] },
      422,
      'policy.root-without-evidence',
      '/roots/0/evidence',
    ],
  ])('are not registered with %s', async (_, change, status, code, pointer) => {
    const answer = await register(change)
    expect([answer.status, answer.body.code, answer.body.pointer]).toEqual([status, code, pointer])
  })

  it('of the program are not revised, unknown ones not found, and only administrators register', async () => {
    const own = await lab.admin.put('/v1/policies/ILAC-P10', definition(), 1)
    expect([own.status, own.body.code]).toEqual([409, 'policy.of-the-program'])
    expect((await lab.admin.put('/v1/policies/NOBODYS', definition(), 1)).body.code).toBe('policy.unknown')
    expect((await lab.public.get('/v1/policies/NOBODYS')).status).toBe(404)
    expect((await lab.public.get('/v1/policies/ILAC-P10?edition=2')).status).toBe(404)
    const technician = await lab.technician.post('/v1/policies', { code: 'MINE', ...definition() })
    expect(technician.status).toBe(403)
  })
})
