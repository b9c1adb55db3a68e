import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { PolicyEntry, PolicyRevision } from '#contract/types.ts'
import { olderVersion } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { policyNamed, type Policy } from '#metrology/traceability/policies.ts'
import { Person } from '../people/person.entity.ts'
import { PolicyVersion } from './policy-version.entity.ts'
import { editionsOf } from './policy.queries.ts'
import {
  policyCodeTaken,
  policyOfProgram,
  rootWithoutEvidence,
  routeRepeated,
  unknownPolicy,
} from './policy.refusals.ts'

interface Recording {
  readonly actor: Actor
  readonly now: Date
}

/** A new policy is a record, not code: the same rules judge by it. */
export async function registerPolicy(
  em: EntityManager,
  stated: PolicyEntry,
  recording: Recording,
): Promise<PolicyVersion> {
  const { code } = stated
  refuseMeaningless(stated)
  if (policyNamed(code) || (await editionsOf(em, code)).length > 0) {
    const detail = { en: `${code} is another policy`, zh: `${code} 已是另一政策的代码` }
    throw policyCodeTaken(detail, {}, { pointer: '/code' })
  }
  return record(em, { edition: 1, definition: stated }, recording)
}

/** The editions before it stay: they answer for what was known before this one. */
export async function revisePolicy(
  em: EntityManager,
  asked: { readonly code: string; readonly stated: PolicyRevision; readonly seenVersion: number },
  recording: Recording,
): Promise<{ readonly before: PolicyVersion; readonly after: PolicyVersion }> {
  const { code, stated, seenVersion } = asked
  if (policyNamed(code)) throw policyOfProgram(policyOfProgram.definition.title)
  const before = (await editionsOf(em, code)).at(-1)
  if (!before) {
    const detail = { en: `No policy has the code ${code}`, zh: `没有代码为 ${code} 的政策` }
    throw unknownPolicy(detail, {}, { pointer: '/id' })
  }
  const { edition } = before
  if (edition !== seenVersion) throw olderVersion(`The policy is at edition ${edition}`)
  refuseMeaningless(stated)
  const next = { edition: edition + 1, definition: { code, ...stated } }
  return { before, after: await record(em, next, recording) }
}

async function record(
  em: EntityManager,
  { edition, definition }: { readonly edition: number; readonly definition: Policy },
  { actor, now }: Recording,
): Promise<PolicyVersion> {
  const { code } = definition
  const recordedBy = em.getReference(Person, actor.person.id)
  const version = em.create(PolicyVersion, {
    id: v7(),
    code,
    edition,
    definition,
    recordedBy,
    recordedAt: now,
  })
  await em.flush()
  await em.populate(version, ['recordedBy'])
  return version
}

function refuseMeaningless({ routes, roots }: PolicyRevision): void {
  const repeated = routes.findIndex(({ code }, i) => routes.findIndex((other) => other.code === code) < i)
  if (repeated >= 0) {
    const code = routes[repeated]?.code ?? ''
    const detail = { en: `The route ${code} is stated twice`, zh: `途径 ${code} 重复` }
    throw routeRepeated(detail, {}, { pointer: `/routes/${repeated}/code` })
  }
  const bare = roots.findIndex(({ evidence, holderCompetence }) => evidence.length === 0 && !holderCompetence)
  if (bare < 0) return
  throw rootWithoutEvidence(rootWithoutEvidence.definition.title, {}, { pointer: `/roots/${bare}/evidence` })
}
