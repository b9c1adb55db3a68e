import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { ComparisonEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { resultUnit } from '#metrology/measurand-kind/stated-range.ts'
import { within } from '#refusal.ts'
import { checkQuantity, kept, noSuchParameter } from '../calibrations/results/result-draft.ts'
import type { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { measurandKindNamed } from '../measurand-kinds/measurand-kind.queries.ts'
import { organizationNamed } from '../organizations/organization.queries.ts'
import { requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { comparisonCodeTaken } from './comparison.refusals.ts'
import { Comparison } from './comparison.entity.ts'
import { refuseToCome } from './days-of-round.ts'

/** A round of one artefact at one point, by whoever knows, or will know, its value (JJF 1117). */
export async function openComparison(
  em: EntityManager,
  stated: ComparisonEntry,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<Comparison> {
  const provider = await organizationNamed(em, stated.provider, '/provider')
  requireOwn(actor, provider.id, '/provider')
  const measurandKind = await measurandKindNamed(em, stated.measurandKind, '/measurandKind')
  within('/unit', () => resultUnit(measurandKind, stated.unit))
  refuseToCome(stated.openedOn, now, '/openedOn')
  const { code, name, artefact, unit, openedOn } = stated
  if (await em.findOne(Comparison, { code })) {
    const detail = { en: `${code} is another round`, zh: `${code} 已是另一轮次的代码` }
    throw comparisonCodeTaken(detail, {}, { pointer: '/code' })
  }
  const comparison = em.create(Comparison, {
    id: v7(),
    code,
    name,
    provider,
    measurandKind,
    artefact,
    ...pointOf(stated, measurandKind),
    unit,
    openedOn,
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  await em.flush()
  return comparison
}

/** In the unit of the kind or of one of its parameters, as a result states its point. */
function pointOf({ point: { nominal, parameters = {} } }: ComparisonEntry, kind: MeasurandKind) {
  const units = [kind.unit, ...kind.parameters.map(({ unit }) => unit)]
  within('/point/nominal', () => checkQuantity(nominal, units, kind.code))
  const entries = Object.entries(parameters).map(([name, quantity]) => {
    const pointer = `/point/parameters/${name}`
    const parameter = kind.parameters.find((one) => one.name === name)
    if (!parameter) throw noSuchParameter(kind.code, name, pointer)
    within(pointer, () => checkQuantity(quantity, [parameter.unit], kind.code))
    return [name, kept(quantity)] as const
  })
  const { value, unit } = kept(nominal)
  return { nominal: value, nominalUnit: unit, parameters: Object.fromEntries(entries) }
}
