import type { EntityManager } from '@mikro-orm/postgresql'
import type { NumberTemplate, SigningRule } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'
import { ReportingRule } from './reporting-rule.entity.ts'

interface RulesInForce {
  readonly numbers: readonly NumberTemplate[]
  readonly signing: SigningRule | null
}

/** The newest rules of a laboratory; without any, those of the registry. */
export async function rulesInForce(em: EntityManager, laboratory: string): Promise<RulesInForce> {
  const [row] = await preparedRows<RulesInForce>(
    em,
    'select numbers, signing from reporting_rules where laboratory_id = $1 order by sequence desc limit 1',
    [laboratory],
  )
  return row ?? { numbers: [], signing: null }
}

/** Every version, the newest first. */
export const rulesOf = (em: EntityManager, laboratory: string) =>
  em.find(
    ReportingRule,
    { laboratory },
    { populate: ['recordedBy', 'laboratory'], orderBy: { sequence: 'desc' } },
  )
