import type { Problem } from '#contract/types.ts'
import type { FileReport } from '../checking/check-file.ts'

/** The file of a stranger. */
export interface StrangersFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What the registry refused, as it travels between threads. */
export interface Refused {
  readonly status: number
  readonly problem: Partial<Problem>
}

/** What the thread says: that it wants to know something of the registry, or that it is done. `failed` is a bug of ours. */
export type Said =
  | { readonly wants: 'ask' | 'media'; readonly turn: number; readonly id: string; readonly asked: unknown }
  | { readonly report: FileReport }
  | { readonly refused: Refused }
  | { readonly failed: string }

/** What the registry answered, in the name of the visitor. */
export type Told =
  | { readonly turn: number; readonly body: unknown }
  | { readonly turn: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly turn: number; readonly refused: Refused }
