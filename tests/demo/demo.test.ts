import { beforeAll, describe, expect, it } from 'vitest'
import { ensureFirstAdministrator } from '#registry/people/ensure-first-administrator.ts'
import { clientOf } from '../../src/demo/client.ts'
import { askAll, type Outcome } from '../../src/demo/expectations.ts'
import { readFixtures } from '../../src/demo/fixture.ts'
import { loadFixtures } from '../../src/demo/load.ts'
import { service } from '../service.ts'
import { faultsOfDccs } from './as-dcc.ts'
import { faultsOfProofs } from './proved.ts'

const adminKey = 'the-key-of-the-demo-administrator'
const fixtures = readFixtures()
const stories = [...fixtures.chains, ...fixtures.negative]

describe('the demo, told to a registry request by request', () => {
  const s = service({ at: fixtures.openedAt })
  let outcomes: readonly Outcome[] = []

  beforeAll(async () => {
    await s.orm.em
      .fork()
      .transactional((tx) => ensureFirstAdministrator(tx, { adminKey, now: s.clock.now() }))
    const client = clientOf(s.app)
    const keyOf = await loadFixtures(fixtures, {
      client,
      clock: {
        now: s.clock.now,
        moveTo: (time) => s.clock.moveTo(time.toISOString()),
        release: () => undefined,
      },
      administratorKey: adminKey,
      progress: () => undefined,
    })
    s.clock.moveTo('2026-11-25T12:00:00+08:00')
    outcomes = await askAll(client, stories, keyOf({ organization: 'D-CENTRE', role: 'technician' }))
  }, 240_000)

  it.each(stories.map(({ name, title }) => [name, title.en]))(
    '%s is answered as a metrologist expects: %s',
    (name) => {
      const own = outcomes.filter(({ story }) => story.name === name)
      expect(own.length).toBeGreaterThan(0)
      expect(own.flatMap(({ differences }) => differences)).toEqual([])
    },
  )

  it('issues certificates that are valid DCCs, sealed, and read back with the same figures', async () => {
    const { count, faults } = await faultsOfDccs(s)
    expect(count).toBeGreaterThan(40)
    expect(faults).toEqual([])
  }, 60_000)

  it('issues certificates whose proofs hold without the registry, whatever the verdict', async () => {
    const { count, faults } = await faultsOfProofs(s)
    expect(count).toBeGreaterThan(40)
    expect(faults).toEqual([])
  }, 60_000)

  it('leaves the log without a complaint', () => {
    expect(s.complaints).toEqual([])
  })
})
