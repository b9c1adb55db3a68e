import type { Block } from '#metrology/monte-carlo/block.ts'
import type { Conclusion } from '#metrology/monte-carlo/conclusion.ts'
import type { Simulation } from '#metrology/monte-carlo/simulation.ts'

/** What a thread is asked; it answers one after the other. */
export type Question =
  | { readonly kind: 'block'; readonly run: number; readonly simulation: Simulation; readonly block: number }
  | {
      readonly kind: 'conclusion'
      readonly run: number
      readonly simulation: Simulation
      readonly blocks: readonly Block[]
    }

/** What it is told without an answer: this run will not be asked about again. */
export interface Farewell {
  readonly kind: 'end'
  readonly run: number
}

export interface Replies {
  readonly block: Block
  readonly conclusion: Conclusion
}

/** `failed` is a bug of ours: no question has an expected failure. */
export type Reply =
  | { readonly reply: Replies[keyof Replies]; readonly failed?: undefined }
  | { readonly reply?: undefined; readonly failed: string }

/** The memory of these goes over with the message, instead of being copied. */
export const memoryOf = (blocks: readonly Block[]): ArrayBuffer[] => [
  ...new Set(
    blocks
      .flatMap(({ values }) => values.map(({ buffer }) => buffer))
      .filter((b) => b instanceof ArrayBuffer),
  ),
]
