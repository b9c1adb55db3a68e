import { charactersOf } from './character-map.ts'
import { filesOfText } from './font-files.ts'

/** The page draws them from other shapes: a raised minus, a middle dot, a sloping ≤. */
const drawnOtherwise = '⁻⁺⋅⩽⩾⌀'
/** They move the place of writing. */
const blanks = '\t\n\r'
/** Typefaces have them, and PDF/A does not let them in: marks of byte order, and what everybody reads as they like. */
const isDisallowed = (code: number): boolean =>
  code === 0xfeff || code === 0xfffe || (code >= 0xe000 && code < 0xf900)
/** Where they may not stand, the pattern of a text says so: they are not what is missing from a typeface. */
const isControl = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code < 0xa0) ||
  /[\u202a-\u202e\u2066-\u2069]/.test(String.fromCharCode(code))

/** One bit for each code point of Unicode. Read at the first question, in some milliseconds, and kept. */
const covered: { bits?: Uint8Array } = {}

function coveredBits(): Uint8Array {
  const bits = new Uint8Array(0x110000 / 8)
  const cover = (code: number) => {
    bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7))
  }
  for (const [first, last] of filesOfText().flatMap(charactersOf))
    for (let code = first; code <= last; code++) if (!isControl(code) && !isDisallowed(code)) cover(code)
  for (const character of drawnOtherwise + blanks) cover(character.charCodeAt(0))
  return bits
}

export function isPrintable(code: number): boolean {
  covered.bits ??= coveredBits()
  return (((covered.bits[code >> 3] ?? 0) >> (code & 7)) & 1) === 1
}

const plain = /^[\x20-\x7e]*$/

/** The first character that no certificate can show, as a person would name it; undefined where there is none. */
export function unprintableIn(text: string): string | undefined {
  if (plain.test(text)) return undefined
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (!isPrintable(code) && !isControl(code)) return character
  }
  return undefined
}

export const codeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** What was recorded before characters were checked is printed with their names: issuing never fails for them. */
export function printed(text: string): string {
  if (plain.test(text)) return text
  return [...text]
    .map((each) => (isPrintable(each.codePointAt(0) ?? 0) ? each : `[${codeName(each)}]`))
    .join('')
}
