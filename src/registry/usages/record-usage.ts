import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { UsageEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { within } from '#refusal.ts'
import { checkQuantity, kept, noSuchParameter } from '../calibrations/results/result-draft.ts'
import { componentNamed } from '../equipment/equipment.queries.ts'
import type { Equipment } from '../equipment/equipment.entity.ts'
import type { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { measurandKindNamed } from '../measurand-kinds/measurand-kind.queries.ts'
import { requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { personNamed } from '../people/person.queries.ts'
import { refuseLocked } from './refuse-locked.ts'
import { refuseRestricted } from './refuse-restricted.ts'
import { Usage, type PointUsed } from './usage.entity.ts'
import { equipmentUsed } from './usage.queries.ts'
import { foreignOperator, usedInFuture } from './usage.refusals.ts'

type PointStated = NonNullable<UsageEntry['point']>

/** Clocks differ; a use a little ahead of ours has happened all the same. */
const skewMilliseconds = 5 * 60_000

/** Which component, at which point, for which job, product or batch, when and by whom (去向可追). */
export async function recordUsage(
  em: EntityManager,
  stated: UsageEntry,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<Usage> {
  const equipment = await equipmentUsed(em, stated.equipment)
  requireOwn(actor, equipment.owner.id, '/equipment')
  const component = await componentNamed(em, equipment, stated.component ?? 'main')
  const usedAt = new Date(stated.usedAt)
  refuseFuture(usedAt, now)
  const { measurandKind, point } = await pointUsed(em, stated)
  const operator = await operatorOf(em, stated.operator, equipment, actor)
  if (stated.despite === undefined) {
    await refuseLocked(em, component, usedAt)
    await refuseRestricted(em, component, { at: usedAt, measurandKind: measurandKind?.code, point })
  }

  const usage = em.create(Usage, {
    id: v7(),
    equipment,
    component,
    measurandKind,
    point,
    job: stated.job ?? null,
    product: stated.product ?? null,
    batch: stated.batch ?? null,
    usedAt,
    operator,
    despite: stated.despite ?? null,
    note: stated.note ?? null,
    recordedBy: await em.findOneOrFail(Person, { id: actor.person.id }),
    recordedAt: now,
  })
  await em.flush()
  return usage
}

function refuseFuture(usedAt: Date, now: Date): void {
  if (Number(usedAt) <= Number(now) + skewMilliseconds) return
  const time = now.toISOString()
  throw usedInFuture({ en: `It is ${time} now`, zh: `现在是 ${time}` }, {}, { pointer: '/usedAt' })
}

async function pointUsed(em: EntityManager, stated: UsageEntry) {
  if (stated.measurandKind === undefined) return { measurandKind: null, point: null }
  const measurandKind = await measurandKindNamed(em, stated.measurandKind, '/measurandKind')
  const { point } = stated
  if (point === undefined) return { measurandKind, point: null }
  checkPoint(point, measurandKind)
  return { measurandKind, point: keptPoint(point) }
}

/** In the unit of the kind or of one of its parameters, as a result states its point. */
function checkPoint({ nominal, parameters }: PointStated, { code, unit, parameters: known }: MeasurandKind) {
  const units = [unit, ...known.map((parameter) => parameter.unit)]
  within('/point/nominal', () => checkQuantity(nominal, units, code))
  for (const [name, quantity] of Object.entries(parameters ?? {})) {
    const pointer = `/point/parameters/${name}`
    const parameter = known.find((one) => one.name === name)
    if (!parameter) throw noSuchParameter(code, name, pointer)
    within(pointer, () => checkQuantity(quantity, [parameter.unit], code))
  }
}

function keptPoint({ nominal, parameters }: PointStated): PointUsed {
  const entries = Object.entries(parameters ?? {}).map(([name, quantity]) => [name, kept(quantity)] as const)
  return {
    nominal: kept(nominal),
    ...(entries.length > 0 && { parameters: Object.fromEntries(entries) }),
  }
}

/** Whoever records it has used it, unless somebody else of the owner's people is named. */
async function operatorOf(
  em: EntityManager,
  code: string | undefined,
  equipment: Equipment,
  actor: Actor,
): Promise<Person> {
  if (code === undefined) return em.findOneOrFail(Person, { id: actor.person.id })
  const person = await personNamed(em, code, '/operator')
  if (person.organization.id === equipment.owner.id) return person
  throw foreignOperator(
    { en: `${code} belongs to another organization`, zh: `${code} 属于其他机构` },
    { operator: code },
    { pointer: '/operator' },
  )
}
