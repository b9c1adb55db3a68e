import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import type { Unit, Units } from '#http/units.ts'
import { Refusal } from '#refusal.ts'
import { differencesOf } from './differences.ts'
import { recordedBefore } from '../import.queries.ts'
import type { Importer } from '../importers.ts'
import type { Outcome } from '../outcome.ts'
import type { SourceRow } from '../reading/source.ts'
import { rowRefusalOf } from './row-refusal.ts'

/** What a row is carried out with. */
export interface RowSetting {
  readonly importer: Importer
  readonly may: Units['may']
  readonly organization: string
  /** The import that is named in the audit trail; nothing on trial. */
  readonly importId: string | undefined
  /** What was recorded earlier in this unit, by the digest of its content. */
  readonly seen: Map<string, string>
}

/** One row: recorded as by the single operation, or refused as by it; there already, or there already and otherwise. */
export async function carryOutRow(unit: Unit, row: SourceRow, setting: RowSetting): Promise<Outcome> {
  const { importer, importId } = setting
  const { line, body, warnings } = row
  const digest = digestOf(importer, body)
  const known = { line, key: keyOf(importer, body), ...(warnings && { warnings }) }
  if (row.refusal) return { ...known, state: 'refused', refusal: row.refusal }
  const before = digest && (setting.seen.get(digest) ?? (await recordedBefore(unit.em, digest, setting)))
  if (before) return { ...known, state: 'unchanged', location: before }
  try {
    const occasion = `import ${importId}, line ${line}`
    const answer = await unit.carryOut(importer.operation, { body, ...(importId && { occasion }) })
    const location = answer.headers?.['location']
    if (answer.status !== 201) return { ...known, state: 'unchanged', location }
    if (digest && location) setting.seen.set(digest, location)
    return { ...known, state: 'recorded', location, digest }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...known, ...(await refused(unit, row, error, setting)) }
  }
}

/** A refusal because of a record with the same key: it says the same, or it does not. */
async function refused(
  unit: Unit,
  { body, columnOf }: SourceRow,
  refusal: Refusal,
  { importer, may }: RowSetting,
): Promise<Pick<Outcome, 'state' | 'location' | 'refusal'>> {
  const own = rowRefusalOf(refusal, columnOf)
  if (refusal.definition.kind !== 'conflict') return { state: 'refused', refusal: own }
  const { read } = importer
  const code = keyOf(importer, body)
  const mayRead = read !== undefined && (read.access === 'public' || may(read.access))
  const recorded = mayRead && code !== undefined ? await recordAt(unit, read, code) : undefined
  if (recorded === undefined) return { state: 'conflicting', refusal: own }
  const differing = differencesOf(body, recorded)
  const location = `${read?.path.replace('{id}', String(recorded['id']))}`
  if (differing.length === 0) return { state: 'unchanged', location }
  const detail = { en: 'The record says something else here', zh: '已有记录在此处内容不同' }
  const errors = differing.slice(0, 20).map((pointer) => {
    const column = columnOf?.(pointer)
    return { pointer, code: 'differs-from-record', detail, ...(column && { column }) }
  })
  return { state: 'conflicting', location, refusal: { ...own, errors: [...own.errors, ...errors] } }
}

type Recorded = Readonly<Record<string, unknown>>

async function recordAt(
  unit: Unit,
  read: NonNullable<Importer['read']>,
  id: string,
): Promise<Recorded | undefined> {
  try {
    const { body } = await unit.carryOut(read, { params: { id } })
    return JSON.parse(JSON.stringify(body)) as Recorded
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const longestKey = 200

function keyOf({ key }: Importer, body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const parts = key.map((name) => (body as Recorded)[name]).filter((part) => typeof part === 'string')
  return parts.length === 0 ? undefined : parts.join(' ').slice(0, longestKey).toWellFormed()
}

const digestOf = ({ kind, read }: Importer, body: unknown): string | undefined =>
  read === undefined && body !== undefined ? sha256Hex(canonicalText({ kind, body })) : undefined
