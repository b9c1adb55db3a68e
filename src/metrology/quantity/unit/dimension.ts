/**
 * What a unit is made of: the seven base units of the SI, and what the SI counts as one but nobody may mix:
 * plane and solid angle (rpm is not rad/s, lm is not cd), information, levels and pH.
 */
export const baseUnits = ['kg', 'm', 's', 'A', 'K', 'mol', 'cd', 'rad', 'sr', 'bit', 'dB', 'pH'] as const
export type BaseUnit = (typeof baseUnits)[number]

/** Exponents of the base units; those that are zero are left out. */
export type Dimension = Readonly<Partial<Record<BaseUnit, number>>>

/** Exponents are multiples of 1/60, so that thirds and fifths add up exactly. */
export const exactExponent = (exponent: number): number => Math.round(exponent * 60) / 60

/** The dimension of a · b^exponent. */
export function combineDimensions(a: Dimension, b: Dimension, exponent: number): Dimension {
  const combined: Partial<Record<BaseUnit, number>> = {}
  for (const base of baseUnits) {
    const sum = exactExponent((a[base] ?? 0) + (b[base] ?? 0) * exponent)
    if (sum !== 0) combined[base] = sum
  }
  return combined
}

export const equalDimensions = (a: Dimension, b: Dimension): boolean =>
  baseUnits.every((base) => (a[base] ?? 0) === (b[base] ?? 0))
