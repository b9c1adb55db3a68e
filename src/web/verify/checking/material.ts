import { canonicalText } from '#evidence/canonical-form.ts'
import { textOfUtf8 } from '#evidence/encoding.ts'
import { embeddedFiles, isPdf } from '#exchange/pdf/embedded-files.ts'
import { proofFormat } from '#proof/bundle.ts'

/** A certificate as its canonical document says it. */
export interface StatedDocument {
  readonly text: string
  readonly content: object
  readonly number: string
  readonly version: number
}

/** What a file was understood as. */
export type Material =
  | { readonly is: 'pdf'; readonly within: StatedDocument | undefined }
  | { readonly is: 'document'; readonly document: StatedDocument }
  | { readonly is: 'proof' }
  | { readonly is: 'xml'; readonly identifier: string | undefined }
  | { readonly is: 'other' }

export async function materialOf(bytes: Uint8Array): Promise<Material> {
  if (isPdf(bytes)) {
    const files = await embeddedFiles(bytes)
    const documents = files.map((file) => statedDocument(textOfUtf8(file)))
    return { is: 'pdf', within: documents.find((document) => document !== undefined) }
  }
  const text = textOfUtf8(bytes)?.replace(/^\uFEFF/, '')
  if (text === undefined) return { is: 'other' }
  if (/^\s*</.test(text)) return { is: 'xml', identifier: identifierIn(text) }
  if (
    text.slice(0, 200_000).includes(`"format":"${proofFormat}"`) ||
    /"seal":"[\w.-]+"\}\s*$/.test(text.slice(-2000))
  )
    return { is: 'proof' }
  const document = statedDocument(text)
  return document ? { is: 'document', document } : { is: 'other' }
}

/** No document of a certificate is longer; of others' files, 15 MB of `{}` would take seconds and gigabytes to look at. */
export const longestText = 6_000_000

function statedDocument(text: string | undefined): StatedDocument | undefined {
  if (text === undefined || text.length > longestText || !/^\s*\{/.test(text)) return undefined
  const content = parsed(text)
  if (typeof content !== 'object' || content === null) return undefined
  const { number, version } = content as Readonly<Record<string, unknown>>
  if (typeof number !== 'string' || typeof version !== 'number' || !('results' in content)) return undefined
  return hasCanonicalForm(content) ? { text, content, number, version } : undefined
}

/** What no canonical document can say, none can be compared with: nested too deep, or half a letter. */
function hasCanonicalForm(content: object): boolean {
  try {
    return canonicalText(content) !== ''
  } catch {
    return false
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // it only looked like JSON
  }
}

/** DCC, 3.x: what the laboratory calls it. Read without a parser: nothing else of the file is believed. */
function identifierIn(xml: string): string | undefined {
  const said =
    /<(?:\w{1,100}:)?uniqueIdentifier>([^<]{1,300})</.exec(xml.slice(0, 500_000))?.[1]?.trim() ?? ''
  return said === '' || said.length > 100 ? undefined : said
}

/** Numbers of later versions end in ` v2`, as we write them. */
export function numberOfIdentifier(identifier: string): {
  readonly number: string
  readonly version?: number
} {
  const [, number, version] = /^(.+) v(\d{1,4})$/.exec(identifier) ?? []
  return number === undefined ? { number: identifier } : { number, version: Number(version) }
}
