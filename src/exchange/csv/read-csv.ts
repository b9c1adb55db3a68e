/** A record of a file, by the number of the line on which it begins; the first line is 1. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** Why a file is no CSV, and where. */
export interface CsvFault {
  readonly line: number
  readonly why: 'quote-not-closed' | 'text-after-quote' | 'quote-inside-cell' | 'other-number-of-cells'
}

export interface CsvRead {
  readonly records: readonly CsvRecord[]
  readonly faults: readonly CsvFault[]
}

/**
 * RFC 4180, read strictly: commas, double quotes, CR LF or LF, as many cells in each record as in the first. A byte order mark is
 * passed over, and so are empty lines. What is wrong is told by its line, and the rest is read all the same.
 */
export function readCsv(text: string): CsvRead {
  const faults: CsvFault[] = []
  const records = recordsOf(text.replace(/^\uFEFF/u, ''), faults)
  const width = records[0]?.cells.length
  for (const { line, cells } of records)
    if (cells.length !== width) faults.push({ line, why: 'other-number-of-cells' })
  return { records, faults }
}

function recordsOf(text: string, faults: CsvFault[]): CsvRecord[] {
  const records: CsvRecord[] = []
  let cells: string[] = []
  let line = 1
  let begun = 1
  let at = 0
  const end = () => {
    if (cells.length > 1 || cells[0] !== '') records.push({ line: begun, cells })
    cells = []
    begun = line
  }
  while (at <= text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at)
    if (cell.fault !== undefined) faults.push({ line, why: cell.fault })
    cells.push(withoutGuard(cell.content))
    line += cell.content.split('\n').length - 1
    at = cell.end
    if (text[at] === ',') at += 1
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1
      line += 1
      end()
      if (at >= text.length) break
    }
  }
  return records
}

interface Cell {
  readonly content: string
  /** Where the comma, the line break or the end of the file is. */
  readonly end: number
  readonly fault?: CsvFault['why']
}

const endOfCell = /[,\n]|\r\n|$/gu

function plain(text: string, from: number): Cell {
  endOfCell.lastIndex = from
  const end = endOfCell.exec(text)?.index ?? text.length
  const content = text.slice(from, end)
  return { content, end, ...(content.includes('"') && { fault: 'quote-inside-cell' as const }) }
}

function quoted(text: string, from: number): Cell {
  let close = text.indexOf('"', from + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close === -1) return { content: text.slice(from + 1), end: text.length, fault: 'quote-not-closed' }
  const content = text.slice(from + 1, close).replaceAll('""', '"')
  const rest = plain(text, close + 1)
  return { content, end: rest.end, ...(rest.content !== '' && { fault: 'text-after-quote' as const }) }
}

/** The apostrophe that keeps a spreadsheet from carrying a text out as a formula is no part of the text. */
export const withoutGuard = (content: string) => content.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, '')
