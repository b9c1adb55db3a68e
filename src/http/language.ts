import type { Wording } from '#refusal.ts'

export type Language = 'en' | 'zh'

/** RFC 9110, 12.5.4: the language with the greater weight; English where nothing is said or both weigh the same. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weights = { en: -1, zh: -1 }
  for (const range of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const language = tag.trim().split('-')[0]
    if (language !== 'en' && language !== 'zh') continue
    const stated = parameters
      .map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1])
      .find((q) => q !== undefined)
    weights[language] = Math.max(weights[language], stated === undefined ? 1 : Number(stated))
  }
  return weights.zh > 0 && weights.zh > weights.en ? 'zh' : 'en'
}

export const inLanguage = (wording: Wording, language: Language): string =>
  typeof wording === 'string' ? wording : wording[language]
