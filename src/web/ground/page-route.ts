import type { html } from 'hono/html'
import type { EtalonClient } from '#client/client.ts'
import type { Action } from '#http/actor.ts'
import type { PageLanguage } from '#faces/page.ts'

export type Html = ReturnType<typeof html>

/** Whose page it is. Names are shown where somebody has told them; rights are those of the API. */
export interface Who {
  readonly person: { readonly code: string; readonly name?: string }
  readonly organization: { readonly code: string; readonly name?: string }
  readonly roles: readonly string[]
  /** Whether it is worth offering: the API decides when it is asked. */
  readonly may: (action: Action) => boolean
}

/** One request of a page. */
export interface Visit {
  /** What was asked for; its host is what the client says, and no address to be shown: that is `origin`. */
  readonly url: URL
  /** Where this registry is reached, as its operator says. */
  readonly origin: string
  /** As in the path, decoded: `/equipment/:code` gives `code`. */
  readonly params: Readonly<Record<string, string>>
  readonly language: PageLanguage
  readonly theme: Theme
  readonly who: Who | null
  /** Acts for the visitor, with no more rights than they have. */
  readonly api: EtalonClient
  /** What was sent by POST; empty else. */
  readonly form: FormData
  readonly request: Request
}

export type Theme = 'system' | 'light' | 'dark'

export interface Page {
  readonly title: string
  readonly content: Html
  readonly status?: number
  /** Names of files in src/web/client/, without `.ts`: they only add to what stands there already. */
  readonly islands?: readonly string[]
  /** Which entry of the navigation is current, where it is not the one of the path. */
  readonly nav?: string
  /** Uses the whole width: graphs, wide tables. */
  readonly wide?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

export interface Redirect {
  readonly redirect: string
  readonly headers?: Readonly<Record<string, string>>
}

export type PageAnswer = Page | Redirect | Response

export interface PageRoute {
  /** As Hono writes it: `/equipment/:code`. */
  readonly path: `/${string}`
  readonly method?: 'get' | 'post'
  readonly answer: (visit: Visit) => Promise<PageAnswer>
  /** `signed-in` if absent: whoever is not is led to /login first, and back afterwards. */
  readonly access?: 'public' | 'signed-in'
  /** The most that may be sent to it: a million bytes if absent. */
  readonly maxBytes?: number
  /** A file is sent to it that costs much to look at: counted by address, before it is read. */
  readonly hasFile?: boolean
}
