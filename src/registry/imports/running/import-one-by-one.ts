import type { Fault } from '#refusal.ts'
import { advance, end, holdTurn, refusedAtItsEnd, saveOutcomes } from '../import.queries.ts'
import { counted, type Counts, type Outcome } from '../outcome.ts'
import type { SourceRow } from '../reading/source.ts'
import { stretched, whyToStop, type Stretch } from './bounds.ts'
import { carryOutRow } from './carry-out-row.ts'
import { refuseStopping, rowSetting, type Ended, type RecordedRun } from './run.ts'

/** Rows of one transaction: what is lost, and done again, when the process is killed. */
const rowsInBatch = 200

/**
 * Every row stands or falls by itself. Rows are committed in batches, each with what became of its rows and how far the import is: a
 * file that is sent again goes on behind the last of them. At its bounds it stops, and says so; what stands then stays.
 */
export async function importOneByOne(run: RecordedRun): Promise<Ended> {
  let { counts } = run.committed
  const begun: { stretch: Stretch; stopped?: Fault | undefined } = { stretch: await stretchOf(run) }
  for await (const rows of batches(run)) {
    refuseStopping(run)
    const batch = await commitBatch(run, rows, { counts, stretch: begun.stretch })
    counts = batch.counts
    begun.stretch = batch.stretch
    await run.tell.rows(batch.outcomes)
    run.tell.progress(counts)
    begun.stopped = batch.stopped
    if (begun.stopped) break
  }
  const { stopped } = begun
  const state = stopped ? 'refused' : 'finished'
  await run.units.inUnit(async (unit) => {
    await holdTurn(unit.em, run.importId, run.runner)
    await end(unit.em, run.importId, { state, now: run.now, ...(stopped && { stopped }) })
    const after = { kind: run.importer.kind, state, counts }
    unit.record({ subject: `/v1/imports/${run.importId}`, after })
  })
  return { state, counts }
}

/** One that goes on has behind it what it had. */
async function stretchOf({ units, importId, committed }: RecordedRun): Promise<Stretch> {
  const { rows } = committed.counts
  if (rows === 0) return { rows, refusedInARow: 0 }
  return units.inUnit(async ({ em }) => ({ rows, refusedInARow: await refusedAtItsEnd(em, importId) }))
}

async function* batches({ source, committed }: RecordedRun): AsyncGenerator<readonly SourceRow[]> {
  let batch: SourceRow[] = []
  for await (const row of source.rows()) {
    if (row.line <= committed.lastLine) continue
    batch.push(row)
    if (batch.length < rowsInBatch) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

interface Before {
  readonly counts: Counts
  readonly stretch: Stretch
}

interface Batch extends Before {
  readonly outcomes: readonly Outcome[]
  readonly stopped: Fault | undefined
}

const commitBatch = (run: RecordedRun, rows: readonly SourceRow[], before: Before): Promise<Batch> =>
  run.units.inUnit(async (unit) => {
    const { importId, runner } = run
    await holdTurn(unit.em, importId, runner)
    const setting = rowSetting(run, importId)
    const outcomes: Outcome[] = []
    let { stretch } = before
    let stopped: Fault | undefined
    for (const row of rows) {
      stopped = whyToStop(stretch, row.line)
      if (stopped) break
      const outcome = await carryOutRow(unit, row, setting)
      outcomes.push(outcome)
      stretch = stretched(stretch, outcome)
    }
    const counts = counted(before.counts, outcomes)
    const lastLine = outcomes.at(-1)?.line
    if (lastLine !== undefined) {
      await saveOutcomes(unit.em, importId, outcomes)
      await advance(unit.em, importId, { counts, lastLine })
    }
    return { outcomes, counts, stretch, stopped }
  })
