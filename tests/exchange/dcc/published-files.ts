import { existsSync, globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** Certificates of third parties. They are not part of this repository: they lie beside it where they are checked out. */
const place = '../shared/dcc'

export const arePublishedFilesHere = existsSync(`${place}/examples/valid`)
export const schemaDirectory = `${place}/xsd`

export interface PublishedFile {
  /** `valid/3.3.0/dcclib-valid.xml` */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The published files of a folder, by name. */
export const publishedFiles = (folder: string): readonly (readonly [string, PublishedFile])[] =>
  globSync(`${place}/${folder}/**/*.xml`)
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const name = relative(place, path).replaceAll('\\', '/')
      return [name, { name, bytes: readFileSync(path) }]
    })

export const publishedFile = (name: string): Uint8Array => readFileSync(`${place}/${name}`)

export const publishedPem = (name: string): string => readFileSync(`${place}/trust/${name}`, 'utf8')

/** A published certificate with some text replaced; the text must be there. */
export function changed(name: string, ...replacements: readonly (readonly [string, string])[]): Uint8Array {
  let text = new TextDecoder().decode(publishedFile(name))
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`)
    text = text.replace(from, () => to)
  }
  return new TextEncoder().encode(text)
}
