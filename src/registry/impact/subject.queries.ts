import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImpactSubject } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'
import type { Actor } from '#http/actor.ts'
import { partiesSql } from '../certificates/visible-to.queries.ts'
import { isAdministrator } from '../people/may.ts'
import { subjectNotRegistered } from './impact.refusals.ts'

/** A result or a reference about which something is supposed; figures in its unit. */
export interface Standard {
  readonly id: string
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty: number | null
  readonly expandedUncertainty: number | null
  readonly coverageFactor: number | null
  readonly finishedAt: Date | null
}

/** The subject as it stands in the chain: the results of an item or of a certificate, or one reference. */
export type Subject =
  | { readonly kind: 'results'; readonly standards: readonly Standard[] }
  | { readonly kind: 'reference'; readonly standards: readonly [Standard] }

type Row = Omit<Standard, 'finishedAt'> & { readonly finishedAt: string | null }

const standardOf = (row: Row): Standard => ({
  ...row,
  finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt),
})

const resultColumns = `r.id, r.unit, r.estimate, r.standard_uncertainty as "standardUncertainty",
  r.expanded_uncertainty as "expandedUncertainty", r.coverage_factor as "coverageFactor",
  to_json(c.finished_at) #>> '{}' as "finishedAt"`

/** What the body names, for whoever may see it; refused where it does not exist. */
export async function subjectNamed(em: EntityManager, named: ImpactSubject, actor: Actor): Promise<Subject> {
  if ('reference' in named) return referenceNamed(em, named.reference)
  if ('certificate' in named) return { kind: 'results', standards: await certified(em, named, actor) }
  return { kind: 'results', standards: await measuredOf(em, named) }
}

async function referenceNamed(em: EntityManager, code: string): Promise<Subject> {
  const [row] = await preparedRows<Row>(
    em,
    `select f.id, f.unit, f.value::double precision as estimate,
            f.standard_uncertainty::double precision as "standardUncertainty",
            null as "expandedUncertainty", null as "coverageFactor", null as "finishedAt"
       from metrological_references f where f.code = $1`,
    [code],
  )
  if (!row) throw notRegistered(`There is no reference ${code}`, `没有编号为 ${code} 的参照对象`, 'reference')
  return { kind: 'reference', standards: [standardOf(row)] }
}

/** The results of every version of a certificate; editorial versions share theirs. */
async function certified(
  em: EntityManager,
  { certificate: number, result }: Extract<ImpactSubject, { certificate: unknown }>,
  actor: Actor,
): Promise<Standard[]> {
  const rows = await preparedRows<Row & { code: string; isVisible: boolean }>(
    em,
    `select distinct ${resultColumns}, r.code,
            t.visibility = 'public' or coalesce($2::uuid in (${partiesSql}), false) as "isVisible"
       from certificates t
       join calibrations c on c.id = t.calibration_id
       join equipment e on e.id = c.equipment_id
       join calibration_results r on r.calibration_id = c.id
      where t.number = $1`,
    [number, actor.organization.id],
  )
  const seen = rows.filter(({ isVisible }) => isVisible || isAdministrator(actor))
  if (seen.length === 0) {
    throw notRegistered(`There is no certificate ${number}`, `没有编号为 ${number} 的证书`, 'certificate')
  }
  const asked = result === undefined ? seen : seen.filter(({ code }) => code === result)
  if (asked.length === 0) {
    const codes = [...new Set(seen.map(({ code }) => code))]
    throw notRegistered(
      `Certificate ${number} has the results ${codes.join(', ')}`,
      `证书 ${number} 有结果 ${codes.join('、')}`,
      'result',
    )
  }
  return asked.map(({ code: _, isVisible: __, ...row }) => standardOf(row))
}

/** Every certified result of an item, or of one of its components. */
async function measuredOf(
  em: EntityManager,
  { equipment, component }: Extract<ImpactSubject, { equipment: unknown }>,
): Promise<Standard[]> {
  const components = await preparedRows<{ id: string; code: string }>(
    em,
    `select m.id, m.code from equipment e join equipment_components m on m.equipment_id = e.id where e.code = $1`,
    [equipment],
  )
  if (components.length === 0) {
    throw notRegistered(`No equipment is called ${equipment}`, `没有编号为 ${equipment} 的设备`, 'equipment')
  }
  const asked = components.filter(({ code }) => component === undefined || code === component)
  if (asked.length === 0) {
    throw notRegistered(
      `${equipment} has no component ${component}`,
      `设备 ${equipment} 没有部件 ${component}`,
      'component',
    )
  }
  const rows = await preparedRows<Row>(
    em,
    `select ${resultColumns}
       from calibrations c
       join calibration_results r on r.calibration_id = c.id
      where c.component_id = any($1::uuid[])
        and exists (select 1 from certificates t where t.calibration_id = c.id)`,
    [asked.map(({ id }) => id)],
  )
  return rows.map(standardOf)
}

const notRegistered = (en: string, zh: string, member: string) =>
  subjectNotRegistered({ en, zh }, {}, { pointer: `/subject/${member}` })
