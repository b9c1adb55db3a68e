import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import {
  entryOfWeight,
  issued,
  laboratory,
  standardTranscription,
  type Laboratory,
} from '../laboratory-of-the-tests.ts'
import { must, newOrganization, newPerson, type Asking } from '../people-of-the-tests.ts'
import { askingAs, standingIn } from '../tenancy/asking-postgres.ts'

const validityOf = (by: Asking, number: string) => by.get(`/v1/certificates/${number}/validity`)

/** The answer to a stranger, but for what is different in every answer. */
async function strangerSees(lab: Laboratory, number: string): Promise<string> {
  const { requestId: _, instance: __, ...rest } = (await lab.stranger.get(`/v1/certificates/${number}`)).body
  return JSON.stringify(rest).replaceAll(number, 'N')
}

describe('a certificate is visible', () => {
  const s = service()
  const lab = laboratory(s)
  const with_ = async (visibility: string) =>
    (await issued(lab, entryOfWeight({ visibility, customer: 'CUSTOMER' }))).body.number as string
  const statuses = async (by: Asking, number: string) => ({
    document: (await by.get(`/v1/certificates/${number}`)).status,
    signatures: (await by.get(`/v1/certificates/${number}/signatures`)).status,
    differences: (await by.get(`/v1/certificates/${number}/differences`)).status,
    traceability: (await by.get(`/v1/certificates/${number}/traceability?result=m1`)).status,
    validity: (await validityOf(by, number)).status,
    batch: must(await by.post('/v1/validity', { items: [{ number }] })).body.items[0].status ?? 404,
    isListed:
      by === lab.public
        ? false
        : must(await by.get('/v1/certificates?issuer=LAB')).body.items.some(
            (one: { number: string }) => one.number === number,
          ),
  })
  const people = async () => {
    await newOrganization(lab.admin, 'CUSTOMER', { roles: ['enterprise'] })
    const of = (organization: string, code: string) =>
      newPerson(s, lab.admin, { organization, code, roles: ['technician'] })
    return { owner: await of('PLANT', 'owner'), customer: await of('CUSTOMER', 'customer') }
  }
  const all = {
    document: 200,
    signatures: 200,
    differences: 200,
    traceability: 200,
    validity: 200,
    batch: 'in-force',
    isListed: true,
  }
  const none = {
    document: 404,
    signatures: 404,
    differences: 404,
    traceability: 404,
    validity: 404,
    batch: 404,
    isListed: false,
  }

  it('to everybody, by its status alone, or to its parties alone: issuer, customer and owner of the item', async () => {
    const { owner, customer } = await people()
    const parties = [lab.technician, owner, customer, lab.admin]
    const open = await with_('public')
    for (const by of [...parties, lab.stranger]) expect(await statuses(by, open)).toEqual(all)
    expect(await statuses(lab.public, open)).toEqual({ ...all, isListed: false })

    const byStatus = await with_('status')
    const known = { ...none, validity: 200, batch: 'in-force' }
    for (const by of parties) expect(await statuses(by, byStatus)).toEqual(all)
    for (const by of [lab.stranger, lab.public]) expect(await statuses(by, byStatus)).toEqual(known)

    for (const visibility of ['parties', 'private']) {
      const closed = await with_(visibility)
      for (const by of parties) expect(await statuses(by, closed), visibility).toEqual(all)
      for (const by of [lab.stranger, lab.public])
        expect(await statuses(by, closed), visibility).toEqual(none)
      expect((await validityOf(owner, closed)).headers.get('cache-control')).toMatch(/^private/)
      const paper = await owner.get(`/v1/certificates/${closed}.json?version=1`)
      expect([paper.status, paper.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    }
  })

  it('by PostgreSQL itself, also to code that forgets to ask who reads', async () => {
    const numbers: Record<string, string> = {}
    for (const visibility of ['public', 'status', 'parties', 'private'])
      numbers[visibility] = await with_(visibility)
    const [open, ...closed] = Object.values(numbers)
    const ours = `t.number in (${Object.values(numbers)
      .map((number) => `'${number}'`)
      .join(', ')})`
    const read = `select t.number from certificates t join certificate_documents d on d.id = t.id
                   where ${ours} and d.document is not null order by 1`
    for (const [organization, expected] of [
      ['LAB', [open, ...closed]],
      ['PLANT', [open, ...closed]],
      ['CUSTOMER', [open, ...closed]],
      ['OTHER', [open]],
      [undefined, [open]],
    ] as const) {
      const standing = await standingIn(s, organization)
      const seen = await askingAs(s, standing, read)
      expect([organization, seen.map(({ number }) => number)]).toEqual([organization, expected.toSorted()])
      for (const sql of [
        'select document from certificates',
        'select * from certificates',
        'select to_json(t) from certificates t',
        `select 1 from certificates where document like '%x%'`,
        'update certificates set number = document returning number',
        'delete from certificate_documents',
        `update certificate_documents set document = ''`,
        'delete from comparison_figures',
      ])
        await expect(askingAs(s, standing, sql), sql).rejects.toThrow('permission denied')
      // What chains lead through is there: that a number is taken, and how it stands.
      const there = await askingAs(s, standing, `select number, sha256 from certificates t where ${ours}`)
      expect(there).toHaveLength(4)
    }
    expect(await askingAs(s, 'node', read)).toHaveLength(4)
  })

  it('alike whether it is hidden or does not exist', async () => {
    const hidden = await with_('parties')
    expect(await strangerSees(lab, hidden)).toBe(await strangerSees(lab, 'LAB-2026-9999'))
  })

  it('from elsewhere as its transcription says', async () => {
    must(
      await lab.technician.post(
        '/v1/certificates',
        standardTranscription({ number: 'NMI-P', visibility: 'parties' }),
      ),
    )
    expect((await lab.stranger.get('/v1/certificates/NMI-P')).status).toBe(404)
    expect((await lab.technician.get('/v1/certificates/NMI-P')).body.visibility).toBe('parties')
    expect(s.complaints).toEqual([])
  })

  it('by the hash of its document to whoever may know that it is there, and to nobody else', async () => {
    const owner = await newPerson(s, lab.admin, { organization: 'PLANT', roles: ['technician'] })
    const by = async (visibility: string) => {
      const { number, sha256 } = (await issued(lab, entryOfWeight({ visibility }))).body
      const found = async (asker: Asking) => must(await asker.get(`/v1/hashes/${sha256}`)).body
      expect(await found(owner)).toEqual({ sha256, matches: [{ what: 'document', number, version: 1 }] })
      return (await found(lab.public)).matches.length
    }
    expect([await by('public'), await by('status'), await by('parties'), await by('private')]).toEqual([
      1, 1, 0, 0,
    ])
    const nobodys = 'f'.repeat(64)
    expect(must(await lab.public.get(`/v1/hashes/${nobodys}`)).body).toEqual({ sha256: nobodys, matches: [] })
    expect((await lab.public.get('/v1/hashes/ABC')).body).toMatchObject({ status: 400 })
  })
})
