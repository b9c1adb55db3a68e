import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#db/connection.ts'
import { isolate } from '#db/tenancy/isolation.ts'
import { nobody, within } from '#db/tenancy/standing.ts'

const name = `limited_${randomBytes(4).toString('hex')}`
const url = () => {
  const found = new URL(inject('postgres').adminUrl)
  return Object.assign(found, { username: name, password: 'limited', pathname: `/${name}` }).href
}
const notes = [{ table: 'notes', reads: 'owner = current_setting($$etalon.person$$)', writes: 'false' }]

describe('a database whose user may not make roles', () => {
  let admin: Client
  beforeAll(async () => {
    admin = new Client({ connectionString: inject('postgres').adminUrl })
    await admin.connect()
    await admin.query(`create role ${name} login password 'limited'`)
    await admin.query(`create database ${name} owner ${name}`)
    const own = new Client({ connectionString: url() })
    await own.connect()
    await own.query('create table notes (owner text); insert into notes values ($$a$$)')
    await own.end()
  })
  afterAll(async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.query(`drop role ${name}`)
    await admin.end()
  })

  it('is used all the same, and says that PostgreSQL keeps nobody apart', async () => {
    const found = await isolate(url(), notes)
    expect(found).toMatchObject({ isEnforced: false, why: expect.stringMatching(/permission|must have/) })
    const orm = await connect({ url: url(), entities: [], log: { debug: () => undefined } })
    const rows = await within(nobody, () => orm.em.fork().execute('select * from notes'))
    await orm.close(true)
    expect(rows).toEqual([{ owner: 'a' }])
  })

  it('keeps them apart once the roles are granted, and changes nothing at the second start', async () => {
    await admin.query(`grant etalon_request, etalon_chain to ${name} with inherit false, set true`)
    expect(await isolate(url(), notes)).toEqual({ isEnforced: true })
    const policies = async () => {
      const own = new Client({ connectionString: url() })
      await own.connect()
      const { rows } = await own.query('select oid, polname from pg_policy order by oid')
      await own.end()
      return rows
    }
    const before = await policies()
    expect(before.length).toBe(4)
    expect(await isolate(url(), notes)).toEqual({ isEnforced: true })
    expect(await policies()).toEqual(before)

    const orm = await connect({ url: url(), entities: [], log: { debug: () => undefined } })
    const ask = (person: string | null) =>
      within({ ...nobody, person }, () => orm.em.fork().execute('select * from notes'))
    expect([await ask(null), await ask('a'), await ask('b')]).toEqual([[], [{ owner: 'a' }], []])
    await orm.close(true)
  })
})
