import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lockDirectory } from '#db/embedded/directory-lock.ts'

describe('the lock of a data directory', () => {
  const place = mkdtempSync(join(tmpdir(), 'etalon-lock-'))
  afterAll(() => rmSync(place, { recursive: true }))

  it('is given to one of ten who ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => lockDirectory(place)))
    const given = asked.filter((a) => a.status === 'fulfilled')
    expect(given).toHaveLength(1)
    await given[0]!.value.release()
  })

  it('holds by whatever path the directory is named', async () => {
    const other = `${place}-link`
    symlinkSync(place, other)
    const lock = await lockDirectory(place)
    await expect(lockDirectory(other)).rejects.toThrow(`in use by process ${process.pid}`)
    await lock.release()
    rmSync(other)
  })

  it('can be taken again once it was given back', async () => {
    await (await lockDirectory(place)).release()
    await (await lockDirectory(place)).release()
  })
})
