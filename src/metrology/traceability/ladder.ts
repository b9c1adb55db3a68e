import { withoutNoise } from '#metrology/quantity/without-noise.ts'
import type { ChainNode } from './graph.ts'
import type { Words } from './records.ts'
import type { Depth } from './resolution.ts'
import { labelOf, organizationNamed } from './rules/outcome.ts'
import type { Setting } from './rules/outcome.ts'
import type { Shares } from './shares.ts'

/** One level of the chain: what its uncertainty means for the asked result, and what its own certificate says. */
export interface Rung {
  readonly level: number
  readonly node: string
  readonly label: string
  readonly holder: Words
  /** U of this level carried down by the sensitivities, in `unit`; null where one of them is not known. */
  readonly expandedUncertainty: number | null
  readonly unit: string
  readonly coverageFactor: number | null
  readonly stated: { readonly expandedUncertainty: number; readonly unit: string } | null
}

/** The ladder of uncertainty: the asked result first, every level above it in the unit of the asked result. */
export function ladderOf(setting: Setting, shares: Shares, depth: Depth): Rung[] {
  const { chain } = setting
  const asked = chain.subject.result
  const rungs = chain.order.flatMap((id) => {
    const node = chain.nodes.get(id)
    const level = depth.level.get(id)
    if (node === undefined || node.kind === 'unresolved' || level === undefined) return []
    const { U, k, unit, unitSize } = expandedOf(node)
    const c = shares.sensitivity.get(id)
    return [
      {
        level,
        node: id,
        label: labelOf(node),
        holder: organizationNamed(setting.known, holderOf(node)),
        expandedUncertainty:
          U === undefined || c === undefined ? null : withoutNoise((Math.abs(c) * U) / asked.unitSize),
        unit: asked.unit,
        coverageFactor: k ?? null,
        stated: U === undefined ? null : { expandedUncertainty: withoutNoise(U / unitSize), unit },
      },
    ]
  })
  return rungs.toSorted((a, b) => a.level - b.level)
}

type Stated = Exclude<ChainNode, { kind: 'unresolved' }>

const holderOf = (node: Stated) =>
  node.kind === 'result' ? node.certificate.laboratoryId : node.reference.holderId

/** A reference states u, not U; it is shown expanded with k = 2 beside the others. */
function expandedOf(node: Stated) {
  if (node.kind === 'result') {
    const { expandedUncertainty: U, coverageFactor: k, unit, unitSize } = node.result
    return { U, k, unit, unitSize }
  }
  const { standardUncertainty: u, unit, unitSize } = node.reference
  const k = 2
  return { U: u === undefined ? undefined : k * u, k, unit, unitSize }
}
