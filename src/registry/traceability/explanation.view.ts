import type { TraceabilityExplanation } from '#contract/types.ts'
import type { Language } from '#http/language.ts'
import type { TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import { explanationOf } from '#metrology/traceability/explanation/explain.ts'
import { layoutOf } from '#metrology/traceability/explanation/layout.ts'
import { mermaidOf } from '#metrology/traceability/explanation/mermaid.ts'
import type { Policy } from '#metrology/traceability/policies.ts'

export const textMedium = 'text/plain'
export const mermaidMedium = 'text/vnd.mermaid'

const media = { json: 'application/json', text: textMedium, mermaid: mermaidMedium } as const

/** The form that is named in the query, else the one that was negotiated. */
export const mediumOf = (format: keyof typeof media | undefined, accept: string): string =>
  format === undefined ? accept : media[format]

export function viewExplanation(answer: TraceabilityAnswer, by: Policy): TraceabilityExplanation {
  const { subject, at, asKnownAt, policy, verdict } = answer
  return {
    certificate: subject.certificate ?? '',
    version: subject.version ?? 1,
    result: subject.result ?? '',
    at,
    asKnownAt,
    policy,
    verdict,
    text: explanationOf(answer, by),
    mermaid: mermaidOf(answer),
    layout: layoutOf(answer),
  }
}

export const writtenExplanation = (
  answer: TraceabilityAnswer,
  by: Policy,
  { medium, language }: { readonly medium: string; readonly language: Language },
): string => (medium === mermaidMedium ? mermaidOf(answer) : `${explanationOf(answer, by)[language]}\n`)
