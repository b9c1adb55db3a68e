import type { EntityManager } from '@mikro-orm/postgresql'
import type { UsageEntry } from '#contract/types.ts'
import { conform } from '#contract/schemas.ts'
import { readCsv, type CsvRecord } from '#exchange/csv/read-csv.ts'
import type { Actor } from '#http/actor.ts'
import { Refusal, type Fault } from '#refusal.ts'
import { recordUsage } from './record-usage.ts'
import type { Usage } from './usage.entity.ts'
import { csvColumnUnknown, csvEmpty, csvTooLong, csvUnreadable, usagesRefused } from './usage.refusals.ts'

const texts = [
  'equipment',
  'component',
  'usedAt',
  'job',
  'product',
  'batch',
  'operator',
  'measurandKind',
  'despite',
  'note',
] as const

/** What a file may hold; `value` and `unit` are the point. */
export const csvColumns: readonly string[] = [...texts, 'value', 'unit']

export const mostUsages = 1000

/** Of a file with many faults the first are told. */
const mostFaults = 50

/**
 * All uses of a file, or none: a record that is refused is told by the line it stands on, with all the others that would be. By the
 * same rules as one use that is recorded by itself.
 */
export async function importUsages(
  em: EntityManager,
  bytes: Uint8Array,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<readonly Usage[]> {
  const records = recordsIn(bytes)
  const faults: Fault[] = []
  const usages: Usage[] = []
  for (const { line, members } of records) {
    try {
      const entry = conform('usages/usage-entry.json', members)
      usages.push(await recordUsage(em, entry, { actor, now }))
    } catch (error) {
      // A use is refused before anything of it is written; what was written of those before it, the refusal at the end takes back.
      if (!(error instanceof Refusal)) throw error
      faults.push(...faultsAt(line, error))
    }
  }
  const [first] = faults
  if (!first) return usages
  throw usagesRefused(first.detail, { faults: faults.length }, { errors: faults.slice(0, mostFaults) })
}

interface Line {
  readonly line: number
  readonly members: Partial<UsageEntry>
}

function recordsIn(bytes: Uint8Array): readonly Line[] {
  const { records, faults } = readCsv(decoded(bytes))
  const [fault] = faults
  if (fault) {
    const errors = faults.map(({ line, why }) => ({
      pointer: `/${line}`,
      code: why,
      detail: unreadable(line),
    }))
    throw csvUnreadable(unreadable(fault.line), {}, { errors: errors.slice(0, mostFaults) })
  }
  const [head, ...rows] = records
  if (!head || rows.length === 0) throw csvEmpty(csvEmpty.definition.title)
  if (rows.length > mostUsages) {
    const words = {
      en: `${rows.length} records; at most ${mostUsages}`,
      zh: `${rows.length} 条，最多 ${mostUsages} 条`,
    }
    throw csvTooLong(words, { mostUsages })
  }
  refuseColumns(head)
  return rows.map(({ line, cells }) => ({ line, members: membersOf(head.cells, cells) }))
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw csvUnreadable({ en: 'It is not UTF-8', zh: '不是 UTF-8 编码' })
  }
}

const unreadable = (line: number) => ({ en: `Line ${line}`, zh: `第 ${line} 行` })

/** Nothing is passed over in silence: a column of another meaning is refused by its name. */
function refuseColumns({ cells }: CsvRecord): void {
  const wrong = cells.find((name, i) => !csvColumns.includes(name) || cells.indexOf(name) < i)
  if (wrong === undefined) return
  throw csvColumnUnknown(
    {
      en: `“${wrong.slice(0, 64)}”; known are ${csvColumns.join(', ')}`,
      zh: `“${wrong.slice(0, 64)}”；可用列：${csvColumns.join('、')}`,
    },
    {},
    { pointer: '/1' },
  )
}

/** An empty cell is nothing stated. */
function membersOf(head: readonly string[], cells: readonly string[]): Partial<UsageEntry> {
  const stated = new Map(head.flatMap((name, i) => (cells[i] ? [[name, cells[i]] as const] : [])))
  const [value, unit] = [stated.get('value'), stated.get('unit')]
  const members = texts.flatMap((name) => (stated.has(name) ? [[name, stated.get(name)] as const] : []))
  const nominal = { ...(value !== undefined && { value }), ...(unit !== undefined && { unit }) }
  const isPoint = Object.keys(nominal).length > 0
  return { ...Object.fromEntries(members), ...(isPoint && { point: { nominal: nominal as never } }) }
}

function faultsAt(line: number, { definition, detail, place }: Refusal): Fault[] {
  const pointer = `/${line}`
  if (place.errors && place.errors.length > 0)
    return place.errors.map((one) => ({ ...one, pointer: pointer + one.pointer }))
  return [{ pointer: pointer + (place.pointer ?? ''), code: definition.code, detail }]
}
