import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { MeasurandKindRevision } from '#contract/types.ts'
import type { MeasurandKind } from './measurand-kind.entity.ts'
import { kindMembers } from './register-measurand-kind.ts'

/** The unit stays: every result of the kind rests on it. */
export async function reviseMeasurandKind(
  em: EntityManager,
  asked: { kind: MeasurandKind; stated: MeasurandKindRevision; seenVersion: number },
): Promise<MeasurandKind> {
  const { kind, stated, seenVersion } = asked
  await em.lock(kind, LockMode.OPTIMISTIC, seenVersion)

  Object.assign(kind, kindMembers(stated))
  await em.flush()
  return kind
}
