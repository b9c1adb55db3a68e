import { createHash as nodeHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EtalonProblem, type EtalonClient } from '#client/client.ts'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import { signText } from '#evidence/signature.ts'
import { embeddedFiles } from '#exchange/pdf/embedded-files.ts'
import { proofFormat } from '#proof/bundle.ts'
import { sealed } from '#proof/seal.ts'
import { checkFile } from '#web/verify/checking/check-file.ts'
import { differingPlaces } from '#web/verify/checking/differing-places.ts'
import { materialOf } from '#web/verify/checking/material.ts'
import { understandInput } from '#web/verify/understand-input.ts'
import { createHash, hash } from '../../src/web/client/node-crypto.ts'

describe('SHA-256 for browsers', () => {
  it('is that of the platform, for every length about a block and for texts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme' }), (bytes, text) => {
        const ours = createHash('sha256').update(bytes).update(text)
        const theirs = nodeHash('sha256').update(bytes).update(text)
        expect(ours.digest('hex')).toBe(theirs.copy().digest('hex'))
        expect(ours.digest('base64url')).toBe(theirs.digest('base64url'))
        expect(Buffer.from(hash('sha256', bytes, 'buffer'))).toEqual(
          nodeHash('sha256').update(bytes).digest(),
        )
      }),
    )
  })
})

describe('what somebody typed', () => {
  it('is a hash, a number, or the address of a page', () => {
    const sha256 = 'a'.repeat(64)
    expect(understandInput(` SHA-256: ${sha256.toUpperCase()} `)).toEqual({ is: 'hash', sha256 })
    expect(understandInput('质检〔2026〕第0101号')).toEqual({ is: 'number', number: '质检〔2026〕第0101号' })
    const address = 'https://etalon.example/verify/%E8%B4%A8-1?version=2&language=en'
    expect(understandInput(address)).toEqual({ is: 'number', number: '质-1', version: '2' })
    expect(understandInput('  ')).toEqual({ is: 'nothing' })
  })
})

describe('where two documents differ', () => {
  it('is told by place, with what stands there in each, and never more than is asked for', () => {
    const found = differingPlaces({ a: 1, b: [1, { 'c/d': 'x' }] }, { a: 1, b: [2, { 'c/d': 'y' }], e: null })
    expect(found).toEqual([
      { pointer: '/b/0', ours: '1', theirs: '2' },
      { pointer: '/b/1/c~1d', ours: 'x', theirs: 'y' },
      { pointer: '/e', ours: '–', theirs: 'null' },
    ])
    expect(differingPlaces({ a: 1, b: 2 }, { a: 2, b: 1 }, 1)).toHaveLength(1)
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differingPlaces(value, structuredClone(value))).toEqual([])
      }),
    )
  })
})

describe('a file of a stranger', () => {
  it('that no document can be is of no kind, and stops nothing', async () => {
    const nested = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`
    for (const text of [
      `{"number":"A-1","version":1,"results":[${nested}]}`,
      '{"number":"A-1","version":1,"results":["\\ud800"]}',
      '['.repeat(50_000),
    ])
      expect(await materialOf(Buffer.from(text))).toEqual({ is: 'other' })
  })

  it('takes no longer to understand than it is long', async () => {
    const blanks = ' '.repeat(1_000_000)
    const started = performance.now()
    for (const text of [
      `%PDF-1 obj /Filter${blanks}/EmbeddedFile stream\nendstream`,
      `%PDF-1 ${'/EmbeddedFile stream\n'.repeat(100_000)}`,
      `<uniqueIdentifier>${blanks}`,
    ])
      await materialOf(Buffer.from(text))
    const long = `{"number":"A-1","version":1,"results":[${'{},'.repeat(5_000_000)}{}]}`
    expect(await materialOf(Buffer.from(long))).toEqual({ is: 'other' })
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(
      await materialOf(Buffer.from('<dcc:uniqueIdentifier>\n A-1 v2 \n</dcc:uniqueIdentifier>')),
    ).toEqual({ is: 'xml', identifier: 'A-1 v2' })
  })
})

const apiThatAnswers = (body: object) =>
  ({
    ask: async (id: string) => {
      if (id === 'published-keys') return { body: { keys: [] } }
      if (id === 'find-by-hash') return { body }
      throw new EtalonProblem(404, {})
    },
    media: async () => {
      throw new EtalonProblem(404, {})
    },
  }) as unknown as EtalonClient

describe('a file that only says that it is genuine', () => {
  it('is not, if it is a proof that somebody has sealed by a key of their own', async () => {
    const key = signingKeyFromSeed(Buffer.alloc(32, 7))
    const question = { at: 'a', asKnownAt: 'a', certificate: 'A-1', policy: 'p', result: 'r', version: 1 }
    const bundle = {
      answer: {},
      documents: [],
      format: proofFormat,
      keys: [],
      log: { checkpoint: 'c', origin: 'o', statements: [] },
      made: 'm',
      node: 'n',
      posed: {},
      question,
      records: {},
    }
    const text = sealed(bundle as never, (payload, typ) => signText(payload, typ, key))
    const report = await checkFile(
      { name: 'proof.json', bytes: new TextEncoder().encode(text) },
      apiThatAnswers({}),
    )
    expect(report.understood.en).toBe('a proof bundle')
    expect([report.verdict, report.about]).toEqual(['unknown', undefined])
    expect(report.checks.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown'])
  })

  it('is not, if genuine data lie in a PDF that nobody here may compare', async () => {
    const data = '{"number":"A-1","results":[],"version":1}'
    const pdf = `%PDF-1.7\n1 0 obj << /Type /EmbeddedFile /Length ${data.length} >>\nstream\n${data}\nendstream`
    const api = apiThatAnswers({ matches: [{ what: 'document', number: 'A-1', version: 1 }] })
    const report = await checkFile({ name: 'a.pdf', bytes: new TextEncoder().encode(pdf) }, api)
    expect(report.checks.map(({ outcome }) => outcome)).toEqual(['unknown', 'holds'])
    expect(report.verdict).toBe('unknown')
  })
})

describe('files within a PDF', () => {
  it('are none in what is no PDF, however it lies', async () => {
    const lying = Buffer.from(
      '%PDF-1.7\n1 0 obj << /Type /EmbeddedFile /Filter /FlateDecode /Length 9 >>\nstream\nnot zlib!\nendstream',
    )
    expect(await embeddedFiles(lying)).toEqual([])
    const bomb = deflateSync(Buffer.alloc(40_000_000)).toString('latin1')
    const large = `%PDF-1.7\n1 0 obj << /Type /EmbeddedFile /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n${bomb}\nendstream`
    expect(await embeddedFiles(Buffer.from(large, 'latin1'))).toEqual([])
    const plain = Buffer.from('%PDF-1.7\n1 0 obj << /Type /EmbeddedFile /Length 2 >>\nstream\n{}\nendstream')
    expect((await embeddedFiles(plain)).map((file) => Buffer.from(file).toString())).toEqual(['{}'])
  })
})
