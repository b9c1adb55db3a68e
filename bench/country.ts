import { Client } from 'pg'
import { benchApp, type App } from './client.ts'
import type { BenchDatabase } from './database.ts'
import { generateCertificates, randomNumbers, type Made } from './generate.ts'
import { isWithdrawn } from './happenings.ts'
import { registerLaboratories, type Keys } from './laboratories.ts'
import { multiply, type Country } from './multiply.ts'
import { timed } from './sample.ts'

const dayMs = 86_400_000
/** `ETALON_BENCH_RESULTS=1000000 npm run bench` measures a country. */
const wanted = Number(process.env['ETALON_BENCH_RESULTS'] ?? 40_000)
/** Made by the functions that issue certificates; the others are copies of the first family of these. */
const madeOneByOne = 300
const sampled = 20_000

/** A registry full of results, and the app on it. */
export interface BenchRegistry {
  readonly database: BenchDatabase
  readonly app: App
  readonly keys: Keys
  readonly results: number
  /** Certificates of instruments, picked at random from all families. */
  readonly subjects: readonly Made[]
  /** Working standards of the last tier. */
  readonly standards: readonly string[]
}

/** The history of the registry lies behind it: its standards were calibrated before their uses, and are not due yet. */
export async function benchRegistry(
  database: BenchDatabase,
  say: (text: string) => void,
): Promise<BenchRegistry> {
  let now = new Date(Date.now() - 300 * dayMs)
  const app = await benchApp(database.orm, () => now)
  const keys = await registerLaboratories(app)
  const begin = new Date(Date.now() - 200 * dayMs)
  const made = await generateCertificates(database.orm, madeOneByOne, begin)
  say(`${made.length} certificates issued; their copies by COPY`)
  let country: Country | undefined
  const took = await timed(async () => (country = await multiply(database.adminUrl, wanted)))
  if (!country) throw new Error('Nothing was copied')
  say(`${country.results} results in ${Math.round(took / 1000)} s, ${await sizeOf(database)}`)
  now = new Date()
  const subjects = await subjectsOf(database, country)
  const standards = made.filter(({ number }) => /^F\d+-T6-/.test(number)).map(({ number }) => number)
  return { database, app, keys, results: country.results, subjects, standards }
}

async function sizeOf({ adminUrl }: BenchDatabase): Promise<string> {
  const [row] = await rowsOf<{ size: string }>(
    adminUrl,
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  )
  return row?.size ?? ''
}

function subjectsOf({ adminUrl }: BenchDatabase, country: Country): Promise<readonly Made[]> {
  const random = randomNumbers(7)
  const between = (first: number, last: number) => first + Math.floor(random() * (last - first + 1))
  const numbers = Array.from({ length: sampled }, () => {
    const family = between(country.first, country.last)
    return `F${family}-I-${between(1, country.instruments)}`
  })
  return rowsOf<Made>(
    adminUrl,
    `select t.number, r.id as result, cardinality(r.ancestors) as ancestors
       from unnest($1::text[]) with ordinality as asked (number, place)
       join certificates t on t.number = asked.number
       join calibration_results r on r.calibration_id = t.calibration_id
      order by asked.place`,
    [[...new Set(numbers)].filter((number) => !isWithdrawn(number))],
  )
}

async function rowsOf<Row extends object>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>({ text, values })).rows
  } finally {
    await client.end()
  }
}
