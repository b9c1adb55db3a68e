import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { MeasurandKindEntry, MeasurandKindRevision } from '#contract/types.ts'
import { coherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { within } from '#refusal.ts'
import { MeasurandKind } from './measurand-kind.entity.ts'
import { measurandKindCodeTaken, parameterRepeated, unitNotCoherent } from './measurand-kind.refusals.ts'

/** VIM 2.3: the measurand is more than its unit; N·m is torque or energy, and gauge pressure is not absolute. */
export async function registerMeasurandKind(
  em: EntityManager,
  stated: MeasurandKindEntry,
  now: Date,
): Promise<MeasurandKind> {
  within('/unit', () => refuseIncoherent(stated.unit))
  const members = kindMembers(stated)
  const namesake = await em.findOne(MeasurandKind, { code: stated.code })
  if (namesake) {
    throw measurandKindCodeTaken(
      { en: `${stated.code} is another kind of measurand`, zh: `${stated.code} 已是另一类别的代码` },
      { measurandKind: namesake.id },
      { pointer: '/code' },
    )
  }

  const { code, unit } = stated
  const kind = em.create(MeasurandKind, { id: v7(), code, unit, ...members, recordedAt: now })
  await em.flush()
  return kind
}

export function kindMembers({ name, quantityKind, taxon, parameters = [] }: MeasurandKindRevision) {
  const names = new Set<string>()
  for (const [i, parameter] of parameters.entries()) {
    if (names.has(parameter.name)) {
      throw parameterRepeated(
        { en: `${parameter.name} is stated twice`, zh: `参数 ${parameter.name} 重复` },
        {},
        { pointer: `/parameters/${i}/name` },
      )
    }
    names.add(parameter.name)
    within(`/parameters/${i}/unit`, () => refuseIncoherent(parameter.unit))
  }
  return { name, quantityKind, taxon: taxon ?? null, parameters }
}

/** Models compute in coherent units, and so the unit of a kind is one: kg and not g, Pa and not bar. */
function refuseIncoherent(text: string): void {
  const unit = parseUnit(text)
  const expected = coherent(unit)
  if (expected.symbol === unit.symbol || isCoherentWriting(unit, expected)) return
  throw unitNotCoherent(
    {
      en: `${text} is not coherent; ${expected.symbol} is`,
      zh: `${text} 不是一贯单位，应为 ${expected.symbol}`,
    },
    { coherent: expected.symbol },
  )
}

/** N and kg·m/s² are one unit in two writings. */
function isCoherentWriting(unit: ReturnType<typeof parseUnit>, expected: ReturnType<typeof parseUnit>) {
  const { factor, scale } = unit
  return (
    scale.kind === expected.scale.kind &&
    factor.numerator === expected.factor.numerator &&
    factor.denominator === expected.factor.denominator
  )
}
