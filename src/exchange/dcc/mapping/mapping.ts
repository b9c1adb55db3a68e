/** Which column of a certificate is meant: everything that is stated must fit. */
export interface ColumnSelector {
  /** One of the words of its refType. */
  readonly refType?: string
  /** Its name in any language. */
  readonly name?: string
  /** Its place among the columns of its table, or among the quantities of its result, from 0. */
  readonly position?: number
  /** The name of the result it stands in, in any language. */
  readonly result?: string
  /** Of quantities in several units (hybrid), the form in this one; the first if absent. */
  readonly unit?: string
}

/** A number that is the same for all rows. */
export interface FixedQuantity {
  readonly value: string | number
  readonly unit: string
}

export type Column = { readonly column: ColumnSelector } | { readonly fixed: FixedQuantity }

/**
 * What the columns of an issuer's layout mean. Asked once, for refTypes are seldom written: the laboratory that uses the
 * certificates answers, and the answer is kept.
 */
export interface MappingRule {
  /** The code of the result; with several rows they are counted behind it: `T-1`, `T-2`. */
  readonly code: string
  readonly measurandKind: string
  /** The estimate, with its uncertainty unless that stands in another column. */
  readonly value: ColumnSelector
  readonly uncertainty?: ColumnSelector
  /** The point it was measured at; the value itself if absent. */
  readonly nominal?: Column
  readonly parameters?: Readonly<Record<string, Column>>
}

/** A row of a table as a result: numbers as they were written. */
export interface MappedResult {
  readonly code: string
  readonly measurandKind: string
  readonly stage: 'as-found' | 'as-left' | 'as-found-and-left'
  readonly point: {
    readonly nominal: FixedQuantity
    readonly parameters?: Readonly<Record<string, FixedQuantity>>
  }
  readonly estimate: FixedQuantity
  readonly expandedUncertainty?: FixedQuantity
  readonly coverageFactor?: string
  readonly coverageProbability?: number
  readonly standardUncertainty?: FixedQuantity
}
