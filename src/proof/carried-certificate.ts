import type { StoredBudget } from '#metrology/budget/stored-budget.ts'
import type { CarriedDocument } from './bundle.ts'

/** What the checks read of the text of a certificate; everything else of it is vouched for by its hash. */
export interface CarriedCertificate {
  readonly number: string
  readonly version: number
  readonly kind: string
  readonly origin: string
  readonly started: string
  readonly finished: string
  readonly issued: string
  readonly validUntil?: string
  readonly signatures?: readonly { readonly meaning: string; readonly person: string }[]
  readonly results: readonly CarriedResult[]
}

export interface CarriedResult {
  readonly code: string
  readonly measurandKind: string
  readonly stage: string
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty?: number
  readonly expandedUncertainty?: number
  readonly coverageFactor?: number
  readonly reported: { readonly expandedUncertainty?: string }
  readonly budget?: CarriedBudget
}

/** `lines` are the inputs of a stored budget, with infinity in a word. */
export interface CarriedBudget {
  readonly model: { readonly outputs: StoredBudget['model'] }
  readonly output: string
  readonly coverage: StoredBudget['coverage']
  readonly correlations?: StoredBudget['correlations']
  readonly joint?: StoredBudget['joint']
  readonly sharing?: readonly {
    readonly inputs: readonly string[]
    readonly degreesOfFreedom: number | 'infinity'
  }[]
  readonly lines: readonly CarriedLine[]
}

export interface CarriedLine {
  readonly symbol: string
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: number | 'infinity'
  readonly sensitivity: number
  readonly contribution: number
  readonly share: number
}

/** Reading may throw: whatever a text lacks is found where it is looked at. */
export const certificateIn = ({ text }: CarriedDocument): CarriedCertificate =>
  JSON.parse(text) as CarriedCertificate

export const nameOf = ({ number, version }: { readonly number: string; readonly version: number }): string =>
  `${number}, version ${version}`
