/** One command of the program. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** What `etalon help <command>` prints. */
  readonly usage: string
  /** Answers the number of exit. Whatever it throws is printed in one line. */
  readonly run: (words: readonly string[]) => Promise<number>
}

export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  /** `verify`: whole in itself, and sealed by a key that nobody vouched for. */
  signerUnknown: 3,
  /** `verify` and `trace`: everything was answered, and the answer is that the result is not traceable. */
  notTraceable: 4,
  /** `validity`: at least one certificate is not in force, or not known. */
  notInForce: 5,
  /** `import`: carried out, but for rows that were refused. */
  partlyRefused: 6,
} as const

/** The command was not called as it is to be; the usage is printed below. */
export class UsageFault extends Error {}
