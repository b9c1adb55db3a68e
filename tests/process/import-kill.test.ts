import { beforeAll, expect, it } from 'vitest'
import { administrator, must, newOrganization, newPerson } from '../registry/people-of-the-tests.ts'
import { service } from '../service.ts'
import { workUntilKilled } from './until-killed.ts'

const s = service()
const admin = administrator(s)
const rows = 250
let plant: Awaited<ReturnType<typeof newPerson>>

beforeAll(async () => {
  must(await newOrganization(admin, 'PLANT'))
  plant = await newPerson(s, admin, { organization: 'PLANT', roles: ['quality-manager'] })
})

const table = (series: string, last = 'instrument') =>
  [
    'code,nameEn,manufacturer,model,serialNumber,level',
    ...Array.from({ length: rows }, (_, i) => `${series}-${i},Weight,Maker,M1,${series}-${i},instrument`),
    `${series}-last,Weight,Maker,M1,${series}-last,${last}`,
  ].join('\n')

const registered = async (series: string) => {
  const [row] = await s.orm.em.fork().execute<{ devices: number; acts: number }[]>(
    `select (select count(*)::int from equipment where code like ?) as devices,
              (select count(*)::int from audit_events where operation = 'register-equipment' and after like ?) as acts`,
    [`${series}-%`, `%"code":"${series}-%`],
  )
  return row
}

const killed = (round: number, path: string, series: string, lines: number, last?: string) =>
  workUntilKilled(s, 'tests/process/import-until-killed.ts', lines, {
    round,
    key: plant.key,
    path,
    table: table(series, last),
  })

const again = (round: number, path: string, series: string, last?: string) =>
  plant.send('POST', path, table(series, last), {
    'content-type': 'text/csv',
    'idempotency-key': `list-${round}`,
  })

it(
  'goes on where it was killed, row by row: none is lost, and none is there twice',
  { timeout: 120_000 },
  async () => {
    const path = '/v1/import/equipment?mode=each'
    await killed(1, path, 'E', 100)
    const before = await registered('E')
    expect(before?.devices).toBeGreaterThan(0)
    expect(before?.devices).toBeLessThan(rows)
    const [underWay] = must(await plant.get('/v1/imports')).body.items
    expect(underWay).toMatchObject({ state: 'under-way', counts: { recorded: before?.devices } })

    const answer = must(await again(1, path, 'E'))
    expect(answer.body).toMatchObject({
      id: underWay.id,
      state: 'finished',
      counts: { rows: rows + 1, recorded: rows + 1, unchanged: 0, refused: 0 },
    })
    expect(await registered('E')).toEqual({ devices: rows + 1, acts: rows + 1 })
  },
)

it(
  'leaves nothing behind where it was killed as a whole, or where its last row is refused',
  { timeout: 120_000 },
  async () => {
    const path = '/v1/import/equipment?mode=all'
    await killed(2, path, 'A', 1)
    expect(await registered('A')).toEqual({ devices: 0, acts: 0 })
    expect(must(await again(2, path, 'A')).body.counts).toMatchObject({ recorded: rows + 1 })
    expect(await registered('A')).toEqual({ devices: rows + 1, acts: rows + 1 })

    const refused = await again(3, path, 'L', 'gadget')
    expect(refused.body).toMatchObject({
      code: 'imports.refused',
      errors: [{ pointer: `/${rows + 2}/level` }],
    })
    expect(await registered('L')).toEqual({ devices: 0, acts: 0 })
    expect(s.complaints).toEqual([])
  },
)
