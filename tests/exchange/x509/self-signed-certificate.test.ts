import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { instant, objectIdentifier, tagged, unsigned } from '#exchange/x509/der.ts'
import { selfSignedCertificate } from '#exchange/x509/self-signed-certificate.ts'
import { sealingKeyFrom } from '#exchange/xml-signature/sealing-key.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = selfSignedCertificate(privateKey, 'Etalon certificate seal', new Date('2026-03-02T08:00:00Z'))
const certificate = new X509Certificate(pem)
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

describe('a certificate by which a key speaks for itself', () => {
  it('is signed by that key, and by nobody above it', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.checkPrivateKey(privateKey)).toBe(true)
    expect(certificate.issuer).toBe(certificate.subject)
  })

  it('can vouch for no other certificate', () => {
    expect(certificate.ca).toBe(false)
  })

  it('begins when the key was made, and has no end', () => {
    expect(certificate.validFromDate.toISOString()).toBe('2026-03-02T08:00:00.000Z')
    expect(certificate.validToDate.toISOString()).toBe('9999-12-31T23:59:59.000Z')
  })

  it('bears a name that ends in the digest of its key, so that another key has another name', () => {
    expect(certificate.subject).toMatch(/^CN=Etalon certificate seal [0-9a-f]{16}$/)
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const { subject } = new X509Certificate(
      selfSignedCertificate(other, 'Etalon certificate seal', new Date(0)),
    )
    expect(subject).not.toBe(certificate.subject)
  })

  it('is taken for a sealing key only together with its own private key', () => {
    expect(sealingKeyFrom(pkcs8 + pem).certificate.raw).toEqual(certificate.raw)
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const otherPem = other.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(() => sealingKeyFrom(otherPem + pem)).toThrow('not of this key')
    const ed25519 = generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString()
    expect(() => sealingKeyFrom(ed25519 + pem)).toThrow('RSA')
  })
})

const hex = (bytes: Buffer) => bytes.toString('hex')

describe('DER (ITU-T X.690)', () => {
  it('writes lengths in as few bytes as possible', () => {
    expect(hex(tagged(0x04, Buffer.alloc(0)))).toBe('0400')
    expect(hex(tagged(0x04, Buffer.alloc(127))).slice(0, 4)).toBe('047f')
    expect(hex(tagged(0x04, Buffer.alloc(128))).slice(0, 6)).toBe('048180')
    expect(hex(tagged(0x04, Buffer.alloc(256))).slice(0, 8)).toBe('04820100')
  })

  it('writes numbers without a sign and without needless zeros', () => {
    expect(hex(unsigned(Buffer.from([0, 0, 1])))).toBe('020101')
    expect(hex(unsigned(Buffer.from([0x80])))).toBe('02020080')
    expect(hex(unsigned(Buffer.from([0, 0])))).toBe('020100')
  })

  it('writes identifiers in base 128', () => {
    expect(hex(objectIdentifier('1.2.840.113549.1.1.11'))).toBe('06092a864886f70d01010b')
    expect(hex(objectIdentifier('2.5.4.3'))).toBe('0603550403')
  })

  it('writes two digits of a year until 2049, and four from then on (RFC 5280, 4.1.2.5)', () => {
    expect(instant(new Date('2049-12-31T23:59:59Z')).subarray(2).toString()).toBe('491231235959Z')
    expect(instant(new Date('2050-01-01T00:00:00Z')).subarray(2).toString()).toBe('20500101000000Z')
  })
})
