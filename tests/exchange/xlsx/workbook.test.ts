import { describe, expect, it } from 'vitest'
import { writeSheets } from '#exchange/tables/write-sheet.ts'
import { openWorkbook } from '#exchange/xlsx/workbook.ts'
import { archive, workbookOf } from './archives-of-the-tests.ts'

async function read(bytes: Uint8Array, sheet?: string) {
  const workbook = await openWorkbook(bytes)
  const rows = []
  for await (const { line, cells } of workbook.rows(sheet))
    rows.push([line, ...Array.from(cells, (cell) => (cell ? `${cell.kind} ${cell.text}` : ''))])
  return rows
}

const refused = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'read',
    (error: { definition?: { code: string } }) => error.definition?.code ?? String(error),
  )

describe('a workbook', () => {
  it('is read as it was written', async () => {
    const bytes = await writeSheets([
      {
        name: 'One',
        heading: ['设备编号', 'Range'],
        rows: [
          ['M-1', 10.5],
          ['=1+1', undefined, 'x'],
        ],
      },
      { name: 'Two', heading: ['other'], rows: [] },
    ])
    expect(await read(bytes)).toEqual([
      [1, 'text 设备编号', 'text Range'],
      [2, 'text M-1', 'number 10.5'],
      [3, 'text =1+1', '', 'text x'],
    ])
    expect(await read(bytes, 'Two')).toEqual([[1, 'text other']])
    expect((await openWorkbook(bytes)).sheets).toEqual(['One', 'Two'])
  })

  it('has its cells where they stand, dates by their format, formulas as such', async () => {
    const rows =
      '<row r="3"><c r="B3" t="s"><v>1</v></c><c r="D3" s="1"><v>45658</v></c><c s="1"><v>45658.5</v></c></row>' +
      '<row><c><f>1+1</f><v>2</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>a &amp; b</v></c></row>' +
      '<row r="9"><c r="A9"><v>1.1000000000000001</v></c><c t="inlineStr"><is><t>in</t><t>line</t></is></c><c/></row>'
    expect(await read(workbookOf(rows))).toEqual([
      [3, '', 'text in parts', '', 'date 2025-01-01', 'date 2025-01-01T12:00:00'],
      [4, 'number 2', 'boolean true', 'error #REF!', 'text a & b'],
      [9, 'number 1.1', 'text inline'],
    ])
    const workbook = await openWorkbook(workbookOf(rows))
    const computed = []
    for await (const { cells } of workbook.rows())
      computed.push(cells.filter((cell) => cell?.isFormula).length)
    expect(computed).toEqual([0, 2, 0])
  })

  it('that is none is refused, whatever it is instead', async () => {
    const good = workbookOf('<row><c><v>1</v></c></row>')
    expect(await refused(new Uint8Array())).toBe('workbook.unreadable')
    expect(await refused(new TextEncoder().encode('code,name\n'.repeat(50)))).toBe('workbook.unreadable')
    expect(await refused(good.subarray(0, good.length - 30))).toBe('workbook.unreadable')
    expect(await refused(archive({ 'a.txt': 'x' }))).toBe('workbook.unreadable')
    const doctype = `<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`
    expect(await refused(workbookOf('', { 'xl/worksheets/sheet1.xml': doctype }))).toBe('workbook.unreadable')
    expect(await refused(workbookOf('<row><c t="s"><v>99</v></c></row>'))).toBe('workbook.unreadable')
    expect(await refused(workbookOf('<row><c r="ZZZ1"><v>1</v></c></row>'))).toBe('workbook.unreadable')
    expect(await refused(workbookOf('<row><c></row>'))).toBe('workbook.unreadable')
    for (let at = 0; at < good.length; at += 7) {
      const damaged = Uint8Array.from(good)
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      expect(await refused(damaged)).toMatch(/^(?:read|workbook\.)/)
    }
  })

  it('that unpacks to more than may be is let go, whatever it says of its size', async () => {
    const bomb = workbookOf('', { 'xl/sharedStrings.xml': `<sst>${' '.repeat(70 << 20)}</sst>` }, 100)
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refused(bomb)).toBe('workbook.too-large')
    for (const list of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'])
      expect(await refused(workbookOf('', { [list]: `<x>${'<sheet/>'.repeat(1_100_000)}</x>` })), list).toBe(
        'workbook.too-large',
      )
  }, 30_000)
})
