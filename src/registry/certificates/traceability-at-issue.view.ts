import type { LocalizedText, StandardUsed, TraceabilityAtIssue } from '#contract/types.ts'
import type { AnsweredRoot, TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import { isWorse } from '#metrology/traceability/verdict.ts'

type Names = ReadonlyMap<string, StandardUsed['reference']>
type Root = TraceabilityAtIssue['roots'][number]
type Anchor = NonNullable<TraceabilityAtIssue['anchors']>[number]

const resolutions = ['none', 'anchored', 'resolved'] as const

/** ISO/IEC 17025:2017, 7.8.4.1 c and annex A.3: as the rules judged it at issue, of all results together. */
export function traceabilityAtIssue(
  answers: readonly TraceabilityAnswer[],
  names: Names,
): TraceabilityAtIssue | undefined {
  const [first] = answers
  if (!first) return undefined
  const judged = {
    policy: first.policy,
    verdict: answers
      .map(({ verdict }) => verdict)
      .reduce((worst, next) => (isWorse(next, worst) ? next : worst)),
    resolution:
      resolutions[Math.min(...answers.map(({ resolution }) => resolutions.indexOf(resolution)))] ?? 'none',
    depth: Math.max(...answers.map(({ depth }) => depth)),
    roots: rootsOf(answers, names),
  }
  const anchors = anchorsOf(answers)
  return { ...judged, ...(anchors.length > 0 && { anchors }), statement: statementOf(judged, anchors) }
}

function rootsOf(answers: readonly TraceabilityAnswer[], names: Names): readonly Root[] {
  const greatest = new Map<string, AnsweredRoot>()
  for (const root of answers.flatMap(({ roots }) => roots)) {
    if (root.share > (greatest.get(root.reference)?.share ?? -1)) greatest.set(root.reference, root)
  }
  return [...greatest.values()]
    .toSorted((a, b) => b.share - a.share || (a.reference < b.reference ? -1 : 1))
    .map(({ reference, kind, organization, share }) => ({
      reference,
      name: names.get(reference)?.name ?? reference,
      kind,
      organization,
      share,
    }))
}

function anchorsOf(answers: readonly TraceabilityAnswer[]): readonly Anchor[] {
  const seen = new Map<string, Anchor>()
  for (const { certificate, competence, organization } of answers.flatMap(({ anchors }) => anchors)) {
    seen.set(`${certificate}\n${competence}`, { certificate, competence, organization })
  }
  return [...seen.values()]
}

const conditions = {
  traceable: { en: 'The results are metrologically traceable', zh: '测量结果具有计量溯源性' },
  'traceable-with-conditions': {
    en: 'The results are metrologically traceable, with conditions that the registry names',
    zh: '测量结果有条件地具有计量溯源性（条件见登记系统）',
  },
  suspect: { en: 'The traceability of the results is in doubt', zh: '测量结果的计量溯源性存疑' },
  indeterminate: {
    en: 'Whether the results are metrologically traceable could not be determined',
    zh: '测量结果的计量溯源性无法确定',
  },
  'not-traceable': {
    en: 'The results are not shown to be metrologically traceable',
    zh: '未能证明测量结果具有计量溯源性',
  },
} as const

/** Words that say no more than the rules found. */
function statementOf(
  { verdict, policy, depth, roots }: Pick<TraceabilityAtIssue, 'verdict' | 'policy' | 'depth' | 'roots'>,
  anchors: readonly Anchor[],
): TraceabilityAtIssue['statement'] {
  const says = conditions[verdict]
  const isTraceable = verdict === 'traceable' || verdict === 'traceable-with-conditions'
  const named = (language: 'en' | 'zh') =>
    roots.map(({ name, organization }) => `${inWords(name, language)}${bracketed(organization, language)}`)
  const by = (language: 'en' | 'zh') =>
    anchors.map(({ certificate, competence }) =>
      language === 'zh'
        ? `证书 ${certificate}（能力 ${competence}）`
        : `certificate ${certificate} (competence ${competence})`,
    )
  const to = {
    en:
      isTraceable && roots.length > 0
        ? `, through ${calibrations(depth)}, to: ${named('en').join('; ')}`
        : '',
    zh: isTraceable && roots.length > 0 ? `，经 ${depth} 级校准溯源至：${named('zh').join('；')}` : '',
  }
  const anchored = {
    en: isTraceable && anchors.length > 0 ? ` Competence is shown by ${by('en').join('; ')}.` : '',
    zh: isTraceable && anchors.length > 0 ? `其能力依据：${by('zh').join('；')}。` : '',
  }
  return {
    en: `${says.en}${to.en} (judged at issue by ${policy}).${anchored.en}`.slice(0, 8000),
    zh: `${says.zh}${to.zh}（签发时按 ${policy} 判定）。${anchored.zh}`.slice(0, 8000),
  }
}

const calibrations = (depth: number) => (depth === 1 ? '1 calibration' : `${depth} calibrations`)

const bracketed = (text: LocalizedText, language: 'en' | 'zh') =>
  language === 'zh' ? `（${inWords(text, language)}）` : ` (${inWords(text, language)})`

const inWords = (text: LocalizedText, language: 'en' | 'zh'): string =>
  typeof text === 'string' ? text : (text[language] ?? text.zh ?? text.en ?? '')
