import type { MikroORM } from '@mikro-orm/postgresql'
import { beforeAll } from 'vitest'
import { createApp } from '../src/app.ts'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import { certificateReaderOf } from '#compute/certificate-files/certificate-reader.ts'
import { simulatorOf } from '#compute/simulator.ts'
import { pressOf } from '#typesetting/press.ts'
import { type Database, database } from './database.ts'

/** A clock that stands still until it is moved. */
export interface StandingClock {
  readonly now: () => Date
  readonly moveTo: (time: string) => void
}

export interface Service extends Database {
  readonly app: ReturnType<typeof createApp>
  readonly clock: StandingClock
  /** What was logged as a warning or an error, in order: an honest test has none. */
  readonly complaints: readonly string[]
}

export const testOrigin = 'http://etalon.test'
/** The same in every run, so that signatures can be compared. */
export const testKey = signingKeyFromSeed(new Uint8Array(32).fill(7))
export const testSecretKey = new Uint8Array(32).fill(8)

/** Threads and a process that know nothing of a registry: started once for all files that a process of the tests works on. */
const workers = {
  simulator: simulatorOf(2),
  certificateReader: certificateReaderOf({ schemaDir: undefined }),
  press: pressOf(),
}

function standingClock(time: string): StandingClock {
  let now = new Date(time)
  return {
    now: () => new Date(now),
    moveTo: (moved) => {
      now = new Date(moved)
    },
  }
}

/** An app, a database of its own, a clock that stands still. What is not promised is answered with 500. */
export function service({
  at = '2026-03-02T08:00:00Z',
  poolSize = 6,
  allowPrivateTargets = false,
  // A browser wants one that it can reach; it is known when a port has been found.
  origin = async () => testOrigin,
} = {}): Service {
  const d = database({ poolSize })
  const clock = standingClock(at)
  const complaints: string[] = []
  const made: { app?: ReturnType<typeof createApp> } = {}
  const complain = (facts: object | string, message?: string) =>
    void complaints.push(
      typeof facts === 'string' ? facts : `${message} ${String((facts as { err?: unknown }).err)}`,
    )
  const log = { debug: () => undefined, info: () => undefined, warn: complain, error: complain }
  beforeAll(async () => {
    made.app = createApp({
      orm: d.orm,
      origin: await origin(),
      log,
      clock: clock.now,
      key: testKey,
      secretKey: testSecretKey,
      allowPrivateTargets,
      strict: true,
      ...workers,
    })
  })
  return {
    clock,
    complaints,
    get orm(): MikroORM {
      return d.orm
    },
    get url() {
      return d.url
    },
    get adminUrl() {
      return d.adminUrl
    },
    get app() {
      if (made.app === undefined) throw new Error('The app is there once the tests run')
      return made.app
    },
  }
}
