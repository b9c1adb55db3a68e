import type { ReceivedFile } from '#http/request/received-file.ts'
import { noRowsInFile } from '../imports.refusals.ts'
import type { Importer } from '../importers.ts'
import { csvSource } from './csv-source.ts'
import { kcdbSource } from './kcdb-source.ts'
import { ndjsonSource } from './ndjson-source.ts'
import { xlsxSource } from './xlsx-source.ts'
import type { Circumstances, Source } from './source.ts'

export const ndjson = 'application/x-ndjson'
export const csv = 'text/csv'
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file whose heading is in order, and in which there is a row: what is wrong with the rest is told row by row. */
export async function openSource(
  file: ReceivedFile,
  importer: Importer,
  circumstances: Circumstances,
): Promise<Source> {
  const source = await sourceOf(file, importer, circumstances)
  for await (const _ of source.rows()) return source
  throw noRowsInFile(noRowsInFile.definition.title)
}

async function sourceOf(
  file: ReceivedFile,
  { sheet }: Importer,
  circumstances: Circumstances,
): Promise<Source> {
  if (circumstances.kcdb) return kcdbSource(file, circumstances.kcdb)
  if (file.media === csv && sheet) return csvSource(file, sheet, circumstances)
  if (file.media === xlsx && sheet) return xlsxSource(file, sheet, circumstances)
  return ndjsonSource(file)
}
