import type { Actor } from '#http/actor.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { isAdministrator } from '../people/may.ts'

/** Whose list is meant: one's own, or any for an administrator. */
export function ownerAsked(owner: string | undefined, actor: Actor): string {
  const own = actor.organization.code
  if (owner === undefined || owner === own || isAdministrator(actor)) return owner ?? own
  throw notYourOrganization(
    { en: `Your key acts for ${own} and for no other organization`, zh: `该密钥只能代表机构 ${own}` },
    {},
    { pointer: '/owner' },
  )
}
