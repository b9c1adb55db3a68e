import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'

/**
 * Rows of a statement that may take its time. When the signal comes, the connection is told to cancel it: by itself
 * PostgreSQL would carry on for a client that has gone. Parameters are `$1`, `$2` … and travel beside the text.
 */
export async function cancellableRows<Row>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[],
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const { rows } = await em.getKysely().executeQuery<Row>(
    {
      sql,
      parameters,
      query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
      // By its own name, so that what comes after it on the connection is not cancelled in its place.
      queryId: { queryId: randomUUID() },
    },
    { signal, inflightQueryAbortStrategy: 'cancel query' },
  )
  return rows
}

/**
 * The same with more time and memory than a request has otherwise: for statements about a large part of the registry. In a
 * transaction of its own, unless the EntityManager is in one.
 */
export const patientRows = <Row>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[],
  signal: AbortSignal,
): Promise<readonly Row[]> => {
  const patiently = async (tx: EntityManager) => {
    await tx.execute(`set local statement_timeout = '120s'; set local work_mem = '64MB'; set local jit = off`)
    return cancellableRows<Row>(tx, sql, parameters, signal)
  }
  return em.isInTransaction() ? patiently(em) : em.fork().transactional(patiently)
}
