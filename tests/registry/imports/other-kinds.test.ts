import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'
import { must, newPerson, type Asking } from '../people-of-the-tests.ts'

const s = service()
const lab = laboratory(s)
let manager: Awaited<ReturnType<typeof newPerson>>

beforeAll(async () => {
  manager = await newPerson(s, lab.admin, { organization: 'LAB', roles: ['quality-manager'] })
})

const lines = async (who: Asking, kind: string, ...bodies: readonly object[]) =>
  who.send('POST', `/v1/import/${kind}?mode=each`, bodies.map((body) => JSON.stringify(body)).join('\n'), {
    'content-type': 'application/x-ndjson',
  })
const table = async (who: Asking, kind: string, ...rows: readonly string[]) =>
  who.send('POST', `/v1/import/${kind}?mode=each`, rows.join('\n'), { 'content-type': 'text/csv' })

/** Recorded the first time, and known again the second time. */
async function twice(send: () => ReturnType<typeof lines>, rows: number) {
  const first = must(await send())
  expect(first.body, JSON.stringify(first.body.rows)).toMatchObject({ counts: { rows, recorded: rows } })
  const second = must(await send())
  expect(second.body, JSON.stringify(second.body.rows)).toMatchObject({ counts: { rows, unchanged: rows } })
}

const record = (code: string, more: object = {}) => ({
  status: 'Published',
  kcdbCode: code,
  nmiCode: 'NMI',
  kcdbServiceCategory: 'M/Mass-1.1.1',
  cmc: { lowerLimit: 1, upperLimit: 20, unit: 'kg' },
  cmcUncertainty: { lowerLimit: 0.2, upperLimit: 4, unit: 'mg' },
  uncertaintyMode: 'Absolute',
  coverageFactor: 2,
  uncertaintyTable: { tableContents: '<masked>' },
  approvalDate: '2019-05-01',
  ...more,
})

describe('what can come as a list', () => {
  it('are organizations, by the administrator only', async () => {
    const send = () =>
      table(
        lab.admin,
        'organizations',
        '机构代码,机构名称,英文名称,国家或地区,机构类型,地址',
        'NEW-1,新企业,New enterprise,CN,企业;校准实验室,北京市',
        'NEW-2,,Another,CN,enterprise,',
      )
    await twice(send, 2)
    const { body } = must(await lab.admin.get('/v1/organizations/NEW-1'))
    expect(body).toMatchObject({
      name: { zh: '新企业', en: 'New enterprise' },
      roles: ['enterprise', 'calibration-laboratory'],
      sites: [{ code: 'main', address: { zh: '北京市' } }],
    })
    expect((await lines(manager, 'organizations', {})).body).toMatchObject({ code: 'request.role-missing' })
  })

  it('are people, kinds of measurands and competences', async () => {
    await twice(
      () => table(manager, 'people', 'code,name,email', 'LAB.N1,Li Na,li@example.org', 'LAB.N2,王伟,'),
      2,
    )
    await twice(
      () =>
        table(
          manager,
          'measurand-kinds',
          'code,nameEn,quantityKind,unit,parameter1,parameter1Unit',
          'illuminance.test,Illuminance,illuminance,lx,temperature,°C',
        ),
      1,
    )
    await twice(
      () =>
        table(
          manager,
          'competences',
          'code,kind,issuer,number,measurandKind,rangeLower,rangeUpper,rangeUnit,uncertaintyA,uncertaintyUnit,validFrom,validTo',
          'LAB-NEW,实验室认可,Body,L-7,mass.conventional,1,20,kg,30,mg,2024/1/1,2035-12-31',
        ),
      1,
    )
  })

  it('are uses, certificates of others and calibrations, which have no code and are known again by what they say', async () => {
    await twice(
      () =>
        table(
          manager,
          'usages',
          'equipment,usedAt,job,value,unit,measurandKind,despite',
          'STANDARD,2026-02-20T09:30:00+08:00,WO-1,10,kg,mass.conventional,example',
          'STANDARD,2026-02-20T09:30:00+08:00,WO-2,,,,example',
        ),
      2,
    )
    const { results: _, ...frame } = standardTranscription({ number: 'NMI-2025-0009' })
    const { technician } = lab
    const flat =
      'number,issuer,kind,equipment,started,finished,issued,competence,result,measurandKind,stage,pointValue,pointUnit,estimate,estimateUnit,expandedUncertainty,uncertaintyUnit,coverageFactor'
    await twice(
      () =>
        table(
          technician,
          'certificates',
          flat,
          `NMI-2025-0009,NMI,校准证书,STANDARD,${frame.started},${frame.finished},${frame.issued},NMI-MASS,m1,mass.conventional,未调整,10,kg,10000.005,g,0.045,g,2`,
        ),
      1,
    )
    await twice(
      () => lines(technician, 'certificates', standardTranscription({ number: 'NMI-2025-0010' })),
      1,
    )
    await twice(() => lines(technician, 'calibrations', entryOfWeight()), 1)
    const refused = await lines(technician, 'calibrations', entryOfWeight({ operator: 'nobody' }))
    const single = await technician.post('/v1/calibrations', entryOfWeight({ operator: 'nobody' }))
    expect(refused.body.rows).toMatchObject([
      { code: single.body.code, errors: [{ pointer: single.body.pointer }] },
    ])
  })

  it('are capabilities that the KCDB publishes, with what was not understood of them', async () => {
    const send = (query: string, data: readonly unknown[]) =>
      lab.admin.send(
        'POST',
        `/v1/import/kcdb-cmc?measurandKind=mass.conventional&${query}`,
        JSON.stringify({ data }),
        {
          'content-type': 'application/json',
        },
      )
    const data = [
      record('K-1'),
      record('K-2', { cmc: { lowerLimit: null, upperLimit: null, unit: 'kg' } }),
      record('K-3', { nmiCode: 'OTHER' }),
      record('K-4', { cmc: { lowerLimit: 1, upperLimit: 2, unit: 'V' } }),
    ]
    expect((await send('organization=NMI', data)).body).toMatchObject({
      code: 'imports.kcdb-several-institutes',
    })
    const answer = must(await send('organization=NMI&nmiCode=NMI&category=M/Mass-1.1', data))
    expect(answer.body).toMatchObject({
      counts: { rows: 3, recorded: 1, refused: 2 },
      warnings: [{ code: 'kcdb-records-of-others' }],
      rows: [
        {
          line: 1,
          state: 'recorded',
          warnings: [{ code: 'kcdb-table-masked' }, { code: 'kcdb-greater-uncertainty-taken' }],
        },
        { line: 2, state: 'refused', code: 'kcdb-no-range' },
        { line: 4, state: 'refused', key: 'K-4' },
      ],
    })
    expect((await send('organization=NMI', [7])).body.rows).toMatchObject([{ code: 'kcdb-not-published' }])
    expect((await send('organization=NMI&mode=all', [])).body).toMatchObject({ code: 'imports.empty' })
    expect((await send('organization=NMI', Array(10_001).fill(0))).body).toMatchObject({
      code: 'imports.too-many-rows',
    })
    const none = await lab.admin.send(
      'POST',
      '/v1/import/kcdb-cmc?measurandKind=mass.conventional&organization=NMI',
      '[1',
      { 'content-type': 'application/json' },
    )
    expect(none.body).toMatchObject({ code: 'imports.kcdb-unreadable' })
    expect(s.complaints).toEqual([])
  })
})
