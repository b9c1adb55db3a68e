import { isDateFormat } from './number-formats.ts'
import { sheetRows, type SheetRow } from './sheet-rows.ts'
import { listenToAll } from './xml-events.ts'
import { noSuchSheet, workbookTooLarge, workbookUnreadable } from './xlsx.refusals.ts'
import { readArchive, unpacked, type Archive } from './zip.ts'

export interface Workbook {
  /** The names of its sheets, in their order. */
  readonly sheets: readonly string[]
  /** From the first row, each time; of the first sheet if none is named. */
  readonly rows: (sheet?: string) => AsyncGenerator<SheetRow>
}

/** What cells refer to: texts by their number, and which styles show dates. */
export interface Shared {
  readonly texts: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly isFrom1904: boolean
}

interface Listed {
  readonly name: string
  readonly relation: string
}

/** Texts that are shared by cells are kept; no workbook of a laboratory has more. */
const mostSharedBytes = 64 << 20
/** Lists of sheets and of styles are kept whole. */
const mostListBytes = 8 << 20

/** A workbook (ECMA-376) as far as its values go: nothing in it is carried out, and nothing it refers to is looked for. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const archive = readArchive(bytes)
  const read = (name: string, most?: number) => unpacked(bytes, archive, name, most)
  const { sheets, isFrom1904 } = await readWorkbook(read('xl/workbook.xml', mostListBytes))
  const targets = await readRelations(read('xl/_rels/workbook.xml.rels', mostListBytes))
  const shared: Shared = {
    texts: await sharedTexts(archive, read),
    dateStyles: await dateStyles(archive, read),
    isFrom1904,
  }
  return {
    sheets: sheets.map(({ name }) => name),
    rows: (name) => {
      const sheet = name === undefined ? sheets[0] : sheets.find((each) => each.name === name)
      const target = sheet && targets.get(sheet.relation)
      if (target === undefined) throw refuseSheet(name, sheets)
      return sheetRows(read(target), shared)
    },
  }
}

function refuseSheet(name: string | undefined, sheets: readonly Listed[]) {
  const known = sheets
    .slice(0, 50)
    .map((each) => each.name.slice(0, 50).toWellFormed())
    .join(', ')
  return name === undefined
    ? workbookUnreadable({ en: 'It has no sheet', zh: '没有工作表' })
    : noSuchSheet({ en: `Its sheets are ${known}`, zh: `现有工作表：${known}` }, {}, { pointer: '/sheet' })
}

async function readWorkbook(part: AsyncIterable<Uint8Array>) {
  const sheets: Listed[] = []
  const found = { isFrom1904: false }
  await listenToAll(part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') found.isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      sheets.push({ name: attributes['name'] ?? '', relation: relation ?? '' })
    },
  })
  return { ...found, sheets }
}

/** A target is named from `xl/`, or from the root. */
async function readRelations(part: AsyncIterable<Uint8Array>): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  await listenToAll(part, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return targets
}

type Read = (name: string, most?: number) => AsyncIterable<Uint8Array>

/** Without the readings that East Asian writing has above its characters. */
async function sharedTexts(archive: Archive, read: Read): Promise<readonly string[]> {
  const name = 'xl/sharedStrings.xml'
  const texts: string[] = []
  if (!archive.has(name)) return texts
  const at = { text: '', isText: false, isReading: false }
  await listenToAll(read(name, mostSharedBytes), {
    open: (element) => {
      if (element === 'si') at.text = ''
      if (element === 'rPh') at.isReading = true
      at.isText = element === 't' && !at.isReading
    },
    text: (text) => {
      if (at.isText) at.text += text
    },
    close: (element) => {
      at.isText = false
      if (element === 'rPh') at.isReading = false
      if (element === 'si') texts.push(at.text)
      if (texts.length > 2_000_000) throw workbookTooLarge('It has too many texts')
    },
  })
  return texts
}

async function dateStyles(archive: Archive, read: Read): Promise<ReadonlySet<number>> {
  const name = 'xl/styles.xml'
  const styles = new Set<number>()
  if (!archive.has(name)) return styles
  const codes = new Map<number, string>()
  const at = { isWithin: false, index: 0 }
  await listenToAll(read(name, mostListBytes), {
    open: (element, attributes) => {
      if (element === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (element === 'cellXfs') at.isWithin = true
      if (element !== 'xf' || !at.isWithin) return
      if (isDateFormat(Number(attributes['numFmtId'] ?? 0), codes)) styles.add(at.index)
      at.index += 1
    },
    close: (element) => {
      if (element === 'cellXfs') at.isWithin = false
    },
  })
  return styles
}
