import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonLimits, readJson } from '#http/json/strict-json.ts'
import { Refusal } from '#refusal.ts'

const read = (text: string) => readJson(new TextEncoder().encode(text))

function codeOf(text: string | Uint8Array): { code: string; pointer: string | undefined } {
  try {
    readJson(typeof text === 'string' ? new TextEncoder().encode(text) : text)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: error.definition.code, pointer: error.place.pointer }
  }
  throw new Error('It was read')
}

describe('a body that is JSON', () => {
  it('is read as JSON.parse reads it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'é', '中', '\n', '"', '\\', '/', '𝄞', ' ') })
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        word,
        // JSON has no minus zero: it is written, and read, as 0.
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('tree'), { maxLength: 5 }),
      object: fc.dictionary(word, tie('tree'), { maxKeys: 5, noNullPrototype: true }),
    }))
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space)
        expect(read(text)).toEqual(JSON.parse(text.normalize('NFC').replaceAll(/-0(?![.\d])/g, '0')))
      }),
    )
  })

  it('is never read where JSON.parse would refuse it', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      'a',
      '\\',
      '1',
      '0',
      '-',
      '.',
      'e',
      'null',
      'true',
      ' ',
      '"a"',
      '"b":',
      '1e5',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let ours: { readonly value: unknown } | undefined
        try {
          ours = { value: read(text) }
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
        if (ours) expect(ours.value).toEqual(JSON.parse(text.replaceAll(/-0(?![.\d])/g, '0')))
      }),
      { numRuns: 5000 },
    )
  })

  it('keeps what looks like an inherited member as the member it is', () => {
    expect(read('{"constructor":1,"toString":2}')).toEqual({ constructor: 1, toString: 2 })
  })

  it('has its texts in composed form: the ohm sign is the letter', () => {
    expect(read('["\u2126","e\\u0301"]')).toEqual(['\u03a9', 'é'])
  })

  it('may hold a large integer, if it comes back as it is written', () => {
    expect(read('[10000000000000000, 9007199254740992]')).toEqual([1e16, 2 ** 53])
  })

  it('has no negative zero', () => {
    expect(Object.is((read('[-0.0]') as number[])[0], 0)).toBe(true)
  })

  it.each(["D'André", '°C, µm, Ω', '12-34/A #7', 'two\nlines\tand a tab'])('may hold %j', (text) => {
    expect(read(JSON.stringify([text]))).toEqual([text.normalize('NFC')])
  })
})

describe('a body that two readers could understand in two ways', () => {
  it.each([
    ['nothing', '', 'request.json-syntax'],
    ['a word', 'hello', 'request.json-syntax'],
    ['cut short', '{"a": 1', 'request.json-syntax'],
    ['two values', '{} {}', 'request.json-syntax'],
    ['a comma too many', '[1,]', 'request.json-syntax'],
    ['a leading zero', '[01]', 'request.json-syntax'],
    ['a bare point', '[1.]', 'request.json-syntax'],
    ['a raw line end in a text', '["a\nb"]', 'request.json-syntax'],
    ['a byte order mark', '\ufeff{}', 'request.json-syntax'],
    ['the word NaN', '{"value": NaN}', 'request.json-syntax'],
    ['the word Infinity', '[Infinity]', 'request.json-syntax'],
    ['a repeated member', '{"x":[{"a":1,"\\u0061":2}]}', 'request.json-repeated-member'],
    ['a prototype', '{"__proto__":{"admin":true}}', 'request.json-forbidden-member'],
    ['a number beyond double', '{"value": 1e400}', 'request.json-number-out-of-range'],
    ['a number that rounds to zero', '[1e-400]', 'request.json-number-out-of-range'],
    ['an integer that no double holds', '[9007199254740993]', 'request.json-number-out-of-range'],
    ['an endless number', `[0.${'1'.repeat(100)}]`, 'request.json-number-out-of-range'],
    ['U+0000', '["a\\u0000b"]', 'request.forbidden-character'],
    ['half a surrogate pair', '["\\ud800"]', 'request.forbidden-character'],
    ['a mark that turns the writing', '["a\u202eb"]', 'request.forbidden-character'],
    ['a C1 control', '["a\u0085b"]', 'request.forbidden-character'],
    ['too deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'request.json-too-deep'],
    [
      'too many members',
      `{${Array.from({ length: 20_001 }, (_, i) => `"m${i}":0`).join()}}`,
      'request.json-too-many',
    ],
    ['too many items', `[${'0,'.repeat(100_000)}0]`, 'request.json-too-many'],
  ])('%s is refused', (_, text, code) => {
    expect(codeOf(text).code).toBe(code)
  })

  it('is refused where its bytes are not UTF-8', () => {
    expect(codeOf(Buffer.from('eyJhIjoi/yJ9', 'base64')).code).toBe('request.json-not-utf8')
  })

  it('is told where the fault is', () => {
    expect(codeOf('{"results":[{"a/b":[1,1e999]}]}').pointer).toBe('/results/0/a~1b/1')
  })
})

describe('the limits', () => {
  it('take what is just within them', () => {
    const deep = `${'['.repeat(jsonLimits.depth)}${']'.repeat(jsonLimits.depth)}`
    expect(JSON.stringify(read(deep))).toBe(deep)
  })

  it.each([
    ['one long text', JSON.stringify('x'.repeat(1 << 20))],
    ['many escapes', `"${'\\n'.repeat(1 << 19)}"`],
    ['blanks', ' '.repeat(1 << 20)],
    ['quotes', '"'.repeat(1 << 20)],
    ['digits', '1'.repeat(1 << 20)],
  ])('answer a mebibyte of %s in time that grows with its length', (_, text) => {
    const started = performance.now()
    try {
      read(text)
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
