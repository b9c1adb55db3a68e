import * as fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { signaturesOf } from '#exchange/xml-signature/signed-document.ts'
import { signEnveloped } from '#exchange/xml-signature/sign-enveloped.ts'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'
import { newSealingKey } from '../../sealing-key.ts'

const key = newSealingKey()
const trusted = [key.certificate.toString()]
const document = Buffer.from(
  '<c:certificate xmlns:c="urn:c" id="root"><c:number>NIM-1</c:number><c:value unit="kg">1.000</c:value></c:certificate>',
)
const sealed = Buffer.from(signEnveloped(document, key, new Date('2026-03-02'))).toString('utf8')

/** What a reader finds in a file beside its signatures. */
function saidBy(xml: string): string {
  const read = XmlDocument.fromString(xml)
  try {
    for (const signature of signaturesOf(read)) signature.remove()
    return read.canonicalizeToString()
  } finally {
    read.dispose()
  }
}

/** Pieces that attacks on XML signatures are made of. */
const pieces = fc.constantFrom(
  '<!---->',
  '<?x?>',
  '<c:value unit="kg">9.999</c:value>',
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"></ds:Signature>',
  '<!DOCTYPE c>',
  '&#13;',
  ' Id="root"',
  'xmlns:c="urn:d"',
  '</c:certificate>',
  '<ds:Reference URI="#root">',
  '\u0000',
)

const place = fc.double({ min: 0, max: 1, noNaN: true }).map((part) => Math.floor(part * sealed.length))

/** A part is taken out, put elsewhere, doubled, or replaced by something that an attacker would put there. */
const mutation = fc
  .record({ from: place, length: fc.integer({ min: 0, max: 400 }), to: place, piece: fc.option(pieces) })
  .map(({ from, length, to, piece }) => (xml: string) => {
    const taken = xml.slice(from, from + length)
    const rest = xml.slice(0, from) + xml.slice(from + length)
    return rest.slice(0, to) + (piece ?? taken) + rest.slice(to)
  })

describe('whatever is done to a sealed file', () => {
  it('there is an outcome, and where it is valid, the file still says what was sealed and nothing else', () => {
    const meant = saidBy(sealed)
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const xml = mutations.reduce((text, mutate) => mutate(text), sealed)
        const outcomes = verifySignatures(Buffer.from(xml, 'utf8'), trusted)
        if (outcomes.some(({ status }) => status === 'valid')) expect(saidBy(xml)).toBe(meant)
      }),
      { numRuns: 1500 },
    )
  }, 60_000)

  it('bytes that are no XML at all have an outcome too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(verifySignatures(bytes, trusted).every(({ status }) => status !== 'valid')).toBe(true)
      }),
    )
  })
})
