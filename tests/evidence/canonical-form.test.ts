import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, isCanonicalText } from '#evidence/canonical-form.ts'
import { sha256Base64url, sha256Hex } from '#evidence/digest.ts'
import { Refusal } from '#refusal.ts'

const self: Record<string, unknown> = {}
self['self'] = self

describe('the canonical form', () => {
  it('is that of RFC 8785, 3.2.4', () => {
    const sample = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalText(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('does not depend on the order in which members were stated', () => {
    expect(canonicalText({ b: 1, a: [2], '\u20ac': 3, '\r': 4 })).toBe('{"\\r":4,"a":[2],"b":1,"€":3}')
    expect(canonicalText(-0)).toBe('0')
  })

  it('says the same as the value and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const text = canonicalText(value)
        expect(canonicalText(JSON.parse(text))).toBe(text)
        return isCanonicalText(text)
      }),
    )
  })

  it.each([
    ['nothing', undefined],
    ['a member without a value', { a: undefined }],
    ['a hole in a list', [1, , 2]], // eslint-disable-line no-sparse-arrays
    ['NaN', { a: [Number.NaN] }],
    ['infinity', Number.POSITIVE_INFINITY],
    ['half a surrogate pair', { a: '\ud800' }],
    ['half a surrogate pair in a name', { '\udc00': 1 }],
    ['a large integer', { a: 1n }],
    ['a function', { a: () => 1 }],
    ['a time that is no text yet', { a: new Date(0) }],
    ['a map', new Map([[1, 2]])],
    ['something that speaks for itself', { toJSON: () => 1 }],
    ['a value that contains itself', self],
  ])('does not exist for %s', (_, value) => {
    expect(() => canonicalText(value)).toThrow(Refusal)
  })

  it('says where the fault is', () => {
    try {
      canonicalText({ 'a/b': [{ c: Number.NaN }] })
      expect.unreachable()
    } catch (error) {
      expect((error as Refusal).place.pointer).toBe('/a~1b/0/c')
    }
  })

  it.each(['{"b":1,"a":2}', '{"a":1,"a":1}', '{ "a":1}', '1.0', '"\\u0041"', '{', ''])(
    'is not %s',
    (text) => {
      expect(isCanonicalText(text)).toBe(false)
    },
  )
})

describe('the digest', () => {
  it('is SHA-256 (FIPS 180-4, example "abc"), of a text in UTF-8 as of its bytes', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(sha256Hex('abc')).toBe(abc)
    expect(sha256Hex(new TextEncoder().encode('校准'))).toBe(sha256Hex('校准'))
    expect(Buffer.from(sha256Base64url('abc'), 'base64url').toString('hex')).toBe(abc)
  })
})
