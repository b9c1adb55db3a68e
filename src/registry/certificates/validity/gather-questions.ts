/** A question that waits for the next round, and whom to tell. */
interface Waiting<Question, Answer> {
  readonly question: Question
  readonly tell: (answer: Answer | Promise<Answer>) => void
  readonly fail: (error: unknown) => void
}

/** Answers every question of a round; the round begins after the last of them was asked. */
export type Round<Question, Answer> = (
  questions: readonly Question[],
) => Promise<readonly (Answer | Promise<Answer>)[]>

/**
 * Questions that arrive together are answered together. A new round begins while fewer than `mostRounds` are under way; until
 * then questions gather, so that the rounds grow with the load.
 */
export function gatherQuestions<Question, Answer>(
  round: Round<Question, Answer>,
  { mostRounds, mostQuestions }: { readonly mostRounds: number; readonly mostQuestions: number },
): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = []
  let rounds = 0
  let isPlanned = false

  const plan = () => {
    if (isPlanned || waiting.length === 0 || rounds >= mostRounds) return
    isPlanned = true
    // Whatever else has arrived in this turn of the loop comes along.
    setImmediate(() => {
      isPlanned = false
      void carryOut(waiting.splice(0, mostQuestions))
      plan()
    })
  }
  const carryOut = async (asked: readonly Waiting<Question, Answer>[]) => {
    rounds += 1
    try {
      const answers = await round(asked.map(({ question }) => question))
      answers.forEach((answer, i) => asked[i]?.tell(answer))
    } catch (error) {
      for (const { fail } of asked) fail(error)
    } finally {
      rounds -= 1
      plan()
    }
  }
  return (question) =>
    new Promise((tell, fail) => {
      waiting.push({ question, tell, fail })
      plan()
    })
}
