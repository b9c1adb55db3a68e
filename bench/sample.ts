/** Milliseconds of many runs of the same work. */
export interface Sample {
  readonly p50: number
  readonly p99: number
  readonly count: number
}

export function sampleOf(milliseconds: readonly number[]): Sample {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), count: sorted.length }
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/**
 * Takes turns: whatever disturbs the machine disturbs all of them alike, so that the ratios hold though the figures drift.
 * The first rounds warm up and are not counted. Each turn has a number of its own: who would ask after another about the same
 * rows would find them in memory.
 */
export async function alternating<Name extends string>(
  works: Readonly<Record<Name, (turn: number) => Promise<unknown>>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Record<Name, Sample>> {
  const names = Object.keys(works) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = -warmUp; round < rounds; round++) {
    for (const [place, name] of names.entries()) {
      const turn = (round + warmUp) * names.length + place
      const took = await timed(() => works[name](turn))
      if (round >= 0) times.get(name)?.push(took)
    }
  }
  return Object.fromEntries(names.map((name) => [name, sampleOf(times.get(name) ?? [])])) as Record<
    Name,
    Sample
  >
}
