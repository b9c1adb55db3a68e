import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { calculateJwkThumbprint, CompactSign, compactVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { pkcs8PemOf, signingKeyFrom, signingKeyFromSeed, verificationKeyFrom } from '#evidence/keys.ts'
import { thumbprintOf, type PublicJwk } from '#evidence/public-jwk.ts'
import { signText, verifySignature } from '#evidence/signature.ts'
import { Refusal } from '#refusal.ts'

const key = signingKeyFromSeed(new Uint8Array(32).fill(7))
const other = signingKeyFromSeed(new Uint8Array(32).fill(8))
const keys = [verificationKeyFrom(other.publicJwk), verificationKeyFrom(key.publicJwk)]
const typ = 'etalon-validity+jws'
const payload = '{"number":"校-2026-001","status":"in-force"}'
const jws = signText(payload, typ, key)

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')
const reasonOf = (text: string, type = typ) => {
  const verdict = verifySignature(text, type, keys)
  return verdict.authentic ? 'authentic' : verdict.because
}

/** A signature by our key under any header, correct in all but what the header says. */
function signedUnder(header: string, body = payload): string {
  const signed = `${base64url(header)}.${base64url(body)}`
  return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`
}

describe('a signed statement', () => {
  it('verifies, and gives back what was signed and by which key', () => {
    expect(verifySignature(jws, typ, keys)).toEqual({
      authentic: true,
      header: { alg: 'EdDSA', kid: key.kid, typ },
      payload,
    })
  })

  it('is the same each time it is signed', () => {
    expect(signText(payload, typ, key)).toBe(jws)
  })

  it('stops verifying when any character is changed', () => {
    for (let i = 0; i < jws.length; i++) {
      const at = alphabet.indexOf(jws[i]!)
      // Each of the six bits that the character carries, and what is no base64url at all.
      const changed = [1, 2, 4, 8, 16, 32].map((bit) => alphabet[(at & 63) ^ bit]!)
      for (const character of [...changed, '=', '+', '.', ' ']) {
        if (character === jws[i]) continue
        expect(reasonOf(jws.slice(0, i) + character + jws.slice(i + 1))).not.toBe('authentic')
      }
    }
  })

  it('stops verifying when a character is dropped, added or doubled', () => {
    for (let i = 0; i <= jws.length; i++) {
      expect(reasonOf(jws.slice(0, i) + jws.slice(i + 1) + (i === jws.length ? 'A' : ''))).not.toBe(
        'authentic',
      )
      expect(reasonOf(`${jws.slice(0, i)}A${jws.slice(i)}`)).not.toBe('authentic')
    }
  })

  it('has one writing only: bits beyond the last byte must be zero', () => {
    const last = alphabet.indexOf(jws.at(-1)!)
    const sameBytes = [1, 2, 3].map((bits) => jws.slice(0, -1) + alphabet[(last & ~15) | bits])
    expect(sameBytes.filter((text) => text !== jws).map((text) => reasonOf(text))).toEqual(
      sameBytes.filter((text) => text !== jws).map(() => 'not-base64url'),
    )
  })

  it.each(['', '.', '..', 'a.b', 'a.b.c.d', `${jws}.`, `${jws}=`, ` ${jws}`, `${jws}\n`])(
    'is not %j',
    (text) => {
      expect(['not-compact', 'not-base64url', 'header-unreadable']).toContain(reasonOf(text))
    },
  )

  it('is of the type that is asked for, so that one statement is not taken for another', () => {
    expect(reasonOf(jws, 'etalon-cert+jws')).toBe('type-mismatch')
  })

  it('is not by a key that is not known, whatever name that key takes', () => {
    const stranger = signingKeyFromSeed(new Uint8Array(32).fill(9))
    expect(reasonOf(signText(payload, typ, stranger))).toBe('key-unknown')
    expect(reasonOf(signText(payload, typ, { ...stranger, kid: key.kid }))).toBe('signature-wrong')
  })
})

describe('a header that chooses for the reader', () => {
  const kid = key.kid

  it('does not choose the algorithm', () => {
    const none = `${base64url(`{"alg":"none","kid":"${kid}","typ":"${typ}"}`)}.${base64url(payload)}`
    expect(reasonOf(`${none}.`)).toBe('not-compact')
    expect(reasonOf(`${none}.AA`)).toBe('algorithm-not-allowed')
    const hmac = `${base64url(`{"alg":"HS256","kid":"${kid}","typ":"${typ}"}`)}.${base64url(payload)}`
    const mac = createHmac('sha256', Buffer.from(key.publicJwk.x, 'base64url'))
      .update(hmac)
      .digest('base64url')
    expect(reasonOf(`${hmac}.${mac}`)).toBe('algorithm-not-allowed')
    expect(reasonOf(signedUnder(`{"alg":"eddsa","kid":"${kid}","typ":"${typ}"}`))).toBe(
      'algorithm-not-allowed',
    )
    expect(reasonOf(signedUnder(`{"alg":["EdDSA"],"kid":"${kid}","typ":"${typ}"}`))).toBe(
      'algorithm-not-allowed',
    )
  })

  it.each([
    ['a key of its own', `"jwk":{"crv":"Ed25519","kty":"OKP","x":"${key.publicJwk.x}"},"kid":"${kid}"`],
    ['a place to fetch keys', `"jku":"https://example.org/keys","kid":"${kid}"`],
    ['an extension', `"b64":false,"crit":["b64"],"kid":"${kid}"`],
    ['a chain of certificates', `"kid":"${kid}"`],
  ])('does not bring %s', (name, members) => {
    const chain = name.startsWith('a chain') ? ',"x5c":["AA"]' : ''
    expect(reasonOf(signedUnder(`{"alg":"EdDSA",${members},"typ":"${typ}"${chain}}`))).toBe(
      'header-not-understood',
    )
  })

  it('does not say two things at once', () => {
    const twice = `{"alg":"none","alg":"EdDSA","kid":"${kid}","typ":"${typ}"}`
    expect(reasonOf(signedUnder(twice))).toBe('header-unreadable')
    expect(reasonOf(signedUnder(`{"kid":"${kid}","alg":"EdDSA","typ":"${typ}"}`))).toBe('header-unreadable')
    expect(reasonOf(signedUnder('null'))).toBe('header-unreadable')
    expect(reasonOf(signedUnder('[]'))).toBe('algorithm-not-allowed')
    expect(reasonOf(signedUnder('{"alg":"EdDSA"}'))).toBe('header-not-understood')
    expect(reasonOf(signedUnder(`{"alg":"EdDSA","kid":1,"typ":"${typ}"}`))).toBe('header-not-understood')
  })

  it('is followed by text', () => {
    const head = base64url(`{"alg":"EdDSA","kid":"${kid}","typ":"${typ}"}`)
    const signed = `${head}.${Buffer.from([0xff, 0xfe]).toString('base64url')}`
    const signature = sign(null, Buffer.from(signed), key.privateKey).toString('base64url')
    expect(reasonOf(`${signed}.${signature}`)).toBe('payload-not-text')
  })
})

describe('an independent implementation (jose)', () => {
  it('verifies what we sign', async () => {
    const { payload: read, protectedHeader } = await compactVerify(
      jws,
      await importJWK(key.publicJwk, 'EdDSA'),
    )
    expect(new TextDecoder().decode(read)).toBe(payload)
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: key.kid, typ })
  })

  it('signs what we verify', async () => {
    const signed = await new CompactSign(new TextEncoder().encode(payload))
      .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ })
      .sign(key.privateKey)
    expect(signed).toBe(jws)
  })

  it('names a key as we do', async () => {
    expect(await calculateJwkThumbprint(key.publicJwk)).toBe(key.kid)
  })
})

describe('a key', () => {
  it('has the thumbprint of RFC 8037, A.3', () => {
    const jwk: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
    expect(thumbprintOf(jwk)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })

  it('makes the signature of RFC 8037, A.1 and A.4', () => {
    const seed = Buffer.from('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A', 'base64url')
    const rfc = signingKeyFromSeed(seed)
    expect(rfc.publicJwk.x).toBe('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')
    const input = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc'
    expect(sign(null, Buffer.from(input), rfc.privateKey).toString('base64url')).toBe(
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    )
  })

  it('is the same after it was written as PKCS #8', () => {
    expect(signingKeyFrom(pkcs8PemOf(key)).kid).toBe(key.kid)
    expect(pkcs8PemOf(key)).toMatch(/^-----BEGIN PRIVATE KEY-----/)
  })

  it('is refused when it is of another kind, cut short, or no key at all, without quoting it', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const elliptic = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    for (const text of [elliptic, pkcs8PemOf(key).slice(0, 80), 'secret', '']) {
      expect(() => signingKeyFrom(text)).toThrow('The key cannot be read as an Ed25519 key')
    }
    expect(() => signingKeyFromSeed(new Uint8Array(31))).toThrow(Refusal)
    expect(() => verificationKeyFrom({ kty: 'OKP', crv: 'Ed25519', x: 'AA' })).toThrow(Refusal)
  })
})
