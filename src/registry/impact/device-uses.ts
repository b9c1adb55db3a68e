import type { EntityManager } from '@mikro-orm/postgresql'
import { chainAbove } from '#metrology/traceability/graph.ts'
import { knownAt, type Known } from '#metrology/traceability/known.ts'
import { chainRecords } from '../traceability/chain-records.ts'
import { chainsAbove } from '../traceability/chain.queries.ts'
import { ancestorsOf, namedAsDevice } from './device-uses.queries.ts'
import type { Roots, Window } from './downstream.queries.ts'

/** A use of a standard that is named only as a device, and the result that was found for it. */
export interface DeviceUse {
  readonly result: string
  readonly input: string
  readonly from: string
}

export interface DeviceUses {
  readonly uses: readonly DeviceUse[]
  /** By how many such uses at most a result is away from the subject; ancestry does not tell their order. */
  readonly layers: readonly (readonly string[])[]
}

export const noDeviceUses: DeviceUses = { uses: [], layers: [] }

/**
 * Certificates from elsewhere may name a standard as a device: ancestry does not know these. Each round finds those that
 * rest on what was found before, by the same rule by which a chain is followed; where there are none, one look is enough.
 */
export async function deviceUsesBelow(
  em: EntityManager,
  { subject, window, roots }: { subject: readonly string[]; window: Window; roots: Roots },
  now: Date,
  signal: AbortSignal,
): Promise<DeviceUses> {
  const found = new Map<string, DeviceUse>()
  for (;;) {
    const below = [...new Set([...found.values()].map(({ result }) => result))]
    const affected = { above: [...roots.above, ...below], own: [...roots.own, ...below] }
    const candidates = await namedAsDevice(em, { subject, window, affected }, signal)
    const fresh = candidates.filter(({ key }) => !found.has(key))
    if (fresh.length === 0) break
    const resolved = await resolve(em, [...new Set(fresh.map(({ result }) => result))], now)
    const fitting = resolved.filter((use) =>
      fresh.some(({ key, sources }) => key === keyOf(use) && sources.includes(use.from)),
    )
    for (const use of fitting) found.set(keyOf(use), use)
    if (fitting.length === 0) break
  }
  return { uses: [...found.values()], layers: await layersOf(em, [...found.values()]) }
}

const keyOf = ({ result, input }: DeviceUse): string => `${result} ${input}`

/** What the chain of each result finds for the devices that it names. */
async function resolve(em: EntityManager, results: readonly string[], now: Date): Promise<DeviceUse[]> {
  const records = chainRecords(await chainsAbove(em, results))
  const known: Known = knownAt(records, now)
  return results.flatMap((result) =>
    (chainAbove(known, result)?.linksInto(result) ?? []).flatMap(({ from, record }) =>
      record.upstream.kind === 'equipment' && known.results.has(from)
        ? [{ result, input: record.input, from: from.split(':', 1)[0] ?? from }]
        : [],
    ),
  )
}

async function layersOf(em: EntityManager, uses: readonly DeviceUse[]): Promise<string[][]> {
  if (uses.length === 0) return []
  const ids = [...new Set(uses.flatMap(({ result, from }) => [result, from]))]
  const above = await ancestorsOf(em, ids)
  const layer = new Map<string, number>(uses.map(({ result }) => [result, 1]))
  const layerAt = (id: string) =>
    Math.max(0, ...[id, ...(above.get(id) ?? [])].map((each) => layer.get(each) ?? 0))
  // As many rounds as there are uses at most: a loop of devices would raise its layers for ever.
  for (let round = 0, changed = true; changed && round <= uses.length; round++) {
    changed = false
    for (const { result, from } of uses) {
      const least = Math.max(1 + layerAt(from), layerAt(result))
      if (least <= (layer.get(result) ?? 0)) continue
      layer.set(result, least)
      changed = true
    }
  }
  const groups = Map.groupBy([...layer], ([, at]) => at)
  return [...groups.keys()].toSorted((a, b) => a - b).map((at) => (groups.get(at) ?? []).map(([id]) => id))
}
