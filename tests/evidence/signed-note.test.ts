import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readCheckpoint } from '#evidence/checkpoint-text.ts'
import { signCheckpoint, verifyCheckpoint } from '#evidence/checkpoint.ts'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import { leafHash } from '#evidence/merkle/hashing.ts'
import { verifierKeyOf } from '#evidence/note.ts'
import { signNote, verifyNote } from '#evidence/signed-note.ts'

const key = signingKeyFromSeed(new Uint8Array(32).fill(1))
const otherKey = signingKeyFromSeed(new Uint8Array(32).fill(2))
const name = 'etalon.example/log'
const verifier = { name, jwk: key.publicJwk }
const text = 'etalon.example/log\n7\nThe third line\n'
const note = signNote(text, name, key)

describe('a signed note (C2SP signed-note)', () => {
  it('is text, a blank line, and a line of dash, name, and key hash with signature in base64', () => {
    const [head, tail] = note.split('\n\n')
    expect(`${head}\n`).toBe(text)
    const found = /^\u2014 (\S+) (\S+)\n$/.exec(tail!)!
    expect(found[1]).toBe(name)
    const bytes = Buffer.from(found[2]!, 'base64')
    // Written out from the specification, with nothing of the program under test.
    const publicKey = Buffer.from(key.publicJwk.x, 'base64url')
    const keyId = createHash('sha256')
      .update(Buffer.concat([Buffer.from(name), Buffer.from([0x0a, 0x01]), publicKey]))
      .digest()
      .subarray(0, 4)
    expect(bytes.subarray(0, 4)).toEqual(keyId)
    const spki = createPublicKey({ key: { ...key.publicJwk }, format: 'jwk' })
    expect(verify(null, Buffer.from(text), spki, bytes.subarray(4))).toBe(true)
    expect(verifierKeyOf(verifier)).toBe(
      `${name}+${keyId.toString('hex')}+${Buffer.concat([Buffer.from([1]), publicKey]).toString('base64')}`,
    )
  })

  it('has the key hash and the signature of the example in the Go implementation of notes', () => {
    // golang.org/x/mod/sumdb/note, documentation: the verifier key of PeterNeumann.
    const published = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    const x = Buffer.from(published.split('+')[2]!, 'base64').subarray(1).toString('base64url')
    const neumann = { name: 'PeterNeumann', jwk: { kty: 'OKP', crv: 'Ed25519', x } } as const
    expect(verifierKeyOf(neumann)).toBe(published)
    const signed =
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n\n" +
      '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
    expect(verifyNote(signed, [neumann])).toMatchObject({ authentic: true, signedBy: [neumann] })
  })

  it('is nothing any more when any byte of it is another', () => {
    const bytes = Buffer.from(note)
    for (let at = 0; at < bytes.length; at++) {
      for (const bit of [1, 2, 32, 128]) {
        const changed = Buffer.from(bytes)
        changed[at]! ^= bit
        expect(verifyNote(changed.toString('utf8'), [verifier]).authentic, `byte ${at}`).toBe(false)
      }
    }
  })

  it('may carry signatures of others, and counts those of known keys under their own names', () => {
    const [, witness] = signNote(text, 'witness', otherKey).split('\n\n')
    const both = `${note}${witness}`
    expect(verifyNote(both, [verifier])).toMatchObject({ authentic: true, signedBy: [verifier] })
    const known = { name: 'witness', jwk: otherKey.publicJwk }
    expect(verifyNote(both, [verifier, known])).toMatchObject({
      authentic: true,
      signedBy: [verifier, known],
    })
    expect(verifyNote(note, [known])).toEqual({ authentic: false, because: 'signer-unknown' })
    expect(verifyNote(note, [{ name, jwk: otherKey.publicJwk }])).toMatchObject({ authentic: false })
  })

  it('is refused when a known key has signed something else, although another one is right', () => {
    const [, wrong] = signNote('another text\n', 'witness', otherKey).split('\n\n')
    const known = { name: 'witness', jwk: otherKey.publicJwk }
    expect(verifyNote(`${note}${wrong}`, [verifier, known])).toEqual({
      authentic: false,
      because: 'signature-wrong',
    })
  })

  it('is not read in any other form', () => {
    for (const other of [
      '',
      text,
      note.slice(0, -1),
      `${note}\n`,
      note.replace('\n\n', '\n'),
      note.replace('\u2014', '-'),
      note.replace('\u2014 ', '\u2014  '),
      note.replace('=\n', '\n'),
      note.replaceAll('\n', '\r\n'),
      `${text}\n`,
      note.replace('7\n', '7\u0000\n'),
    ])
      expect(verifyNote(other, [verifier]), JSON.stringify(other)).toEqual({
        authentic: false,
        because: 'not-a-note',
      })
  })

  it('is not written of what cannot stand in one', () => {
    for (const [badText, badName] of [
      ['no end', name],
      ['tab\there\n', name],
      [text, 'two words'],
      [text, 'plus+plus'],
      [text, ''],
    ] as const)
      expect(() => signNote(badText, badName, key)).toThrow('signed note')
  })
})

describe('a checkpoint (C2SP tlog-checkpoint)', () => {
  const stated = { origin: name, size: 20_852_163, root: leafHash('root') }
  const signed = signCheckpoint(stated, key)

  it('says origin, size and root, each on its line, under the name of the log', () => {
    const root = Buffer.from(stated.root).toString('base64')
    expect(signed.startsWith(`${name}\n20852163\n${root}\n\n\u2014 ${name} `)).toBe(true)
    expect(verifyCheckpoint(signed, name, [otherKey.publicJwk, key.publicJwk])).toMatchObject({
      authentic: true,
      checkpoint: { origin: name, size: 20_852_163 },
    })
  })

  it('of another log, or by another key, is none of this one', () => {
    expect(verifyCheckpoint(signed, 'other.example/log', [key.publicJwk]).authentic).toBe(false)
    expect(verifyCheckpoint(signed, name, [otherKey.publicJwk]).authentic).toBe(false)
    const foreign = signNote(
      signCheckpoint({ ...stated, origin: 'other' }, key).split('\n\n')[0]! + '\n',
      name,
      key,
    )
    expect(verifyCheckpoint(foreign, name, [key.publicJwk])).toEqual({
      authentic: false,
      because: 'other-log',
    })
    const prose = signNote('Dear reader\n', name, key)
    expect(verifyCheckpoint(prose, name, [key.publicJwk])).toEqual({
      authentic: false,
      because: 'not-a-checkpoint',
    })
  })

  it('may have further lines, and its numbers have one way to be written', () => {
    const root = Buffer.from(stated.root).toString('base64')
    expect(readCheckpoint(`log\n0\n${root}\nfurther\n`)).toMatchObject({ origin: 'log', size: 0 })
    for (const other of [`log\n01\n${root}\n`, `log\n-1\n${root}\n`, `log\n1e3\n${root}\n`, `\n1\n${root}\n`])
      expect(readCheckpoint(other)).toBeUndefined()
    for (const other of [
      `log\n1\n${root}`,
      `log\n1\n${root.slice(0, -4)}\n`,
      `log\n9999999999999999\n${root}\n`,
    ])
      expect(readCheckpoint(other)).toBeUndefined()
  })
})
