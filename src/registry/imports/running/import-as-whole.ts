import type { Unit } from '#http/units.ts'
import { advance, end, holdTurn, saveOutcomes } from '../import.queries.ts'
import { tooManyRows } from '../imports.refusals.ts'
import { counted, isWithoutFault, noRows, type Outcome } from '../outcome.ts'
import { carryOutRow } from './carry-out-row.ts'
import { mostRowsAsWhole, refuseStopping, rowSetting, type Ended, type RecordedRun, type Run } from './run.ts'

/** Everything is looked at, so that every fault can be told; then all of it stands, or nothing. */
export async function importAsWhole(run: RecordedRun): Promise<Ended> {
  const { importId, runner, units, now, tell } = run
  const tried: { outcomes: readonly Outcome[] } = { outcomes: [] }
  const thrown = new Error('Rows are refused')
  const isStanding = await units
    .inUnit(async (unit) => {
      await holdTurn(unit.em, importId, runner)
      tried.outcomes = await carriedOut(unit, run, importId)
      const counts = counted(noRows, tried.outcomes)
      if (!isWithoutFault(counts)) throw thrown
      await settle(unit, run, { outcomes: tried.outcomes, state: 'finished', now })
      return true
    })
    .catch((error: unknown) => {
      if (error === thrown) return false
      throw error
    })
  if (!isStanding) {
    const outcomes = tried.outcomes.map(notRecorded)
    await units.inUnit(async (unit) => {
      await holdTurn(unit.em, importId, runner)
      await settle(unit, run, { outcomes, state: 'refused', now })
    })
    tried.outcomes = outcomes
  }
  await tell.rows(tried.outcomes)
  const counts = countsOf(tried.outcomes, isStanding)
  return { state: isStanding ? 'finished' : 'refused', counts }
}

/** Carried out in every detail, and taken back: what would become of each row. */
export async function tryImport(run: Run): Promise<Ended> {
  const outcomes = await run.units.onTrial((unit) => carriedOut(unit, run, undefined))
  await run.tell.rows(outcomes)
  const counts = counted(noRows, outcomes)
  return { state: run.mode === 'each' || isWithoutFault(counts) ? 'finished' : 'refused', counts }
}

async function carriedOut(unit: Unit, run: Run, importId: string | undefined): Promise<readonly Outcome[]> {
  const setting = rowSetting(run, importId)
  const outcomes: Outcome[] = []
  for await (const row of run.source.rows()) {
    if (outcomes.length === mostRowsAsWhole) throw refuseMore()
    outcomes.push(await carryOutRow(unit, row, setting))
    if (outcomes.length % 100 > 0) continue
    refuseStopping(run)
    run.tell.progress(counted(noRows, outcomes))
  }
  return outcomes
}

const refuseMore = () =>
  tooManyRows(
    {
      en: `More than ${mostRowsAsWhole} rows: send it with mode=each, or in parts`,
      zh: `超过 ${mostRowsAsWhole} 行：请使用 mode=each，或分批导入`,
    },
    { mostRows: mostRowsAsWhole },
  )

/** Where nothing stands, a row that would have been recorded has nothing to be found by. */
const notRecorded = ({ location, digest: _, ...outcome }: Outcome): Outcome =>
  outcome.state === 'recorded' ? outcome : { ...outcome, location }

const countsOf = (outcomes: readonly Outcome[], isStanding: boolean) => {
  const counts = counted(noRows, outcomes)
  return isStanding ? counts : { ...counts, recorded: 0 }
}

interface Settled {
  readonly outcomes: readonly Outcome[]
  readonly state: 'finished' | 'refused'
  readonly now: Date
}

async function settle(
  unit: Unit,
  { importId, importer }: RecordedRun,
  { outcomes, state, now }: Settled,
): Promise<void> {
  const counts = countsOf(outcomes, state === 'finished')
  const kept = state === 'finished' ? outcomes : outcomes.filter(({ state: each }) => each !== 'recorded')
  await saveOutcomes(unit.em, importId, kept)
  await advance(unit.em, importId, { counts, lastLine: outcomes.at(-1)?.line ?? 0 })
  await end(unit.em, importId, { state, now })
  unit.record({ subject: `/v1/imports/${importId}`, after: { kind: importer.kind, state, counts } })
}
