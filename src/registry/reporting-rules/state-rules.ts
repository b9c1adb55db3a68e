import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { NumberTemplate, ReportingRulesEntry } from '#contract/types.ts'
import { refusedBy } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { dayOf } from '../calibrations/authorised-people.queries.ts'
import type { Organization } from '../organizations/organization.entity.ts'
import { requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { faultOf, type Filling } from './number-series.ts'
import { ReportingRule } from './reporting-rule.entity.ts'
import { rulesOf } from './reporting-rules.queries.ts'
import { kindRepeated, statedMeanwhile, templateMalformed } from './reporting-rules.refusals.ts'

/** A new version of the rules of a laboratory, in force from now on; what is left out is no longer so. */
export async function stateRules(
  em: EntityManager,
  { laboratory, stated }: { readonly laboratory: Organization; readonly stated: ReportingRulesEntry },
  actor: Actor,
  now: Date,
): Promise<void> {
  requireOwn(actor, laboratory.id)
  const { numbers = [], signing, reason } = stated
  refuseFaults(numbers, { lab: laboratory.code, day: dayOf(now) })
  const [newest] = await rulesOf(em, laboratory.id)
  em.create(ReportingRule, {
    id: v7(),
    laboratory,
    sequence: (newest?.sequence ?? 0) + 1,
    numbers,
    signing: signing ?? null,
    reason,
    recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
    recordedAt: now,
  })
  await em.flush().catch(refusedBy({ reporting_rules_sequence_unique: statedMeanwhile }))
}

function refuseFaults(numbers: readonly NumberTemplate[], filling: Filling): void {
  const kinds = numbers.map((each) => each.kinds ?? ['all others'])
  for (const [position, { template }] of numbers.entries()) {
    const fault = faultOf(template, filling)
    const at = { pointer: `/numbers/${position}/template` }
    if (fault !== undefined) throw templateMalformed({ en: fault, zh: `模板有误：${fault}` }, {}, at)
    const earlier: readonly string[] = kinds.slice(0, position).flat()
    const twice = kinds[position]?.find((kind) => earlier.includes(kind))
    if (twice !== undefined) {
      const pointer = `/numbers/${position}/kinds`
      throw kindRepeated({ en: `${twice} stands before`, zh: `${twice} 已有模板` }, {}, { pointer })
    }
  }
}
