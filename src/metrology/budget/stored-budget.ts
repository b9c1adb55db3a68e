/** The result or the root that an input was taken from, as it stands in the budget. */
export type StatedUpstream =
  | { readonly certificate: string; readonly version: number; readonly result: string }
  | { readonly reference: string }
  | { readonly equipment: string; readonly component: string }

/** One input quantity as it entered the model, in its coherent unit (°C for Celsius temperatures). */
export interface StoredInput {
  readonly symbol: string
  /** The coherent unit, as a person reads it. */
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty: number
  /** Null: infinite. JSON has no word for it. */
  readonly degreesOfFreedom: number | null
  readonly sensitivity: number
  /** |sensitivity| · u, in the coherent unit of the output. */
  readonly contribution: number
  /** Part of u² of the output. */
  readonly share: number
  readonly distribution?: string
  readonly from?: StatedUpstream
  /** The kind the model expects here; only inputs that need a branch of their own have one. */
  readonly measurandKind?: string
  /** The laboratory typed its own figures beside naming the standard. */
  readonly typed?: boolean
  readonly usedAt?: {
    readonly value?: { readonly value: string; readonly unit: string }
    readonly parameters?: Readonly<Record<string, { readonly value: string; readonly unit: string }>>
  }
}

export interface StoredCorrelation {
  readonly between: readonly [string, string]
  readonly r: number
  /** Where nobody stated it: what the standards of both inputs have in common, the largest part first. */
  readonly sharedStandards?: readonly string[]
  /** What the standards of both inputs give, where it was stated otherwise and nobody said why. */
  readonly byStandards?: number
  /** Why it was stated otherwise than the standards have it. */
  readonly reason?: string
}

export type StoredCoverage =
  | { readonly k: number }
  | { readonly probability: number; readonly degreesOfFreedomRule?: 'interpolate' | 'truncate' }

/** All that is needed to evaluate the model again and reach the same figures (ISO/IEC 17025:2017, 7.6). */
export interface StoredBudget {
  readonly engine: { readonly name: string; readonly version: string }
  readonly model: Readonly<Record<string, string>>
  readonly output: string
  readonly inputs: readonly StoredInput[]
  readonly correlations: readonly StoredCorrelation[]
  /** Inputs whose n readings were taken together: one group with n − 1 degrees of freedom. */
  readonly joint?: { readonly inputs: readonly string[]; readonly n: number }
  /** Inputs whose standards rest on the same ones, with the degrees of freedom of each group. */
  readonly sharing?: readonly {
    readonly inputs: readonly string[]
    readonly degreesOfFreedom: number | null
  }[]
  readonly coverage: StoredCoverage
}
