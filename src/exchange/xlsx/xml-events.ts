import { SaxesParser } from 'saxes'
import { workbookUnreadable } from './xlsx.refusals.ts'

/** What is heard of a part of a workbook; names without their prefixes. */
export interface Listener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
const unreadable = (en: string, zh: string) => workbookUnreadable({ en, zh })

/** Reads XML in pieces, and lets others have their turn between them: no document type, no entities but the five of XML. */
export async function* listen(
  pieces: AsyncIterable<Uint8Array>,
  listener: Listener,
): AsyncGenerator<undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  parser.on('error', (error) => {
    throw unreadable(`A part of it is no XML: ${error.message}`, '部件不是有效的 XML')
  })
  parser.on('doctype', () => {
    throw unreadable('A part of it has a document type', '部件含有文档类型声明')
  })
  const { open, text, close } = listener
  if (open) parser.on('opentag', (tag) => open(local(tag.name), tag.attributes))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close) parser.on('closetag', (tag) => close(local(tag.name)))
  for await (const piece of pieces) {
    parser.write(decoded(decoder, piece))
    yield undefined
  }
  parser.close()
  yield undefined
}

function decoded(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: true })
  } catch {
    throw unreadable('A part of it is not UTF-8', '部件不是 UTF-8')
  }
}

/** All of a small part. */
export async function listenToAll(pieces: AsyncIterable<Uint8Array>, listener: Listener): Promise<void> {
  for await (const _ of listen(pieces, listener)) continue
}
