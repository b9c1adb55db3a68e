import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { Visibility } from '../calibrations/calibration.entity.ts'
import type { LinkRow, ResultRow } from '../traceability/chain-rows.ts'

/** A certified result as it is read in a batch: what evaluates it again, and what names it. */
export interface ImpactedRow extends ResultRow {
  readonly links: readonly PackedLink[] | null
  /** How many results used it. */
  readonly uses: number
  readonly certificate: string
  readonly version: number
  readonly certificateId: string
  readonly equipment: string
  readonly equipmentId: string
  readonly component: string
  readonly issuer: string
  readonly issuerId: string
  readonly owner: string
  readonly ownerId: string
  readonly customerId: string | null
  readonly visibility: Visibility
  readonly started: string
  readonly finished: string
}

/** A link as it travels: names repeated for every link of every result would be most of what is sent. */
type PackedLink = readonly [
  input: string,
  upstreamResult: string | null,
  upstreamReference: string | null,
  device: readonly [equipment: string, component: string] | null,
  expectedKind: string | null,
  estimate: number,
  u: number,
  sensitivity: number,
  share: number,
  usedAt: LinkRow['usedAt'],
  typed: boolean,
]

const linkOf = `json_build_array(l.input, l.upstream_result_id, l.upstream_reference_id,
  (select json_build_array(d.equipment_id, d.code) from equipment_components d where d.id = l.upstream_component_id),
  (select x.code from measurand_kinds x where x.id = l.expected_measurand_kind_id),
  l.estimate, l.standard_uncertainty, l.sensitivity, l.share, l.used_at, l.typed)`

/** The links of a result, unpacked. */
export const linksOf = ({ id, links }: ImpactedRow): readonly LinkRow[] =>
  (links ?? []).map(
    ([input, upstreamResult, upstreamReference, device, expectedKind, estimate, u, ...rest]) => {
      const [sensitivity, share, usedAt, typed] = rest
      const [upstreamEquipment, upstreamComponent] = device ?? [null, null]
      const upstream = { upstreamResult, upstreamReference, upstreamEquipment, upstreamComponent }
      return { result: id, input, ...upstream, expectedKind, estimate, u, sensitivity, share, usedAt, typed }
    },
  )

const sql = `
select r.id, r.calibration_id as calibration, r.code, k.code as kind, r.stage, r.nominal::text as nominal,
       r.nominal_unit as "nominalUnit", r.parameters, r.interval_lower::text as "intervalLower",
       r.interval_upper::text as "intervalUpper", r.interval_unit as "intervalUnit", r.unit, r.estimate,
       r.standard_uncertainty as u, r.degrees_of_freedom as freedom, r.coverage_factor as k,
       r.coverage_probability as p, r.expanded_uncertainty as "U", r.reported_uncertainty as "reportedU",
       r.budget, r.conformity,
       (select json_agg(${linkOf}) from result_links l where l.result_id = r.id) as links,
       (select count(*)::int from result_links used where used.upstream_result_id = r.id) as uses,
       t.number as certificate, t.edition as version, t.id as "certificateId",
       e.code as equipment, e.id as "equipmentId", m.code as component,
       i.code as issuer, i.id as "issuerId", o.code as owner, o.id as "ownerId",
       c.customer_id as "customerId", t.visibility,
       to_json(c.started_at) #>> '{}' as started, to_json(c.finished_at) #>> '{}' as finished
  from unnest($1::uuid[]) with ordinality as asked (id, place)
  join calibration_results r on r.id = asked.id
  join calibrations c on c.id = r.calibration_id
  join measurand_kinds k on k.id = r.measurand_kind_id
  join equipment_components m on m.id = c.component_id
  join equipment e on e.id = m.equipment_id
  join organizations o on o.id = e.owner_id
  join organizations i on i.id = c.laboratory_id
 cross join lateral (select t.id, t.number, t.edition, t.visibility from certificates t
                      where t.calibration_id = c.id order by t.edition desc limit 1) t
 order by asked.place`

/** In the order that is asked; what has no certificate is left out. */
export const impactedRows = (em: EntityManager, ids: readonly string[]): Promise<readonly ImpactedRow[]> =>
  preparedRows<ImpactedRow>(em, sql, [ids])
