import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadSealingKey } from '../src/keys.ts'

const now = new Date('2026-03-02T08:00:00Z')

describe('the key of the seal', () => {
  const directory = mkdtempSync(join(tmpdir(), 'etalon-seal-'))
  const file = join(directory, 'keys', 'seal.pem')
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it('is made at first start, readable by us alone, and is the same from then on', () => {
    const first = loadSealingKey(directory, now)
    expect(first.certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const later = loadSealingKey(directory, new Date('2027-01-01T00:00:00Z'))
    expect(later.kid).toBe(first.kid)
    expect(later.certificate.raw).toEqual(first.certificate.raw)
  })

  it('is refused where the file is damaged, without a word of what is in it', () => {
    const pem = readFileSync(file, 'utf8')
    writeFileSync(file, pem.replace(/-----BEGIN CERTIFICATE-----[\s\S]*/, ''))
    expect(() => loadSealingKey(directory, now)).toThrow(/seal\.pem does not hold/)
    writeFileSync(file, 'no key')
    expect(() => loadSealingKey(directory, now)).toThrow(/^(?!.*no key)/)
  })
})
