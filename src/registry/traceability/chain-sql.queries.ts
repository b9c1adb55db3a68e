const rows = (columns: string, from: string): string =>
  `coalesce((select json_agg(x) from (select ${columns} from ${from}) x), '[]'::json)`

/** People are named by their code: it is what a finding says. */
const codeOf = (person: string): string => `(select n.code from people n where n.id = ${person})`

const resultColumns = `r.id, r.calibration_id as calibration, r.code, k.code as kind, r.stage, r.nominal::text as nominal,
  r.nominal_unit as "nominalUnit", r.parameters, r.interval_lower::text as "intervalLower",
  r.interval_upper::text as "intervalUpper", r.interval_unit as "intervalUnit", r.unit, r.estimate,
  r.standard_uncertainty as u, r.degrees_of_freedom as freedom, r.coverage_factor as k, r.coverage_probability as p,
  r.expanded_uncertainty as "U", r.reported_uncertainty as "reportedU", r.budget, r.conformity,
  (select json_agg(json_build_object('recall', q.code, 'decision', d.decision, 'flipped', i.flipped or i.lost,
                                     'about', q.impact -> 'subject', 'recordedAt', d.recorded_at) order by d.id)
     from recall_items i
     join recalls q on q.id = i.recall_id
     join recall_dispositions d on d.item_id = i.id
    where i.result_id = r.id) as dispositions`

const linkColumns = `l.result_id as result, l.input, l.upstream_result_id as "upstreamResult",
  l.upstream_reference_id as "upstreamReference", m.equipment_id as "upstreamEquipment", m.code as "upstreamComponent",
  k.code as "expectedKind", l.estimate, l.standard_uncertainty as u, l.sensitivity, l.share, l.used_at as "usedAt",
  l.typed`

const calibrationColumns = `c.id, c.origin, c.certificate_kind as kind, c.laboratory_id as laboratory, c.customer_id as customer,
  c.equipment_id as equipment, m.code as component, c.started_at as started, c.finished_at as finished,
  c.valid_until as "validUntil", c.competence_id as competence, ${codeOf('c.operator_id')} as operator,
  ${codeOf('c.reviewed_by_id')} as reviewer,
  c.method_id as method, c.method_deviation as "methodDeviation", c.as_found_omitted is not null as "asFoundOmitted",
  c.site, c.environment, c.conditions_of_use as "conditionsOfUse", c.traceability_statement as statement, c.recorded_at as "recordedAt", c.recorded_by_id as "recordedBy"`

const certificateColumns = `t.id, t.number, t.edition, t.calibration_id as calibration, t.issued_at as "issuedAt",
  t.change_class as "changeClass", ${codeOf('t.performer_id')} as performer, ${codeOf('t.reviewer_id')} as reviewer,
  ${codeOf('t.signatory_id')} as signatory,
  encode(sha256(convert_to(t.document, 'UTF8')), 'hex') = t.sha256 as "hashVerified", t.visibility,
  t.recorded_at as "recordedAt", t.recorded_by_id as "recordedBy"`

const equipmentColumns = `e.id, e.code, e.owner_id as owner, e.level,
  (select json_agg(m.code) from equipment_components m where m.equipment_id = e.id) as components,
  (select json_agg(json_build_object('intervalMonths', g.interval_months, 'from', g.effective_from,
                                     'recordedAt', g.recorded_at))
     from equipment_programmes g where g.equipment_id = e.id) as programmes,
  e.used_by as "usedBy", e.drift_allowance::text as "driftAllowance", e.drift_allowance_unit as "driftAllowanceUnit",
  (select json_agg(json_build_object('level', h.level, 'usedBy', h.used_by, 'driftAllowance', h.drift_allowance::text,
                                     'driftAllowanceUnit', h.drift_allowance_unit, 'recordedAt', h.recorded_at) order by h.id)
     from equipment_versions h where h.equipment_id = e.id) as versions`

/** What limits the errors of a component (VIM 4.26), and where an item may not be used. */
const classColumns = `m.equipment_id as equipment, m.code as component, k.code as "measurandKind", i.lower::text as lower,
  i.upper::text as upper, i.unit, i.maximum_permissible_error::text as "maximumPermissibleError",
  i.recorded_at as "recordedAt"`
const restrictionColumns = `s.id, s.equipment_id as equipment, m.code as component, k.code as "measurandKind",
  s.lower::text as lower, s.upper::text as upper, s.unit, s.parameters, s.valid_from as "validFrom", s.reason,
  s.recorded_at as "recordedAt", n.valid_to as "validTo", n.recorded_at as "endRecordedAt"`

/** Rounds that are closed: a result is sealed until then. */
const comparisonColumns = `t.id, c.code, t.competence_id as competence, z.closed_on as day,
  s.normalized_error as "normalizedError", z.recorded_at as "recordedAt",
  (select json_agg(json_build_object('day', y.resolved_on, 'recordedAt', y.recorded_at))
     from comparison_resolutions y where y.result_id = t.id) as resolutions`
const comparisonTables = `comparison_results t join comparison_scores s on s.result_id = t.id
      join comparisons c on c.id = t.comparison_id join comparison_closings z on z.comparison_id = c.id`

const organizationColumns = `o.id, o.code, o.name, o.roles,
  (select json_agg(json_build_object('name', h.name, 'roles', h.roles, 'recordedAt', h.recorded_at) order by h.id)
     from organization_versions h where h.organization_id = o.id) as versions`

const resultTables = (results: string): string =>
  `${results} r join measurand_kinds k on k.id = r.measurand_kind_id`
const linkTables = (links: string): string => `${links} l
  left join equipment_components m on m.id = l.upstream_component_id
  left join measurand_kinds k on k.id = l.expected_measurand_kind_id`

const eventColumns = `t.number, v.kind, v.effective_from as "effectiveFrom", v.cause, v.recorded_by_id as by,
  v.recorded_at as "recordedAt"`
const eventTables = 'certificates t join certificate_events v on v.certificate_id = t.id'

const equipmentEventColumns = `v.id, v.equipment_id as equipment, m.code as component, v.kind, v.outcome,
  v.occurred_at as "occurredAt", v.recorded_at as "recordedAt"`

const classTables = `measuring_intervals i join equipment_components m on m.id = i.component_id
  join measurand_kinds k on k.id = i.measurand_kind_id where i.maximum_permissible_error is not null`
const restrictionTables = `equipment_restrictions s left join equipment_restriction_ends n on n.restriction_id = s.id
  left join equipment_components m on m.id = s.component_id
  left join measurand_kinds k on k.id = s.measurand_kind_id`

/** Keys as an array: the planner then looks each of them up. Joined as rows of unknown number they would be hashed with whole tables. */
const keys = (column: string, from: string): string => `array(select distinct ${column} from ${from})`

/** The items that calibrations `own` are about, with everything certified about them: findings that came later, and former values. */
const itemTables = `
cal as materialized (
  select c.*
    from calibrations c
   where c.component_id = any(${keys('component_id', 'calibrations where id = any((select ids from own)::uuid[])')})
     and (c.id = any((select ids from own)::uuid[])
          or exists (select 1 from certificates t where t.calibration_id = c.id))
),
cert as materialized (select t.* from certificates t where t.calibration_id = any(${keys('id', 'cal')})),
res as materialized (select r.* from calibration_results r where r.calibration_id = any(${keys('id', 'cal')})),
link as materialized (select l.* from result_links l where l.result_id = any(${keys('id', 'res')})),
equip as materialized (
  select * from equipment
   where id = any(array(
           select equipment_id from cal
            union select m.equipment_id from equipment_components m
                   where m.id = any(${keys('upstream_component_id', 'link')})))
)`

const itemLists = `
  ${rows(resultColumns, resultTables('res'))} as results,
  ${rows(linkColumns, linkTables('link'))} as links,
  ${rows(calibrationColumns, 'cal c join equipment_components m on m.id = c.component_id')} as calibrations,
  ${rows(certificateColumns, 'cert t')} as certificates,
  ${rows(eventColumns, `${eventTables} where t.number = any(${keys('number', 'cert')})`)} as events,
  ${rows(equipmentColumns, 'equip e')} as equipment,
  ${rows(
    equipmentEventColumns,
    `equip e join lateral (select * from equipment_events v where v.equipment_id = e.id offset 0) v on true
       left join equipment_components m on m.id = v.component_id`,
  )} as "equipmentEvents",
  ${rows(classColumns, `${classTables} and i.component_id = any(${keys('component_id', 'cal')})`)} as classes,
  ${rows(restrictionColumns, `${restrictionTables} where s.equipment_id = any(${keys('id', 'equip')})`)} as restrictions`

/** Who is behind them: references, laboratories, their scopes, people, methods. */
const standingTables = `
ref as materialized (
  select * from metrological_references where id = any(${keys('upstream_reference_id', 'link')})
),
org as materialized (
  select * from organizations
   where id = any(array(select laboratory_id from cal union select owner_id from equip union select holder_id from ref))
),
comp as materialized (
  select p.* from competences p
   where p.id = any(array(
           select competence_id from cal
            union select e.competence_id from reference_evidence e where e.reference_id = any(${keys('id', 'ref')})
            union select q.id
                    from (select distinct c.laboratory_id, r.measurand_kind_id
                            from res r join cal c on c.id = r.calibration_id) w
                   cross join lateral (
                           select p.id from competences p
                            where p.organization_id = w.laboratory_id and p.measurand_kind_id = w.measurand_kind_id
                           offset 0) q
            -- One of any kind: a laboratory without the right one is told from one of which nothing is recorded.
            union (select distinct on (q.organization_id) q.id from competences q
                    where q.organization_id = any(${keys('laboratory_id', 'cal')})
                    order by q.organization_id, q.id)))
)`

const standingLists = `
  ${rows(
    `f.id, f.code, f.kind, f.holder_id as holder, k.code as "measurandKind", f.value::text as value,
     f.standard_uncertainty::text as u, f.unit, f.recorded_at as "recordedAt"`,
    'ref f join measurand_kinds k on k.id = f.measurand_kind_id',
  )} as "references",
  ${rows(
    `v.reference_id as reference, v.kind, v.description, v.competence_id as competence, v.valid_from as "validFrom",
     v.valid_to as "validTo", v.recorded_at as "recordedAt"`,
    `reference_evidence v where v.reference_id = any(${keys('id', 'ref')})`,
  )} as evidence,
  ${rows(comparisonColumns, `${comparisonTables} where t.competence_id = any(${keys('id', 'comp')})`)} as comparisons,
  ${rows(organizationColumns, 'org o')} as organizations,
  ${rows(
    `p.id, p.code, p.kind, p.organization_id as organization, k.code as "measurandKind", p.recorded_at as "recordedAt"`,
    'comp p join measurand_kinds k on k.id = p.measurand_kind_id',
  )} as competences,
  ${rows(
    `v.competence_id as competence, v.sequence, v.lower::text as lower, v.upper::text as upper, v.unit, v.parameters,
     n.id as "methodDocument", v.site, v.uncertainty, v.valid_from as "validFrom", v.valid_to as "validTo", v.recorded_at as "recordedAt"`,
    `competence_versions v left join normative_documents n on n.code = v.method
      where v.competence_id = any(${keys('id', 'comp')})`,
  )} as "competenceVersions",
  ${rows(
    `s.competence_id as competence, s.status, s.effective_from as "effectiveFrom", s.recorded_at as "recordedAt"`,
    `competence_statuses s where s.competence_id = any(${keys('id', 'comp')})`,
  )} as "competenceStatuses",
  ${rows(
    `a.id, ${codeOf('a.person_id')} as person, v.activity, k.code as "measurandKind", v.valid_from as "from",
     v.valid_to as "to", v.recorded_at as "recordedAt"`,
    `authorizations a join authorization_versions v on v.authorization_id = a.id
       left join measurand_kinds k on k.id = v.measurand_kind_id where a.person_id = any(array(
       select operator_id from cal union select reviewed_by_id from cal union select performer_id from cert
        union select reviewer_id from cert union select signatory_id from cert))`,
  )} as authorizations,
  ${rows(
    `n.id, n.code, v.in_force_from as "inForceFrom", v.in_force_to as "inForceTo", v.recorded_at as "recordedAt"`,
    `normative_documents n join normative_document_versions v on v.document_id = n.id where n.id = any(${keys('method_id', 'cal')})`,
  )} as documents`

/**
 * `seed` selects, for each result that is asked about, what stands above it and itself; its one parameter is the only one of
 * the statement.
 */
export const wholeSql = (seed: string): string => `
with recursive chain (ids, latest) as (
    select asked.ids, asked.ids
      from (select ${keys('unnest(seed.above)', `(${seed}) as seed (above)`)} as ids) asked
  union all
    select chain.ids || named.ids, named.ids
      from chain
     cross join lateral (
             select ${keys(
               'above.id',
               `result_links l
                join calibrations dc on dc.component_id = l.upstream_component_id
                join calibration_results d on d.calibration_id = dc.id
               cross join lateral unnest(d.ancestors || d.id) as above (id)
               where l.result_id = any(chain.latest) and l.upstream_component_id is not null
                 and above.id <> all(chain.ids)`,
             )} as ids
           ) named
     where cardinality(named.ids) > 0
),
whole (ids) as materialized (select ids from chain order by cardinality(ids) desc limit 1),
own (ids) as materialized (
  select ${keys('calibration_id', 'calibration_results where id = any((select ids from whole)::uuid[])')}
),
${itemTables},
${standingTables}
select ${itemLists},
${standingLists}`

/**
 * Of the results themselves, not of what stands above them; and of the items alone, not of who is behind them. It is asked each
 * time, and what a statement costs at least grows with its parts. What stands above comes as it is written, a list for each.
 */
export const itemsSql = (seed: string): string => `
with asked as materialized (select seed.above from (${seed}) as seed (above)),
own (ids) as materialized (
  select ${keys('calibration_id', 'calibration_results where id = any(array(select above[cardinality(above)] from asked))')}
),
${itemTables}
select ${itemLists},
  (select json_agg(above) from asked) as above`
