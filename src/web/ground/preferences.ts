import type { PageLanguage } from '#faces/page.ts'
import { languageOf } from '#http/language.ts'
import type { Theme } from './page-route.ts'

const themes = ['system', 'light', 'dark'] as const
const isTheme = (text: string | null | undefined): text is Theme => themes.some((theme) => theme === text)
const isLanguage = (text: string | null | undefined): text is PageLanguage => text === 'zh' || text === 'en'

export interface Preferences {
  readonly language: PageLanguage
  readonly theme: Theme
  /** What is to be remembered of what was chosen just now. */
  readonly cookies: readonly string[]
}

/** What the address says, else what was chosen before, else what the browser asks for. */
export function preferencesOf(url: URL, headers: Headers): Preferences {
  const kept = cookiesOf(headers.get('cookie'))
  const chosen = { language: url.searchParams.get('language'), theme: url.searchParams.get('theme') }
  const isSecure = url.protocol === 'https:'
  const remembered = kept.get('language')
  const language = isLanguage(chosen.language)
    ? chosen.language
    : isLanguage(remembered)
      ? remembered
      : languageOf(headers.get('accept-language') ?? undefined)
  const rememberedTheme = kept.get('theme')
  const theme = isTheme(chosen.theme) ? chosen.theme : isTheme(rememberedTheme) ? rememberedTheme : 'system'
  return {
    language,
    theme,
    cookies: [
      ...(isLanguage(chosen.language) ? [cookieOf('language', chosen.language, isSecure)] : []),
      ...(isTheme(chosen.theme) ? [cookieOf('theme', chosen.theme, isSecure)] : []),
    ],
  }
}

export function cookiesOf(header: string | null): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('=') as [string, string?])
  return new Map(pairs.map(([name, value]) => [name, value ?? '']))
}

const oneYear = 365 * 24 * 3600
const cookieOf = (name: string, value: string, isSecure: boolean) =>
  `${name}=${value}; Path=/; Max-Age=${oneYear}; SameSite=Lax${isSecure ? '; Secure' : ''}`

/** The address of the same page with one more word in its query. */
export function withQuery(url: URL, change: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(url.searchParams)
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  // `//host/` as an address of its own leads to another host.
  const path = url.pathname.replace(/^\/{2,}/, '/')
  return text === '' ? path : `${path}?${text}`
}
