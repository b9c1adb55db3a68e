import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  bitString,
  instant,
  none,
  objectIdentifier,
  sequence,
  setOf,
  tagged,
  unsigned,
  utf8String,
} from '#exchange/x509/der.ts'
import { signEnveloped } from '#exchange/xml-signature/sign-enveloped.ts'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'
import { newSealingKey } from '../../sealing-key.ts'

const sealed = Buffer.from(
  signEnveloped(Buffer.from('<c><value>1.000</value></c>'), newSealingKey(), new Date('2026-03-02')),
).toString('utf8')
const info = /<ds:SignedInfo .*?<\/ds:SignedInfo>/s.exec(sealed)?.[0] ?? ''
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const propertiesReference = /\s*<ds:Reference Type=.*?<\/ds:Reference>/s

/** The same document, signed by another key with another algorithm; plain XML-DSig, without XAdES and without a certificate. */
function signedBy(algorithm: string, make: (bytes: Buffer) => Buffer): Buffer {
  const own = info.replace(rsaSha256, algorithm).replace(propertiesReference, '')
  const xml = sealed
    .replace(info, own)
    .replace(
      /<ds:SignatureValue>.*?<\/ds:SignatureValue>/s,
      `<ds:SignatureValue>${make(Buffer.from(own)).toString('base64')}</ds:SignatureValue>`,
    )
    .replace(/<ds:KeyInfo>.*<\/ds:Object>/s, '')
  return Buffer.from(xml)
}

/** The smallest certificate that says which key is meant. */
function certificateOf(publicKey: KeyObject, algorithm: Buffer, make: (bytes: Buffer) => Buffer): string {
  const name = sequence(setOf(sequence(objectIdentifier('2.5.4.3'), utf8String('Test'))))
  const dates = sequence(instant(new Date('2020-01-01')), instant(new Date('2040-01-01')))
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const version = tagged(0xa0, unsigned(Buffer.from([2])))
  const content = sequence(version, unsigned(Buffer.from([1])), algorithm, name, dates, name, spki)
  const der = sequence(content, algorithm, bitString(make(content)))
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`
}

const more = 'http://www.w3.org/2001/04/xmldsig-more#'
const ecdsa = (curve: string, size: string, identifier: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: curve })
  const hash = `sha${size}`
  return {
    publicKey,
    algorithm: sequence(objectIdentifier(identifier)),
    certify: (bytes: Buffer) => sign(hash, bytes, privateKey),
    make: (bytes: Buffer) => sign(hash, bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  }
}
const edwards = (kind: 'ed25519' | 'ed448', identifier: string) => {
  const { publicKey, privateKey } =
    kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448')
  const make = (bytes: Buffer) => sign(null, bytes, privateKey)
  return { publicKey, algorithm: sequence(objectIdentifier(identifier)), certify: make, make }
}
const rsa = (size: string, isPss = false) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const padding = isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING
  return {
    publicKey,
    algorithm: sequence(objectIdentifier('1.2.840.113549.1.1.11'), none),
    certify: (bytes: Buffer) => sign('sha256', bytes, privateKey),
    make: (bytes: Buffer) => sign(`sha${size}`, bytes, { key: privateKey, padding }),
  }
}

describe('an algorithm on the list', () => {
  it.each([
    [`${more}ecdsa-sha256`, () => ecdsa('prime256v1', '256', '1.2.840.10045.4.3.2')],
    [`${more}ecdsa-sha384`, () => ecdsa('secp384r1', '384', '1.2.840.10045.4.3.3')],
    [`${more}ecdsa-sha512`, () => ecdsa('secp521r1', '512', '1.2.840.10045.4.3.4')],
    ['http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519', () => edwards('ed25519', '1.3.101.112')],
    ['http://www.w3.org/2021/04/xmldsig-more#eddsa-ed448', () => edwards('ed448', '1.3.101.113')],
    [`${more}rsa-sha512`, () => rsa('512')],
    ['http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1', () => rsa('256', true)],
  ])('%s is verified, and a signature by another key of its kind is not', (algorithm, newKey) => {
    const [key, other] = [newKey(), newKey()]
    const trusted = [certificateOf(key.publicKey, key.algorithm, key.certify)]
    expect(verifySignatures(signedBy(algorithm, key.make), trusted)).toMatchObject([
      { status: 'valid', coversDocument: true, algorithm },
    ])
    expect(verifySignatures(signedBy(algorithm, other.make), trusted)).toMatchObject([
      { status: 'unknown-signer' },
    ])
  })

  it('with a curve that is not on the list is not verified', () => {
    const key = ecdsa('secp256k1', '256', '1.2.840.10045.4.3.2')
    const trusted = [certificateOf(key.publicKey, key.algorithm, key.certify)]
    expect(verifySignatures(signedBy(`${more}ecdsa-sha256`, key.make), trusted)).toMatchObject([
      { status: 'unsupported', reason: 'key-unsuitable' },
    ])
  })

  it('with a key that is too short is not verified', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const make = (bytes: Buffer) => sign('sha256', bytes, privateKey)
    const algorithm = sequence(objectIdentifier('1.2.840.113549.1.1.11'), none)
    const trusted = [certificateOf(publicKey, algorithm, make)]
    expect(verifySignatures(signedBy(rsaSha256, make), trusted)).toMatchObject([
      { status: 'unsupported', reason: 'key-unsuitable' },
    ])
  })
})
