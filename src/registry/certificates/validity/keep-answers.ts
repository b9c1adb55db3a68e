/** An answer and the circumstances in which it is still the answer. */
export interface KeptAnswer<Answer> {
  /** The counter of changes at which it was computed: any other value, and it may be wrong. */
  readonly changes: string
  readonly answer: Promise<Answer>
  /** From when until when it is the answer; the end is infinite until it is known. */
  readonly from: number
  until: number
}

export interface KeptAnswers<Answer> {
  readonly get: (key: string, changes: string, now: number) => Promise<Answer> | undefined
  readonly set: (key: string, kept: KeptAnswer<Answer>) => void
  readonly drop: (key: string, kept: KeptAnswer<Answer>) => void
  readonly size: () => number
}

/** At most `most` answers; the one that was not asked for longest goes first. */
export function keepAnswers<Answer>(most: number): KeptAnswers<Answer> {
  const answers = new Map<string, KeptAnswer<Answer>>()
  return {
    get: (key, changes, now) => {
      const kept = answers.get(key)
      if (!kept || kept.changes !== changes || now < kept.from || now >= kept.until) return undefined
      answers.delete(key)
      answers.set(key, kept)
      return kept.answer
    },
    set: (key, kept) => {
      answers.delete(key)
      answers.set(key, kept)
      const [oldest] = answers.keys()
      if (answers.size > most && oldest !== undefined) answers.delete(oldest)
    },
    drop: (key, kept) => {
      if (answers.get(key) === kept) answers.delete(key)
    },
    size: () => answers.size,
  }
}
