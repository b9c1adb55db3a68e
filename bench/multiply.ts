import { Client } from 'pg'
import { copyInto } from './copy.ts'
import { linesOf, templateOf, type Table } from './family-template.ts'
import { references } from './laboratories.ts'

/** Which rows belong to the first family and its laboratories; tables before those that point at them. */
const laboratories = `select id from organizations where code ~ '^LAB\\d$'`
const people = `select id from people where organization_id in (${laboratories})`
const competences = `select id from competences where organization_id in (${laboratories})`
const equipment = `select id from equipment where code like 'F1-%'`
const calibrations = `select id from calibrations where equipment_id in (${equipment})`
const results = `select id from calibration_results where calibration_id in (${calibrations})`
const ofFamily: Readonly<Record<string, string>> = {
  organizations: `id in (${laboratories})`,
  people: `id in (${people})`,
  authorizations: `person_id in (${people})`,
  authorization_versions: `authorization_id in (select id from authorizations where person_id in (${people}))`,
  competences: `id in (${competences})`,
  competence_versions: `competence_id in (${competences})`,
  competence_statuses: `competence_id in (${competences})`,
  equipment: `code like 'F1-%'`,
  equipment_components: `equipment_id in (${equipment})`,
  equipment_programmes: `equipment_id in (${equipment})`,
  equipment_events: `equipment_id in (${equipment})`,
  calibrations: `equipment_id in (${equipment})`,
  calibration_results: `calibration_id in (${calibrations})`,
  result_links: `result_id in (${results})`,
  certificates: `number like 'F1-%'`,
  certificate_events: `certificate_id in (select id from certificates where number like 'F1-%')`,
}

/** So often the instruments of a family are there: a hundred standards and some four thousand instruments. */
const replicas = 30

/** What was copied: families `first` to `last`, and how many instruments each has. */
export interface Country {
  readonly results: number
  readonly first: number
  readonly last: number
  readonly instruments: number
}

/**
 * Copies of the first family under names of their own, by COPY, until there are so many results: the same budgets, other
 * laboratories, scopes, people, items, calibrations, results, certificates and events. A million results are a few national
 * references, some thousand reference standards, tens of thousands of working standards, and industry. Triggers are off
 * meanwhile, and indexes are built afterwards.
 */
export async function multiply(adminUrl: string, wanted: number): Promise<Country> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const present = await oneNumber(client, 'select count(*) from calibration_results')
    const first =
      1 + (await oneNumber(client, `select max(substring(number from '^F(\\d+)-')::int) from certificates`))
    const tables: Table[] = []
    for (const [name, where] of Object.entries(ofFamily)) tables.push(await tableOf(client, name, where))
    const template = templateOf(tables, await referenceIds(client))
    const size = [...(template.lines.get('calibration_results') ?? [])].reduce(
      (sum, { isReplicated }) => sum + (isReplicated ? replicas : 1),
      0,
    )
    const count = Math.max(0, Math.ceil((wanted - present) / size))

    for (const setting of forLoading) await client.query(setting)
    const definitions = await droppedIndexes(client, tables)
    for (const { name } of tables)
      await copyInto(client, name, linesOf(template, name, { first, count, replicas }))
    for (const definition of definitions) await client.query(definition)
    await client.query('vacuum analyze')
    for (const setting of afterLoading) await client.query(setting)
    return {
      results: present + count * size,
      first,
      last: first + count - 1,
      instruments: template.instruments * replicas,
    }
  } finally {
    await client.end()
  }
}

const forLoading = [
  'set session_replication_role = replica',
  'set synchronous_commit = off',
  `set maintenance_work_mem = '512MB'`,
  `alter system set max_wal_size = '4GB'`,
  'select pg_reload_conf()',
]
const afterLoading = ['alter system reset max_wal_size', 'select pg_reload_conf()', 'checkpoint']

async function oneNumber(client: Client, sql: string): Promise<number> {
  const { rows } = await client.query<[string]>({ text: sql, rowMode: 'array' })
  return Number(rows[0]?.[0])
}

async function referenceIds(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string; code: string }>(
    'select id, code from metrological_references where code = any($1)',
    [references],
  )
  const ids = new Map(rows.map(({ id, code }) => [code, id]))
  return references.map((code) => ids.get(code) ?? '')
}

async function tableOf(client: Client, name: string, where: string): Promise<Table> {
  const { rows: found } = await client.query<{ column: string }>(
    `select attname as column from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [name],
  )
  const columns = found.map(({ column }) => column)
  const { rows } = await client.query<(string | null)[]>({
    text: `select ${columns.map((column) => `"${column}"::text`).join(', ')} from ${name} where ${where} order by 1`,
    rowMode: 'array',
  })
  return { name, columns, rows }
}

/** Every index that no constraint needs. */
async function droppedIndexes(client: Client, tables: readonly Table[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i
      where i.indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables.map(({ name }) => name)],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
