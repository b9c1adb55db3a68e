import { advance, end, holdTurn, saveOutcomes } from '../import.queries.ts'
import { counted, type Counts, type Outcome } from '../outcome.ts'
import type { SourceRow } from '../reading/source.ts'
import { carryOutRow } from './carry-out-row.ts'
import { refuseStopping, rowSetting, type Ended, type RecordedRun } from './run.ts'

/** Rows of one transaction: what is lost, and done again, when the process is killed. */
const rowsInBatch = 200

/**
 * Every row stands or falls by itself. Rows are committed in batches, each with what became of its rows and how far the import is: a
 * file that is sent again goes on behind the last of them.
 */
export async function importOneByOne(run: RecordedRun): Promise<Ended> {
  let { lastLine, counts } = run.committed
  for await (const rows of batches(run, lastLine)) {
    refuseStopping(run)
    const batch = await commitBatch(run, rows, counts)
    counts = batch.counts
    lastLine = batch.lastLine
    await run.tell.rows(batch.outcomes)
    run.tell.progress(counts)
  }
  await run.units.inUnit(async (unit) => {
    await holdTurn(unit.em, run.importId, run.runner)
    await end(unit.em, run.importId, 'finished', run.now)
    const after = { kind: run.importer.kind, state: 'finished', counts }
    unit.record({ subject: `/v1/imports/${run.importId}`, after })
  })
  return { state: 'finished', counts }
}

async function* batches({ source }: RecordedRun, lastLine: number): AsyncGenerator<readonly SourceRow[]> {
  let batch: SourceRow[] = []
  for await (const row of source.rows()) {
    if (row.line <= lastLine) continue
    batch.push(row)
    if (batch.length < rowsInBatch) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

interface Batch {
  readonly outcomes: readonly Outcome[]
  readonly counts: Counts
  readonly lastLine: number
}

const commitBatch = (run: RecordedRun, rows: readonly SourceRow[], before: Counts): Promise<Batch> =>
  run.units.inUnit(async (unit) => {
    const { importId, runner } = run
    await holdTurn(unit.em, importId, runner)
    const setting = rowSetting(run, importId)
    const outcomes: Outcome[] = []
    for (const row of rows) outcomes.push(await carryOutRow(unit, row, setting))
    const lastLine = rows.at(-1)?.line ?? 0
    const counts = counted(before, outcomes)
    await saveOutcomes(unit.em, importId, outcomes)
    await advance(unit.em, importId, { counts, lastLine })
    return { outcomes, counts, lastLine }
  })
