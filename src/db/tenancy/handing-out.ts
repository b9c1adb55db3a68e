import { standingNow, type Standing } from './standing.ts'

/** A connection of the pool, as far as it is needed here. */
export interface HandedOut {
  query(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>
  release(error?: Error | boolean): void
}

type Take = (error: Error | undefined, connection?: HandedOut, release?: HandedOut['release']) => void

export interface HandingPool {
  connect(take?: Take): Promise<HandedOut> | void
}

/**
 * Every connection is told in whose name it is used when it is handed out, whoever takes it: a single statement, a
 * transaction or a stream. So there is no statement of a request without a standing, and none keeps that of another.
 */
export function tellStanding(pool: HandingPool): void {
  const handOut = pool.connect.bind(pool)
  const told = new WeakMap<HandedOut, string>()
  let areThere: Promise<boolean> | undefined
  const handOutTold = async (standing: Standing): Promise<HandedOut> => {
    const connection = (await handOut()) as HandedOut
    try {
      // A new connection is the owner's, until it is told.
      if (standing === 'node' && !told.has(connection)) return connection
      if (await (areThere ??= rolesAreThere(connection))) await tell(connection, standing, told)
      return connection
    } catch (error) {
      areThere = undefined
      connection.release(error instanceof Error ? error : true)
      throw error
    }
  }
  pool.connect = (take) => {
    const handing = handOutTold(standingNow())
    // With a function to take it the pool asks itself, for `pool.query`.
    if (take === undefined) return handing
    handing.then(
      (connection) => take(undefined, connection, (error) => connection.release(error)),
      (error: unknown) => take(error instanceof Error ? error : new Error(String(error))),
    )
  }
}

async function tell(
  connection: HandedOut,
  standing: Standing,
  told: WeakMap<HandedOut, string>,
): Promise<void> {
  const values = settingsOf(standing)
  const wanted = values.join(' ')
  if (told.get(connection) === wanted) return
  told.delete(connection)
  await connection.query(settings, values)
  told.set(connection, wanted)
}

const settings = `select set_config('role', $1, false), set_config('etalon.organization', $2, false),
  set_config('etalon.person', $3, false), set_config('etalon.everywhere', $4, false)`

const settingsOf = (standing: Standing): readonly string[] =>
  standing === 'node'
    ? ['none', '', '', '']
    : [standing.role, standing.organization ?? '', standing.person ?? '', standing.isEverywhere ? 'yes' : '']

/** Made at start (`isolation.ts`); a database where they could not be made, or never were, is used as its owner. */
async function rolesAreThere(connection: HandedOut): Promise<boolean> {
  const { rows } = await connection.query(
    `select coalesce(bool_and(pg_has_role(session_user, oid, 'set')), false) and count(*) = 2
            and exists (select 1 from pg_policy where polname = 'seen_by_requests') as there
       from pg_roles where rolname in ('etalon_request', 'etalon_chain')`,
  )
  return rows[0]?.['there'] === true
}
