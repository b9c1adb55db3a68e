import type { Actor } from '#http/actor.ts'
import { isAdministrator } from './may.ts'

/** Who reads an answer: an organization, everybody, or whoever may read all. */
export type Reader = { readonly organization: string } | 'everybody' | 'administrator'

export function readerOf(actor: Actor | null): Reader {
  if (actor === null) return 'everybody'
  return isAdministrator(actor) ? 'administrator' : { organization: actor.organization.id }
}
