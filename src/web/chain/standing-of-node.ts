import type { TraceabilityAnswer, TraceabilityNode, TraceabilityRuleOutcome } from '#contract/types.ts'
import type { Tone } from '../graph/graph.ts'

/** What an outcome does to the place where it was found. */
const tonesOfEffects: Readonly<Record<TraceabilityRuleOutcome['effect'], Tone>> = {
  none: 'good',
  traceable: 'good',
  'traceable-with-conditions': 'caution',
  indeterminate: 'unknown',
  suspect: 'suspect',
  'not-traceable': 'bad',
}

export const toneOfEffect = (effect: TraceabilityRuleOutcome['effect']): Tone => tonesOfEffects[effect]

const gravity = [
  'none',
  'traceable',
  'traceable-with-conditions',
  'indeterminate',
  'suspect',
  'not-traceable',
]

/** What decided the verdict: the outcomes that count and lead to something, the gravest first. */
export const findingsOf = ({
  rules,
}: Pick<TraceabilityAnswer, 'rules'>): readonly TraceabilityRuleOutcome[] =>
  rules
    .filter(({ outcome, effect, weight }) => outcome !== 'pass' && effect !== 'none' && weight === 'counts')
    .toSorted((a, b) => gravity.indexOf(b.effect) - gravity.indexOf(a.effect))

export interface NodeStanding {
  readonly tone: Tone
  /** The gravest first; none where it holds. */
  readonly findings: readonly TraceabilityRuleOutcome[]
  /** The last day before it is due, where a programme or a validity tells it. */
  readonly due: string | undefined
}

export function standingsOf(answer: TraceabilityAnswer): ReadonlyMap<string, NodeStanding> {
  const findings = Map.groupBy(findingsOf(answer), ({ node }) => node)
  const intervals = new Map(
    answer.rules.filter(({ code }) => code === 'R09').map((rule) => [rule.node, rule.evidence[0]?.day]),
  )
  return new Map(
    answer.nodes.map((node) => {
      const own = findings.get(node.id) ?? []
      return [node.id, { tone: toneOf(node, own), findings: own, due: intervals.get(node.id) }]
    }),
  )
}

function toneOf(node: TraceabilityNode, findings: readonly TraceabilityRuleOutcome[]): Tone {
  const [gravest] = findings
  if (gravest) return toneOfEffect(gravest.effect)
  return node.significant ? 'good' : 'quiet'
}
