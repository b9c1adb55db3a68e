import type {
  ApiKeyIssued,
  ApiKeyRecord,
  AuthorizationRecord,
  IdentityRecord,
  PersonRecord,
} from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { ApiKey } from './api-key.entity.ts'
import type { Authorization } from './authorization.entity.ts'
import type { PersonIdentity } from './person-identity.entity.ts'
import type { Person } from './person.entity.ts'

/** `email`: as far as whoever asks is shown it. */
export const viewPerson = (row: Person, email: string | undefined): PersonRecord =>
  withoutNulls({
    id: row.id,
    code: row.code,
    organization: row.organization.getEntity().code,
    name: row.name,
    email: email ?? null,
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  })

export const viewAuthorization = (row: Authorization): AuthorizationRecord =>
  withoutNulls({
    id: row.id,
    person: row.person.getEntity().code,
    activity: row.activity,
    measurandKind: row.measurandKind?.getEntity().code ?? null,
    validFrom: row.validFrom,
    validTo: row.validTo ?? null,
    evidence: row.evidence,
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  })

/** Never the key, nor its hash. */
export const viewApiKey = (row: ApiKey): ApiKeyRecord => {
  const person = row.person.getEntity()
  return withoutNulls({
    id: row.id,
    person: person.code,
    organization: person.organization.getEntity().code,
    prefix: row.prefix,
    roles: row.roles,
    scopes: row.scopes ?? null,
    addresses: row.addresses ?? null,
    recordedAt: row.recordedAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    formerUntil: row.formerUntil?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    version: row.version,
  })
}

/** The one time that the key is shown. */
export const viewIssuedKey = (row: ApiKey, key: string): ApiKeyIssued => {
  const { revokedAt: _, lastUsedAt: __, ...shown } = viewApiKey(row)
  return { ...shown, key }
}

export const viewIdentity = (row: PersonIdentity): IdentityRecord => {
  const person = row.person.getEntity()
  return withoutNulls({
    id: row.id,
    person: person.code,
    organization: person.organization.getEntity().code,
    issuer: row.issuer,
    subject: row.subject ?? null,
    email: row.email ?? null,
    roles: row.roles,
    scopes: row.scopes ?? null,
    recordedAt: row.recordedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    version: row.version,
  })
}
