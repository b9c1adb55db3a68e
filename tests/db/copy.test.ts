import { Client } from 'pg'
import { expect, it } from 'vitest'
import { copiedOut, copyIn, type CopyingClient } from '#db/copy.ts'
import { database } from '../database.ts'

const d = database()

it('copies rows out and in again, byte by byte, although the reader takes its time', async () => {
  const client = new Client({ connectionString: d.url })
  await client.connect()
  const copying = client as unknown as CopyingClient
  await client.query(
    `create temp table old as select i, repeat(md5(i::text), i % 90) as text from generate_series(1, 30000) i`,
  )
  await client.query('create temp table new (i int, text text)')
  const { found, chunks } = copiedOut(copying, 'copy old to stdout')
  const kept: Uint8Array[] = []
  for await (const chunk of chunks) {
    kept.push(chunk)
    if (kept.length % 1_000 === 0) await new Promise(setImmediate)
  }
  expect(found.rows).toBe(30_000)
  const again = async function* () {
    yield* kept
  }
  expect(await copyIn(copying, 'copy new from stdin', again())).toBe(30_000)
  const { rows } = await client.query(
    'select count(*)::int from old full join new using (i) where old.text is distinct from new.text',
  )
  expect(rows).toEqual([{ count: 0 }])
  const broken = async function* () {
    yield kept[0]!
    throw new Error('the file ends')
  }
  await expect(copyIn(copying, 'copy new from stdin', broken())).rejects.toThrow('the file ends')
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
})
