import type { TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import { plainOf, type Plain } from './plain.ts'

/** The answer as a bundle carries it: of rules that pass, whoever reads it can have the words from the same program. */
export const carriedAnswer = (answer: TraceabilityAnswer): Plain =>
  plainOf({
    ...answer,
    rules: answer.rules.map(({ message, ...rule }) =>
      rule.outcome === 'pass' ? rule : { ...rule, message },
    ),
  })
