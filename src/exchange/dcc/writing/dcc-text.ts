import { element, text, type WrittenElement } from '../../xml/write-xml.ts'
import type { Words } from './certificate-source.ts'

/** Our own words stand in both languages. */
export interface InBoth {
  readonly en: string
  readonly zh: string
}

/** Chinese and English, in this order; what is the same in every language (a name, a number) has no language. */
export function contents(words: Words): readonly WrittenElement[] {
  if (typeof words === 'string') return [text('dcc:content', words)]
  const { zh, en } = words
  const found = [
    ...(zh === undefined ? [] : [text('dcc:content', zh, { lang: 'zh' })]),
    ...(en === undefined ? [] : [text('dcc:content', en, { lang: 'en' })]),
  ]
  return found.length > 0 ? found : [text('dcc:content', '-')]
}

/** A textType or a richContentType. */
export const wordsOf = (name: string, words: Words, ...rest: readonly WrittenElement[]): WrittenElement =>
  element(name, {}, contents(words), rest)

/** A text that may not be empty, nor begin or end with a blank (notEmptyStringType); left out where nothing remains. */
export function line(name: string, content: string | undefined): WrittenElement | undefined {
  const trimmed = content?.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
  return trimmed === undefined || trimmed === '' ? undefined : text(name, trimmed)
}

/** The same sentence about a text in each of the languages it has. */
export const around = (
  words: Words,
  say: { readonly [L in keyof InBoth]: (text: string) => string },
): InBoth => ({
  en: say.en(inLanguage(words, 'en')),
  zh: say.zh(inLanguage(words, 'zh')),
})

/** A text in one language, or in the other where it has no more. */
export function inLanguage(words: Words, language: 'en' | 'zh'): string {
  if (typeof words === 'string') return words
  return words[language] ?? words.zh ?? words.en ?? '-'
}

/** xs:boolean. */
export const truth = (name: string, value: boolean): WrittenElement => text(name, value ? 'true' : 'false')
