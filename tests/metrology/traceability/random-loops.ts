import type { LinkRecord } from '#metrology/traceability/records.ts'

import { from } from './chain-book.ts'
import type { Book } from './chain-book.ts'
import { bookOfRegistry } from './random-registry.ts'
import type { Calibrated } from './random-registry.ts'

/** Links from later results to earlier ones, so that chains run in circles. */
export function bookWithLoops(calibrations: readonly Calibrated[], pairs: readonly [number, number][]): Book {
  const book = bookOfRegistry(calibrations)
  for (const [n, [lower, upper]] of pairs.entries()) {
    const ids = [lower, upper].map((one) => one % calibrations.length).toSorted((a, b) => a - b)
    const i = book.results.findIndex((one) => one.id === `s${ids[0]}`)
    const result = book.results[i]!
    const link = { ...from(`s${ids[1]}`), expectedMeasurandKind: result.measurandKind }
    const figures = { input: `loop${n}`, sensitivity: 1, inputEstimate: 1, inputStandardUncertainty: 1e-6 }
    book.results[i] = { ...result, links: [...result.links, { ...link, ...figures } as LinkRecord] }
  }
  return book
}
