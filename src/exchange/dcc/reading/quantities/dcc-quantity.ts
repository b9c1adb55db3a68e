import type { DccText } from '../dcc-read.ts'

/** A quantity as it was written. Every number keeps its text; a list has one member for each point. */
export interface DccQuantity {
  readonly path: string
  readonly id?: string
  readonly name?: DccText
  readonly description?: DccText
  readonly refTypes: readonly string[]
  /** The first form is the one in SI; further ones say the same in other units (hybrid). */
  readonly forms: readonly DccForm[]
  /** Where there are no numbers: words, or a text. */
  readonly words?: readonly string[]
  readonly text?: DccText
  readonly relativeUncertainty?: DccForm
}

/** Numbers in one unit. */
export type DccForm = RealForm | ComplexForm

export interface RealForm {
  readonly kind: 'real' | 'constant'
  readonly isList: boolean
  readonly labels: readonly string[]
  readonly quantityTypes: readonly string[]
  /** `null`: NaN, there is no value (D-SI 2.2). */
  readonly values: readonly (string | null)[]
  /** One for all, or one for each. */
  readonly units: readonly DccUnit[]
  readonly times: readonly string[]
  readonly uncertainty?: DccUncertainty
}

export interface ComplexForm {
  readonly kind: 'complex'
  readonly isList: boolean
  readonly parts: 'real-imaginary' | 'magnitude-phase'
  readonly labels: readonly string[]
  readonly quantityTypes: readonly string[]
  readonly first: readonly (string | null)[]
  readonly second: readonly (string | null)[]
  readonly units: readonly DccUnit[]
  readonly phaseUnits: readonly DccUnit[]
  readonly times: readonly string[]
  readonly region?: DccRegion
}

/** A unit as it was written and, where it was understood, in symbols. */
export interface DccUnit {
  readonly written: string
  readonly symbol?: string
}

/** Each member has one entry for all values, or one for each. */
export interface DccUncertainty {
  readonly kind: 'expanded' | 'standard' | 'interval'
  /** U, or the standard uncertainty u. */
  readonly values: readonly (string | null)[]
  readonly coverageFactors: readonly (string | null)[]
  readonly coverageProbabilities: readonly (string | null)[]
  readonly lower: readonly (string | null)[]
  readonly upper: readonly (string | null)[]
  readonly distributions: readonly string[]
}

/** The covariances of the parts of complex numbers, column by column. */
export interface DccRegion {
  readonly shape: 'ellipsoidal' | 'rectangular'
  readonly covariances: readonly (readonly DccCovariance[])[]
  readonly coverageFactors: readonly (string | null)[]
  readonly coverageProbabilities: readonly (string | null)[]
}

export interface DccCovariance {
  readonly values: readonly (string | null)[]
  readonly units: readonly DccUnit[]
}
