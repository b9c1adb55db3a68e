import type { TraceabilityAnswer, TraceabilityLink, TraceabilityNode } from '#contract/types.ts'

export interface Shape {
  readonly results: number
  readonly references: number
  /** Which of the results above, or of the references, a result was made from; several times the same is once. */
  readonly uses: (result: number) => readonly number[]
}

const words = (text: string) => ({ en: text, zh: `${text} 示例机构` })

/** An answer of so many results: the asked one first, every standard after what used it, as the interface answers. */
export function chainOf({ results, references, uses }: Shape): TraceabilityAnswer {
  const all = results + references
  const isReference = (i: number) => i >= results
  const idOf = (i: number) => (isReference(i) ? `reference:${i}` : `result-${i}`)
  const labelOf = (i: number) => (isReference(i) ? `REF-${i}` : `LAB-${i % 5}-2026-${i}/r${i}`)
  const links = Array.from({ length: results }, (_, to) =>
    [...new Set(uses(to))]
      .map((from) => Math.min(all - 1, Math.max(to + 1, from)))
      .map((from, i): TraceabilityLink => ({
        from: idOf(from),
        to: idOf(to),
        input: `x_${i}`,
        sensitivity: 1,
        share: 0.3,
        significant: true,
      })),
  ).flat()
  const nodes = Array.from({ length: all }, (_, i): TraceabilityNode => ({
    id: idOf(i),
    kind: isReference(i) ? 'reference' : 'result',
    label: labelOf(i),
    level: 0,
    significant: true,
    share: 0.5,
    local: 0.1,
    organization: words(`Institute ${i % 3}`),
    ...(!isReference(i) && { equipment: `EQ-${i}`, component: 'main', expandedUncertainty: 0.02 }),
    estimate: 10000.01 + i / 1000,
    unit: 'Ω',
  }))
  const told = reached(nodes, links)
  const ids = new Set(told.map(({ id }) => id))
  return {
    subject: { equipment: 'EQ-0', component: 'main', measurandKind: 'resistance.dc' },
    at: '2026-11-25T04:00:00.000Z',
    asKnownAt: '2026-11-25T04:00:00.000Z',
    policy: 'ILAC-P10',
    verdict: 'traceable',
    resolution: 'resolved',
    depth: 3,
    roots: [],
    anchors: [],
    nodes: told,
    links: links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    ladder: [],
    rules: [],
    recomputations: [],
  } as TraceabilityAnswer
}

/** Of what nothing below was made, nothing is told. */
function reached(
  nodes: readonly TraceabilityNode[],
  links: readonly TraceabilityLink[],
): readonly TraceabilityNode[] {
  const found = new Set([nodes[0]?.id])
  for (const id of found) for (const { from, to } of links) if (to === id) found.add(from)
  return nodes.filter(({ id }) => found.has(id))
}

/** Something that is wrong with a node. */
export const broken = (answer: TraceabilityAnswer, node: string, message: string): TraceabilityAnswer => ({
  ...answer,
  verdict: 'not-traceable',
  rules: [
    {
      code: 'R03',
      outcome: 'fail',
      reason: 'revoked',
      effect: 'not-traceable',
      node,
      label: answer.nodes.find(({ id }) => id === node)?.label ?? '',
      message: { en: message, zh: message },
      evidence: [],
      weight: 'counts',
    },
  ],
})
