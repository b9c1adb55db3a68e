import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { headingOf, wordOfMember } from '#contract/member-words.ts'
import { readCsv } from '#exchange/csv/read-csv.ts'
import { columnsOf } from '#http/lists/columns.ts'
import { sheets } from '#registry/imports/columns.ts'
import { equipmentSheet } from '#registry/imports/sheets/equipment-sheet.ts'
import { endingsOf, itemOfList, wholeListMedia } from '#http/lists/list.ts'
import { operations } from '../../src/app.ts'
import { hostileCases } from '../hostile/hostile-inputs.ts'
import { service } from '../service.ts'
import { laboratory } from './laboratory-of-the-tests.ts'
import { must } from './people-of-the-tests.ts'

const recordsOf = (csv: string) => readCsv(csv).records.map(({ cells }) => cells)

const lists = operations.filter((each) => itemOfList(each) !== undefined)

describe('every list of the interface', () => {
  it.each(lists)('$id is answered whole in CSV and NDJSON', (operation) => {
    const media = [...wholeListMedia(operation), ...(operation.media ?? [])]
    expect(media).toEqual(expect.arrayContaining(['text/csv', 'application/x-ndjson']))
    expect(endingsOf(operation).map(({ ending }) => ending)).toEqual(
      expect.arrayContaining(['.csv', '.ndjson']),
    )
  })

  it.each(lists)('$id has headings of its own in Chinese and English', (operation) => {
    const columns = columnsOf(itemOfList(operation) ?? '')
    const members = columns.flatMap(({ path }) => path)
    expect(members.filter((member) => wordOfMember(member, 'zh') === undefined)).toEqual([])
    for (const language of ['zh', 'en'] as const) {
      const headings = columns.map(({ path }) => headingOf(path, language))
      expect(new Set(headings).size).toBe(headings.length)
    }
  })
})

describe('a whole list', () => {
  const s = service()
  const lab = laboratory(s)
  const many = 1_203
  const formulas = hostileCases
    .filter(({ apply }) => apply === 'csv-export-cell')
    .map(({ payload }) => String(payload))
  const names = ['=HYPERLINK("http://evil")', '@x', '＝1', '-5', ...formulas]
  const get = (path: string, headers: Record<string, string> = {}) =>
    lab.technician.send('GET', path, undefined, headers)
  const ask = (path: string, headers: Record<string, string> = {}) =>
    s.app.request(path, { headers: { authorization: `Bearer ${lab.technician.key}`, ...headers } })

  beforeAll(async () => {
    // More than two pages, put there as a restore would: what is tested is how they come out.
    await s.orm.em.getConnection().execute(
      `insert into equipment (id, code, owner_id, name, manufacturer, model, serial_number, level, mandatory_verification, state,
                              recorded_at, version, calibration_interval_months)
       select gen_random_uuid(), 'E-' || lpad(i::text, 5, '0'), o.id, to_jsonb('Gauge ' || i), 'Maker', 'M', 'S-' || i, 'instrument',
              false, 'in-service', '2026-01-01T00:00:00Z', 1, 12
         from generate_series(1, ${many}) i, organizations o where o.code = 'LAB'`,
    )
    for (const [i, name] of names.entries()) {
      const stated = { name, manufacturer: 'Maker', model: name, serialNumber: `H-${i}`, level: 'instrument' }
      const driftAllowance = { value: '0.000 30', unit: 'g' }
      must(await lab.admin.post('/v1/equipment', { code: `H-${i}`, owner: 'LAB', ...stated, driftAllowance }))
    }
  })

  it('is what all its pages hold, in every medium', async () => {
    const items: { code: string }[] = []
    for (let cursor = ''; ;) {
      const page = must(await get(`/v1/equipment?owner=LAB&limit=500${cursor}`)).body
      items.push(...page.items)
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(items.length).toBe(many + names.length + 1)
    const codes = items.map(({ code }) => code)

    const lines = await ask('/v1/equipment?owner=LAB', { accept: 'application/x-ndjson' })
    expect(lines.headers.get('content-type')).toBe('application/x-ndjson')
    expect(
      (await lines.text())
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toEqual(items)

    const [head, ...rows] = recordsOf(must(await get('/v1/equipment.csv?owner=LAB')).body)
    expect(rows.map((row) => row[head!.indexOf('code')])).toEqual(codes)

    const book = must(await get('/v1/equipment.xlsx?owner=LAB&q=E-00'))
    expect(book.headers.get('content-disposition')).toBe('attachment; filename="equipment-2026-03-02.xlsx"')
  })

  it('is a file that a spreadsheet opens, and in which nothing is carried out', async () => {
    const { headers, body } = must(await get('/v1/equipment?q=H-', { accept: 'text/csv' }))
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('content-disposition')).toBe('attachment; filename="equipment-2026-03-02.csv"')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const raw = await ask('/v1/equipment.csv?q=H-')
    expect([...new Uint8Array(await raw.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(body).toContain(',0.00030,g,')
    for (const name of names) expect(body).toContain(`"'${name.replaceAll('"', '""')}"`)
    const [head, ...rows] = recordsOf(body)
    expect(rows.map((row) => row[head!.indexOf('name')])).toEqual(names)
    expect(head).toEqual(columnsOf('equipment/equipment.json').map(({ path }) => path.join('.')))
  })

  it('has headings for people in the language that is asked for', async () => {
    const zh = must(await get('/v1/due.csv?language=zh')).body
    expect(zh).toMatch(/^\uFEFF?设备,名称,名称（中文）,名称（英文）,所有者/u)
    const en = must(await get('/v1/due.csv?language=en')).body
    expect(en).toMatch(/^\uFEFF?Equipment,Name,Name \(Chinese\),Name \(English\),Owner/u)
    const book = await ask('/v1/due.xlsx?language=zh')
    const [heading, first] = await readSheet(Buffer.from(await book.arrayBuffer()))
    expect(heading?.slice(0, 2)).toEqual(['设备', '名称'])
    expect(first?.[0]).toMatch(/^E-0\d{4}$/)
  })

  it('has the filters of its pages and the access of its pages, and no pages', async () => {
    const one = must(await get(`/v1/equipment.csv?q=E-00007`)).body
    expect(recordsOf(one)).toHaveLength(2)
    expect((await get('/v1/equipment.csv?limit=5')).body).toMatchObject({ pointer: '/limit' })
    expect((await get('/v1/equipment.csv?cursor=abc')).body).toMatchObject({ pointer: '/cursor' })
    expect((await get('/v1/equipment.csv?language=fr')).body).toMatchObject({ pointer: '/language' })
    expect((await get('/v1/equipment?language=zh')).body).toMatchObject({ pointer: '/language' })
    expect((await get('/v1/equipment.csv?colour=red')).body).toMatchObject({ pointer: '/colour' })
    expect((await lab.public.get('/v1/equipment.csv')).status).toBe(401)
    expect((await get('/v1/audit-trail.csv')).status).not.toBe(200)
    expect((await get('/v1/due.csv?owner=OTHER')).body.code).toBe('access.not-your-organization')
    expect((await get('/v1/equipment/none/events.csv')).body.code).toBe('equipment.unknown')
    expect((await lab.technician.send('POST', '/v1/equipment.csv')).status).toBe(405)
    expect(must(await get('/v1/equipment/STANDARD/events.csv')).body).toMatch(/^\uFEFF?id,equipment,kind/u)
  })

  it('comes in the columns of the import, with the heading that the import reads', async () => {
    const stated = {
      name: { zh: '万用表', en: 'Multimeter' },
      manufacturer: 'Maker',
      model: '-5',
      serialNumber: '007',
      level: 'instrument',
      mandatoryVerification: true,
      components: [
        {
          code: 'main',
          intervals: [
            {
              measurandKind: 'mass.conventional',
              range: { lower: '-0.50', upper: '10.00', unit: 'kg' },
              maximumPermissibleError: '0.000 50',
            },
          ],
        },
      ],
    }
    must(await lab.admin.post('/v1/equipment', { code: 'RT-1', owner: 'LAB', ...stated }))
    const [head, row] = recordsOf(must(await get('/v1/equipment.csv?q=RT-1&columns=import')).body)
    expect(head).toEqual(equipmentSheet.columns.map(({ id }) => id))
    const cell = (id: string) => row![head!.indexOf(id)]
    expect(['code', 'nameZh', 'model', 'serialNumber'].map(cell)).toEqual(['RT-1', '万用表', '-5', '007'])
    expect(
      ['rangeLower', 'rangeUpper', 'maximumPermissibleError', 'mandatoryVerification'].map(cell),
    ).toEqual(['-0.50', '10.00', '0.00050', 'true'])
    const zh = recordsOf(must(await get('/v1/equipment.csv?q=RT-1&columns=import&language=zh')).body)
    expect(zh[0]).toEqual(equipmentSheet.columns.map(({ name }) => name.zh))
    expect((await get('/v1/equipment.csv?columns=all')).body).toMatchObject({ pointer: '/columns' })
    expect((await get('/v1/people.csv?columns=import')).body).toMatchObject({ pointer: '/columns' })
  })

  it('is taken back by the import as it was given, and changes nothing', async () => {
    const given = must(await get('/v1/equipment.csv?q=RT-&columns=import&language=zh')).body
    const path = '/v1/import/equipment?dryRun=true'
    const csv = must(await lab.admin.send('POST', path, given, { 'content-type': 'text/csv' })).body
    expect(csv.rows).toEqual([])
    expect(csv.counts).toMatchObject({ rows: 1, recorded: 0, unchanged: 1, conflicting: 0, refused: 0 })
    const book = await ask('/v1/equipment.xlsx?q=RT-&columns=import')
    const media = book.headers.get('content-type')!
    const bytes = new Uint8Array(await book.arrayBuffer())
    const xlsx = must(await lab.admin.send('POST', path, bytes, { 'content-type': media })).body
    expect(xlsx.counts).toMatchObject({ rows: 1, unchanged: 1 })
  })

  it.each(Object.entries(sheets))('of %s has a template to fill in', async (kind, sheet) => {
    const csv = await lab.public.get(`/v1/import/${kind}/template.csv`)
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${kind}-zh.csv"`)
    expect(recordsOf(csv.body)).toEqual([
      sheet.columns.map(({ name }) => name.zh),
      sheet.columns.map(({ example }) => example),
    ])
    const path = `/v1/import/${kind}/template?language=en`
    const book = Buffer.from(await (await s.app.request(path)).arrayBuffer())
    const [first, second] = await readXlsxFile(book)
    expect(first?.data[0]).toEqual(sheet.columns.map(({ name }) => name.en))
    expect(second?.data.slice(1).map(([name]) => name)).toEqual(sheet.columns.map(({ name }) => name.en))
    expect(second?.data[1]).toEqual(expect.arrayContaining([sheet.columns[0]!.name.en, sheet.columns[0]!.id]))
  })

  it('has no template for what nobody imports', async () => {
    expect((await lab.public.get('/v1/import/horoscopes/template')).status).toBe(400)
  })

  it('shows in the description of the interface', async () => {
    const { paths } = must(await lab.public.get('/openapi.json')).body
    const { content } = paths['/v1/equipment'].get.responses['200']
    expect(Object.keys(content)).toEqual([
      'application/json',
      'text/csv',
      'application/x-ndjson',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    const names = paths['/v1/equipment'].get.parameters.map(({ name }: { name: string }) => name)
    expect(names).toContain('language')
  })
})
