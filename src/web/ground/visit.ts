import type { Context } from 'hono'
import { etalonClient, type EtalonClient } from '#client/client.ts'
import { both } from '#faces/both.ts'
import type { Action, Actor } from '#http/actor.ts'
import type { HttpEnv } from '#http/mount.ts'
import { bearerToken } from '#http/request/target.ts'
import type { Visit, Who } from './page-route.ts'
import type { Preferences } from './preferences.ts'

/** What of the visitor's own request goes with each question that their page asks: who they are, and where from. */
const passedOn = ['cookie', 'x-forwarded-for', 'traceparent'] as const

export type Fetch = (request: Request, env: object) => Response | Promise<Response>

/** The API as the visitor would reach it over the network: their key, their language, their address. */
export function visitorsClient(
  c: Context<HttpEnv>,
  { language }: Preferences,
  { origin, fetch }: { readonly origin: string; readonly fetch: Fetch },
): EtalonClient {
  const key = bearerToken(c.req.header('authorization'))
  // Whether a form came from elsewhere has been asked before a page asks anything: from here on it is our page that asks.
  const headers: Record<string, string> = {
    'x-request-id': c.get('requestId'),
    'sec-fetch-site': 'same-origin',
  }
  for (const name of passedOn) {
    const value = c.req.header(name)
    if (value !== undefined) headers[name] = value
  }
  const env = (c.env ?? {}) as object
  return etalonClient({
    origin,
    headers,
    language,
    ...(key !== undefined && { key }),
    // A person waits: better to say at once that it cannot be done now.
    retries: 0,
    fetch: (url, init) => fetch(new Request(url, init), env),
  })
}

export const whoOf = (actor: Actor, may: (actor: Actor, action: Action) => boolean): Who => ({
  person: { code: actor.person.code },
  organization: { code: actor.organization.code },
  roles: actor.roles,
  may: (action) => may(actor, action),
})

/** The names that stand in the bar, asked for while the page is made; without them the codes stand there. */
export async function namedOf(who: Who, { api, language }: Pick<Visit, 'api' | 'language'>): Promise<Who> {
  const answer = await api.ask('read-current-session').catch(() => undefined)
  if (!answer) return who
  const { person, organization } = answer.body
  return {
    ...who,
    person: { code: person.code, name: person.name },
    organization: { code: organization.code, name: both(organization.name)[language] },
  }
}

export interface VisitParts {
  readonly c: Context<HttpEnv>
  readonly url: URL
  readonly origin: string
  readonly preferences: Preferences
  readonly who: Who | null
  readonly api: EtalonClient
}

export const visitOf = ({ c, url, origin, preferences, who, api }: VisitParts): Visit => ({
  url,
  origin,
  params: c.req.param() as Record<string, string>,
  language: preferences.language,
  theme: preferences.theme,
  who,
  api,
  form: new FormData(),
  request: c.req.raw,
})
