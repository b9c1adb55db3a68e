import type { CalibrationAssessment, CandidateStandards } from '#contract/types.ts'
import { EtalonProblem } from '#client/client.ts'
import type { Visit } from '../../ground/page-route.ts'
import { entryOfFields } from './entry-of-fields.ts'
import { faultsOf, localFaults, noFaults, type DraftFaults } from './faults.ts'
import { formOf, inputCount, inputField, type Fields } from './fields.ts'

/** A calibration that is being filled in, and what the interface says of it. */
export interface Draft {
  readonly fields: Fields
  readonly faults: DraftFaults
  readonly assessment?: CalibrationAssessment
  /** By the kind that they are standards of. */
  readonly standards: ReadonlyMap<string, CandidateStandards>
}

/** Asked as a client would ask; nothing is stored by it. */
export async function assessed(fields: Fields, visit: Visit): Promise<Draft> {
  const standards = await standardsFor(fields, visit)
  const local = localFaults(fields, visit.language)
  if (local.size > 0) return { fields, standards, faults: { at: local, elsewhere: [] } }
  try {
    const { body } = await visit.api.ask('assess-calibration', { body: entryOfFields(fields) })
    return { fields, standards, faults: noFaults, assessment: body }
  } catch (error) {
    return { fields, standards, faults: faultsFrom(error, fields) }
  }
}

/** A form before anybody has asked: the standards to choose from, and no faults yet. */
export const unasked = async (fields: Fields, visit: Visit): Promise<Draft> => ({
  fields,
  faults: noFaults,
  standards: await standardsFor(fields, visit),
})

/** A refusal is shown in the form; whoever may not ask at all is told so by the page itself. */
export function faultsFrom(error: unknown, fields: Fields): DraftFaults {
  if (error instanceof EtalonProblem && error.status !== 401) return faultsOf(error, fields)
  throw error
}

/** Of which kind a row wants its standard: the result's own unless it says otherwise. */
export const kindOfRow = (fields: Fields, row: number): string =>
  fields[inputField(row, 'kind')] || (fields['measurandKind'] ?? '')

async function standardsFor(fields: Fields, visit: Visit): Promise<ReadonlyMap<string, CandidateStandards>> {
  const rows = Array.from({ length: inputCount(fields) }, (_, i) => i)
  const wanted = rows.filter((i) => formOf(fields, i) === 'certificate').map((i) => kindOfRow(fields, i))
  const kinds = [...new Set(wanted)].filter((kind) => kind !== '')
  const found = await Promise.all(
    kinds.map(async (kind) => [kind, await candidates(kind, fields, visit)] as const),
  )
  return new Map(found.flatMap(([kind, answer]) => (answer ? [[kind, answer] as const] : [])))
}

async function candidates(
  kind: string,
  fields: Fields,
  { api }: Visit,
): Promise<CandidateStandards | undefined> {
  const { laboratory, item, started, finished, results } = entryOfFields(fields)
  const isComplete = laboratory !== '' && item.equipment !== '' && started !== ''
  if (!isComplete) return undefined
  const nominal = results[Number(fields['position'] ?? 0)]?.point.nominal
  const isSame = kind === fields['measurandKind'] && nominal?.value !== '' && nominal?.unit !== ''
  const work = { laboratory, item, measurandKind: kind, started, ...(finished !== '' && { finished }) }
  const ask = async (point: object) =>
    (await api.ask('find-candidate-standards', { body: { ...work, ...point } })).body
  try {
    return await ask(isSame && nominal ? { point: { value: nominal } } : {})
  } catch (error) {
    // What is wrong with the rest of the form is said where it stands.
    if (error instanceof EtalonProblem && error.status < 500) return undefined
    throw error
  }
}
