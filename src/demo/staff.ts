import type { Client } from './client.ts'
import { memberOf } from './client.ts'
import type { Actor, Organization } from './fixture.ts'

/** Five people in every demo organization: enough for four eyes, and a quality manager. */
const posts = [
  { suffix: 'T1', title: 'technician', role: 'technician', activity: 'perform' },
  { suffix: 'T2', title: 'second technician', role: 'technician', activity: 'perform' },
  { suffix: 'R', title: 'reviewer', role: 'reviewer', activity: 'review' },
  { suffix: 'S', title: 'authorised signatory', role: 'signatory', activity: 'authorise' },
  { suffix: 'Q', title: 'quality manager', role: 'quality-manager', activity: undefined },
] as const

/** Since when everybody in the demo does their work. */
const authorisedFrom = '2022-01-01'

/** The key of whoever acts. */
export type KeyOf = (actor: Actor) => string

export const personOf = ({ organization, role }: Actor): string =>
  `${organization}.${posts.find((post) => post.role === role)?.suffix ?? 'T1'}`

export async function engageStaff(
  client: Client,
  administratorKey: string,
  organizations: readonly Organization[],
): Promise<KeyOf> {
  const keys = new Map<string, string>()
  for (const { code } of organizations.filter(({ fictional }) => fictional)) {
    for (const post of posts) {
      const person = `${code}.${post.suffix}`
      const send = (path: string, body: unknown) => client('POST', path, { key: administratorKey, body })
      const name = `${post.title} of ${code} (fictional)`
      await send('/v1/people', { code: person, organization: code, name })
      if (post.activity !== undefined) {
        const evidence = 'Training record and witnessed work (fictional)'
        await send('/v1/authorizations', {
          person,
          activity: post.activity,
          validFrom: authorisedFrom,
          evidence,
        })
      }
      keys.set(person, memberOf(await send('/v1/api-keys', { person, roles: [post.role] }), 'key'))
    }
  }
  return (actor) => {
    const key = keys.get(personOf(actor))
    if (key === undefined) throw new Error(`Nobody is ${actor.role} at ${actor.organization}`)
    return key
  }
}
