/** The digits that a double has for certain: 5e-9 m is 5 nm and not 5.000000000000001, and a result on its limit must stay there. */
export const withoutNoise = (x: number): number => Number(x.toPrecision(15))
