/** A number with the digits that it was stated with: 10.00 says more than 10. */
export interface Digits {
  readonly digits: string
}

/** What a cell of a table shows: a text is no number, whatever it looks like, and never a formula. Nothing is an empty cell. */
export type TableCell = string | number | boolean | Digits | undefined

/**
 * The number that a text states, groups of three closed up (SI Brochure, 5.4.4); undefined where it states none. It keeps the
 * zeros, which a double has not.
 */
export function statedDigits(text: string): Digits | undefined {
  const closed = text.replaceAll(/(?<=\d)[ \u00a0\u2009\u202f](?=\d)/gu, '')
  const isNumber = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u.test(closed)
  return isNumber ? { digits: closed.replace(/^\+/u, '') } : undefined
}
