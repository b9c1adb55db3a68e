import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml, usualLimits } from '#exchange/xml/read-xml.ts'
import { Refusal } from '#refusal.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readXml(bytes(text))

/** The code of the refusal, or what was read instead. */
function codeOf(work: () => unknown): string {
  try {
    return `read ${JSON.stringify(work())}`
  } catch (error) {
    if (error instanceof Refusal) return error.definition.code
    throw error
  }
}

const utf16 = (text: string, littleEndian: boolean) => {
  const buffer = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return littleEndian ? buffer : buffer.swap16()
}

describe('reading XML', () => {
  it('names elements and attributes by their namespace, whatever the prefix', () => {
    const root = read('<x:a xmlns:x="urn:n" b="1" x:c="2"><d xmlns="urn:m"/></x:a>')
    expect(root).toMatchObject({
      namespace: 'urn:n',
      name: 'a',
      attributes: [
        { namespace: '', name: 'b', value: '1' },
        { namespace: 'urn:n', name: 'c', value: '2' },
      ],
      children: [{ namespace: 'urn:m', name: 'd' }],
    })
  })

  it('tells where an element began', () => {
    expect(read('<a>\n  <b/>\n</a>').children[0]).toMatchObject({ line: 2, column: 3 })
    expect(read('<a>\n<b\nc="1"/></a>').children[0]).toMatchObject({ line: 2, column: 1 })
  })

  it('keeps the characters of a value as they are, out of text, CDATA and references', () => {
    expect(read('<a> 1.0<![CDATA[0 ]]>&#x3b1;&amp;&lt;\n</a>').text).toBe(' 1.00 α&<\n')
  })

  it.each([
    ['UTF-8', bytes('<?xml version="1.0" encoding="UTF-8"?><a>µ</a>')],
    ['UTF-8 without a declaration', bytes('<a>µ</a>')],
    ['UTF-8 with a byte order mark', bytes('\uFEFF<?xml version="1.0"?><a>µ</a>')],
    ['UTF-16, little end first', utf16('<?xml version="1.0" encoding="UTF-16"?><a>µ</a>', true)],
    ['UTF-16, big end first', utf16('<?xml version="1.0" encoding="UTF-16"?><a>µ</a>', false)],
  ])('reads %s', (_, file) => {
    expect(readXml(file).text).toBe('µ')
  })

  it.each([
    ['ISO-8859-1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>µ</a>', 'latin1')],
    ['ISO-8859-1 with nothing but ASCII in it', bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')],
    ['bytes that are no UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
    ['UTF-16 that calls itself UTF-8', utf16('<?xml version="1.0" encoding="UTF-8"?><a/>', true)],
    ['half a UTF-16 character', utf16('<a/>', true).subarray(0, 9)],
  ])('refuses %s, and says which encodings it reads', (_, file) => {
    expect(codeOf(() => readXml(file))).toBe('xml.encoding')
  })

  it.each([
    ['a file entity', '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]><a>&f;</a>'],
    ['an expansion', '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['one that is not used', '<?xml version="1.0"?>\n<!-- harmless --><?x y?><!DOCTYPE a><a/>'],
    ['one in small letters', '<!doctype a><a/>'],
  ])('refuses a document type before anything is parsed: %s', (_, text) => {
    expect(codeOf(() => read(text))).toBe('xml.doctype')
  })

  it.each([
    ['no XML', 'hello'],
    ['nothing', ''],
    ['an element that is not closed', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['one attribute by two prefixes', '<a xmlns:x="urn:n" xmlns:y="urn:n" x:b="1" y:b="2"/>'],
    ['a prefix without namespace', '<x:a/>'],
    ['an entity that nobody declared', '<a>&nbsp;</a>'],
    ['a control character', '<a>\u0007</a>'],
    ['a control character by reference', '<a>&#7;</a>'],
    ['an ampersand alone', '<a>R&D</a>'],
    ['text after the root', '<a/>x'],
  ])('refuses %s', (_, text) => {
    expect(codeOf(() => read(text))).toBe('xml.not-well-formed')
  })

  it('refuses XML 1.1, in which other characters are allowed', () => {
    expect(codeOf(() => read('<?xml version="1.1"?><a/>'))).toBe('xml.version')
  })

  it.each([
    ['a comment', '<a>1<!-- x -->.000</a>'],
    ['an instruction', '<a>1<?x y?>.000</a>'],
  ])('refuses a value that is divided by %s, because two readers would read two values', (_, text) => {
    expect(codeOf(() => read(text))).toBe('xml.divided-value')
  })

  it('reads a value beside which, and not inside which, a comment stands', () => {
    expect(read('<a><!-- x -->1.000<!-- y --></a>').text).toBe('1.000')
  })

  it.each([
    ['deeper', '<a>'.repeat(usualLimits.depth + 1)],
    ['with more attributes', `<a ${Array.from({ length: 65 }, (_, i) => `b${i}="1"`).join(' ')}/>`],
    ['with longer names', `<${'a'.repeat(257)}/>`],
    ['with more elements', `<a>${'<b/>'.repeat(usualLimits.elements)}</a>`],
  ])('refuses a file %s than any certificate', (_, text) => {
    expect(codeOf(() => read(text))).toBe('xml.too-complex')
  })

  it('does nothing that a file asks for: instructions, XInclude and schema locations are data', () => {
    const root = read(
      '<?xml-stylesheet href="http://127.0.0.1:9/x"?><a xmlns:xi="http://www.w3.org/2001/XInclude"' +
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="u http://127.0.0.1:9/x">' +
        '<xi:include href="file:///etc/hostname"/></a>',
    )
    expect(root.children).toHaveLength(1)
    expect(root.children[0]).toMatchObject({ name: 'include', children: [], text: '' })
  })

  it('answers or refuses whatever bytes it is given, and never fails', () => {
    const text = fc.string({ unit: fc.constantFrom(...'<>/!?[]-&;#"= axmlns:DOCTYPE\n\u00b5') })
    fc.assert(
      fc.property(fc.oneof(text.map(bytes), fc.uint8Array()), (file) => codeOf(() => readXml(file)) !== ''),
    )
  })
})
