import { charactersOf, type CodeRange } from './character-map.ts'
import { filesOfText } from './font-files.ts'

/** The page draws them from other shapes: a raised minus, a middle dot, a sloping ≤. */
const drawnOtherwise = '⁻⁺⋅⩽⩾⌀'
/** They move the place of writing; where they may not stand, the pattern of the text says so. */
const withoutShape: readonly CodeRange[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
]

/** One bit for each code point of Unicode. Read at the first question, in some milliseconds, and kept. */
const covered: { bits?: Uint8Array } = {}

function coveredBits(): Uint8Array {
  const bits = new Uint8Array(0x110000 / 8)
  const cover = (code: number) => {
    bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7))
  }
  for (const [first, last] of [...filesOfText().flatMap(charactersOf), ...withoutShape])
    for (let code = first; code <= last; code++) cover(code)
  for (const character of drawnOtherwise) cover(character.charCodeAt(0))
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
  for (const character of text) if (!isPrintable(character.codePointAt(0) ?? 0)) return character
  return undefined
}

export const codeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** What was recorded before characters were checked is printed with their names: issuing never fails for them. */
export const printed = (text: string): string =>
  unprintableIn(text) === undefined
    ? text
    : [...text].map((each) => (isPrintable(each.codePointAt(0) ?? 0) ? each : `[${codeName(each)}]`)).join('')
