import { actsOf } from './acts.ts'
import type { Client } from './client.ts'
import type { Fixtures, Story } from './fixture.ts'
import type { RegistryClock } from './registry-clock.ts'
import { engageStaff, type KeyOf } from './staff.ts'

export interface Loading {
  readonly client: Client
  readonly clock: RegistryClock
  readonly administratorKey: string
  /** Told now and then how far it is, and which day the registry has. */
  readonly progress: (done: number, all: number, day: string) => void
}

/** Tells all stories to the registry, request by request, in the order in which they happened. */
export async function loadFixtures(fixtures: Fixtures, loading: Loading): Promise<KeyOf> {
  const { client, clock, progress } = loading
  const stories = [...fixtures.chains, ...fixtures.negative]
  clock.moveTo(new Date(fixtures.openedAt))
  const keyOf = await registerMasterData(fixtures, stories, loading)

  const acts = stories
    .flatMap(({ name, steps }) =>
      steps.flatMap((step) => actsOf(step, { client, keyOf }).map((act) => ({ ...act, name }))),
    )
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const [done, { at, does, name }] of acts.entries()) {
    clock.moveTo(at)
    await does().catch((cause: unknown) => {
      throw new Error(
        `${name}, ${at.toISOString()}: ${cause instanceof Error ? cause.message : String(cause)}`,
      )
    })
    progress(done + 1, acts.length, at.toISOString().slice(0, 10))
  }
  return keyOf
}

async function registerMasterData(
  fixtures: Fixtures,
  stories: readonly Story[],
  { client, administratorKey }: Loading,
): Promise<KeyOf> {
  const register = async (path: string, bodies: readonly unknown[]) => {
    for (const body of bodies) await client('POST', path, { key: administratorKey, body })
  }
  await register('/v1/organizations', fixtures.organizations)
  const keyOf = await engageStaff(client, administratorKey, fixtures.organizations)
  await register('/v1/normative-documents', fixtures.documents)
  const ownCompetences = stories.flatMap(({ competences }) => competences ?? [])
  await register('/v1/competences', [...fixtures.competences, ...ownCompetences])
  const ownReferences = stories.flatMap(({ references }) => references ?? []).map(({ entry }) => entry)
  await register('/v1/references', [...fixtures.references, ...ownReferences])
  await register(
    '/v1/equipment',
    stories.flatMap(({ equipment }) => equipment),
  )
  return keyOf
}
