/** From best to worst. The verdict of a chain is the worst of the rules on its significant branches. */
export const verdicts = [
  'traceable',
  'traceable-with-conditions',
  'suspect',
  'indeterminate',
  'not-traceable',
] as const

export type Verdict = (typeof verdicts)[number]

/** What a rule leads to: a verdict, or nothing but a flag. */
export type Effect = Verdict | 'none'

const rank = (effect: Effect) => (effect === 'none' ? 0 : verdicts.indexOf(effect))

export const isWorse = (a: Verdict, b: Verdict): boolean => rank(a) > rank(b)

export function worst(effects: Iterable<Effect>): Verdict {
  let found = 0
  for (const effect of effects) found = Math.max(found, rank(effect))
  return verdicts[found] ?? 'not-traceable'
}
