import { array, assert, constantFrom, property } from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { element, notXmlText, text, writeXml } from '#exchange/xml/write-xml.ts'
import { Refusal } from '#refusal.ts'

/** Texts as people write them, with everything that XML has a use for. */
const written = array(
  constantFrom(
    '&',
    '<',
    '>',
    '"',
    "'",
    '\r',
    '\n',
    '\t',
    'a',
    '0',
    '证',
    '书',
    'µ',
    'Å',
    'é',
    '😀',
    ']]>',
    '\u00a0',
  ),
).map((parts) => parts.join(''))

describe('writing XML', () => {
  it('writes elements in lines, texts as they are, and attributes in the order of the canonical form', () => {
    const tree = element(
      'dcc:item',
      { refType: 'basic_x', id: 'i1', 'xmlns:dcc': 'https://ptb.de/dcc', missing: undefined },
      text('dcc:name', 'a < b & c > d', { lang: 'en' }),
      undefined,
      [element('dcc:empty', {})],
    )
    expect(writeXml(tree)).toBe(
      [
        '<dcc:item xmlns:dcc="https://ptb.de/dcc" id="i1" refType="basic_x">',
        '  <dcc:name lang="en">a &lt; b &amp; c &gt; d</dcc:name>',
        '  <dcc:empty></dcc:empty>',
        '</dcc:item>',
      ].join('\n'),
    )
  })

  it('writes what libxml2 calls canonical, and reads back the very text, whatever stands in it', () => {
    assert(
      property(written, written, (content, attribute) => {
        const xml = writeXml(element('sample', { b: attribute, a: 'x' }, text('value', content)))
        const document = XmlDocument.fromString(xml)
        try {
          expect(document.canonicalizeToString()).toBe(xml)
          expect(document.get('/sample/value')?.content).toBe(content.normalize('NFC'))
          expect(document.get('/sample/@b')?.content).toBe(attribute.normalize('NFC'))
        } finally {
          document.dispose()
        }
      }),
    )
  })

  it('brings a text into the one composed form, so that the same name is the same bytes', () => {
    const decomposed = 'A\u030angstro\u0308m'
    expect(writeXml(text('name', decomposed))).toBe(writeXml(text('name', decomposed.normalize('NFC'))))
  })

  it.each(['\u0000', '\u0007', '\u001f', '\ufffe', '\ud800'])(
    'refuses a text with %j, and names it',
    (character) => {
      const write = () => writeXml(text('name', `bell${character}`))
      expect(write).toThrow(Refusal)
      expect(notXmlText.definition.code).toBe('xml.character-not-allowed')
    },
  )
})
