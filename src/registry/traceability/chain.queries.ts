import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChainRows } from './chain-rows.ts'

/**
 * Everything that the rules read about the chains above some results, in ONE statement, whatever the depth: ancestry is
 * written with every result, so the chain is a set of identifiers and needs no walk. The recursion below only follows
 * standards that are named as devices, on certificates from elsewhere.
 */
export const chainsAbove = (em: EntityManager, results: readonly string[]): Promise<ChainRows> =>
  readChain(em, 'select unnest(?::uuid[])', `{${results.join(',')}}`)

/** The same above the results of every version of some certificates. */
export const chainsAboveCertificates = (em: EntityManager, numbers: readonly string[]): Promise<ChainRows> =>
  readChain(
    em,
    `select r.id
       from certificates t
       join calibration_results r on r.calibration_id = t.calibration_id
      where t.number in (select json_array_elements_text(?::json))`,
    JSON.stringify(numbers),
  )

/** The same above every certified result of a component: what a question about equipment is asked of. */
export const chainsAboveComponent = (em: EntityManager, component: string | null): Promise<ChainRows> =>
  readChain(
    em,
    `select r.id
       from calibrations c
       join calibration_results r on r.calibration_id = c.id
      where c.component_id = ?
        and exists (select 1 from certificates t where t.calibration_id = c.id)`,
    component,
  )

async function readChain(em: EntityManager, seed: string, asked: string | null): Promise<ChainRows> {
  const [row] = await em.execute<ChainRows[]>(chainSql(seed), [asked])
  if (!row) throw new Error('The chain could not be read')
  return row
}

const rows = (columns: string, from: string): string =>
  `coalesce((select json_agg(x) from (select ${columns} from ${from}) x), '[]'::json)`

const resultColumns = `r.id, r.calibration_id as calibration, r.code, k.code as kind, r.stage, r.nominal::text as nominal,
  r.nominal_unit as "nominalUnit", r.parameters, r.interval_lower::text as "intervalLower",
  r.interval_upper::text as "intervalUpper", r.interval_unit as "intervalUnit", r.unit, r.estimate,
  r.standard_uncertainty as u, r.degrees_of_freedom as freedom, r.coverage_factor as k, r.coverage_probability as p,
  r.expanded_uncertainty as "U", r.reported_uncertainty as "reportedU", r.budget, r.conformity`

const linkColumns = `l.result_id as result, l.input, l.upstream_result_id as "upstreamResult",
  l.upstream_reference_id as "upstreamReference", m.equipment_id as "upstreamEquipment", m.code as "upstreamComponent",
  k.code as "expectedKind", l.estimate, l.standard_uncertainty as u, l.sensitivity, l.share, l.used_at as "usedAt",
  l.typed`

const calibrationColumns = `c.id, c.origin, c.certificate_kind as kind, c.laboratory_id as laboratory,
  c.equipment_id as equipment, m.code as component, c.started_at as started, c.finished_at as finished,
  c.valid_until as "validUntil", c.competence_id as competence, c.operator_id as operator, c.reviewed_by_id as reviewer,
  c.method_id as method, c.method_deviation as "methodDeviation", c.as_found_omitted is not null as "asFoundOmitted",
  c.traceability_statement as statement, c.recorded_at as "recordedAt", c.recorded_by_id as "recordedBy"`

const certificateColumns = `t.id, t.number, t.edition, t.calibration_id as calibration, t.issued_at as "issuedAt",
  t.change_class as "changeClass", t.performer_id as performer, t.reviewer_id as reviewer, t.signatory_id as signatory,
  encode(sha256(convert_to(t.document, 'UTF8')), 'hex') = t.sha256 as "hashVerified", t.visibility,
  t.recorded_at as "recordedAt", t.recorded_by_id as "recordedBy"`

const equipmentColumns = `e.id, e.code, e.owner_id as owner, e.level,
  (select json_agg(m.code) from equipment_components m where m.equipment_id = e.id) as components,
  e.calibration_interval_months as "intervalMonths", e.drift_allowance::text as "driftAllowance",
  e.drift_allowance_unit as "driftAllowanceUnit", e.recorded_at as "recordedAt"`

/** `seed` selects the results that are asked about; its one parameter is the only one of the statement. */
const chainSql = (seed: string): string => `
with recursive chain (id) as (
    ${seed}
  union
    select above.id
      from chain
      join calibration_results r on r.id = chain.id
     cross join lateral (
             select unnest(r.ancestors) as id
              union all
             select d.id
               from result_links l
               join calibrations dc on dc.component_id = l.upstream_component_id
               join calibration_results d on d.calibration_id = dc.id
              where l.result_id = r.id
           ) above
),
own as materialized (
  select distinct r.calibration_id as id from calibration_results r join chain on chain.id = r.id
),
components as materialized (
  select distinct c.component_id as id from calibrations c join own on own.id = c.id
),
-- Other calibrations of the same items: findings that came later, next as-found values, and former ones.
cal as materialized (
  select c.* from calibrations c join components on components.id = c.component_id
   where c.id in (select id from own) or exists (select 1 from certificates t where t.calibration_id = c.id)
),
cert as materialized (select t.* from certificates t join cal on cal.id = t.calibration_id),
res as materialized (select r.* from calibration_results r join cal on cal.id = r.calibration_id),
link as materialized (select l.* from result_links l join res on res.id = l.result_id),
ref as materialized (
  select * from metrological_references where id in (select upstream_reference_id from link)
),
equip as materialized (
  select * from equipment where id in (select equipment_id from cal)
),
org as materialized (
  select * from organizations
   where id in (select laboratory_id from cal union select owner_id from equip union select holder_id from ref)
),
comp as materialized (
  select p.* from competences p
   where p.id in (select competence_id from cal)
      or p.id in (select e.competence_id from reference_evidence e join ref on ref.id = e.reference_id)
      or (p.organization_id in (select laboratory_id from cal)
          and p.measurand_kind_id in (select measurand_kind_id from res))
)
select
  ${rows(resultColumns, 'res r join measurand_kinds k on k.id = r.measurand_kind_id')} as results,
  ${rows(
    linkColumns,
    `link l left join equipment_components m on m.id = l.upstream_component_id
            left join measurand_kinds k on k.id = l.expected_measurand_kind_id`,
  )} as links,
  ${rows(calibrationColumns, 'cal c join equipment_components m on m.id = c.component_id')} as calibrations,
  ${rows(certificateColumns, 'cert t')} as certificates,
  ${rows(
    `t.number, v.kind, v.effective_from as "effectiveFrom", v.cause, v.recorded_by_id as by,
     v.recorded_at as "recordedAt"`,
    `certificate_events v join certificates t on t.id = v.certificate_id
      where t.number in (select number from cert)`,
  )} as events,
  ${rows(equipmentColumns, 'equip e')} as equipment,
  ${rows(
    `v.id, v.equipment_id as equipment, m.code as component, v.kind, v.outcome, v.occurred_at as "occurredAt",
     v.recorded_at as "recordedAt"`,
    `equipment_events v join equip on equip.id = v.equipment_id
      left join equipment_components m on m.id = v.component_id`,
  )} as "equipmentEvents",
  ${rows(
    `f.id, f.code, f.kind, f.holder_id as holder, k.code as "measurandKind", f.value::text as value,
     f.standard_uncertainty::text as u, f.unit, f.recorded_at as "recordedAt"`,
    'ref f join measurand_kinds k on k.id = f.measurand_kind_id',
  )} as "references",
  ${rows(
    `v.reference_id as reference, v.kind, v.description, v.competence_id as competence, v.valid_from as "validFrom",
     v.valid_to as "validTo", v.recorded_at as "recordedAt"`,
    'reference_evidence v join ref on ref.id = v.reference_id',
  )} as evidence,
  ${rows('o.id, o.code, o.name, o.roles', 'org o')} as organizations,
  ${rows(
    `p.id, p.code, p.kind, p.organization_id as organization, k.code as "measurandKind", p.recorded_at as "recordedAt"`,
    'comp p join measurand_kinds k on k.id = p.measurand_kind_id',
  )} as competences,
  ${rows(
    `v.competence_id as competence, v.sequence, v.lower::text as lower, v.upper::text as upper, v.unit, v.parameters,
     n.id as "methodDocument", v.site, v.uncertainty, v.valid_from as "validFrom", v.valid_to as "validTo", v.recorded_at as "recordedAt"`,
    `competence_versions v join comp on comp.id = v.competence_id
      left join normative_documents n on n.code = v.method`,
  )} as "competenceVersions",
  ${rows(
    `s.competence_id as competence, s.status, s.effective_from as "effectiveFrom", s.recorded_at as "recordedAt"`,
    'competence_statuses s join comp on comp.id = s.competence_id',
  )} as "competenceStatuses",
  ${rows(
    `a.id, a.person_id as person, a.activity, k.code as "measurandKind", a.valid_from as "from", a.valid_to as "to",
     a.recorded_at as "recordedAt"`,
    `authorizations a left join measurand_kinds k on k.id = a.measurand_kind_id where a.person_id in (
       select operator_id from cal union select reviewed_by_id from cal union select performer_id from cert
        union select reviewer_id from cert union select signatory_id from cert)`,
  )} as authorizations,
  ${rows(
    `n.id, n.code, n.in_force_from as "inForceFrom", n.in_force_to as "inForceTo", n.recorded_at as "recordedAt"`,
    'normative_documents n where n.id in (select method_id from cal)',
  )} as documents`
