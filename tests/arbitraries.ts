import * as fc from 'fast-check'

/** A size that occurs in nature: never subnormal, so that squares and fourth powers survive. */
export const magnitude = fc.double({ min: 1e-12, max: 1e12, noNaN: true })

/** A size of either sign, or zero. */
export const value = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(magnitude, fc.constantFrom(1, -1)).map(([m, sign]) => m * sign) },
  { weight: 1, arbitrary: fc.constant(0) },
)

/** Sizes near one, for laws in which rounding would otherwise hide what is meant. */
export const moderate = fc.double({ min: 0.1, max: 10, noNaN: true })

export const degreesOfFreedom = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.double({ min: 1, max: 200, noNaN: true }),
  fc.constant(Infinity),
)
