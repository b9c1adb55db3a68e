import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { ChainRows } from '../traceability/chain-rows.ts'

export type CompetenceRows = Pick<
  ChainRows,
  'organizations' | 'competences' | 'competenceVersions' | 'competenceStatuses'
>

const rows = (columns: string, from: string): string =>
  `coalesce((select json_agg(x) from (select ${columns} from ${from}) x), '[]'::json)`

/** What an organization was said to be as known at a moment; the first statement stands for the time before it. */
const asSaid = `left join lateral (
    select v.name, v.roles from organization_versions v where v.organization_id = o.id
     order by v.recorded_at <= $2::timestamptz desc, case when v.recorded_at <= $2::timestamptz then v.id end desc, v.id
     limit 1) h on true`

const competencesSql = `
with comp as materialized (
  select p.*, k.code as kind_code
    from competences p join measurand_kinds k on k.id = p.measurand_kind_id
   where k.id = $1::uuid
)
select
  ${rows(
    'o.id, o.code, coalesce(h.name, o.name) as name, coalesce(h.roles, o.roles) as roles',
    `organizations o ${asSaid} where o.id = any(array(select distinct organization_id from comp))`,
  )} as organizations,
  ${rows(
    `id, code, kind, organization_id as organization, kind_code as "measurandKind", recorded_at as "recordedAt"`,
    'comp',
  )} as competences,
  ${rows(
    `v.competence_id as competence, v.sequence, v.lower::text as lower, v.upper::text as upper, v.unit, v.parameters,
     null as "methodDocument", v.site, v.uncertainty, v.valid_from as "validFrom", v.valid_to as "validTo",
     v.recorded_at as "recordedAt"`,
    'competence_versions v where v.competence_id = any(array(select id from comp)) and v.recorded_at <= $2::timestamptz',
  )} as "competenceVersions",
  ${rows(
    `s.competence_id as competence, s.status, s.effective_from as "effectiveFrom", s.recorded_at as "recordedAt"`,
    'competence_statuses s where s.competence_id = any(array(select id from comp)) and s.recorded_at <= $2::timestamptz',
  )} as "competenceStatuses"`

/** Every competence for a kind of measurand, with its history as known at a moment. */
export async function competencesFor(
  em: EntityManager,
  measurandKind: string,
  asKnownAt: Date,
): Promise<CompetenceRows> {
  const asked = [measurandKind, asKnownAt.toISOString()]
  const [found] = await preparedRows<CompetenceRows>(em, competencesSql, asked)
  if (!found) throw new Error('The competences could not be read')
  return found
}

/** Among how many of its newest certificates the work of a laboratory is looked for. */
const newestLooked = 500

const newestSql = `
select o.id as organization, newest.result
  from unnest($1::uuid[]) as o (id)
 cross join lateral (
         select r.id as result
           from (select t.id, t.calibration_id, t.visibility
                   from certificates t
                  where t.issuer_id = o.id and t.recorded_at <= $3::timestamptz
                  order by t.id desc
                  limit ${newestLooked}) t
           join calibration_results r on r.calibration_id = t.calibration_id
          where r.measurand_kind_id = $2::uuid and (t.visibility = 'public' or o.id = $4::uuid)
          order by t.id desc, r.position
          limit 1
       ) newest`

export interface NewestResult {
  readonly organization: string
  readonly result: string
}

/** The newest certified result of each laboratory for a kind: its chain says how far it is from the root. */
export const newestResultsOf = (
  em: EntityManager,
  organizations: readonly string[],
  {
    measurandKind,
    asKnownAt,
    asker,
  }: { readonly measurandKind: string; readonly asKnownAt: Date; readonly asker: string | null },
): Promise<readonly NewestResult[]> =>
  preparedRows<NewestResult>(em, newestSql, [
    `{${organizations.join(',')}}`,
    measurandKind,
    asKnownAt.toISOString(),
    asker,
  ])
