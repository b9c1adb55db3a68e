import { within } from '#refusal.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'

/** A number in a message: a JSON number, or decimal text that keeps its digits. */
export type StatedNumber = number | string

/** Infinitely many degrees of freedom have a word, because JSON has no number for them. */
export type StatedDegreesOfFreedom = StatedNumber | 'infinity'

/** The stated number as a double; a text that is none is refused at `place`. */
export const statedNumber = (stated: StatedNumber, place: string): number =>
  typeof stated === 'number' && Number.isFinite(stated) ? stated + 0 : within(place, () => toNumber(stated))
