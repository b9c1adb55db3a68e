import { both, wording, type Both } from '#faces/both.ts'

/** `unknown`: nothing speaks against it, and nothing that is at hand can show it. */
export type Outcome = 'holds' | 'fails' | 'unknown'

/** One thing that was looked at, with what it rests on: whoever doubts looks for themselves. */
export interface Check {
  readonly outcome: Outcome
  readonly text: Both
  readonly evidence: Both
}

export const check = (outcome: Outcome, zh: string, en: string, evidence: string | Both = ''): Check => ({
  outcome,
  text: wording(zh, en),
  evidence: both(evidence),
})

/** Enough of a hash to recognize it. */
export const beginningOf = (hash: string, letters = 16): string => `${hash.slice(0, letters)}…`
