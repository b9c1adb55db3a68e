import { lineStream, type Line } from '#exchange/csv/line-stream.ts'
import { tooLarge } from '#http/http.refusals.ts'
import { mostJsonBytes } from '#http/request/body.ts'
import { readJson } from '#http/json/strict-json.ts'
import type { ReceivedFile } from '#http/request/received-file.ts'
import { Refusal } from '#refusal.ts'
import { rowRefusalOf } from '../running/row-refusal.ts'
import { refusalOf } from './body-of-row.ts'
import type { Source, SourceRow } from './source.ts'

/** Each line is the body of the single operation, read as strictly as by itself. */
export const ndjsonSource = (file: ReceivedFile): Source => ({
  encoding: 'utf-8',
  warnings: [],
  rows: () => rowsOf(file),
})

async function* rowsOf(file: ReceivedFile): AsyncGenerator<SourceRow> {
  const stream = lineStream(mostJsonBytes)
  for await (const bytes of file.read()) for (const line of stream.push(bytes)) yield rowOf(line)
  for (const line of stream.end()) yield rowOf(line)
}

function rowOf({ line, bytes, isTooLong }: Line): SourceRow {
  const words = { en: `More than ${mostJsonBytes} bytes`, zh: `超过 ${mostJsonBytes} 字节` }
  if (isTooLong) return { line, refusal: refusalOf(tooLarge.definition.code, words) }
  try {
    return { line, body: readJson(bytes) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { line, refusal: rowRefusalOf(error) }
  }
}
