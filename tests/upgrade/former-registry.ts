import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { connect } from '#db/connection.ts'
import type { CopyingClient } from '#db/copy.ts'
import { migrateWithin, migrationOptions } from '#db/migrations.ts'
import { fillTables } from '#safekeeping/fill-tables.ts'
import { readAbout, type About, type Manifest } from '#safekeeping/manifest.ts'
import { tarEntries } from '#safekeeping/tar.ts'

type Client = CopyingClient & { readonly processID: number }

/** Makes of an empty database the one that the archive was made of: with the schema of its time, and nothing later. */
export async function formerRegistry(
  url: string,
  file: string,
): Promise<{ about: About; manifest: Manifest }> {
  const migrations = await migrationOptions()
  const clients: Client[] = []
  const orm = await connect({
    url,
    entities: [],
    log: { debug: () => undefined },
    timeLimits: false,
    migrations,
    onConnection: (client) => void clients.push(client as Client),
  })
  try {
    return await orm.em.fork().transactional(async (tx) => {
      const entries = tarEntries(createReadStream(file).pipe(createGunzip()))
      const about = readAbout((await entries.next()).value?.bytes ?? new Uint8Array())
      await migrateWithin(tx, about.migrations)
      const [backend] = await tx.execute<{ pid: number }[]>('select pg_backend_pid() as pid')
      const client = clients.find(({ processID }) => processID === backend?.pid)
      if (client === undefined) throw new Error('The transaction has a connection')
      const rows = <Row>(sql: string) => tx.execute<Row[]>(sql)
      const { manifest } = await fillTables({ rows, client, about, entries })
      if (manifest === undefined) throw new Error('The archive has an end')
      return { about, manifest }
    })
  } finally {
    await orm.close(true)
  }
}
