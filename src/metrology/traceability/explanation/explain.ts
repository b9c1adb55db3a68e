import type { AnsweredNode, AnsweredRule, TraceabilityAnswer } from '../answer.ts'
import { civilDay } from '../due.ts'
import { policyNamed } from '../policies.ts'
import type { Policy } from '../policies.ts'
import type { Recomputation } from '../recomputation.ts'
import type { ConformityOutcome, Words } from '../records.ts'
import { chinaStandardTimeMinutes } from '../trace.ts'

import { percent, printedUncertainty, printedValue, short } from './figures.ts'
import { mainRoute } from './main-route.ts'
import { rootName, ruleNames, verdictWords } from './names.ts'

/** Of each list a report names the first; the answer holds all. */
const most = 5

/**
 * The verdict as a paragraph that a quality manager can put into a report: what was asked, the verdict, the route, the roots and
 * their shares, U along the way, and the rule that decided. Days are those of China Standard Time unless said otherwise.
 */
export function explanationOf(
  answer: TraceabilityAnswer,
  by: PolicyName | undefined = policyNamed(answer.policy),
  utcOffsetMinutes = chinaStandardTimeMinutes,
): Words {
  const dayOf = (instant: string) => civilDay(new Date(instant), utcOffsetMinutes)
  const sentences = [
    subjectSentence(answer, dayOf),
    verdictSentence(answer, dayOf, by),
    routeSentence(answer, dayOf),
    rootsSentence(answer),
    ladderSentence(answer),
    ...decidingSentences(answer),
    ...answer.recomputations.slice(0, most).map(recomputedSentence),
  ].filter((one) => one !== undefined)
  return {
    en: sentences.map((one) => one.en).join(' '),
    zh: sentences.map((one) => one.zh).join(''),
  }
}

/** How the policy by which it was asked is called. */
type PolicyName = Pick<Policy, 'name' | 'document'>

type DayOf = (instant: string) => string

function subjectSentence({ subject, nodes }: TraceabilityAnswer, dayOf: DayOf): Words {
  const item = `${subject.equipment}/${subject.component}`
  const [node] = nodes
  if (subject.certificate === undefined || node === undefined)
    return {
      en: `Asked was about ${subject.measurandKind || 'measurements'} with ${item}.`,
      zh: `询问对象：器具 ${item} 的 ${subject.measurandKind || '测量'}。`,
    }
  const { certificate, version = 1, result = '' } = subject
  const point = subject.point ? `${short(subject.point.value, 12)} ${subject.point.unit}` : ''
  const figures = statedWords(node)
  const lab = node.organization ?? { en: '', zh: '' }
  const day = node.finished === undefined ? '' : dayOf(node.finished)
  return {
    en: `Result ${result} of certificate ${certificate} (version ${version}) for ${item}, ${subject.measurandKind} at ${point}${figures.en}, was measured by ${lab.en} until ${day}.`,
    zh: `证书 ${certificate}（第 ${version} 版）的结果 ${result}：器具 ${item}，${subject.measurandKind}，测量点 ${point}${figures.zh}，由${lab.zh}于 ${day} 完成测量。`,
  }
}

function statedWords(node: AnsweredNode): Words {
  const value = printedValue(node)
  const U = printedUncertainty(node)
  if (value === undefined) return { en: '', zh: '' }
  if (U === undefined)
    return { en: `: ${value} without a stated uncertainty`, zh: `，量值 ${value}，未给出不确定度` }
  const k = node.coverageFactor === undefined ? '' : short(node.coverageFactor, 3)
  return {
    en: `: ${value} with U = ${U}${k && ` (k = ${k})`}`,
    zh: `，量值 ${value}，U = ${U}${k && `（k = ${k}）`}`,
  }
}

function verdictSentence(
  { verdict, at, asKnownAt, policy }: TraceabilityAnswer,
  dayOf: DayOf,
  by: PolicyName | undefined,
): Words {
  const name = by?.name ?? { en: policy, zh: policy }
  const document = by?.document ?? policy
  const words = verdictWords[verdict]
  return {
    en: `Used on ${dayOf(at)}, as known on ${dayOf(asKnownAt)}, it ${words.en} by the ${name.en} (${document}).`,
    zh: `按《${name.zh}》（${document}），依据截至 ${dayOf(asKnownAt)} 的记录，于 ${dayOf(at)} 使用时，该结果${words.zh}。`,
  }
}

function routeSentence(answer: TraceabilityAnswer, dayOf: DayOf): Words | undefined {
  const route = mainRoute(answer)
  if (route.length < 2) return undefined
  const shown = route.length <= 2 * most ? route : [...route.slice(0, most), undefined, ...route.slice(-most)]
  const step = (node: AnsweredNode | undefined, language: keyof Words) => {
    if (node === undefined) return '…'
    const said = [node.organization?.[language], node.finished && dayOf(node.finished)].filter(Boolean)
    const brackets = language === 'en' ? [' (', ', ', ')'] : ['（', '，', '）']
    return said.length === 0
      ? node.label
      : `${node.label}${brackets[0]}${said.join(brackets[1])}${brackets[2]}`
  }
  const end = resolutionWords(answer)
  return {
    en: `Its main route runs ${shown.map((node) => step(node, 'en')).join(' → ')}; ${end.en}.`,
    zh: `主要溯源路径：${shown.map((node) => step(node, 'zh')).join(' → ')}；${end.zh}。`,
  }
}

function resolutionWords({ resolution, depth }: TraceabilityAnswer): Words {
  if (resolution === 'resolved')
    return {
      en: `every significant branch is followed to a reference, in ${stepsInWords(depth)}`,
      zh: `各显著分支均追溯至参照对象，最多 ${depth} 级`,
    }
  if (resolution === 'anchored')
    return {
      en: 'some branches end at a certificate whose issuer is competent',
      zh: '部分分支止于具备能力机构的证书',
    }
  return { en: 'some significant branch ends nowhere', zh: '存在未能追溯的显著分支' }
}

/** As a reader counts: one step, or so many at the most. */
const stepsInWords = (depth: number) => (depth === 1 ? 'one step' : `${depth} steps at the most`)

function rootsSentence({ roots }: TraceabilityAnswer): Words | undefined {
  if (roots.length === 0) return undefined
  const shown = roots.slice(0, most)
  const named = (language: keyof Words) =>
    shown.map(({ reference, kind, organization, share }) =>
      language === 'en'
        ? `${reference} (${rootName(kind).en} of ${organization.en}, ${percent(share)} of the variance)`
        : `${reference}（${organization.zh}，${rootName(kind).zh}，方差占比 ${percent(share)}）`,
    )
  return {
    en: `It rests on ${named('en').join(', ')}.`,
    zh: `溯源终点：${named('zh').join('、')}。`,
  }
}

function ladderSentence({ ladder }: TraceabilityAnswer): Words | undefined {
  const rungs = ladder.filter((one) => one.expandedUncertainty !== null).slice(0, 2 * most)
  if (rungs.length < 2) return undefined
  const steps = rungs
    .map(({ label, expandedUncertainty, unit }) => {
      const U = printedUncertainty({ expandedUncertainty: expandedUncertainty ?? undefined, unit })
      return `${U} (${label})`
    })
    .join(', ')
  return { en: `U along the chain: ${steps}.`, zh: `沿溯源链的扩展不确定度：${steps}。` }
}

/** The rules whose effect is the verdict; of a traceable result, that none of them found anything. */
function decidingSentences({ rules, verdict }: TraceabilityAnswer): Words[] {
  const counted = rules.filter((one) => one.weight === 'counts')
  if (verdict === 'traceable')
    return [
      {
        en: `None of the ${counted.length} findings by the rules speaks against it.`,
        zh: `规则给出的 ${counted.length} 项结论均无不利发现。`,
      },
    ]
  const deciding = counted.filter((one) => one.effect === verdict)
  const further = counted.filter((one) => one.effect !== verdict && one.effect !== 'none')
  return [
    ...deciding.slice(0, most).map((one) => decidedBy(one, { en: 'Deciding is', zh: '决定性规则：' })),
    ...further.slice(0, most).map((one) => decidedBy(one, { en: 'There is also', zh: '另有：' })),
  ]
}

function decidedBy({ code, label, message, evidence }: AnsweredRule, opening: Words): Words {
  const name = ruleNames[code]
  const records = evidence.slice(0, most).map(({ id, day }) => (day === undefined ? id : `${id}, ${day}`))
  const seen = records.join('; ')
  return {
    en: `${opening.en} ${code} (${name.en}) at ${label}: ${message.en}${seen && ` [${seen}]`}`,
    zh: `${opening.zh}${code}（${name.zh}），${label}：${message.zh}${seen && `［${seen}］`}`,
  }
}

/** ILAC-G8:09/2019, 4.2. */
const conformityWordsZh: Readonly<Record<ConformityOutcome, string>> = {
  pass: '合格',
  'conditional-pass': '有条件合格',
  'conditional-fail': '有条件不合格',
  fail: '不合格',
}

const conformityZh = (outcome: ConformityOutcome | undefined) =>
  outcome === undefined ? '未定' : conformityWordsZh[outcome]

function recomputedSentence({ node, source, unit, before, after }: Recomputation): Words {
  const figures = {
    before: printedValue({ ...before, unit }) ?? '',
    after: printedValue({ ...after, unit }) ?? '',
    U: printedUncertainty({ ...after, unit }) ?? '—',
  }
  const [p, q] = [before.conformanceProbability, after.conformanceProbability]
  const decision =
    before.conformity === undefined || p === undefined || q === undefined
      ? { en: '', zh: '' }
      : {
          en: `; the decision was ${before.conformity} (probability of conformity ${short(p, 3)}) and is ${after.conformity ?? 'open'} (${short(q, 3)})`,
          zh: `；符合性判定由${conformityZh(before.conformity)}（合格概率 ${short(p, 3)}）变为${conformityZh(after.conformity)}（${short(q, 3)}）`,
        }
  return {
    en: `With what ${source} says of ${node}, ${figures.before} becomes ${figures.after}, U = ${figures.U}${decision.en}.`,
    zh: `按 ${source} 对 ${node} 的结论重新计算，${figures.before} 变为 ${figures.after}，U = ${figures.U}${decision.zh}。`,
  }
}
