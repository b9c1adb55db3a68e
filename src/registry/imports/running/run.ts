import type { Units } from '#http/units.ts'
import { stopping } from '../imports.refusals.ts'
import type { Importer } from '../importers.ts'
import type { Counts, Outcome } from '../outcome.ts'
import type { Source } from '../reading/source.ts'
import type { RowSetting } from './carry-out-row.ts'

/** An import of which the file is there. */
export interface Run {
  readonly importer: Importer
  readonly mode: 'all' | 'each'
  readonly source: Source
  readonly units: Units
  /** The identifier of the organization in whose name it is done. */
  readonly organization: string
  readonly now: Date
  /** Comes when the service stops. */
  readonly closing: AbortSignal
  readonly tell: Tell
}

/** One that has a record, and goes on from where the record is. */
export interface RecordedRun extends Run {
  readonly importId: string
  /** Whose turn it is. */
  readonly runner: string
  /** Up to and with this line everything is committed already, and counted. */
  readonly committed: { readonly lastLine: number; readonly counts: Counts }
}

/** How whoever listens hears of an import. */
export interface Tell {
  /** How far it is; may be told while a transaction is open. */
  readonly progress: (counts: Counts) => void
  /** What became of rows, once it is certain; the next ones wait until somebody takes it. */
  readonly rows: (outcomes: readonly Outcome[]) => Promise<void>
}

export interface Ended {
  readonly state: 'finished' | 'refused'
  readonly counts: Counts
}

/** As many rows as are taken as a whole. */
export const mostRowsAsWhole = 10_000

export const rowSetting = (
  { importer, units, organization }: Run,
  importId: string | undefined,
): RowSetting => ({ importer, may: units.may, organization, importId, seen: new Map() })

/** What is committed stays; the rest is done when the file is sent again. */
export function refuseStopping({ closing }: Run): void {
  if (closing.aborted) throw stopping(stopping.definition.title, { retryAfterSeconds: 5 })
}
