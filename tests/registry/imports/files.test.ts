import { beforeAll, describe, expect, it } from 'vitest'
import { workbookOf } from '../../exchange/xlsx/archives-of-the-tests.ts'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

const s = service()
const admin = administrator(s)
let plant: Awaited<ReturnType<typeof newPerson>>

beforeAll(async () => {
  must(await newOrganization(admin, 'PLANT'))
  plant = await newPerson(s, admin, { organization: 'PLANT', roles: ['quality-manager'] })
})

const csv = { 'content-type': 'text/csv' }
const ndjson = { 'content-type': 'application/x-ndjson' }
const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
const head = 'code,nameEn,manufacturer,model,serialNumber,level'
const row = (code: string, serial = code) => `${code},Weight,Maker,Model,${serial},instrument`
const table = (...rows: readonly string[]) => [head, ...rows, ''].join('\r\n')
const send = (query: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = csv) =>
  plant.send('POST', `/v1/import/equipment${query}`, body, headers)
const refused = async (text: string) => (await send('?mode=each', text)).body
const cell = (text: string) => `<c t="str"><v>${text}</v></c>`

const body = (code: string) =>
  JSON.stringify({
    code,
    owner: 'PLANT',
    name: '砝码',
    manufacturer: 'Maker',
    model: 'Model',
    serialNumber: code,
    level: 'instrument',
  })

describe('a file', () => {
  it('of lines holds bodies, each refused at its own line', async () => {
    const answer = await send(
      '?mode=each',
      `\uFEFF${body('H-1')}\r\n\n{"code": "H-2", "code": "H-3"}\nnot json\n${body('H-4').replace('Maker', String.raw`Ma\u0000ker`)}\n${body('H-5')}`,
      ndjson,
    )
    expect(answer.body.counts).toMatchObject({ rows: 5, recorded: 2, refused: 3 })
    expect(answer.body.rows).toMatchObject([
      { line: 3, code: 'request.json-repeated-member' },
      { line: 4, code: 'request.json-syntax' },
      { line: 5, code: 'request.forbidden-character', errors: [{ pointer: '/manufacturer' }] },
    ])
  })

  it('of a Chinese spreadsheet is read in GB 18030, with its headings and words, semicolons and a range', async () => {
    const text =
      '设备编号;设备名称;制造商;型号规格;出厂编号;计量级别;强制检定;被测量种类;测量范围下限;测量范围上限;测量范围单位\r\n' +
      'J-1;砝码;厂家;M1;77;工作计量器具;是;mass.conventional;10;10;kg\r\n'
    const bytes = gb2312(text)
    const answer = await send('', bytes)
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      encoding: 'gb18030',
      separator: ';',
      warnings: [{ code: 'encoding-recognized' }],
    })
    expect(must(await plant.get('/v1/equipment/J-1')).body).toMatchObject({
      name: { zh: '砝码' },
      mandatoryVerification: true,
      components: [{ code: 'main', intervals: [{ range: { lower: '10', upper: '10', unit: 'kg' } }] }],
    })
    const declared = await send('', bytes, { 'content-type': 'text/csv; charset=gb18030' })
    expect(declared.body).toMatchObject({ warnings: [], counts: { unchanged: 1 } })
    const latin = Uint8Array.from([...new TextEncoder().encode(`${head}\nK-1,Ger`), 0xe4, 0x74, 0x2c])
    expect((await send('', latin)).body).toMatchObject({ code: 'imports.encoding-unclear' })
  })

  it('of a workbook is read by what its cells hold: nothing is taken for a number or a date that was none', async () => {
    const cells = (code: string, ...more: readonly string[]) =>
      `<row>${[code, 'Weight', 'Maker', 'Model'].map(cell).join('')}${more.join('')}</row>`
    const heading = `<row>${[...head.split(','), 'rangeLower', 'rangeUpper', 'rangeUnit', 'measurandKind'].map(cell).join('')}</row>`
    const rows =
      heading +
      cells(
        'X-1',
        '<c><v>70012</v></c>',
        cell('工作计量器具'),
        '<c><v>0.1</v></c>',
        '<c><v>2</v></c>',
        cell('kg'),
        cell('mass.conventional'),
      ) +
      cells('X-2', '<c s="1"><v>45658</v></c>', cell('instrument')) +
      cells('X-3', '<c><v>123456789012345678</v></c>', cell('instrument')) +
      cells('X-4', '<c t="e"><v>#N/A</v></c>', cell('instrument')) +
      cells('X-5', '<c t="str"><f>A1</f><v>S-5</v></c>', cell('instrument'))
    const answer = await send('?mode=each', workbookOf(rows), xlsx)
    expect(answer.body.counts).toMatchObject({ rows: 5, recorded: 2, refused: 3 })
    expect(answer.body.rows).toMatchObject([
      { line: 2, state: 'recorded', warnings: [{ code: 'number-taken-as-text', column: { number: 5 } }] },
      { line: 3, code: 'date-not-expected' },
      { line: 4, code: 'digits-lost' },
      { line: 5, code: 'cell-in-error' },
      { line: 6, state: 'recorded', warnings: [{ code: 'formula-result' }] },
    ])
    const { serialNumber, components } = must(await plant.get('/v1/equipment/X-1')).body
    expect({ serialNumber, range: components[0].intervals[0].range }).toEqual({
      serialNumber: '70012',
      range: { lower: '0.1', upper: '2', unit: 'kg' },
    })
    expect((await send('?sheet=none', workbookOf(rows), xlsx)).body).toMatchObject({
      code: 'workbook.no-such-sheet',
    })
    expect((await send('', 'no workbook', xlsx)).body).toMatchObject({ code: 'workbook.unreadable' })
    const template = await s.app.request('/v1/import/equipment/template.xlsx?language=zh')
    const filled = new Uint8Array(await template.arrayBuffer())
    expect((await send('?dryRun=true', filled, xlsx)).body).toMatchObject({ counts: { rows: 1 } })
  })

  it('with a heading that is not understood is refused before anything is recorded', async () => {
    expect(await refused('')).toMatchObject({ code: 'imports.empty' })
    expect(await refused(`${head}\n`)).toMatchObject({ code: 'imports.empty' })
    expect(await refused(`${head},colour\n`)).toMatchObject({ code: 'imports.column-unknown', pointer: '/1' })
    expect(await refused(`${head},Code\n`)).toMatchObject({ code: 'imports.column-unknown' })
    expect(await refused('code,nameEn\nL-1,x\n')).toMatchObject({ code: 'imports.column-missing' })
    expect(await refused(`code${','.repeat(10_000)}\n`)).toMatchObject({ code: 'imports.empty' })
  })

  it('with rows that are no rows tells each of them, and records the others', async () => {
    const answer = await send(
      '?mode=each',
      `${head},rangeLower,rangeUpper,rangeUnit,measurandKind\n` +
        `${row('N-1')},"1,5",2,kg,mass.conventional\n` +
        `${row('N-2')},1,2,kg,mass.conventional,more\n` +
        `N-3,"We"ight,Maker,Model,3,instrument\n` +
        `N-4 ,Weight,Maker,Model,N-4,instrument\n` +
        `N-5,We\u0000ight,Maker,Model,5,instrument\r\n` +
        `N-6,=1+1,Maker,Model,6,instrument\n` +
        `N-7,"not closed,Maker\nN-8,`,
    )
    expect(answer.body.rows).toMatchObject([
      {
        line: 2,
        code: 'decimal-comma',
        errors: [{ pointer: '/components/0/intervals/0/range/lower', column: { number: 7 } }],
      },
      { line: 3, code: 'cells-beyond-headings' },
      { line: 4, code: 'text-after-quote' },
      {
        line: 5,
        state: 'recorded',
        key: 'N-4',
        warnings: [{ code: 'blanks-left-out', column: { number: 1 } }],
      },
      { line: 6, code: 'request.forbidden-character' },
      { line: 8, code: 'quote-not-closed' },
    ])
    expect(answer.body.counts).toMatchObject({ rows: 7, recorded: 2, refused: 5 })
  })

  it('of more rows than can be taken as a whole is refused as a whole', async () => {
    const rows = Array.from({ length: 10_001 }, () => 'x,y,z,a,b,c')
    const answer = await send('', table(...rows))
    expect(answer.body).toMatchObject({ code: 'imports.too-many-rows', status: 413 })
  })
})

/** The characters of these tests in GB 2312; the platform decodes it and does not encode it. */
function gb2312(text: string): Uint8Array<ArrayBuffer> {
  const pairs = new Map<string, readonly [number, number]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0xa1; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) pairs.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Uint8Array.from([...text].flatMap((each) => pairs.get(each) ?? [each.charCodeAt(0)]))
}

it('answers all of this without a bug', () => {
  expect(s.complaints).toEqual([])
})
