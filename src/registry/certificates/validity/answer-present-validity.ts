import type { EntityManager } from '@mikro-orm/postgresql'
import { turns } from '#compute/turns.ts'
import { reliableSeconds, signedValidity, type SignedAnswer, type Signer } from './answer-validity.ts'
import { firstMomentAfter } from './bound-answer.ts'
import { gatherQuestions } from './gather-questions.ts'
import { keepAnswers, type KeptAnswer } from './keep-answers.ts'
import { stateValidity, type ValidityStatement } from './state-validity.ts'
import { changesSoFar, validityRecords } from './validity.queries.ts'

export interface PresentValidity {
  /** The answer for now, as known now, that everybody may have; undefined where the number is not known to everybody. */
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

/** A signed statement is given again while more than half of its time remains. */
const givenAgainMs = (reliableSeconds * 1000) / 2
/** Chains of so many certificates are read with one statement: they share most of what stands above them. */
const atOnce = 8
/** The others wait here, and not for connections: who waits for one too long is refused. */
const mostComputations = 4
const limits = { mostKept: 10_000, mostRounds: 2, mostQuestions: 500 }

interface Question {
  readonly number: string
  readonly now: Date
}

/** What is so until something is recorded or a day ends, and how it was said last. */
interface Standing {
  readonly stated: ValidityStatement
  readonly until: number
  signed?: { readonly at: number; readonly answer: SignedAnswer }
}

type Computation = Promise<Standing | undefined>

/**
 * Requests that arrive together share a statement that reads the counter of changes, after all of them have arrived. What was
 * computed at this counter still stands, but for the moment that it names. The statement about it is signed anew after half
 * of the time for which it may be relied on. So nobody who asks after a revocation was answered is told otherwise.
 */
export function presentValidity(
  { fork, signer }: { readonly fork: () => EntityManager; readonly signer: Signer },
  { mostKept, ...bounds } = limits,
): PresentValidity {
  const kept = keepAnswers<Standing | undefined>(mostKept)
  const computations = turns({ atOnce: mostComputations, waiting: Infinity })
  const never = new AbortController().signal

  const gathered = gatherQuestions<Question, Standing | undefined>(async (questions) => {
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
    const computed = computations.next(never).then((over) => standingOf(fork(), numbers, now).finally(over))
    return numbers.map((number) => {
      const answer = computed.then((standing) => standing.get(number))
      const entry: KeptAnswer<Standing | undefined> = {
        changes,
        answer,
        from: now.getTime(),
        until: Infinity,
      }
      kept.set(number, entry)
      answer.then(
        (standing) => (standing ? (entry.until = standing.until) : kept.drop(number, entry)),
        () => kept.drop(number, entry),
      )
      return [number, answer]
    })
  }
  const ask = async (number: string, now: Date) => {
    const standing = await gathered({ number, now })
    return standing && said(standing, now, signer)
  }
  return { ask, kept: kept.size }
}

async function standingOf(
  em: EntityManager,
  numbers: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Standing>> {
  const { records, certificates } = await validityRecords(em, numbers, 'everybody')
  const until = firstMomentAfter(records, now)
  return new Map(
    numbers.flatMap((number): [string, Standing][] => {
      const stated = stateValidity(records, certificates, { number, at: now, asKnownAt: now })
      return stated ? [[number, { stated, until }]] : []
    }),
  )
}

/** As it was said a moment ago, or said anew: it names the moment at which it is said. */
function said(standing: Standing, now: Date, signer: Signer): SignedAnswer {
  const { stated, signed } = standing
  // Of those who ask together some asked a moment before the one for whom it was signed.
  if (signed && Math.abs(now.getTime() - signed.at) < givenAgainMs) return signed.answer
  const at = new Date(Math.max(now.getTime(), Date.parse(stated.at))).toISOString()
  const answer = signedValidity({ ...stated, at, asKnownAt: at }, signer, now)
  standing.signed = { at: now.getTime(), answer }
  return answer
}
