import type { EntityManager } from '@mikro-orm/postgresql'
import { ilacP10, policyNamed, type Policy } from '#metrology/traceability/policies.ts'
import { PolicyVersion } from './policy-version.entity.ts'
import { policyUndefined, unknownPolicy } from './policy.refusals.ts'

/**
 * The policy by which a question is asked, as it was known at K; the first edition also judges what was known before it was
 * registered. Those that come with the program are the same at every K.
 */
export async function policyAsked(
  em: EntityManager,
  code: string | undefined,
  asKnownAt: Date,
): Promise<Policy> {
  if (code === undefined) return ilacP10
  const ofProgram = policyNamed(code)
  if (ofProgram) return ofProgram
  const editions = await editionsOf(em, code)
  const edition = editions.findLast((one) => one.recordedAt <= asKnownAt) ?? editions[0]
  if (edition) return edition.definition
  throw policyUndefined(
    {
      en: `None is called ${code}; GET /v1/policies lists those that are`,
      zh: `没有代码为 ${code} 的政策；GET /v1/policies 可列出全部政策`,
    },
    { policy: code },
    { pointer: '/policy' },
  )
}

/** Of a policy that was registered, the earliest first. */
export const editionsOf = (em: EntityManager, code: string): Promise<PolicyVersion[]> =>
  em.find(PolicyVersion, { code }, { orderBy: { edition: 'asc' }, populate: ['recordedBy'] })

/** The newest edition of every policy that was registered after this code, in the order of their codes. */
export async function registeredPolicies(em: EntityManager): Promise<PolicyVersion[]> {
  const all = await em.find(
    PolicyVersion,
    {},
    { orderBy: { code: 'asc', edition: 'asc' }, populate: ['recordedBy'] },
  )
  return [...new Map(all.map((one) => [one.code, one])).values()]
}

/** The newest edition of a policy, or the one that is named. */
export async function policyAt(
  em: EntityManager,
  code: string,
  edition?: number,
): Promise<PolicyVersion | Policy> {
  const ofProgram = policyNamed(code)
  if (ofProgram && (edition ?? 1) === 1) return ofProgram
  const editions = await editionsOf(em, code)
  const found = edition === undefined ? editions.at(-1) : editions.find((one) => one.edition === edition)
  if (found) return found
  throw unknownPolicy(
    edition === undefined
      ? { en: `No policy has the code ${code}`, zh: `没有代码为 ${code} 的政策` }
      : { en: `${code} has no edition ${edition}`, zh: `${code} 没有第 ${edition} 版` },
    {},
    { pointer: '/id' },
  )
}
