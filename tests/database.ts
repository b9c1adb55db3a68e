import { randomBytes } from 'node:crypto'
import type { MikroORM } from '@mikro-orm/postgresql'
import { Client } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect } from '#db/connection.ts'
import { entities } from '#registry/entities.ts'

export interface Database {
  readonly orm: MikroORM
  /** As the role of the service. */
  readonly url: string
  /** As superuser: for tests of what even that one cannot do unseen. */
  readonly adminUrl: string
}

/** A database of its own for the test file, copied from the migrated template; gone afterwards. */
export function database(options: { readonly poolSize?: number } = {}): Database {
  const name = `test_${randomBytes(8).toString('hex')}`
  const found: { orm?: MikroORM } = {}
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  beforeAll(async () => {
    await administer(`create database ${name} owner etalon template etalon_template`)
    found.orm = await connect({
      url: at(inject('postgres').url),
      entities,
      log: { debug: () => undefined },
      ...options,
    })
  })
  afterAll(async () => {
    await found.orm?.close(true)
    await administer(`drop database if exists ${name} with (force)`)
  })
  return {
    get orm() {
      if (found.orm === undefined) throw new Error('The database is there once the tests run')
      return found.orm
    },
    get url() {
      return at(inject('postgres').url)
    },
    get adminUrl() {
      return at(inject('postgres').adminUrl)
    },
  }
}

async function administer(statement: string): Promise<void> {
  const admin = new Client({ connectionString: inject('postgres').adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
