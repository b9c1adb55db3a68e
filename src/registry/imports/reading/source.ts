import type { Fault } from '#refusal.ts'
import type { KcdbChoice } from './kcdb-source.ts'
import type { RowFault, RowRefusal } from '../outcome.ts'

/** A row of a file as the body of the single operation, or why it cannot be one. */
export interface SourceRow {
  /** Of a table or of lines, where the row begins; of a list, its place in it; from 1. */
  readonly line: number
  readonly body?: unknown
  readonly refusal?: RowRefusal
  readonly warnings?: readonly RowFault[]
  /** In which column a member of the body stands, where there are columns. */
  readonly columnOf?: (pointer: string) => RowFault['column']
}

/** A file that has been looked at: how it is written, and its rows, which are read when they are asked for. */
export interface Source {
  readonly encoding?: string
  readonly separator?: string
  readonly warnings: readonly Fault[]
  /** From the first one, each time. */
  readonly rows: () => AsyncIterable<SourceRow>
}

/** What the reading of a table has to know beside the file. */
export interface Circumstances {
  /** The code of the organization of whoever imports: an empty owner means it. */
  readonly ownOrganization: string
  /** The sheet of a workbook; the first one if absent. */
  readonly sheetName?: string | undefined
  /** For an answer of the KCDB. */
  readonly kcdb?: KcdbChoice
}
