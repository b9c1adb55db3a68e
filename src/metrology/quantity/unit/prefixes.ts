/** A decimal or binary multiple. `aliases` are other characters for the same prefix. */
export interface Prefix {
  readonly symbol: string
  readonly dsi: string
  readonly ucum: string
  readonly base: 2 | 10
  readonly exponent: number
  readonly aliases: readonly string[]
}

const decimal = (symbol: string, dsi: string, exponent: number): Prefix => ({
  symbol,
  dsi,
  ucum: symbol,
  base: 10,
  exponent,
  aliases: [],
})

/** SI Brochure, 9th edition (2022), table 7. */
const decimalPrefixes: readonly Prefix[] = [
  decimal('q', 'quecto', -30),
  decimal('r', 'ronto', -27),
  decimal('y', 'yocto', -24),
  decimal('z', 'zepto', -21),
  decimal('a', 'atto', -18),
  decimal('f', 'femto', -15),
  decimal('p', 'pico', -12),
  decimal('n', 'nano', -9),
  { ...decimal('µ', 'micro', -6), ucum: 'u', aliases: ['u'] },
  decimal('m', 'milli', -3),
  decimal('c', 'centi', -2),
  decimal('d', 'deci', -1),
  decimal('da', 'deca', 1),
  decimal('h', 'hecto', 2),
  decimal('k', 'kilo', 3),
  decimal('M', 'mega', 6),
  decimal('G', 'giga', 9),
  decimal('T', 'tera', 12),
  decimal('P', 'peta', 15),
  decimal('E', 'exa', 18),
  decimal('Z', 'zetta', 21),
  decimal('Y', 'yotta', 24),
  decimal('R', 'ronna', 27),
  decimal('Q', 'quetta', 30),
]

/** IEC 80000-13, table 2. */
const binaryPrefixes: readonly Prefix[] = ['ki', 'me', 'gi', 'te', 'pe', 'ex', 'ze', 'yo'].map((start, i) => {
  const symbol = `${start.slice(0, 1).toUpperCase()}i`
  return { symbol, dsi: `${start}bi`, ucum: symbol, base: 2, exponent: 10 * (i + 1), aliases: [] }
})

export const prefixes: readonly Prefix[] = [...decimalPrefixes, ...binaryPrefixes]
