import { describe, expect, it } from 'vitest'
import { isSealed, passingKey, secretBoxOf } from '#registry/secrets/secret-box.ts'

describe('a sealed secret', () => {
  const master = new Uint8Array(32).fill(3)
  const box = secretBoxOf(master, 'webhook secrets')

  it('is read again by whoever has the key, for what it belongs to', () => {
    for (const plain of ['', 'whsec_x', '密'.repeat(1000)]) {
      const sealed = box.seal(plain, 'a')
      expect([isSealed(sealed), isSealed(plain)]).toEqual([true, false])
      expect(secretBoxOf(master, 'webhook secrets').open(sealed, 'a')).toBe(plain)
    }
  })

  it('is another text each time, so that equal secrets do not look alike', () => {
    expect(new Set(Array.from({ length: 100 }, () => box.seal('same', 'a'))).size).toBe(100)
  })

  it('opens neither in another row, for another purpose, by another key, nor once it was changed', () => {
    const sealed = box.seal('whsec_x', 'a')
    expect(box.open(sealed, 'b')).toBeUndefined()
    expect(secretBoxOf(master, 'login attempts').open(sealed, 'a')).toBeUndefined()
    expect(secretBoxOf(passingKey(), 'webhook secrets').open(sealed, 'a')).toBeUndefined()
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(box.open(`v1.${changed.toString('base64url')}`, 'a'), `byte ${index}`).toBeUndefined()
    }
    for (let length = 0; length < bytes.length; length++)
      expect(box.open(`v1.${bytes.subarray(0, length).toString('base64url')}`, 'a')).toBeUndefined()
    for (const text of ['whsec_x', 'v1.', 'v2.abc', 'v1.é', '']) expect(box.open(text, 'a')).toBeUndefined()
  })
})
