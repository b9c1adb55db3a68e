import type { Words } from '#metrology/traceability/records.ts'

/** What is looked at, in this order. */
export const checkNames = ['form', 'seal', 'documents', 'records', 'budgets', 'log', 'verdict'] as const
export type CheckName = (typeof checkNames)[number]

/** `unknown`: nothing speaks against it, and nothing the reader has can show it. */
export interface Check {
  readonly name: CheckName
  readonly outcome: 'holds' | 'fails' | 'unknown'
  readonly words: Words
}

export interface ProofReport {
  /** `signer-unknown`: whole in itself, and sealed by a key that the reader did not name. */
  readonly outcome: 'holds' | 'fails' | 'signer-unknown'
  readonly checks: readonly Check[]
  /** Of a bundle that holds: what it proves. */
  readonly proven?: {
    readonly certificate: string
    readonly version: number
    readonly result: string
    readonly node: string
    readonly made: string
    readonly at: string
    readonly asKnownAt: string
    readonly policy: string
    readonly verdict: string
  }
}

export const holds = (name: CheckName, en: string, zh: string): Check => ({
  name,
  outcome: 'holds',
  words: { en, zh },
})

export const fails = (name: CheckName, en: string, zh: string): Check => ({
  name,
  outcome: 'fails',
  words: { en, zh },
})

/** The first fault of many, or that there is none. */
export function checkedAll<T>(
  name: CheckName,
  items: readonly T[],
  faultOf: (item: T) => Words | undefined,
  words: Words,
): Check {
  for (const item of items) {
    const fault = faultOf(item)
    if (fault) return fails(name, fault.en, fault.zh)
  }
  return holds(name, words.en, words.zh)
}
