import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { PDFDocument } from '@cantoo/pdf-lib'
import jsqr from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

// The canvas that pdfjs-dist draws on in Node.
const { createCanvas } = createRequire(import.meta.resolve('pdfjs-dist'))('@napi-rs/canvas')

const opened = (pdf: Uint8Array) => getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise

/** The text of each page, as whoever copies it gets it. */
export async function textOfPages(pdf: Uint8Array): Promise<string[]> {
  const document = await opened(pdf)
  const pages = Array.from({ length: document.numPages }, async (_, i) => {
    const { items } = await (await document.getPage(i + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return Promise.all(pages)
}

/** What a camera reads from the first page, drawn at so many dots per inch. */
export async function qrOfFirstPage(pdf: Uint8Array, dpi: number): Promise<string | undefined> {
  const page = await (await opened(pdf)).getPage(1)
  const viewport = page.getViewport({ scale: dpi / 72 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  await page.render({ canvas, canvasContext: context, viewport }).promise
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data
}

export interface Attached {
  readonly name: string
  readonly mimeType: string | undefined
  readonly relationship: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

export async function attachmentsOf(pdf: Uint8Array): Promise<Attached[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.getAttachments().map(({ name, mimeType, afRelationship, data }) => ({
    name,
    mimeType,
    relationship: String(afRelationship),
    sha256: createHash('sha256').update(data).digest('hex'),
    bytes: data,
  }))
}

/** Every object of the file that is no page content, unpacked, as text. */
export async function objectListOf(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.context.enumerateIndirectObjects().map(([, object]) => object.toString())
}

export const objectsOf = async (pdf: Uint8Array): Promise<string> => (await objectListOf(pdf)).join('\n')

export const titleOf = async (pdf: Uint8Array): Promise<string | undefined> =>
  (await PDFDocument.load(pdf, { updateMetadata: false })).getTitle()
