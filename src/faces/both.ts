/** A text in both languages; what has no language, or was given in one only, is the same in both. */
export interface Both {
  readonly zh: string
  readonly en: string
}

type Given = string | { readonly zh?: string; readonly en?: string }

export function both(text: Given): Both {
  if (typeof text === 'string') return { zh: text, en: text }
  return { zh: text.zh ?? text.en ?? '', en: text.en ?? text.zh ?? '' }
}

export const wording = (zh: string, en: string): Both => ({ zh, en })

export const joined = (parts: readonly Both[], zh: string, en: string): Both => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})
