import type { Rational } from '../rational.ts'

/** How the numbers of a unit lie on the scale of its coherent unit. */
export type Scale =
  | { readonly kind: 'linear' }
  /** coherent value = factor · x + offset; a difference or an uncertainty leaves the offset away. */
  | { readonly kind: 'affine'; readonly offset: Rational }
  /** A level in dB: factor · x + offset, above `reference` ("" for a mere ratio). */
  | { readonly kind: 'logarithmic'; readonly reference: string; readonly offset: Rational }

/** One unit that has a name of its own. Its size is `factor` in `of`, a product of base or SI units. */
export interface NamedUnit {
  readonly symbol: string
  /** Names of D-SI without backslash, first the official one; none: written outside D-SI as `|symbol`. */
  readonly dsi: readonly string[]
  readonly ucum: string | undefined
  /** Other ways to write the symbol; UCUM codes that differ from it are read in any case. */
  readonly aliases: readonly string[]
  readonly prefixes: 'si' | 'binary' | 'none'
  readonly factor: Rational
  readonly of: string
  readonly scale: Scale
  /** False for a constant of nature that is measured and may change with the next CODATA adjustment. */
  readonly exact: boolean
  /** Where two units of one dimension must never be exchanged: hertz and becquerel, gray and sievert. */
  readonly quantityKind: string | undefined
}

/** π and ln 10 to fifty digits: irrational factors cancel exactly where they stand on both sides. */
export const pi = '3.14159265358979323846264338327950288419716939937511'
export const lnTen = '2.30258509299404568401799145468436420760110148862877'
