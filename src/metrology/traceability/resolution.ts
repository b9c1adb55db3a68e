import type { Judged } from './judge.ts'
import { isAnchored } from './rules/competence.ts'
import { ruleOn } from './rules/outcome.ts'
import type { RuleOutcome, Setting } from './rules/outcome.ts'

/** From best to worst: followed to a reference, ended at a competent issuer, ended nowhere. */
const resolutions = ['resolved', 'anchored', 'none'] as const

export type Resolution = (typeof resolutions)[number]

export interface Depth {
  readonly resolution: Resolution
  /** Steps from the asked result to the farthest end of a significant branch. */
  readonly depth: number
  /** How far each node is from the asked result, by its longest route. */
  readonly level: ReadonlyMap<string, number>
  /** Ends of branches by competence. */
  readonly anchors: readonly string[]
}

/** R16: whether every significant branch is resolved to a reference, and if not, whether it is anchored by competence. */
export function depthOf(setting: Setting, judged: Judged): Depth {
  const { chain } = setting
  const failing = new Set(judged.judgements.filter(isBrokenEnd).map((one) => one.node))
  const ends = new Map<string, Resolution>()
  const anchors: string[] = []
  for (const id of chain.order.toReversed()) {
    const node = chain.nodes.get(id)
    const assessment = judged.assessments.get(id)
    const links = chain.linksInto(id).filter((link) => judged.significant.has(link.key))
    const above = links.map((link) => (link.closesCycle ? 'none' : (ends.get(link.from) ?? 'none')))
    const own = node?.kind === 'reference' && !failing.has(id) ? 'resolved' : 'none'
    const found = links.length === 0 || failing.has(id) ? own : worstOf(above)
    const isEnd = found === 'none' && assessment !== undefined && isAnchored(assessment)
    if (isEnd) anchors.push(id)
    ends.set(id, isEnd ? 'anchored' : found)
  }
  const level = levels(setting, judged)
  const depth = Math.max(0, ...level.values())
  return { resolution: ends.get(chain.subject.id) ?? 'none', depth, level, anchors: anchors.toReversed() }
}

/** A root that is not admitted, a result whose inputs have no branch: the branch ends there. */
const isBrokenEnd = (one: RuleOutcome) => one.outcome === 'fail' && (one.code === 'R15' || one.code === 'R01')

const worstOf = (found: readonly Resolution[]): Resolution =>
  resolutions[Math.max(0, ...found.map((one) => resolutions.indexOf(one)))] ?? 'none'

function levels(setting: Setting, judged: Judged): Map<string, number> {
  const { chain } = setting
  const level = new Map([[chain.subject.id, 0]])
  for (const id of chain.order) {
    const here = level.get(id)
    if (here === undefined) continue
    for (const link of chain.linksInto(id)) {
      if (link.closesCycle || !judged.significant.has(link.key)) continue
      level.set(link.from, Math.max(level.get(link.from) ?? 0, here + 1))
    }
  }
  return level
}

export function depthReported(setting: Setting, { resolution, depth }: Depth): RuleOutcome {
  const rule = ruleOn('R16', setting.chain.subject)
  const words = {
    resolved: {
      en: `Every significant branch is followed to a reference, in ${depth === 1 ? 'one step' : `${depth} steps`}.`,
      zh: `所有显著分支均已追溯至参照对象，共 ${depth} 级。`,
    },
    anchored: {
      en: 'Some branches end at a certificate of a competent issuer, the others at a reference.',
      zh: '部分分支止于具备能力机构的证书，其余追溯至参照对象。',
    },
    none: { en: 'Some significant branch ends nowhere.', zh: '存在未能追溯的显著分支。' },
  }[resolution]
  return resolution === 'none' ? rule.warn('none', 'none', words) : rule.pass(resolution, words)
}
