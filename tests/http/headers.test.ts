import { describe, expect, it } from 'vitest'
import { isUnchanged, readIfMatch } from '#http/request/conditional.ts'
import { inLanguage, languageOf } from '#http/language.ts'
import { negotiate, splitEnding } from '#http/request/negotiation.ts'
import { operation } from '#http/operation.ts'
import { bearerToken, rawPath, readQuery, requestIdOf } from '#http/request/target.ts'

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.5, zh;q=0.4', 'en'],
    ['zh;q=0', 'en'],
    ['fr', 'en'],
    ['ZH-hans', 'zh'],
    [';;;,q=,,zh;q=x', 'zh'],
  ])('for %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })

  it('falls back on the one language that a text has', () => {
    expect(inLanguage('only one', 'zh')).toBe('only one')
    expect(inLanguage({ en: 'two', zh: '二' }, 'zh')).toBe('二')
  })
})

describe('If-Match', () => {
  it.each([
    ['"3"', 3],
    [' "12" ', 12],
    ['"0"', -1],
    ['"abc"', -1],
    ['W/"3"', -1],
    ['"03"', -1],
  ])('%s states the version %i', (header, version) => {
    expect(readIfMatch(header)).toBe(version)
  })

  it.each(['3', '"1", "2"', '*', '', '"a b"'])('%j is not one entity tag', (header) => {
    expect(() => readIfMatch(header)).toThrow('Send one entity tag')
  })

  it('is required', () => {
    expect(() => readIfMatch(undefined)).toThrow('Send If-Match')
  })
})

describe('If-None-Match', () => {
  it.each(['"3"', 'W/"3"', '"2", "3"', '*'])('%s knows version 3', (header) => {
    expect(isUnchanged(header, '"3"')).toBe(true)
  })

  it.each([undefined, '"2"', '3'])('%s does not', (header) => {
    expect(isUnchanged(header, '"3"')).toBe(false)
    expect(isUnchanged('*', undefined)).toBe(false)
  })
})

const shown = operation(
  {
    id: 'show',
    method: 'get',
    path: '/v1/shown/{code}',
    summary: 'x',
    access: 'public',
    answers: { 200: 'http/fault.json' },
    media: ['application/pdf', 'text/html'],
    refuses: [],
  },
  async () => ({ status: 200, body: { pointer: '', code: '', detail: '' } }),
)

describe('the medium of an answer', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/pdf', 'application/pdf'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['application/json;q=0.1, application/*;q=0.5', 'application/pdf'],
    ['text/*', 'text/html'],
  ])('for %j is %s', (accept, medium) => {
    expect(negotiate(shown, accept)).toBe(medium)
  })

  it('is none where nothing is acceptable', () => {
    expect(() => negotiate(shown, 'image/png')).toThrow('There is application/json')
    expect(() => negotiate(shown, 'application/json;q=0, text/html;q=0, application/pdf;q=0')).toThrow()
  })

  it('can be named by the ending of the address, but only if it is offered', () => {
    expect(splitEnding(shown, 'A-1.pdf')).toEqual({ value: 'A-1', medium: 'application/pdf', ending: '.pdf' })
    expect(splitEnding(shown, 'A-1.xml')).toEqual({ value: 'A-1.xml' })
    expect(splitEnding(shown, 'A-1.2')).toEqual({ value: 'A-1.2' })
  })
})

describe('an address', () => {
  it('is looked up as it was sent', () => {
    expect(rawPath({ url: 'http://h/a%2Fb/c?d=/e' })).toBe('/a%2Fb/c')
    expect(rawPath({ url: 'http://h/a' })).toBe('/a')
  })

  it('has a query of single parameters, each decoded once', () => {
    expect(readQuery('http://h/?a=1+2&b=%2541&c=&=x')).toEqual({ a: '1 2', b: '%41', c: '', '': 'x' })
    expect(readQuery('http://h/')).toEqual({})
  })

  it.each(['a=1&a=2', 'a=%zz', 'a=%ff', 'a=%00', '%00=1'])('does not have the query %s', (query) => {
    expect(() => readQuery(`http://h/?${query}`)).toThrow()
  })

  it('may name a parameter as no object does', () => {
    expect(Object.keys(readQuery('http://h/?__proto__=1&constructor=2'))).toEqual([
      '__proto__',
      'constructor',
    ])
  })
})

describe('the head of a request', () => {
  it('may bring its own order number, if a log can hold it', () => {
    expect(requestIdOf('order-7.2:a')).toBe('order-7.2:a')
    for (const bad of [undefined, '', 'a b', 'x'.repeat(101), 'a\nb'])
      expect(requestIdOf(bad)).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('shows its key after the word Bearer', () => {
    expect(bearerToken('Bearer etl_1')).toBe('etl_1')
    expect(bearerToken('bearer etl_1')).toBe('etl_1')
    for (const bad of [undefined, '', 'Basic x', 'Bearer', 'Bearer a b', `Bearer ${'x'.repeat(8001)}`]) {
      expect(bearerToken(bad)).toBeUndefined()
    }
  })
})
