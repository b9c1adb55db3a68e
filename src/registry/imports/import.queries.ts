import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { Actor } from '#http/actor.ts'
import type { Fault } from '#refusal.ts'
import { isAdministrator } from '../people/may.ts'
import { Import } from './import.entity.ts'
import { takenOver, unknownImport } from './imports.refusals.ts'
import type { Counts, Outcome } from './outcome.ts'

const populate = ['organization', 'recordedBy'] as const

const seenBy = (actor: Actor) =>
  isAdministrator(actor) ? {} : { organization: { id: actor.organization.id } }

export async function importAt(em: EntityManager, id: string, actor: Actor) {
  const found = await em.findOne(Import, { id, ...seenBy(actor) }, { populate })
  if (found) return found
  throw unknownImport(
    { en: `None has the identifier ${id}`, zh: `没有标识为 ${id} 的导入` },
    {},
    { pointer: '/id' },
  )
}

export type ImportShown = Awaited<ReturnType<typeof importAt>>

/** The newest first. */
export const importsListed = (
  em: EntityManager,
  actor: Actor,
  page: {
    readonly kind: string | undefined
    readonly state: Import['state'] | undefined
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<ImportShown[]> =>
  em.find(
    Import,
    {
      ...seenBy(actor),
      ...(page.kind !== undefined && { kind: page.kind }),
      ...(page.state !== undefined && { state: page.state }),
      ...(page.after !== undefined && { id: { $lt: page.after } }),
    },
    { orderBy: { id: 'desc' }, limit: page.limit, populate },
  )

/** The import that this person began with this key. */
export const importOfKey = (em: EntityManager, person: string, key: string) =>
  em.findOne(Import, { recordedBy: person, key }, { orderBy: { id: 'desc' }, populate })

/** From now on it is this runner's turn; whoever was at it finds out before the next row. */
export async function takeTurn(em: EntityManager, id: string, runner: string): Promise<void> {
  await em.execute('update imports set runner = ? where id = ?', [runner, id], 'run')
}

/** Held until the transaction ends. */
export async function holdTurn(em: EntityManager, id: string, runner: string): Promise<void> {
  const rows = await em.execute<{ runner: string; state: string }[]>(
    'select runner, state from imports where id = ? for update',
    [id],
  )
  if (rows[0]?.runner === runner && rows[0].state === 'under-way') return
  throw takenOver(takenOver.definition.title, { import: id })
}

export async function advance(
  em: EntityManager,
  id: string,
  { counts, lastLine }: { readonly counts: Counts; readonly lastLine: number },
): Promise<void> {
  const { rows, recorded, unchanged, conflicting, refused } = counts
  await em.execute(
    `update imports set last_line = ?, rows = ?, recorded = ?, unchanged = ?, conflicting = ?, refused = ? where id = ?`,
    [lastLine, rows, recorded, unchanged, conflicting, refused, id],
    'run',
  )
}

/** `stopped`: why it ends before the file does. */
export async function end(
  em: EntityManager,
  id: string,
  how: { readonly state: 'finished' | 'refused'; readonly now: Date; readonly stopped?: Fault },
): Promise<void> {
  await em.execute(
    'update imports set state = ?, ended_at = ?, warnings = warnings || ?::jsonb where id = ?',
    [how.state, how.now, JSON.stringify(how.stopped ? [how.stopped] : []), id],
    'run',
  )
}

/** How many of its last rows were refused, one after the other. */
export async function refusedAtItsEnd(em: EntityManager, id: string): Promise<number> {
  const [row] = await preparedRows<{ count: string }>(
    em,
    `select count(*) from import_rows where import_id = $1 and line >
       coalesce((select max(line) from import_rows where import_id = $1 and state <> 'refused'), 0)`,
    [id],
  )
  return Number(row?.count ?? 0)
}

/** One statement for as many as there are: they travel beside its text. */
export async function saveOutcomes(
  em: EntityManager,
  id: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  if (outcomes.length === 0) return
  await preparedRows(
    em,
    `insert into import_rows (import_id, line, state, key, location, digest, refusal, warnings)
     select $1, x.* from jsonb_to_recordset($2::jsonb)
       as x (line int, state text, key text, location text, digest text, refusal jsonb, warnings jsonb)`,
    [id, JSON.stringify(outcomes)],
  )
}

/** Where a row of this content was recorded before, by an import of the same organization. */
export async function recordedBefore(
  em: EntityManager,
  digest: string,
  { organization }: { readonly organization: string },
): Promise<string | undefined> {
  const [row] = await preparedRows<{ location: string | null }>(
    em,
    `select r.location from import_rows r join imports i on i.id = r.import_id
      where r.digest = $1 and r.state = 'recorded' and i.organization_id = $2 limit 1`,
    [digest, organization],
  )
  return row?.location ?? undefined
}

export interface RowsAsked {
  readonly import: string
  /** Only those that have something to say. */
  readonly isNotableOnly: boolean
  readonly after: number
  readonly limit: number
}

/** In the order of the file. */
export const outcomesOf = async (em: EntityManager, asked: RowsAsked): Promise<readonly Outcome[]> => {
  const rows = await preparedRows<Record<keyof Outcome, unknown>>(
    em,
    `select line, state, key, location, refusal, warnings from import_rows
      where import_id = $1 and line > $2 and (not $3 or refusal is not null or warnings is not null)
      order by line limit $4`,
    [asked.import, asked.after, asked.isNotableOnly, asked.limit],
  )
  return rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Outcome,
  )
}

export async function notableCount(em: EntityManager, id: string): Promise<number> {
  const [row] = await preparedRows<{ count: string }>(
    em,
    'select count(*) from import_rows where import_id = $1 and (refusal is not null or warnings is not null)',
    [id],
  )
  return Number(row?.count ?? 0)
}
