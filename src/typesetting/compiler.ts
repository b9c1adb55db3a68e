import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders } from '#fonts/font-files.ts'
import type { Sheet } from './messages.ts'

const template = fileURLToPath(new URL('./template/', import.meta.url))

/** Archived for decades with its data inside, and readable aloud: PDF/A-3, level a. */
const standard = 'a-3a'
/** What was not used by so many sheets is forgotten. */
const keptFor = 3

/**
 * One compiler for many sheets. Its main file stays as it is: changing it between two runs can abort the whole process. All
 * that changes stands in files that exist in memory only, and is read there as data, never as markup.
 */
export function sheetCompiler(): (sheet: Sheet) => Uint8Array {
  const compiler = NodeCompiler.create({ workspace: template, fontArgs: [{ fontPaths: fontFolders() }] })
  return ({ data, files, createdAt }) => {
    compiler.mapShadow(`${template}data.json`, Buffer.from(data))
    for (const { path, bytes } of files) compiler.mapShadow(`${template}${path}`, Buffer.from(bytes))
    try {
      return compiled(compiler, createdAt)
    } finally {
      for (const { path } of files) compiler.unmapShadow(`${template}${path}`)
      compiler.evictCache(keptFor)
    }
  }
}

function compiled(compiler: NodeCompiler, createdAt: number): Uint8Array {
  const outcome = compiler.compile({ mainFilePath: `${template}certificate.typ` })
  const { result } = outcome
  // A warning is told of an unknown font or a figure without words: such a sheet would differ from machine to machine.
  const complaint = outcome.takeError() ?? outcome.takeWarnings()
  if (complaint) throw new Error(JSON.stringify(compiler.fetchDiagnostics(complaint)).slice(0, 4_000))
  if (!result) throw new Error('Nothing was typeset')
  return compiler.pdf(result, { pdfStandard: standard, pdfTags: true, creationTimestamp: createdAt })
}
