import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'

/** Names of databases without any table, gone when the tests of the file have run. */
export function emptyDatabases() {
  const names: string[] = []
  afterAll(async () => {
    for (const name of names) await administer(`drop database if exists ${name} with (force)`)
  })
  return {
    make: async (): Promise<string> => {
      const name = `test_${randomBytes(8).toString('hex')}`
      names.push(name)
      await administer(`create database ${name} owner etalon`)
      return Object.assign(new URL(inject('postgres').url), { pathname: `/${name}` }).href
    },
  }
}

export async function administer(statement: string): Promise<void> {
  const admin = new Client({ connectionString: inject('postgres').adminUrl })
  await admin.connect()
  await admin.query(statement).finally(() => admin.end())
}

export async function ask<Row>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
    .query(sql)
    .then(({ rows }) => rows as Row[])
    .finally(() => client.end())
}
