import { crc32, deflateRawSync } from 'node:zlib'

/** An archive as a program that writes workbooks makes it; `sizeSaid` says another size of each part than it has. */
export function archive(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { sizeSaid }: { readonly sizeSaid?: number } = {},
): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, part] of Object.entries(parts)) {
    const content = Buffer.from(part)
    const packed = deflateRawSync(content)
    const named = Buffer.from(name)
    const figures = Buffer.alloc(26)
    figures.writeUInt16LE(20, 0)
    figures.writeUInt16LE(8, 4)
    figures.writeUInt32LE(crc32(content), 10)
    figures.writeUInt32LE(packed.length, 14)
    figures.writeUInt32LE(sizeSaid ?? content.length, 18)
    figures.writeUInt16LE(named.length, 22)
    pieces.push(Buffer.from('PK\u0003\u0004'), figures, named, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), figures, place, named)
    at += 30 + named.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...pieces, listed, end]))
}

/** A workbook with these rows, as XML, on one sheet; style 1 shows dates. */
export const workbookOf = (
  rows: string,
  more: Readonly<Record<string, string>> = {},
  sizeSaid?: number,
): Uint8Array<ArrayBuffer> =>
  archive(
    {
      'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="台账" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`,
      'xl/sharedStrings.xml': `<sst><si><t>shared</t></si><si><r><t>in </t></r><r><t>parts</t></r><rPh><t>x</t></rPh></si></sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ...more,
    },
    sizeSaid === undefined ? {} : { sizeSaid },
  )
