import { readCmc, type Cmc, type CmcRead, type CmcRemark } from '#exchange/kcdb/read-cmc.ts'
import { tooLarge } from '#http/http.refusals.ts'
import type { ReceivedFile } from '#http/request/received-file.ts'
import type { Wording } from '#refusal.ts'
import { notAnExport, severalInstitutes, tooManyRows } from '../imports.refusals.ts'
import type { RowFault } from '../outcome.ts'
import type { Source, SourceRow } from './source.ts'

/** What the KCDB does not say, or not in words of the registry. */
export interface KcdbChoice {
  readonly organization: string
  readonly measurandKind: string
  readonly institute: string | undefined
  readonly category: string | undefined
}

/** An answer of the KCDB has at most 10 000 records, and is held in memory. */
const mostKcdbBytes = 16 << 20
const mostRecords = 10_000

/** Each published record of the institute as a line of its scope; records of others and of other categories are passed over, and counted. */
export async function kcdbSource(file: ReceivedFile, choice: KcdbChoice): Promise<Source> {
  const records = await recordsIn(file)
  const all = records.map((record, i) => ({ line: i + 1, read: readCmc(record) }))
  const institutes = new Set(all.map(({ read }) => read.institute))
  if (choice.institute === undefined && institutes.size > 1) throw refuseSeveral([...institutes])
  const own = all.filter(({ read }) => isMeant(read, choice))
  const left = all.length - own.length
  const rows = own.map(({ line, read }) => rowOf(line, read, choice))
  return { encoding: 'utf-8', warnings: left > 0 ? [passedOver(left)] : [], rows: () => inTurn(rows) }
}

async function* inTurn(rows: readonly SourceRow[]): AsyncGenerator<SourceRow> {
  yield* rows
}

const isMeant = (read: CmcRead, { institute, category }: KcdbChoice): boolean =>
  (institute === undefined || read.institute === institute) &&
  (category === undefined || read.category === category || (read.category ?? '').startsWith(`${category}.`))

async function recordsIn(file: ReceivedFile): Promise<readonly unknown[]> {
  if (file.size > mostKcdbBytes)
    throw tooLarge(`At most ${mostKcdbBytes} bytes`, { mostBytes: mostKcdbBytes })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  try {
    for await (const piece of file.read()) text += decoder.decode(piece, { stream: true })
    const { data } = JSON.parse(text + decoder.decode()) as { data?: unknown }
    if (Array.isArray(data)) return notTooMany(data)
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
  }
  throw notAnExport({ en: 'There is no list `data` in it', zh: '其中没有 data 列表' })
}

/** Sixteen megabytes may hold millions of records that are none. */
function notTooMany(records: readonly unknown[]): readonly unknown[] {
  if (records.length <= mostRecords) return records
  throw tooManyRows(
    { en: `More than ${mostRecords} records`, zh: `超过 ${mostRecords} 条记录` },
    { mostRows: mostRecords },
  )
}

function refuseSeveral(institutes: readonly (string | undefined)[]) {
  const shown = institutes
    .slice(0, 20)
    .map((each) => (each ?? '').slice(0, 50))
    .join(', ')
  return severalInstitutes(
    { en: `State nmiCode: there are ${shown}`, zh: `请声明 nmiCode：文件含有 ${shown}` },
    {},
    { pointer: '/nmiCode' },
  )
}

const passedOver = (count: number): RowFault => ({
  pointer: '/data',
  code: 'kcdb-records-of-others',
  detail: {
    en: `${count} records of other institutes or categories were passed over`,
    zh: `已略过其他机构或类别的 ${count} 条记录`,
  },
})

function rowOf(line: number, { cmc, faults, remarks }: CmcRead, choice: KcdbChoice): SourceRow {
  const warnings = remarks.map(faultOf)
  const told = warnings.length > 0 && { warnings }
  if (cmc) return { line, body: entryOf(cmc, choice), ...told }
  const errors = faults.map(faultOf)
  const [first] = errors
  const nothing = faultOf({ code: 'kcdb-no-range', pointer: '', found: '' })
  const { code, detail } = first ?? nothing
  return { line, refusal: { code, detail, errors }, ...told }
}

const entryOf = (cmc: Cmc, { organization, measurandKind }: KcdbChoice) => ({
  code: cmc.code,
  organization,
  kind: 'kcdb-cmc',
  issuer: 'BIPM',
  number: cmc.code,
  measurandKind,
  scope: {
    range: cmc.range,
    ...(cmc.parameters.length > 0 && { parameters: cmc.parameters }),
    ...(cmc.method !== undefined && { method: cmc.method }),
    uncertainty: {
      form: 'quadrature',
      unit: cmc.uncertainty.unit,
      ...(cmc.uncertainty.isRelative && { relative: true }),
      coverageFactor: cmc.uncertainty.coverageFactor,
      a: cmc.uncertainty.value,
      b: '0',
    },
    validFrom: cmc.validFrom,
  },
})

const words: Readonly<Record<CmcRemark['code'], Wording>> = {
  'kcdb-not-published': { en: 'It is not published', zh: '该条目未处于发布状态' },
  'kcdb-no-range': { en: 'It states no range of values with a unit', zh: '未给出带单位的量值范围' },
  'kcdb-no-uncertainty': { en: 'It states no uncertainty with a unit', zh: '未给出带单位的不确定度' },
  'kcdb-no-date': { en: 'It does not say from when on', zh: '未给出生效日期' },
  'kcdb-parameter-not-read': { en: 'A parameter is no range with a unit', zh: '参数不是带单位的范围' },
  'kcdb-greater-uncertainty-taken': {
    en: 'How the uncertainty depends on the value was not understood: the greater limit was taken for the whole range',
    zh: '未能理解不确定度与量值的关系：整个范围取较大的限值',
  },
  'kcdb-table-masked': {
    en: 'The table of uncertainties is masked in the answer: ask the KCDB with showTable',
    zh: '查询结果中不确定度表被隐藏：请以 showTable 重新查询 KCDB',
  },
  'kcdb-not-taken-over': { en: 'A competence has no place for it', zh: '能力记录中没有对应项' },
}

function faultOf({ pointer, code, found }: CmcRemark): RowFault {
  const said = words[code]
  const text = found.toWellFormed()
  return {
    pointer,
    code,
    detail: typeof said === 'string' ? said : { en: `${said.en} (${text})`, zh: `${said.zh}（${text}）` },
  }
}
