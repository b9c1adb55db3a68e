import { describe, expect, it } from 'vitest'
import { signEnveloped } from '#exchange/xml-signature/sign-enveloped.ts'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'
import { newSealingKey } from '../../sealing-key.ts'

const key = newSealingKey()
const trusted = [key.certificate.toString()]
const at = new Date('2026-03-02T08:00:00Z')
const bytes = (xml: string) => Buffer.from(xml, 'utf8')

const document =
  '<c:certificate xmlns:c="urn:c" id="root"><c:number>NIM-1</c:number><c:value>1.000</c:value></c:certificate>'
const sealed = Buffer.from(signEnveloped(bytes(document), key, at)).toString('utf8')
const signature = /<ds:Signature .*<\/ds:Signature>/s.exec(sealed)?.[0] ?? ''
const original = sealed.slice(sealed.indexOf('<c:certificate'), sealed.lastIndexOf('>') + 1)

const outcomesOf = (xml: string) => verifySignatures(bytes(xml), trusted, at)
const forged = (inside: string) =>
  `<c:certificate xmlns:c="urn:c"><c:number>NIM-1</c:number><c:value>9.999</c:value>${inside}</c:certificate>`

describe('a sealed document', () => {
  it('is valid, covers itself, and says who and when', () => {
    expect(outcomesOf(sealed)).toEqual([
      {
        status: 'valid',
        reason: 'trusted',
        coversDocument: true,
        algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
        signer: {
          subject: key.certificate.subject,
          fingerprint: key.certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
          notBefore: '2020-01-01T00:00:00.000Z',
          notAfter: '9999-12-31T23:59:59.000Z',
        },
        claimedSigningTime: '2026-03-02T08:00:00Z',
      },
    ])
  })

  it('is the same file whenever the same document is sealed at the same time', () => {
    expect(Buffer.from(signEnveloped(bytes(document), key, at)).toString('utf8')).toBe(sealed)
  })

  it('stays valid where only what XML holds for the same is changed: quotes, and the order of attributes', () => {
    const rewritten = sealed.replace('xmlns:c="urn:c" id="root"', `id='root'   xmlns:c='urn:c'`)
    expect(rewritten).not.toBe(sealed)
    expect(outcomesOf(rewritten)).toMatchObject([{ status: 'valid' }])
  })

  it('is never valid once a character of what it says, or of its signature, is another', () => {
    // But for the opening tags around the parts that are signed, and declarations that are in force already.
    const silent = [
      ...sealed.matchAll(/<(?:ds:Signature|xades:QualifyingProperties) [^>]*>|xmlns:(?:ds|xades)="/g),
    ].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    for (let place = sealed.indexOf('<c:certificate'); place < sealed.length; place += 11) {
      const character = sealed.charAt(place)
      const isSilent = silent.some(({ start, end }) => place >= start && place < end)
      if (isSilent || !/[A-Za-z0-9+/]/.test(character)) continue
      const changed = sealed.slice(0, place) + (character === '1' ? '2' : '1') + sealed.slice(place + 1)
      const isValid = outcomesOf(changed).some(({ status }) => status === 'valid')
      expect(isValid, sealed.slice(place - 20, place + 20)).toBe(false)
    }
  }, 30_000)

  it('by somebody else is intact, and no more', () => {
    expect(verifySignatures(bytes(sealed), [newSealingKey().certificate.toString()], at)).toMatchObject([
      { status: 'unknown-signer', reason: 'signer-not-trusted', coversDocument: true },
    ])
    expect(verifySignatures(bytes(sealed), [], at)).toMatchObject([{ status: 'unknown-signer' }])
  })

  it('is not trusted for a day before its key was certified', () => {
    expect(verifySignatures(bytes(sealed), trusted, new Date('2019-12-31'))).toMatchObject([
      { status: 'unknown-signer', reason: 'certificate-outside-its-dates' },
    ])
  })

  it('with the certificate of somebody else put into it is broken', () => {
    const other = newSealingKey().certificate.raw.toString('base64')
    const swapped = sealed.replace(/(?<=<ds:X509Certificate>)[^<]+/, other)
    expect(outcomesOf(swapped)).toMatchObject([{ status: 'broken', reason: 'signature-wrong' }])
  })

  it('without its certificate is still checked against those whom the reader knows', () => {
    const bare = sealed.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/s, '')
    expect(outcomesOf(bare)).toMatchObject([{ status: 'valid' }])
    expect(verifySignatures(bytes(bare), [], at)).toMatchObject([
      { status: 'unknown-signer', reason: 'no-certificate' },
    ])
  })
})

const byId = (xml: string) => xml.replace('URI=""', 'URI="#root"')

describe('signature wrapping', () => {
  it('the signed original put aside into the signature does not make a forged document valid', () => {
    const wrapped = signature.replace(
      '<ds:Object>',
      `<ds:Object>${original.replace(signature, '')}</ds:Object><ds:Object>`,
    )
    for (const xml of [forged(wrapped), forged(byId(wrapped))]) {
      expect(outcomesOf(xml)).toHaveLength(1)
      expect(outcomesOf(xml)[0]?.status).toBe('broken')
    }
  })

  it('the signed original put into another element of a forged document does not make it valid', () => {
    expect(outcomesOf(forged(original))).toMatchObject([
      { status: 'broken', reason: 'signature-misplaced', coversDocument: false },
    ])
    expect(outcomesOf(`<x>${original}</x>`)).toMatchObject([{ reason: 'signature-misplaced' }])
  })

  it('a signature of a part of the document is not one of the document', () => {
    const part = document.replace('<c:value>', '<c:value Id="v">')
    const ofPart = Buffer.from(signEnveloped(bytes(part), key, at))
      .toString('utf8')
      .replace('URI=""', 'URI="#v"')
    expect(outcomesOf(ofPart)).toMatchObject([{ status: 'broken', reason: 'reference-elsewhere' }])
  })

  it('an identifier that occurs twice refers to nothing', () => {
    const twice = byId(sealed).replace('<c:value>', '<c:value Id="root">')
    expect(outcomesOf(twice)).toMatchObject([{ status: 'broken', reason: 'id-repeated' }])
  })

  it.each([
    ['https://elsewhere.example/certificate.xml', 'external-reference'],
    ['file:///etc/hostname', 'external-reference'],
    ['certificate.pdf', 'external-reference'],
    ['#xpointer(id("root"))', 'transform-not-supported'],
    ['#nowhere', 'reference-elsewhere'],
  ])('a reference to %s is not followed', (uri, reason) => {
    const xml = sealed.replace('URI=""', `URI="${uri.replaceAll('"', '&quot;')}"`)
    expect(outcomesOf(xml)).toMatchObject([{ reason, coversDocument: false }])
    expect(outcomesOf(xml)[0]?.status).not.toBe('valid')
  })

  it('a comment or an instruction inside a value is refused, although the canonical form does not see comments', () => {
    expect(outcomesOf(sealed.replace('1.000', '1.0<!-- -->00'))).toMatchObject([
      { status: 'broken', reason: 'comment-in-value' },
    ])
    expect(outcomesOf(sealed.replace('1.000', '1.0<?x y?>00'))).toMatchObject([
      { reason: 'comment-in-value' },
    ])
    const inDigest = sealed.replace('<ds:DigestValue>', '<ds:DigestValue><!--x-->')
    expect(outcomesOf(inDigest)).toMatchObject([{ reason: 'comment-in-value' }])
  })

  it('a comment between elements says nothing and changes nothing', () => {
    expect(outcomesOf(sealed.replace('<c:value>', '<!-- checked --><c:value>'))).toMatchObject([
      { status: 'valid' },
    ])
  })

  it('a second SignedInfo, or anything before it, is no signature that anybody reads alike', () => {
    const info = /<ds:SignedInfo .*?<\/ds:SignedInfo>/s.exec(sealed)?.[0] ?? ''
    expect(outcomesOf(sealed.replace(info, info + info))).toMatchObject([{ reason: 'signature-unreadable' }])
    expect(outcomesOf(sealed.replace(info, `<ds:Object></ds:Object>${info}`))).toMatchObject([
      { reason: 'signature-unreadable' },
    ])
  })

  it('a transform that could choose what is signed is not supported', () => {
    const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
    for (const transform of [
      'http://www.w3.org/TR/1999/REC-xslt-19991116',
      'http://www.w3.org/2002/06/xmldsig-filter2',
    ]) {
      expect(outcomesOf(sealed.replace(enveloped, transform))).toMatchObject([
        { status: 'unsupported', reason: 'transform-not-supported' },
      ])
    }
  })

  it.each([
    [
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
      'algorithm-not-supported',
    ],
    [
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
      'algorithm-weak',
    ],
    [
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
      'key-unsuitable',
    ],
    ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1', 'algorithm-weak'],
  ])('%s taken for %s: %s', (from, to, reason) => {
    const xml = sealed.replace(from, to)
    expect(outcomesOf(xml)[0]?.status).not.toBe('valid')
    expect(outcomesOf(xml)[0]?.reason).toBe(reason)
  })

  it('a document type declaration is refused before anything is digested', () => {
    const typed = sealed.replace(
      '<c:certificate',
      '<!DOCTYPE x [<!ATTLIST c:value Id ID #IMPLIED>]><c:certificate',
    )
    expect(outcomesOf(typed)).toMatchObject([{ status: 'unsupported', reason: 'document-type' }])
  })

  it('of two signatures side by side each is told by itself: the first did not sign that a second was added', () => {
    const second = signEnveloped(bytes(sealed), newSealingKey(), at)
    expect(verifySignatures(second, trusted, at)).toMatchObject([
      { status: 'broken', reason: 'digest-wrong' },
      { status: 'unknown-signer', coversDocument: true },
    ])
  })

  it('signatures side by side that leave all signatures out are all valid', () => {
    const xpath =
      '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>not(ancestor-or-self::ds:Signature)</ds:XPath></ds:Transform>'
    const named = sealed.replace(/<ds:Transform Algorithm="[^"]*enveloped-signature"><\/ds:Transform>/, xpath)
    // The digest of the document is the same; that SignedInfo was changed shows that the transform was followed.
    expect(outcomesOf(named)).toMatchObject([{ status: 'broken', reason: 'signature-wrong' }])
    const other = named.replace('not(ancestor-or-self::ds:Signature)', 'not(self::c:value)')
    expect(outcomesOf(other)).toMatchObject([{ reason: 'transform-not-supported' }])
  })

  it('more signatures than anybody needs are not looked at', () => {
    expect(outcomesOf(forged(signature.repeat(9)))).toMatchObject([
      { status: 'unsupported', reason: 'too-many' },
    ])
  })

  it('a file that cannot be read has one outcome, and it says so', () => {
    expect(outcomesOf('<c>')).toMatchObject([{ status: 'unsupported', reason: 'document-unreadable' }])
  })
})
