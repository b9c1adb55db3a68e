import { Client } from 'pg'
import { startEmbedded, type Log } from '#db/embedded.ts'
import type { Config } from '#config.ts'

const name = 'etalon_demo'

export interface DemoDatabase {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** A database of its own on the usual server, empty at every run: the registry beside it is never touched. */
export async function openDemoDatabase(config: Config, log: Log, signal: AbortSignal): Promise<DemoDatabase> {
  if (config.databaseUrl !== undefined) {
    await recreate(config.databaseUrl, new URL(config.databaseUrl).username)
    return { url: inDemo(config.databaseUrl), stop: () => Promise.resolve() }
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log, signal })
  try {
    await recreate(embedded.adminUrl, new URL(embedded.url).username)
  } catch (error) {
    await embedded.stop()
    throw error
  }
  return { url: inDemo(embedded.url), stop: embedded.stop }
}

const inDemo = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href

async function recreate(url: string, owner: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(
      `create database ${name}${owner === '' ? '' : ` owner ${client.escapeIdentifier(owner)}`}`,
    )
    // What power takes from a demo, the next run makes again.
    await client.query(`alter database ${name} set synchronous_commit = off`)
  } finally {
    await client.end()
  }
}
