import type { EntityManager } from '@mikro-orm/postgresql'
import { within } from './tenancy/standing.ts'

/** For statements about a large part of the registry: more time and memory than a request has otherwise. */
const patience = `set local statement_timeout = '120s'; set local work_mem = '64MB'; set local jit = off`

/**
 * Rows of a statement that may take its time. When the signal comes, PostgreSQL is told to cancel it: by itself it would
 * carry on for a client that has gone. In a transaction of its own, unless the EntityManager is in one.
 */
export const cancellableRows = <Row>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[],
  signal: AbortSignal,
): Promise<readonly Row[]> =>
  onOneConnection(em, (tx) => whileWanted(em, tx, signal, () => rowsPlannedAnew<Row>(tx, sql, parameters)))

/** The same with patience. */
export const patientRows = <Row>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[],
  signal: AbortSignal,
): Promise<readonly Row[]> =>
  onOneConnection(em, async (tx) => {
    await tx.execute(patience)
    return whileWanted(em, tx, signal, () => rowsPlannedAnew<Row>(tx, sql, parameters))
  })

const onOneConnection = <T>(em: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> =>
  em.isInTransaction() ? work(em) : em.fork().transactional(work)

/** The connection is not given back before the order to cancel has arrived: it would hit whatever comes next on it. */
async function whileWanted<T>(
  em: EntityManager,
  tx: EntityManager,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const [backend] = await tx.execute<{ pid: number }[]>('select pg_backend_pid() as pid')
  signal.throwIfAborted()
  let cancelling: Promise<unknown> | undefined
  const cancel = () => {
    // Only who opened a session may cancel in it, whatever role it has taken since.
    const asked = within('node', () => em.fork().execute('select pg_cancel_backend(?)', [backend?.pid]))
    cancelling = asked.catch(() => undefined)
  }
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', cancel)
    await cancelling
  }
}

/** Planned each time, with the parameters in sight: what is best for one key is not what is best for half the registry. */
async function rowsPlannedAnew<Row>(em: EntityManager, sql: string, parameters: readonly unknown[]) {
  const { rows } = await em.getKysely().executeQuery<Row>({
    sql,
    parameters,
    query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
    queryId: { queryId: 'planned anew' },
  })
  return rows
}
