import type { Wording } from '#refusal.ts'
import { forbiddenCharacter } from '../http.refusals.ts'
import { refuseAt, unexpected, type Reading } from './reading.ts'

const stop = /["\\\p{Cc}]/gu
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Controls but for tab and line ends, the marks that turn the direction of writing, and the byte order mark. */
const notText = /(?![\t\n\r])\p{Cc}|\p{Bidi_Control}|\ufeff/u

/** Why it is not a text that a person could read, if it is not; paths and queries are held to the same. */
export function faultOfText(text: string): Wording | undefined {
  if (!text.isWellFormed()) return { en: 'Half of a surrogate pair', zh: '不完整的代理对' }
  const [forbidden] = notText.exec(text) ?? []
  if (forbidden === undefined) return undefined
  const code = (forbidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return { en: `U+${code} is not text`, zh: `U+${code} 不是文本字符` }
}

/** The closing quote of the text that opens at `start`. */
function endOf(reading: Reading, start: number): { readonly end: number; readonly escaped: boolean } {
  let escaped = false
  stop.lastIndex = start + 1
  for (;;) {
    const found = stop.exec(reading.source)
    reading.at = found?.index ?? reading.source.length
    if (found?.[0] === '"') return { end: found.index, escaped }
    // DEL and C1 are within the grammar of JSON; that they are not text is said afterwards.
    if (found && found[0] >= '\u007f') continue
    escape.lastIndex = reading.at
    if (!escape.test(reading.source)) unexpected(reading)
    escaped = true
    stop.lastIndex = escape.lastIndex
  }
}

/** In the composed form (NFC), so that one name has one spelling: the ohm and kelvin signs become letters. */
export function readText(reading: Reading): string {
  const start = reading.at
  const { end, escaped } = endOf(reading, start)
  reading.at = end + 1
  const raw = reading.source.slice(start + 1, end)
  const value = escaped ? (JSON.parse(`"${raw}"`) as string) : raw
  const fault = faultOfText(value)
  if (fault) refuseAt(reading, forbiddenCharacter, fault)
  return value.normalize('NFC')
}
