import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { ApiKeyEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { ApiKey, type Role } from './api-key.entity.ts'
import { keyPrefix, newKeyText, secretHash } from './key-text.ts'
import { isAdministrator, mayOf, requireOwn } from './may.ts'
import { personNamed } from './person.queries.ts'
import { isNetwork } from '#http/networks.ts'
import {
  scopeNotOfRoles,
  administratorOnly,
  alreadyExpired,
  noSuchNetwork,
  rolesExclude,
} from './person.refusals.ts'

/** A key that is shown once; what is kept is its hash, from which nobody gets it back. */
export async function issueApiKey(
  em: EntityManager,
  stated: ApiKeyEntry,
  { actor, now }: { actor: Actor; now: Date },
): Promise<{ readonly row: ApiKey; readonly key: string }> {
  const person = await personNamed(em, stated.person, '/person')
  requireOwn(actor, person.organization.id, '/person')
  refuseRoles(stated.roles, actor)
  refuseScopes(stated)
  const expiresAt = stated.expiresAt === undefined ? null : new Date(stated.expiresAt)
  if (expiresAt !== null && expiresAt <= now) {
    throw alreadyExpired(
      { en: `${stated.expiresAt} has passed`, zh: `${stated.expiresAt} 已过` },
      {},
      { pointer: '/expiresAt' },
    )
  }

  const key = newKeyText()
  const row = em.create(ApiKey, {
    id: v7(),
    person,
    organization: person.organization,
    ...keyBounds(stated),
    prefix: keyPrefix(key),
    secretHash: secretHash(key),
    roles: [...new Set(stated.roles)],
    recordedAt: now,
    expiresAt,
  })
  await em.flush()
  return { row, key }
}

const administersNot: readonly Role[] = ['reviewer', 'signatory']

/** Whoever gives out the keys must not be able to issue a certificate with one of them. */
export function refuseRoles(roles: readonly Role[], actor: Actor): void {
  const at = { pointer: '/roles' }
  if (!roles.includes('administrator')) return
  if (!isAdministrator(actor)) throw administratorOnly(administratorOnly.definition.title, {}, at)
  const other = roles.find((role) => administersNot.includes(role))
  if (other !== undefined) {
    throw rolesExclude(
      { en: `administrator and ${other} are two keys`, zh: `administrator 与 ${other} 须为两个密钥` },
      {},
      at,
    )
  }
}

/** A key reaches no further than its roles: an action that none of them may do would be a promise that is not kept. */
export function refuseScopes({
  roles,
  scopes = [],
}: {
  readonly roles: readonly Role[]
  readonly scopes?: readonly string[] | undefined
}): void {
  const index = scopes.findIndex((action) => !mayOf(roles, action))
  if (index < 0) return
  const action = scopes[index]
  throw scopeNotOfRoles(
    { en: `${roles.join(', ')} may not ${action}`, zh: `${roles.join('、')} 无权 ${action}` },
    { action },
    { pointer: `/scopes/${index}` },
  )
}

const keyBounds = ({ scopes, addresses }: ApiKeyEntry) => ({
  scopes: scopes === undefined ? null : [...new Set(scopes)],
  addresses: addresses === undefined ? null : [...new Set(addresses.map(checkedNetwork))],
})

function checkedNetwork(network: string, index: number): string {
  if (isNetwork(network)) return network
  throw noSuchNetwork(
    { en: `${network} is neither an address nor a network`, zh: `${network} 不是地址或网段` },
    {},
    { pointer: `/addresses/${index}` },
  )
}
