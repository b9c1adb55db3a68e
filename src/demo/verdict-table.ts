import type { TraceabilityAnswer } from '#contract/types.ts'
import { roundForCertificate } from '#metrology/quantity/rounding.ts'
import { tableOf } from '#faces/text-table.ts'
import type { Outcome } from './expectations.ts'
import type { Question } from './fixture.ts'

type Rule = TraceabilityAnswer['rules'][number]

/** Every chain and every negative case: what was expected, what was answered, and the rule that decided, in its own words. */
export function verdictTable(outcomes: readonly Outcome[]): string[] {
  const head = ['', 'asked 问题', 'expected 预期', 'answered 实际', 'decided by 判定依据']
  const [heading = '', ...rows] = tableOf([head, ...outcomes.map(rowOf)])
  return [
    heading,
    ...outcomes.flatMap((outcome, i) => {
      const { name, title } = outcome.story
      const isFirst = outcomes[i - 1]?.story.name !== name
      return [
        ...(isFirst ? ['', `${name}: ${title.en} ${title.zh}`] : []),
        rows[i] ?? '',
        ...wordsOf(outcome),
      ]
    }),
  ]
}

function rowOf(outcome: Outcome): string[] {
  const { expectation, answer, differences } = outcome
  const rule = decidingRule(outcome)
  const decidedBy = rule === undefined ? endOf(answer) : `${rule.code} ${rule.reason}`
  const mark = differences.length === 0 ? '✓' : '✗'
  return [mark, subjectOf(expectation.question), expectation.verdict, answer.verdict, decidedBy]
}

function subjectOf({ certificate, equipment, component, value, unit, ...asked }: Question): string {
  const item = `${equipment ?? ''}${component === undefined ? '' : `/${component}`} ${value ?? ''} ${unit ?? ''}`
  const policy = asked.policy === undefined ? '' : `, ${asked.policy}`
  return `${certificate ?? item.trim()}, ${(asked.asKnownAt ?? asked.at).slice(0, 10)}${policy}`
}

/** The rule the fixture names, if it spoke; else the first one that leads to this verdict; none where all is well. */
function decidingRule({ expectation, answer }: Outcome): Rule | undefined {
  const named = expectation.rules?.map(({ code, reason }) => `${code}.${reason}`) ?? expectation.flags ?? []
  const counting = answer.rules.filter(({ weight }) => weight === 'counts')
  return (
    counting.find(({ code, reason }) => named.includes(`${code}.${reason}`)) ??
    (answer.verdict === 'traceable' ? undefined : counting.find(({ effect }) => effect === answer.verdict))
  )
}

const endOf = ({ resolution, depth, roots }: TraceabilityAnswer): string =>
  `${resolution} in ${depth} steps: ${roots.map(({ reference }) => reference).join(', ')}`

function wordsOf(outcome: Outcome): string[] {
  const rule = decidingRule(outcome)
  const told = rule === undefined ? [] : [rule.message.en, rule.message.zh]
  const differences = outcome.differences.map((difference) => `NOT AS EXPECTED 与预期不符: ${difference}`)
  return [...told, ...outcome.answer.recomputations.map(recomputed), ...differences].map(
    (line) => `      ${line}`,
  )
}

function recomputed({ before, after, flipped }: TraceabilityAnswer['recomputations'][number]): string {
  const printed = ({ estimate, expandedUncertainty: U }: typeof before) =>
    U === undefined ? String(estimate) : roundForCertificate(estimate, U).value
  const decision = flipped ? `, ${before.conformity ?? '–'} → ${after.conformity ?? '–'}` : ''
  return `recomputed 重新计算: ${printed(before)} → ${printed(after)}${decision}`
}
