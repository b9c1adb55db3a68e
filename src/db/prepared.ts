import type { EntityManager } from '@mikro-orm/postgresql'

/** By this the connection knows a text of which it keeps the plan. */
const mark = '/* prepared */ '

/**
 * Rows of a fixed statement that each connection reads and plans once: planning the statement of a chain takes longer than
 * carrying it out. In the transaction of the EntityManager, if it is in one. Parameters are `$1`, `$2` …, and travel beside
 * the text: `em.execute` writes them into it, and every text would be a new one.
 */
export async function preparedRows<Row>(
  em: EntityManager,
  statement: string,
  parameters: readonly unknown[],
): Promise<readonly Row[]> {
  const sql = mark + statement
  const { rows } = await em.getKysely().executeQuery<Row>({
    sql,
    parameters,
    query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
    queryId: { queryId: 'prepared' },
  })
  return rows
}

/** What the driver is asked: a text with values, or a named statement that it prepares where it is new. */
type Ask = (asked: unknown, ...rest: readonly unknown[]) => unknown

export interface PreparingPool {
  on(event: 'connect', listener: (connection: { query: Ask }) => void): unknown
}

/** Gives marked statements a name on every connection of a pool; Kysely, which hands texts on, cannot. */
export function prepareMarked(pool: PreparingPool): void {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `etalon_${names.size + 1}`
    names.set(text, name)
    return name
  }
  pool.on('connect', (connection) => {
    const query = connection.query.bind(connection)
    connection.query = (asked, ...rest) =>
      typeof asked === 'string' && asked.startsWith(mark)
        ? query({ name: nameOf(asked), text: asked, values: rest[0] })
        : query(asked, ...rest)
  })
}
