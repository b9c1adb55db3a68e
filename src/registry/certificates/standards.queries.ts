import type { EntityManager } from '@mikro-orm/postgresql'
import type { StandardUsed } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'
import type { StatedUpstream } from '#metrology/budget/stored-budget.ts'
import type { Calibration } from '../calibrations/calibration.entity.ts'

interface Use {
  readonly from: StatedUpstream
  readonly result: string
  readonly input: string
}

/** What the results rest on, pinned as it stands now: each upstream once, with the inputs that were taken from it. */
export async function standardsOf(em: EntityManager, row: Calibration): Promise<readonly StandardUsed[]> {
  const uses = row.results
    .getItems()
    .flatMap(({ code, budget }) =>
      (budget?.inputs ?? []).flatMap(({ symbol, from }): Use[] =>
        from ? [{ from, result: code, input: symbol }] : [],
      ),
    )
  if (uses.length === 0) return []
  const bySource = Map.groupBy(uses, ({ from }) => keyOf(from))
  const described = await descriptions(
    em,
    [...bySource.values()].flatMap(([use]) => (use ? [use.from] : [])),
  )
  return [...bySource].flatMap(([key, [first, ...others]]) => {
    if (!first) return []
    const inputs = [first, ...others].map(({ result, input }) => ({ result, input }))
    const { from } = first
    const named =
      'equipment' in from ? { equipment: { code: from.equipment, component: from.component } } : from
    return [{ inputs, ...named, ...described.get(key) } as StandardUsed]
  })
}

const keyOf = (from: StatedUpstream): string =>
  'certificate' in from
    ? JSON.stringify(['certificate', from.certificate, from.version, from.result])
    : 'reference' in from
      ? JSON.stringify(['reference', from.reference])
      : JSON.stringify(['equipment', from.equipment, from.component])

type Described = Omit<StandardUsed, 'inputs' | 'certificate' | 'version' | 'result'>

async function descriptions(
  em: EntityManager,
  sources: readonly StatedUpstream[],
): Promise<ReadonlyMap<string, Described>> {
  const rows = await preparedRows<{ position: number; described: Described }>(em, describedSql, [
    JSON.stringify(sources.map((from, position) => ({ position, ...from }))),
  ])
  const found = new Map<string, Described>()
  for (const { position, described } of rows) {
    const from = sources[position]
    if (from) found.set(keyOf(from), described)
  }
  return found
}

const equipmentJson = `json_build_object('code', e.code, 'component', m.code, 'name', e.name, 'manufacturer', e.manufacturer,
  'model', e.model, 'serialNumber', e.serial_number)`

/** With the names and the hash as they are now, in one statement: they are written into the document and stay. */
const describedSql = `with asked as (
  select * from json_to_recordset($1::json)
    as x(position int, certificate text, version int, reference text, equipment text, component text)
)
select a.position, json_build_object('sha256', t.sha256, 'issuer', json_build_object('code', o.code, 'name', o.name),
         'equipment', ${equipmentJson}) as described
  from asked a
  join certificates t on t.number = a.certificate and t.edition = a.version
  join organizations o on o.id = t.issuer_id
  join equipment_components m on m.id = t.component_id
  join equipment e on e.id = m.equipment_id
union all
select a.position, json_build_object('reference', json_build_object('code', f.code, 'name', f.name, 'kind', f.kind,
         'holder', json_build_object('code', o.code, 'name', o.name)))
  from asked a
  join metrological_references f on f.code = a.reference
  join organizations o on o.id = f.holder_id
union all
select a.position, json_build_object('equipment', ${equipmentJson})
  from asked a
  join equipment e on e.code = a.equipment
  join equipment_components m on m.equipment_id = e.id and m.code = a.component`

/** What the roots that a chain reaches are called. */
export async function referenceNames(
  em: EntityManager,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StandardUsed['reference']>> {
  if (codes.length === 0) return new Map()
  const rows = await preparedRows<NonNullable<StandardUsed['reference']>>(
    em,
    `select code, name, kind from metrological_references
      where code = any(array(select json_array_elements_text($1::json)))`,
    [JSON.stringify(codes)],
  )
  return new Map(rows.map((row) => [row.code, row]))
}
