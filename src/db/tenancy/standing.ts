import { AsyncLocalStorage } from 'node:async_hooks'
import type { EntityManager } from '@mikro-orm/postgresql'

/** In whose name statements are sent. `node`: the process itself, as the owner of the tables. */
export type Standing =
  | 'node'
  | {
      readonly role: 'etalon_request' | 'etalon_chain'
      readonly organization: string | null
      readonly person: string | null
      /** An administrator of the node acts for any organization. */
      readonly isEverywhere: boolean
    }

export type RequestStanding = Exclude<Standing, 'node'>

const current = new AsyncLocalStorage<Standing>()

/** Everything that happens within the work, however far it reaches, is asked of the database in this name. */
export const within = <T>(standing: Standing, work: () => T): T => current.run(standing, work)

/** Outside of every request: the process itself. */
export const standingNow = (): Standing => current.getStore() ?? 'node'

/** Who asks without a key: an organization that does not exist. */
export const nobody: RequestStanding = {
  role: 'etalon_request',
  organization: null,
  person: null,
  isEverywhere: false,
}

export const standingOf = (
  actor: { readonly person: { readonly id: string }; readonly organization: { readonly id: string } } | null,
  isEverywhere: boolean,
): RequestStanding =>
  actor === null
    ? nobody
    : { role: 'etalon_request', organization: actor.organization.id, person: actor.person.id, isEverywhere }

/**
 * Chains lead through every organization by design, and the rules read them whole: what is shown of them is withheld
 * afterwards, in `traceability/withhold.ts`. Reads only. In a transaction it is its connection that changes its role, and back.
 */
export async function asChain<T>(em: EntityManager, work: () => Promise<T>): Promise<T> {
  const standing = standingNow()
  if (standing === 'node' || standing.role === 'etalon_chain') return work()
  const chain = { ...standing, role: 'etalon_chain' } as const
  return inRole(em, chain, work)
}

/**
 * What is written for others in the same transaction: the trail, the log, what parties are told. It is the node that says it,
 * and not whoever gave the occasion.
 */
export async function asNode<T>(em: EntityManager, work: () => Promise<T>): Promise<T> {
  return standingNow() === 'node' ? work() : inRole(em, 'node', work)
}

async function inRole<T>(em: EntityManager, standing: Standing, work: () => Promise<T>): Promise<T> {
  const before = standingNow()
  if (!em.isInTransaction() || before === 'node') return within(standing, work)
  const isChanged = await em.execute<unknown[]>(changeRole, [roleOf(standing)])
  // Where it fails, the transaction is lost and its role with it.
  const result = await within(standing, work)
  if (isChanged.length > 0) await em.execute(`select set_config('role', ?, true)`, [roleOf(before)])
  return result
}

const roleOf = (standing: Standing) => (standing === 'node' ? 'none' : standing.role)

/** Where the roles could not be made, everybody asks as the owner, and stays it: see `isolation.ts`. */
const changeRole = `select set_config('role', ?, true) as role where current_setting('role') like 'etalon\\_%'`
