import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { EquipmentRestrictionEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { unitOfOtherDimension } from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { statedRange, statedRangeOf } from '#metrology/measurand-kind/stated-range.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { within } from '#refusal.ts'
import type { MeasurandKind } from '../../measurand-kinds/measurand-kind.entity.ts'
import { measurandKindNamed } from '../../measurand-kinds/measurand-kind.queries.ts'
import { requireOwn } from '../../people/may.ts'
import { Person } from '../../people/person.entity.ts'
import type { Equipment } from '../equipment.entity.ts'
import { componentNamed } from '../equipment.queries.ts'
import { EquipmentRestriction } from './equipment-restriction.entity.ts'
import { restrictionKindMissing, restrictionParameterUnknown } from './limited-use.refusals.ts'

/** ISO/IEC 17025:2017, 6.4.9: what gives doubtful results in a part of its range is kept from use there. */
export async function restrictUse(
  em: EntityManager,
  { equipment, stated }: { readonly equipment: Equipment; readonly stated: EquipmentRestrictionEntry },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<EquipmentRestriction> {
  requireOwn(actor, equipment.owner.id)
  const { component, validFrom, reason } = stated
  const restriction = em.create(EquipmentRestriction, {
    id: v7(),
    equipment,
    component: component === undefined ? null : await componentNamed(em, equipment, component),
    ...(await whereRestricted(em, stated)),
    validFrom,
    reason,
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  await em.flush()
  await em.populate(restriction, ['recordedBy'])
  return restriction
}

async function whereRestricted(em: EntityManager, stated: EquipmentRestrictionEntry) {
  const { measurandKind: code, range, parameters = [] } = stated
  if (code === undefined) {
    refuseWithoutKind(stated)
    return { measurandKind: null, lower: null, upper: null, unit: null, parameters: [] }
  }
  const measurandKind = await measurandKindNamed(em, code, '/measurandKind')
  const none = { lower: null, upper: null, unit: null }
  return {
    measurandKind,
    ...(range ? within('/range', () => statedRangeOf(measurandKind, range)) : none),
    parameters: parameters.map((one, i, all) =>
      within(`/parameters/${i}`, () => statedParameter(one, measurandKind, all.slice(0, i))),
    ),
  }
}

function refuseWithoutKind({ range, parameters = [] }: EquipmentRestrictionEntry): void {
  if (!range && parameters.length === 0) return
  throw restrictionKindMissing(restrictionKindMissing.definition.title, {}, { pointer: '/measurandKind' })
}

type Parameter = NonNullable<EquipmentRestrictionEntry['parameters']>[number]

function statedParameter(parameter: Parameter, kind: MeasurandKind, before: readonly Parameter[]) {
  const { name, unit } = parameter
  const known = kind.parameters.find((one) => one.name === name)
  if (!known || before.some((one) => one.name === name)) {
    throw restrictionParameterUnknown(
      { en: `${name}, of ${kind.code}`, zh: `${kind.code} 的参数 ${name}` },
      { parameters: kind.parameters.map((one) => one.name) },
      { pointer: '/name' },
    )
  }
  within('/unit', () => {
    if (sameDimension(parseUnit(unit), parseUnit(known.unit))) return
    const detail = { en: `${unit} is no unit of ${name}`, zh: `${unit} 不是参数 ${name} 的单位` }
    throw unitOfOtherDimension(detail)
  })
  return { name, ...statedRange(parameter) }
}
