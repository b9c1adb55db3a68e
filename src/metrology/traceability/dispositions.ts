import type { Recorded } from './records.ts'

/** ISO/IEC 17025:2017, 7.10.1 d: what was decided of a result that rested on something that was not in order. */
export interface DispositionRecord extends Recorded {
  readonly recall: string
  readonly decision: 'no-effect' | 'amend' | 'recall' | 'customer-decides'
  /** Whether another decision on conformity, or none at all, would have followed. */
  readonly flipped: boolean
  /** The standard that the recall is about. */
  readonly about:
    | { readonly equipment: string; readonly component?: string | undefined }
    | { readonly certificate: string; readonly result?: string | undefined }
    | { readonly reference: string }
}
