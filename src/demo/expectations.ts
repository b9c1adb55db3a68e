import type { TraceabilityAnswer } from '#contract/types.ts'
import { convertDifference, convertValue } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import type { Client } from './client.ts'
import type { Expectation, ExpectedRule, Question, StatedFigure, Story } from './fixture.ts'

/** A question of a story, what was expected and what was answered. */
export interface Outcome {
  readonly story: Story
  readonly expectation: Expectation
  readonly answer: TraceabilityAnswer
  /** What differs from the expectation, in words; empty where all agrees. */
  readonly differences: readonly string[]
}

export async function askAll(
  client: Client,
  stories: readonly Story[],
  key: string,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const story of stories) {
    for (const expectation of story.expect) {
      const answer = await trace(client, expectation.question, key)
      const conformity = expectation.conformity && (await conformityOf(client, answer, key))
      const differences = [...differencesOf(expectation, answer), ...decisionDiffers(expectation, conformity)]
      outcomes.push({ story, expectation, answer, differences })
    }
  }
  return outcomes
}

/** `GET …/traceability`, as anyone may ask it. */
export async function trace(client: Client, question: Question, key: string): Promise<TraceabilityAnswer> {
  const { certificate, equipment, ...asked } = question
  const subject =
    certificate === undefined
      ? `/v1/equipment/${equipment ?? ''}`
      : `/v1/certificates/${encodeURIComponent(certificate)}`
  const query = new URLSearchParams(Object.entries(asked))
  const { body } = await client('GET', `${subject}/traceability?${query}`, { key })
  return body as TraceabilityAnswer
}

const differs = (what: string, wanted: unknown, found: unknown): string[] =>
  wanted === undefined || wanted === found ? [] : [`${what} is ${String(found)}, not ${String(wanted)}`]

function differencesOf(expected: Expectation, answer: TraceabilityAnswer): string[] {
  const roots = answer.roots.map(({ reference }) => reference)
  return [
    ...differs('the verdict', expected.verdict, answer.verdict),
    ...differs('the resolution', expected.resolution, answer.resolution),
    ...differs('the depth', expected.depth, answer.depth),
    ...(expected.roots ?? []).filter((root) => !roots.includes(root)).map((root) => `${root} is not reached`),
    ...(expected.rules ?? []).filter((rule) => !decided(answer, rule)).map(missing),
    ...(expected.flags ?? []).filter((flag) => !isTold(answer, flag)).map((flag) => `${flag} is not told`),
    ...reportedDiffers(expected, answer),
    ...recomputationDiffers(expected, answer),
  ]
}

const decided = (answer: TraceabilityAnswer, { code, reason, outcome }: ExpectedRule): boolean =>
  answer.rules.some(
    (rule) =>
      rule.code === code && rule.reason === reason && rule.outcome === outcome && rule.weight === 'counts',
  )

const missing = ({ code, reason }: ExpectedRule) => `${code} does not say ${reason}`

const isTold = (answer: TraceabilityAnswer, flag: string): boolean =>
  answer.rules.some(({ code, reason }) => `${code}.${reason}` === flag)

/** The node of the asked result itself. */
export const subjectNode = ({ nodes }: TraceabilityAnswer) => nodes.find(({ level }) => level === 0)

function reportedDiffers({ reported }: Expectation, answer: TraceabilityAnswer): string[] {
  if (reported === undefined) return []
  const { estimate, expandedUncertainty, coverageFactor, unit } = subjectNode(answer) ?? {}
  const k = reported.coverageFactor
  return [
    ...figureDiffers('the value', reported.estimate, estimate, unit, convertValue),
    ...figureDiffers('U', reported.expandedUncertainty, expandedUncertainty, unit, convertDifference),
    ...(k === undefined || Math.abs(toNumber(String(k)) - (coverageFactor ?? 0)) < 0.005
      ? []
      : [`k is ${coverageFactor}, not ${k}`]),
  ]
}

function figureDiffers(
  what: string,
  wanted: StatedFigure | undefined,
  found: number | undefined,
  unit = '1',
  convert: typeof convertValue = convertValue,
): string[] {
  if (wanted === undefined) return []
  const value = found === undefined ? Number.NaN : convert(found, parseUnit(unit), parseUnit(wanted.unit))
  if (Math.abs(value - toNumber(wanted.value)) <= halfLastDigit(wanted.value)) return []
  return [`${what} is ${value} ${wanted.unit}, not ${wanted.value}`]
}

/** The tolerance is the rounding of the source, and room for a half that a double cannot hold. */
export const halfLastDigit = (printed: string): number =>
  0.5 * 10 ** -(printed.replaceAll(' ', '').split('.')[1]?.length ?? 0) * (1 + 1e-6)

function recomputationDiffers({ recomputation: wanted }: Expectation, answer: TraceabilityAnswer): string[] {
  if (wanted === undefined) return []
  const found = answer.recomputations.filter(({ because }) => because === wanted.because)
  const [first] = found
  if (first === undefined) return ['nothing was recomputed']
  const { unit } = subjectNode(answer) ?? {}
  const flips = answer.recomputations.filter(({ flipped }) => flipped).length
  const outcome = (when: 'before' | 'after') =>
    wanted[when] === undefined || wanted[when] === first[when].conformity
      ? []
      : [`${when} it was ${first[when].conformity ?? 'not judged'}, not ${wanted[when]}`]
  return [
    ...figureDiffers('the recomputed value', wanted.estimate, first.after.estimate, unit),
    ...outcome('before'),
    ...outcome('after'),
    ...(wanted.flipped === undefined || wanted.flipped === flips ? [] : [`${flips} decisions turn`]),
  ]
}

interface Certified {
  readonly results: readonly {
    readonly code: string
    readonly conformity?: { readonly rule: string; readonly outcome: string }
  }[]
}

async function conformityOf(client: Client, { subject }: TraceabilityAnswer, key: string) {
  const path = `/v1/certificates/${encodeURIComponent(subject.certificate ?? '')}`
  const { results } = (await client('GET', path, { key })).body as Certified
  return results.find(({ code }) => code === subject.result)?.conformity
}

function decisionDiffers(
  { conformity: wanted }: Expectation,
  found: { readonly rule: string; readonly outcome: string } | undefined,
): string[] {
  if (wanted === undefined) return []
  const agrees =
    found?.rule === wanted.rule &&
    (wanted.outcome === 'not-pass' ? found.outcome !== 'pass' : found.outcome === wanted.outcome)
  return agrees ? [] : [`by ${wanted.rule} it is ${found?.outcome ?? 'not decided'}, not ${wanted.outcome}`]
}
