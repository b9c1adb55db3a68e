import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { DccMappingEntry } from '#contract/types.ts'
import { refusedBy } from '#db/refused-by.ts'
import type { MappingRule } from '#exchange/dcc/mapping/mapping.ts'
import type { Actor } from '#http/actor.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { within } from '#refusal.ts'
import { kindsNamed } from '../calibrations/named-records.queries.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { organizationNamed } from '../organizations/organization.queries.ts'
import { Person } from '../people/person.entity.ts'
import { DccMapping } from './dcc-mapping.entity.ts'
import { mappingCodeTaken } from './dcc-mapping.refusals.ts'

/** Keeps what the columns of an issuer's layout mean. */
export async function recordDccMapping(
  em: EntityManager,
  stated: DccMappingEntry,
  actor: Actor,
  now: Date,
): Promise<DccMapping> {
  const issuer = await organizationNamed(em, stated.issuer, '/issuer')
  await kindsNamed(
    em,
    stated.rules.map(({ measurandKind }, i) => ({
      code: measurandKind,
      pointer: `/rules/${i}/measurandKind`,
    })),
  )

  for (const [i, rule] of stated.rules.entries()) within(`/rules/${i}`, () => requireDecimals(rule))

  const mapping = em.create(DccMapping, {
    id: v7(),
    code: stated.code,
    issuer,
    organization: em.getReference(Organization, actor.organization.id, { wrapped: true }),
    description: stated.description ?? null,
    rules: stated.rules as readonly MappingRule[],
    recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
    recordedAt: now,
  })
  await em.flush().catch(refusedBy({ dcc_mappings_code_unique: mappingCodeTaken }))
  return mapping
}

/** What is fixed instead of read from a column is a number that a double can hold. */
function requireDecimals({ nominal, parameters = {} }: DccMappingEntry['rules'][number]): void {
  const places = { '/nominal': nominal, ...named(parameters) }
  for (const [pointer, column] of Object.entries(places)) {
    if (column && 'fixed' in column) within(`${pointer}/fixed/value`, () => toNumber(column.fixed.value))
  }
}

const named = <T>(parameters: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(parameters).map(([name, column]) => [`/parameters/${name}`, column]))
