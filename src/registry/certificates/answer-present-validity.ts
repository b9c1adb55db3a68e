import type { EntityManager } from '@mikro-orm/postgresql'
import { reliableSeconds, signedValidity, type SignedAnswer, type Signer } from './answer-validity.ts'
import { firstMomentAfter } from './bound-answer.ts'
import { gatherQuestions } from './gather-questions.ts'
import { keepAnswers, type KeptAnswer } from './keep-answers.ts'
import { stateValidity } from './state-validity.ts'
import { changesSoFar, validityRecords } from './validity.queries.ts'

export interface PresentValidity {
  /** The answer for now, as known now; undefined where the number is not known. */
  readonly ask: (number: string, now: Date) => Promise<SignedAnswer | undefined>
  /** How many answers are kept. */
  readonly kept: () => number
}

declare module '#http/facilities.ts' {
  interface Facilities {
    /** Whether certificates are valid now: for those who ask without a moment of their own. */
    readonly presentValidity: PresentValidity
  }
}

/** An answer is given again while more than half of its time remains. */
const givenAgainMs = (reliableSeconds * 1000) / 2
/** Chains of so many certificates are read with one statement: they share most of what stands above them. */
const atOnce = 8
const limits = { mostKept: 10_000, mostRounds: 2, mostQuestions: 500 }

interface Question {
  readonly number: string
  readonly now: Date
}

interface Computed extends SignedAnswer {
  readonly until: number
}

type Computation = Promise<Computed | undefined>

/**
 * Requests that arrive together share a statement that reads the counter of changes, after all of them have arrived. An answer
 * that was computed at this counter is still the answer; its statement says the moment at which it was computed, and is given
 * again for half the time for which it may be relied on. So nobody who asks after a revocation was answered is told otherwise.
 */
export function presentValidity(
  { fork, signer }: { readonly fork: () => EntityManager; readonly signer: Signer },
  { mostKept, ...bounds } = limits,
): PresentValidity {
  const kept = keepAnswers<Computed | undefined>(mostKept)

  const gathered = gatherQuestions<Question, Computed | undefined>(async (questions) => {
    const changes = await changesSoFar(fork())
    const now = new Date(Math.max(...questions.map((question) => question.now.getTime())))
    const found = new Map<string, Computation>()
    for (const { number } of questions) {
      const answer = kept.get(number, changes, now.getTime())
      if (answer) found.set(number, answer)
    }
    const missing = [...new Set(questions.map(({ number }) => number))].filter((number) => !found.has(number))
    for (let start = 0; start < missing.length; start += atOnce) {
      const part = missing.slice(start, start + atOnce)
      for (const [number, answer] of compute(part, now, changes)) found.set(number, answer)
    }
    return questions.map(({ number }) => found.get(number) ?? Promise.resolve(undefined))
  }, bounds)

  /** Kept at once, so that those who ask while it is computed wait for it and do not compute it again. */
  function compute(numbers: readonly string[], now: Date, changes: string): readonly [string, Computation][] {
    const answers = computeAnswers(fork(), numbers, now, signer)
    return numbers.map((number) => {
      const answer = answers.then((computed) => computed.get(number))
      const from = now.getTime()
      const entry: KeptAnswer<Computed | undefined> = { changes, answer, from, until: from + givenAgainMs }
      kept.set(number, entry)
      answer.then(
        (computed) => (computed ? (entry.until = computed.until) : kept.drop(number, entry)),
        () => kept.drop(number, entry),
      )
      return [number, answer]
    })
  }
  return { ask: (number, now) => gathered({ number, now }), kept: kept.size }
}

async function computeAnswers(
  em: EntityManager,
  numbers: readonly string[],
  now: Date,
  signer: Signer,
): Promise<ReadonlyMap<string, Computed>> {
  const { records, certificates } = await validityRecords(em, numbers)
  const until = Math.min(now.getTime() + givenAgainMs, firstMomentAfter(records, now))
  const answers = new Map<string, Computed>()
  for (const number of numbers) {
    const stated = stateValidity(records, certificates, { number, at: now, asKnownAt: now })
    if (!stated) continue
    const { body, expires } = signedValidity(stated, signer, now)
    answers.set(number, { body, expires, until })
  }
  return answers
}
