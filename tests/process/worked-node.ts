import { beforeAll } from 'vitest'
import { laboratory, type Laboratory } from '../registry/laboratory-of-the-tests.ts'
import { administratorKey } from '../registry/people-of-the-tests.ts'
import type { Service } from '../service.ts'
import { etalon, type EtalonProcess } from './etalon-process.ts'

/** A node in a process of its own that may be gone at any moment, and a laboratory that works with it over the wire. */
export interface WorkedNode {
  readonly lab: Laboratory
  readonly url: () => string
  readonly start: () => Promise<void>
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

export function workedNode(environment: () => Readonly<Record<string, string>>): WorkedNode {
  const running: { process?: EtalonProcess; url: string } = { url: '' }
  const start = async (): Promise<void> => {
    const told = { ETALON_ADMIN_KEY: administratorKey, LOG_LEVEL: 'fatal', ...environment() }
    running.process = etalon(told)
    running.url = await running.process.ready
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    running.process?.child.kill(signal)
    await running.process?.ended
  }
  beforeAll(start, 120_000)
  // As a test knows the service, as far as a laboratory needs it.
  const s = {
    clock: { now: () => new Date() },
    app: { request: (path: string, init: RequestInit) => fetch(`${running.url}${path}`, init) },
    orm: { em: { fork: () => ({ transactional: async () => undefined }) } },
  } as unknown as Service
  return { lab: laboratory(s), url: () => running.url, start, end }
}

/** Connections of the node to its database: how many there are, and how many nobody holds. */
export async function poolOf(url: string) {
  const measures = await (await fetch(`${url}/metrics`)).text()
  const gauge = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(measures)?.[1])
  return {
    held: gauge('etalon_database_connections') - gauge('etalon_database_connections_idle'),
    awaited: gauge('etalon_database_connections_awaited'),
  }
}
