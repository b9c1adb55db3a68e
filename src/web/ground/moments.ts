import { html } from 'hono/html'
import type { PageLanguage } from '#faces/page.ts'
import type { Html } from './page-route.ts'

const locales = { en: 'en-GB', zh: 'zh-CN' } as const
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: PageLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${options.timeStyle ?? ''}`
  const known =
    formats.get(name) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' })
  formats.set(name, known)
  return known
}

/** `2026-04-22` → 22 April 2026, 2026年4月22日. A civil date has no time and no zone. */
export const dayText = (civilDate: string, language: PageLanguage): string =>
  formatOf(language, { dateStyle: 'long' }).format(new Date(`${civilDate.slice(0, 10)}T00:00:00Z`))

/** An instant to the minute, in the time of the registry's records. */
export const instantText = (instant: string, language: PageLanguage): string =>
  `${formatOf(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant))} UTC`

export const day = (civilDate: string, language: PageLanguage): Html =>
  html`<time datetime="${civilDate.slice(0, 10)}">${dayText(civilDate, language)}</time>`

export const instant = (at: string, language: PageLanguage): Html =>
  html`<time datetime="${at}">${instantText(at, language)}</time>`

const numbers = { en: new Intl.NumberFormat('en-GB'), zh: new Intl.NumberFormat('zh-CN') } as const

/** How many there are. What was measured is written by `#faces/numbers.ts`: with every digit, and no other. */
export const countText = (count: number, language: PageLanguage): string => numbers[language].format(count)
