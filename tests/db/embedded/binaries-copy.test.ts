import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reachableCopy } from '#db/embedded/binaries-copy.ts'

const isFit = (native: string) => existsSync(join(native, 'bin', 'postgres'))

describe('PostgreSQL unpacked where only its owner may read it', () => {
  const place = mkdtempSync(join(tmpdir(), 'etalon-copy-'))
  const packaged = join(place, 'package', 'native')
  mkdirSync(join(packaged, 'bin'), { recursive: true, mode: 0o700 })
  writeFileSync(join(place, 'package', 'package.json'), '{ "version": "18.4.0" }')
  writeFileSync(join(packaged, 'bin', 'postgres'), '#!', { mode: 0o700 })
  const destination = join(place, 'elsewhere')

  afterAll(() => rmSync(place, { recursive: true }))

  it('is copied to a place of its own, for everybody to run and for nobody else to change', () => {
    const copy = reachableCopy(packaged, destination, isFit)
    expect(copy).toBe(join(destination, 'postgresql-18.4.0', 'native'))
    expect(statSync(join(copy!, 'bin', 'postgres')).mode & 0o777).toBe(0o755)
    expect(readdirSync(destination)).toEqual(['postgresql-18.4.0'])
  })

  it('is copied once', () => {
    const before = statSync(join(destination, 'postgresql-18.4.0')).ino
    expect(reachableCopy(packaged, destination, isFit)).toBeDefined()
    expect(statSync(join(destination, 'postgresql-18.4.0')).ino).toBe(before)
  })

  it('is never run from a directory that others may write to', () => {
    chmodSync(destination, 0o777)
    expect(reachableCopy(packaged, destination, isFit)).toBeUndefined()
  })
})
