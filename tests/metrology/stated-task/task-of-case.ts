import { at, leaves, type Case } from '../uncertainty/corpus.ts'

type Members = Readonly<Record<string, unknown>>

/** What of a case states the task. Some cases name what is asked for only beside the answer: it is asked for here. */
export function taskOfCase(c: Case): { method: readonly string[]; model?: unknown; data: Members } {
  const { model, data, expected } = c as unknown as { model?: unknown; data: Members; expected: Members }
  return {
    method: c.method,
    ...(model !== undefined && { model }),
    data: { ...data, ...askedBeside(expected) },
  }
}

function askedBeside(expected: Members): Members {
  const [prediction, inverse, rows] = ['prediction', 'inversePrediction', 'rows'].map(
    (name) => expected[name] as Members | undefined,
  )
  return {
    ...(prediction && { prediction: { at: prediction['at'] } }),
    ...(inverse && { inversePrediction: only(inverse, ['y', 'standardUncertaintyOfY', 'readings']) }),
    ...(Array.isArray(rows) && hasParameters(rows) && { rows: rows.map((row) => only(row, rowParameters)) }),
    ...only(expected, ['targetConsumerRisk']),
  }
}

const rowParameters = ['specificationInSigma', 'testUncertaintyRatio', 'guardBandFactor']
const hasParameters = (rows: readonly Members[]) => rows.every((row) => 'testUncertaintyRatio' in row)
const only = (members: Members, names: readonly string[]): Members =>
  Object.fromEntries(Object.entries(members).filter(([name]) => names.includes(name)))

const askedByName = /^varianceOfNewObservationAt(.+)$/

/**
 * A case may name a second point in the name of a figure (`varianceOfNewObservationAt750`); it is asked for by a
 * second task, and its figure put where the case has it.
 */
export async function answerToCase(
  c: Case,
  ask: (task: ReturnType<typeof taskOfCase>) => Promise<unknown> | unknown,
): Promise<unknown> {
  const task = taskOfCase(c)
  const answer = (await ask(task)) as Members
  const prediction = (c.expected['prediction'] ?? {}) as Members
  const further: Record<string, unknown> = {}
  for (const name of Object.keys(prediction)) {
    const [, point] = askedByName.exec(name) ?? []
    if (point === undefined) continue
    const second = await ask({ ...task, data: { ...task.data, prediction: { at: Number(point) } } })
    further[name] = at(second, '/prediction/varianceOfNewObservation')
  }
  if (Object.keys(further).length === 0) return answer
  return { ...answer, prediction: { ...(answer['prediction'] as Members), ...further } }
}

/** Where an answer disagrees with a case, beyond the tolerance that the README of the corpus states. */
export function disagreementsWith(c: Case, answer: unknown): string[] {
  return leaves(c.expected, '').flatMap(([pointer, expected]) => {
    const found = at(answer, pointer)
    const agrees =
      typeof expected === 'number' && typeof found === 'number'
        ? Math.abs(found - expected) <= toleranceAt(c, `/expected${pointer}`, expected)
        : found === expected
    return agrees ? [] : [`${pointer}: ${String(found)}, expected ${String(expected)}`]
  })
}

function toleranceAt({ tolerance }: Case, pointer: string, expected: number): number {
  const listed = Object.entries(tolerance.absolute ?? {}).find(
    ([place]) => pointer === place || pointer.startsWith(`${place}/`),
  )
  if (listed) return listed[1]
  return tolerance.relative * (expected === 0 ? 1 : Math.abs(expected))
}
