import { policyNamed } from '#metrology/traceability/policies.ts'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import { traceability } from '#metrology/traceability/trace.ts'
import type { TraceabilityQuestion } from '#metrology/traceability/trace.ts'

import { on } from './chain-book.ts'

export interface Asked extends Partial<Omit<TraceabilityQuestion, 'policy' | 'subject'>> {
  readonly result?: string
  readonly policy?: string
  readonly subject?: TraceabilityQuestion['subject']
}

/** Is the plant's weight traceable on 2024-09-02, as known for ever, by ILAC-P10? Unless asked otherwise. */
export function ask(book: ChainRecords, asked: Asked = {}) {
  const policy = policyNamed(asked.policy ?? 'ILAC-P10')
  if (policy === undefined) throw new Error(`There is no policy ${asked.policy}`)
  const question: TraceabilityQuestion = {
    subject: { kind: 'result', resultId: asked.result ?? 'low' },
    at: on('2024-09-02'),
    asKnownAt: on('2040-01-01'),
    ...asked,
    policy,
  }
  // A copy: tests change a book between two questions, and records that are asked of never change.
  return traceability({ ...book }, question)
}

export type Answer = ReturnType<typeof ask>

/** What a rule found, as `outcome reason` per node, without the passes unless asked for. */
export const found = (answer: Answer, code: string) =>
  answer.rules.filter((one) => one.code === code).map((one) => `${one.label}: ${one.outcome} ${one.reason}`)

/** Everything that is no pass and counts. */
export const faults = (answer: Answer) =>
  answer.rules
    .filter((one) => one.outcome !== 'pass' && one.effect !== 'none' && one.weight === 'counts')
    .map((one) => `${one.code} ${one.reason} ${one.label}`)
