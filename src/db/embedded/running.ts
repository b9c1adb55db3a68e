import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { databaseName } from './cluster.ts'

/** The embedded database of a service that runs, as the service reaches it; nothing if none answers. */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const url = addressIn(dataDir)
  if (url === undefined) return undefined
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    return url
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

function addressIn(dataDir: string): string | undefined {
  try {
    const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
    const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]
    return `postgresql://${databaseName}:${password}@127.0.0.1:${Number(port)}/${databaseName}`
  } catch {
    return undefined
  }
}
