import { createHash } from 'node:crypto'
import { pathOf, type Place } from '../content-model/place.ts'
import type { DccAttachment, DccText } from './dcc-read.ts'
import { all, line, lineOf, one, text, textOf, within, type Reader } from './reader.ts'

/**
 * richContentType, and the texts of 2.x: the words are answered, files are kept as attachments, a formula is told by its
 * LaTeX. MathML is not read.
 */
export function richText(reader: Reader, place: Place): DccText {
  const name = text(reader, place, 'name') ?? []
  const contents = textOf(reader, place)
  for (const file of all(reader, place, 'file')) readFile(reader, file)
  const formulas = all(reader, place, 'formula').flatMap((formula) => formulaOf(reader, formula))
  return [...name, ...contents, ...formulas]
}

/** Every text of one of these names; 2.x had some where later releases have one. */
export function rich(reader: Reader, parent: Place, ...names: readonly string[]): DccText | undefined {
  const texts = all(reader, parent, ...names).flatMap((place) => richText(reader, place))
  return texts.length === 0 ? undefined : texts
}

export function formulaOf(reader: Reader, place: Place): DccText {
  const latex = line(reader, place, 'latex', 'siunitx')
  return latex === undefined ? [] : [{ language: 'latex', text: latex }]
}

/** byteDataType: who wrote the file says what it is; what is in it is told by its length and hash. */
export function readFile(reader: Reader, place: Place): DccAttachment {
  const name = text(reader, place, 'name')
  const data = within(one(reader, place, 'dataBase64', 'data'), lineOf) ?? ''
  const bytes = Buffer.from(data, 'base64')
  rich(reader, place, 'description')
  const attachment: DccAttachment = {
    path: pathOf(place),
    ...(name && { name }),
    fileName: line(reader, place, 'fileName') ?? '',
    mimeType: line(reader, place, 'mimeType') ?? '',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  reader.attachments.push(attachment)
  return attachment
}
