import type { BudgetInput, ResultEntry, Upstream } from '#contract/types.ts'

/** A weight of 10 kg compared with the mean of some standards (the form of EA-4/02 M:2022, S2). */
export function weightCompared(standards: readonly Upstream[], addedMilligrams: number): ResultEntry {
  const symbols = standards.map((_, i) => `S${i + 1}`)
  const taken = standards.map((from, i): [string, BudgetInput] => [`S${i + 1}`, { from }])
  return {
    code: 'm1',
    measurandKind: 'mass.conventional',
    stage: 'as-found-and-left',
    point: { nominal: { value: '10', unit: 'kg' } },
    unit: 'g',
    model: { outputs: { m_X: `(${symbols.join(' + ')})/${symbols.length} + dm + dm_D + dm_C` } },
    output: 'm_X',
    inputs: {
      ...Object.fromEntries(taken),
      dm: { estimate: '0.000', standardUncertainty: addedMilligrams / 2, unit: 'mg' },
      dm_D: { estimate: 0, distribution: { type: 'rectangular', halfWidth: addedMilligrams }, unit: 'mg' },
      dm_C: {
        estimate: 0,
        distribution: { type: 'rectangular', halfWidth: addedMilligrams / 2 },
        unit: 'mg',
      },
    },
    coverage: { k: 2 },
  }
}

/** The body by which a laboratory would have logged it. */
export const calibrationBody = (
  laboratory: string,
  equipment: string,
  { started, finished }: { readonly started: Date; readonly finished: Date },
  entry: ResultEntry,
) => ({
  laboratory,
  item: { equipment },
  method: { document: 'JJG 99-2022' },
  started: started.toISOString(),
  finished: finished.toISOString(),
  operator: `${laboratory}-technician`,
  competence: `${laboratory}-MASS`,
  results: [entry],
})
