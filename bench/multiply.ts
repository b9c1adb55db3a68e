import { Client } from 'pg'
import { copyInto } from './copy.ts'
import { linesOf, templateOf, type Table } from './family-template.ts'

/** Which rows belong to the first family; tables before those that point at them. */
const equipment = `select id from equipment where code like 'F1-%'`
const calibrations = `select id from calibrations where equipment_id in (${equipment})`
const results = `select id from calibration_results where calibration_id in (${calibrations})`
const ofFamily: Readonly<Record<string, string>> = {
  equipment: `code like 'F1-%'`,
  equipment_components: `equipment_id in (${equipment})`,
  equipment_programmes: `equipment_id in (${equipment})`,
  calibrations: `equipment_id in (${equipment})`,
  calibration_results: `calibration_id in (${calibrations})`,
  result_links: `result_id in (${results})`,
  certificates: `number like 'F1-%'`,
}

const ancestry = 'calibration_results_ancestors_index'

/**
 * Copies of the first family under names of their own, by COPY, until there are so many results: the same budgets, other
 * items, calibrations, results and certificates. Triggers are off meanwhile, and the index over ancestry is built afterwards.
 */
export async function multiply(adminUrl: string, wanted: number): Promise<number> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const present = await oneNumber(client, 'select count(*) from calibration_results')
    const first =
      1 + (await oneNumber(client, `select max(substring(number from '^F(\\d+)-')::int) from certificates`))
    const tables: Table[] = []
    for (const [name, where] of Object.entries(ofFamily)) tables.push(await tableOf(client, name, where))
    const size = tables.find(({ name }) => name === 'calibration_results')?.rows.length ?? 1
    const count = Math.max(0, Math.ceil((wanted - present) / size))

    await client.query('set session_replication_role = replica')
    const definition = await droppedIndex(client)
    const template = templateOf(tables)
    for (const { name } of tables) await copyInto(client, name, linesOf(template, name, { first, count }))
    if (definition !== undefined) await client.query(definition)
    await client.query('vacuum analyze')
    return present + count * size
  } finally {
    await client.end()
  }
}

async function oneNumber(client: Client, sql: string): Promise<number> {
  const { rows } = await client.query<[string]>({ text: sql, rowMode: 'array' })
  return Number(rows[0]?.[0])
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

async function droppedIndex(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ definition: string }>(
    'select indexdef as definition from pg_indexes where indexname = $1',
    [ancestry],
  )
  await client.query(`drop index if exists ${ancestry}`)
  return rows[0]?.definition
}
