import type { SessionRecord, WhoAsks } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { Actor } from '#http/actor.ts'
import type { Organization } from '../../organizations/organization.entity.ts'
import type { ApiKey } from '../api-key.entity.ts'
import { can, canWithKey, mayTable } from '../may.ts'
import type { Person } from '../person.entity.ts'
import { idleMs } from './lifetime.ts'
import type { PageSession } from './page-session.entity.ts'

/** Never its token, nor the hash of it. */
export const viewSession = (row: PageSession, current: string | undefined): SessionRecord => {
  const key = row.key?.getEntity()
  return withoutNulls({
    id: row.id,
    person: row.person.getEntity().code,
    organization: row.organization.getEntity().code,
    key: key ? { id: key.id, prefix: key.prefix } : null,
    issuer: row.identity?.getEntity().issuer ?? null,
    openedAt: row.openedAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    idleUntil: new Date(Math.min(row.lastSeenAt.getTime() + idleMs, row.expiresAt.getTime())).toISOString(),
    expiresAt: untilOf(row).toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    isCurrent: row.id === current,
  })
}

/** No session outlives its key. */
function untilOf(row: PageSession): Date {
  const keyUntil = row.key?.getEntity().expiresAt
  return keyUntil && keyUntil < row.expiresAt ? keyUntil : row.expiresAt
}

const actions = Object.keys(mayTable).sort()

export interface WhoAsksNow {
  readonly actor: Actor
  readonly person: Person
  readonly organization: Organization
  /** What was shown, or what the session rests on. */
  readonly key: ApiKey | undefined
  readonly session: PageSession | undefined
}

/** As whom somebody is known, and what they may do: by what they have shown, and by showing a key once more. */
export function viewWhoAsks({ actor, person, organization, key, session }: WhoAsksNow): WhoAsks {
  const may = actions.filter((action) => can(actor, action))
  const signs = actions.filter((action) => canWithKey(actor, action) && !may.includes(action))
  return withoutNulls({
    person: { code: person.code, name: person.name },
    organization: { code: organization.code, name: organization.name },
    roles: [...actor.roles] as WhoAsks['roles'],
    scopes: actor.scopes === undefined ? null : [...actor.scopes],
    actions: may,
    actionsWithKey: signs,
    shown: shownBy(session, key),
    key: key ? withoutNulls({ id: key.id, prefix: key.prefix, expiresAt: instantOf(key.expiresAt) }) : null,
    session: session ? viewSession(session, session.id) : null,
  })
}

function shownBy(session: PageSession | undefined, key: ApiKey | undefined): WhoAsks['shown'] {
  if (session) return 'session'
  return key ? 'key' : 'token'
}

const instantOf = (time: Date | null | undefined): string | null => time?.toISOString() ?? null
