import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { recordAct } from '../audit/record-act.ts'
import { OrganizationVersion } from '../organizations/organization-version.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { ApiKey } from './api-key.entity.ts'
import { keyPrefix, newKeyText, secretHash } from './key-text.ts'
import { Person } from './person.entity.ts'
import { viewApiKey } from './person.view.ts'

/** A word that is easily guessed is no key; spaces and control characters do not survive a header. */
const visibleText = /^[\x21-\x7e]{20,512}$/
/** Any number, as long as every Etalon uses the same. */
const advisoryLock = 7_014_236_802

/**
 * Somebody must be able to begin. `adminKey` is taken as it stands, and a new one opens the registry beside the old;
 * without it, one is generated if no administrator's key works, and returned this once. Runs in a transaction.
 */
export async function ensureFirstAdministrator(
  em: EntityManager,
  { adminKey, now }: { readonly adminKey?: string | undefined; readonly now: Date },
): Promise<{ readonly printedKey?: string }> {
  if (adminKey !== undefined && !visibleText.test(adminKey)) {
    throw new Error('ETALON_ADMIN_KEY must be 20 to 512 visible ASCII characters')
  }
  // Nodes that start at once take turns; the second finds nothing left to do.
  await em.execute('select pg_advisory_xact_lock(?)', [advisoryLock])
  const administrator = await administratorOfNode(em, now)

  if (adminKey === undefined && (await hasWorkingKey(em, now))) return {}
  const key = adminKey ?? newKeyText()
  const hash = secretHash(key)
  if (await em.findOne(ApiKey, { secretHash: hash })) return {}
  const row = em.create(ApiKey, {
    id: v7(),
    person: administrator,
    organization: administrator.organization,
    prefix: adminKey === undefined ? keyPrefix(key) : 'ETALON_ADMIN_KEY',
    secretHash: hash,
    roles: ['administrator'],
    recordedAt: now,
  })
  await em.flush()
  await recordBeginning(em, row, now)
  return adminKey === undefined ? { printedKey: key } : {}
}

/** Nobody asked for it: the node itself did. */
const recordBeginning = (em: EntityManager, row: ApiKey, now: Date): Promise<void> =>
  recordAct(em, {
    actor: null,
    operation: 'ensure-first-administrator',
    subject: `/v1/api-keys/${row.id}`,
    before: undefined,
    after: viewApiKey(row),
    reason: undefined,
    at: now,
    requestId: 'start',
  })

async function administratorOfNode(em: EntityManager, now: Date): Promise<Person> {
  const known = await em.findOne(Person, { code: 'administrator' }, { populate: ['organization'] })
  if (known) return known
  const operator = (await em.findOne(Organization, { code: 'OPERATOR' })) ?? operatorOfNode(em, now)
  return em.create(Person, {
    id: v7(),
    code: 'administrator',
    organization: operator,
    name: 'Administrator',
    recordedAt: now,
  })
}

function operatorOfNode(em: EntityManager, now: Date): Organization {
  const said = { name: { en: 'Operator of this node', zh: '本节点运营者' }, roles: [], recordedAt: now }
  // ISO 3166-1, 5.2.1: ZZ is left to its user; here: not stated.
  const code = { code: 'OPERATOR', economy: 'ZZ' }
  const organization = em.create(Organization, { id: v7(), ...code, ...said, sites: [] })
  em.create(OrganizationVersion, { id: v7(), organization, ...said })
  return organization
}

const hasWorkingKey = async (em: EntityManager, now: Date): Promise<boolean> =>
  (await em.count(ApiKey, {
    roles: { $contains: ['administrator'] },
    revokedAt: null,
    $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }],
  })) > 0
