import type { EntityManager } from '@mikro-orm/postgresql'
import { firstUses, inOrderBelow, type Identifiers, type Roots } from './downstream.queries.ts'
import { downstreamEvaluator, type Impacted } from './evaluate-downstream.ts'
import { impactedRows } from './impacted-rows.queries.ts'
import { isWholeLife, type Inquiry } from './understand-inquiry.ts'

/**
 * Everything that rests on the subject, in batches, standards before what used them: each re-evaluated by its own stored
 * model with the changed figures of what stands directly above it (traceability.md, impact). The uses of the subject that
 * nothing else stands between are told while the order of all the others is still being found.
 */
export async function* followDownstream(
  em: EntityManager,
  inquiry: Inquiry,
  signal: AbortSignal,
): AsyncGenerator<readonly Impacted[]> {
  const { subject, keys, window, changes, devices } = inquiry
  const evaluate = downstreamEvaluator({
    changes,
    subject: keys,
    uses: isWholeLife(window) ? undefined : usesWithin(inquiry),
    devices: devices.uses,
  })
  const [whole, ...further] = layersOf(inquiry)
  const isSimple = further.length === 0
  // In a transaction there is one connection, and nothing to be gained by telling some before others.
  const early = isSimple && !em.isInTransaction() ? await firstUses(em, subject, inquiry, signal) : []
  const first = early.length > 0 ? evaluate(await impactedRows(em, early)) : []
  const sorted = inOrderBelow(em, whole.roots, whole.without, signal)
  // Whoever stops listening meanwhile is told nothing of a statement that was cancelled.
  sorted.catch(() => undefined)
  if (first.length > 0) yield first

  const told = new Set(early)
  for await (const rows of batches(em, await sorted, told, signal)) yield evaluate(rows)
  for (const layer of further) {
    const ids = await inOrderBelow(em, layer.roots, layer.without, signal)
    for await (const rows of batches(em, ids, told, signal)) yield evaluate(rows)
  }
}

/** The results that used the subject itself within the window, by its certificate or as a device. */
const usesWithin = ({ keys, roots, devices }: Inquiry): ReadonlySet<string> => {
  const asDevice = devices.uses.filter(({ from }) => keys.has(from)).map(({ result }) => result)
  return new Set([...roots.own, ...asDevice])
}

interface Layer {
  readonly roots: Roots
  /** What belongs to a later layer, with everything below it. */
  readonly without: readonly string[]
}

/** Within a layer ancestry tells the order; uses of a device lead from a layer into a later one. */
export function layersOf({ roots, devices: { layers } }: Inquiry): readonly [Layer, ...Layer[]] {
  const later = (from: number) => layers.slice(from).flat()
  return [
    { roots, without: later(0) },
    ...layers.map((own, i) => ({ roots: { above: own, own }, without: later(i + 1) })),
  ]
}

const rowsAtOnce = 500

/** The next rows are read while these are evaluated, unless they share a connection. */
async function* batches(
  em: EntityManager,
  ids: Identifiers,
  without: ReadonlySet<string>,
  signal: AbortSignal,
) {
  const read = (from: number) => {
    const asked = ids.slice(from, from + rowsAtOnce).filter((id) => !without.has(id))
    const rows = impactedRows(em, asked)
    rows.catch(() => undefined)
    return rows
  }
  const isAhead = !em.isInTransaction()
  let next = isAhead ? read(0) : undefined
  for (let from = 0; from < ids.count; from += rowsAtOnce) {
    const rows = await (next ?? read(from))
    signal.throwIfAborted()
    if (isAhead && from + rowsAtOnce < ids.count) next = read(from + rowsAtOnce)
    yield rows
  }
}
