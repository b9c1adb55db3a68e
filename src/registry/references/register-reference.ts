import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { ReferenceEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { resultUnit } from '#metrology/measurand-kind/stated-range.ts'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { within } from '#refusal.ts'
import { measurandKindNamed } from '../measurand-kinds/measurand-kind.queries.ts'
import { organizationNamed } from '../organizations/organization.queries.ts'
import { requireOwn } from '../people/may.ts'
import { addEvidence } from './add-evidence.ts'
import { MetrologicalReference } from './metrological-reference.entity.ts'
import { freedomNotPositive, referenceCodeTaken, uncertaintyNotPositive } from './reference.refusals.ts'

/** VIM 2.41, note 1: what a chain ends in. Nothing stands above it, so it brings its own evidence. */
export async function registerReference(
  em: EntityManager,
  stated: ReferenceEntry,
  { actor, now }: { actor: Actor; now: Date },
): Promise<MetrologicalReference> {
  const holder = await organizationNamed(em, stated.holder, '/holder')
  requireOwn(actor, holder.id, '/holder')
  const measurandKind = await measurandKindNamed(em, stated.measurandKind, '/measurandKind')
  within('/unit', () => resultUnit(measurandKind, stated.unit))
  const figures = statedFigures(stated)
  const namesake = await em.findOne(MetrologicalReference, { code: stated.code })
  if (namesake) {
    throw referenceCodeTaken(
      { en: `${stated.code} is another reference`, zh: `${stated.code} 已是另一参照对象的代码` },
      { reference: namesake.id },
      { pointer: '/code' },
    )
  }

  const { code, kind, name, unit, source } = stated
  const members = { code, kind, holder, name, measurandKind, unit, source }
  const reference = em.create(MetrologicalReference, { id: v7(), ...members, ...figures, recordedAt: now })
  for (const [i, evidence] of stated.evidence.entries()) {
    await addEvidence(em, { reference, stated: evidence, pointer: `/evidence/${i}` }, now)
  }
  await em.flush()
  return reference
}

function statedFigures({ value, standardUncertainty, degreesOfFreedom = 'infinity' }: ReferenceEntry) {
  const u = within('/standardUncertainty', () => plainNumber(standardUncertainty))
  if (toNumber(u) <= 0) {
    const detail = { en: `${u} is not greater than zero`, zh: `${u} 不大于零` }
    throw uncertaintyNotPositive(detail, {}, { pointer: '/standardUncertainty' })
  }
  if (degreesOfFreedom !== 'infinity' && degreesOfFreedom <= 0) {
    const detail = { en: `${degreesOfFreedom} is not greater than zero`, zh: `${degreesOfFreedom} 不大于零` }
    throw freedomNotPositive(detail, {}, { pointer: '/degreesOfFreedom' })
  }
  return {
    value: within('/value', () => plainNumber(value)),
    standardUncertainty: u,
    degreesOfFreedom: degreesOfFreedom === 'infinity' ? null : degreesOfFreedom,
  }
}
