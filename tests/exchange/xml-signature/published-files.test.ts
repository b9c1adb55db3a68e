import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'

const material = '../shared/dcc'
const isThere = existsSync(`${material}/examples`)
const example = (file: string) => readFileSync(`${material}/examples/${file}`)
const trusted = (...files: readonly string[]) =>
  files.map((file) => readFileSync(`${material}/trust/${file}.pem`, 'utf8'))

describe.skipIf(!isThere)('signed certificates in circulation (needs ../shared/dcc)', () => {
  it('PTB: RSA and C14N 1.1, intact and by a signer of a trusted authority', () => {
    const [outcome, ...others] = verifySignatures(
      example('valid/3.3.0/dcclib-valid-signature.xml'),
      trusted('dcclib-ca'),
      new Date('2026-03-02'),
    )
    expect(others).toEqual([])
    expect(outcome).toMatchObject({ status: 'valid', reason: 'trusted', coversDocument: true })
    expect(outcome?.signer?.subject).toContain('CN=cert')
  })

  it.each(['valid/3.2.0/gp-temperature-typical-signed.xml', 'reject/signed-under-3.1.1.xml'])(
    '%s: XAdES by ECDSA is intact, and trusted through an authority below the root',
    (file) => {
      const [outcome] = verifySignatures(example(file), trusted('pydcc-root-ca', 'pydcc-sub-ca'))
      expect(outcome).toMatchObject({
        status: 'valid',
        coversDocument: true,
        algorithm: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
        signer: { notAfter: '2024-12-02T12:40:00.000Z' },
      })
      expect(outcome?.claimedSigningTime).toMatch(/^202[23]-/)
    },
  )

  it('one who knows the root but not the authority between cannot trust, because the file does not bring it', () => {
    const file = example('valid/3.2.0/gp-temperature-typical-signed.xml')
    expect(verifySignatures(file, trusted('pydcc-root-ca'))).toMatchObject([
      { status: 'unknown-signer', reason: 'signer-not-trusted', coversDocument: true },
    ])
    expect(verifySignatures(file, trusted('pydcc-signer'))).toMatchObject([{ status: 'valid' }])
  })

  it('received after the certificate of its signer has ended, a file without time stamp is intact and no more', () => {
    const file = example('valid/3.2.0/gp-temperature-typical-signed.xml')
    const authorities = trusted('pydcc-root-ca', 'pydcc-sub-ca')
    const on = (day: string) => verifySignatures(file, authorities, new Date(day))
    expect(on('2024-01-15')).toMatchObject([{ status: 'valid' }])
    expect(on('2026-03-02')).toMatchObject([
      { status: 'unknown-signer', reason: 'certificate-outside-its-dates', coversDocument: true },
    ])
  })

  it.each(['reject/signature-tampered-rsa.xml', 'reject/signature-tampered-xades.xml'])(
    '%s: what was changed after signing is broken, whoever is trusted',
    (file) => {
      const everybody = trusted('dcclib-ca', 'pydcc-root-ca', 'pydcc-sub-ca', 'pydcc-signer')
      expect(verifySignatures(example(file), everybody)).toMatchObject([
        { status: 'broken', reason: 'digest-wrong' },
      ])
    },
  )

  it('a file without signature has no outcome', () => {
    expect(verifySignatures(example('valid/3.3.0/dcclib-valid.xml'), trusted('dcclib-ca'))).toEqual([])
  })
})
