import type { Fault, Wording } from '#refusal.ts'

/** A fault of a row, at its member in the body and, in a table, in its column. */
export interface RowFault extends Fault {
  /** Number of the column, from 1, and its heading as it stands in the file. */
  readonly column?: { readonly number: number; readonly heading: string }
}

/** Why a row was not recorded, in the words of the single operation. */
export interface RowRefusal {
  readonly code: string
  readonly detail: Wording
  readonly errors: readonly RowFault[]
}

export type RowState = 'recorded' | 'unchanged' | 'conflicting' | 'refused'

/** What became of a row: `unchanged` is there already as it stands, `conflicting` is there and says something else. */
export interface Outcome {
  readonly line: number
  readonly state: RowState
  readonly key?: string | undefined
  readonly location?: string | undefined
  readonly digest?: string | undefined
  readonly refusal?: RowRefusal | undefined
  readonly warnings?: readonly RowFault[] | undefined
}

export interface Counts {
  readonly rows: number
  readonly recorded: number
  readonly unchanged: number
  readonly conflicting: number
  readonly refused: number
}

export const noRows: Counts = { rows: 0, recorded: 0, unchanged: 0, conflicting: 0, refused: 0 }

export function counted(counts: Counts, outcomes: readonly Outcome[]): Counts {
  const of = (state: RowState) => counts[state] + outcomes.filter((each) => each.state === state).length
  return {
    rows: counts.rows + outcomes.length,
    recorded: of('recorded'),
    unchanged: of('unchanged'),
    conflicting: of('conflicting'),
    refused: of('refused'),
  }
}

export const isWithoutFault = ({ conflicting, refused }: Counts): boolean => conflicting + refused === 0
