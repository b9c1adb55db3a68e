import type { Actor } from '#http/actor.ts'
import { roles, type Role } from './api-key.entity.ts'
import { notYourOrganization } from './access.refusals.ts'

const administrator = ['administrator'] as const
const management = ['administrator', 'quality-manager'] as const
const bench = ['technician', 'integration'] as const
const release = ['signatory'] as const
const cessation = ['signatory', 'quality-manager'] as const
/** Everybody who works with the registry; whoever only looks after an enterprise's own equipment does not. */
const staff = roles.filter((role) => role !== 'enterprise-viewer')

/**
 * Who may do what, and nowhere else. An administrator keeps the registry and never reviews or authorises: whoever
 * gives out the keys must not be able to issue certificates alone (ISO/IEC 17025:2017, 4.1, 6.2.6).
 */
export const mayTable = {
  'session.keep': roles,
  'registry.read': staff,
  'equipment.read': roles,
  'certificate.read': roles,
  'evaluate.run': roles,
  'organization.register': administrator,
  'organization.revise': management,
  'person.register': management,
  'person.revise': management,
  'authorization.grant': management,
  'authorization.revise': management,
  'identity.register': management,
  'identity.read': management,
  'identity.end': management,
  'api-key.issue': management,
  'api-key.rotate': management,
  'api-key.read': management,
  'api-key.revoke': management,
  'measurand-kind.register': management,
  'measurand-kind.revise': management,
  'normative-document.register': management,
  'normative-document.revise': management,
  'competence.register': management,
  'competence.revise': management,
  'comparison.organize': management,
  'comparison.take-part': [...management, ...bench],
  'equipment.register': management,
  'equipment.revise': management,
  'equipment.record-event': [...management, ...bench],
  'policy.register': administrator,
  'reference.register': management,
  'reference.revise': management,
  'calibration.log': bench,
  'calibration.revise': bench,
  'calibration.submit': bench,
  'calibration.review': ['reviewer', 'signatory'],
  'calibration.authorise': release,
  'calibration.cancel': ['technician', 'quality-manager'],
  'calibration.read': staff,
  'certificate.transcribe': ['technician', 'integration', 'quality-manager'],
  'certificate.import': [...management, ...bench],
  'certificate.check': ['reviewer', 'signatory', 'quality-manager'],
  'certificate.amend': release,
  'certificate.withdraw': cessation,
  'certificate.revoke': cessation,
  'trust-anchor.register': administrator,
  'dcc-mapping.record': [...management, ...bench],
  'impact.assess': staff,
  'recall.open': management,
  'recall.read': staff,
  'recall.decide': management,
  'recall.acknowledge': [...management, ...bench, 'reviewer', 'signatory'],
  'recall.close': management,
  'usage.record': [...management, ...bench],
  'usage.read': staff,
  'due.read': roles,
  'feed-key.manage': [...management, 'integration'],
  'event.read': roles,
  'webhook.manage': [...management, 'integration'],
  'webhook.read': [...management, 'integration', 'auditor'],
  'import.read': [...management, ...bench, 'auditor'],
  'node-key.change': administrator,
  'audit.read': ['auditor', 'quality-manager', 'administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type RegistryAction = keyof typeof mayTable

/**
 * What neither a session nor a token of an issuer does, but a key, shown with the very request: signing, of which that is the signature,
 * what gives out the means to sign, and what ends a certificate for good.
 */
const withKeyOnly: readonly string[] = [
  'calibration.submit',
  'calibration.review',
  'calibration.authorise',
  'certificate.amend',
  'certificate.withdraw',
  'certificate.revoke',
  'api-key.issue',
  'api-key.rotate',
  'identity.register',
  'node-key.change',
] satisfies readonly RegistryAction[]

/** Whether one of these roles may do it. An action that the table does not know is allowed to nobody. */
export function mayOf(held: readonly string[], action: string): boolean {
  if (!Object.hasOwn(mayTable, action)) return false
  const allowed: readonly string[] = mayTable[action as RegistryAction]
  return held.some((role) => allowed.includes(role))
}

/** The roles that may do it, for those who read about it. */
export const rolesThatMay = (action: string): readonly Role[] => roles.filter((role) => mayOf([role], action))

/** What everybody may who is known at all, however little else: be told as whom, sign in to the pages, and out. */
const always: readonly string[] = ['session.keep']

export function can(actor: Actor, action: string): boolean {
  if (actor.scopes !== undefined && ![...actor.scopes, ...always].includes(action)) return false
  if ((actor.isByToken === true || actor.session !== undefined) && withKeyOnly.includes(action)) return false
  return mayOf(actor.roles, action)
}

/** What is worth offering to somebody: also what they may only do by showing the key with the request. */
export function canWithKey(actor: Actor, action: string): boolean {
  const { session: _, isByToken: __, ...withKey } = actor
  return can(withKey, action)
}

/** Whoever holds no other role looks after the equipment of their own organization, and after nothing else. */
export const ownEquipmentOnly = (actor: Actor): string | undefined =>
  actor.roles.every((role) => role === 'enterprise-viewer') ? actor.organization.id : undefined

export const isAdministrator = (actor: Actor): boolean => actor.roles.includes('administrator')

/** A role is held within an organization; only administrators act for any. `pointer` names the member that said which. */
export function requireOwn(actor: Actor, organizationId: string, pointer?: string): void {
  if (actor.organization.id === organizationId || isAdministrator(actor)) return
  throw notYourOrganization(
    {
      en: `Your key acts for ${actor.organization.code} and for no other organization`,
      zh: `该密钥只能代表机构 ${actor.organization.code}`,
    },
    {},
    pointer === undefined ? {} : { pointer },
  )
}

/** The same for an act that several organizations may do; refused in the words of the first. */
export function requireEitherOwn(
  actor: Actor,
  organizationIds: readonly [string, ...string[]],
  pointer?: string,
): void {
  if (!organizationIds.includes(actor.organization.id)) requireOwn(actor, organizationIds[0], pointer)
}
