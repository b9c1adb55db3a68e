import type { Place, Wording } from '#refusal.ts'
import type { FileRead } from './read-certificate-file.ts'

/** What the thread is told when it begins. */
export interface ThreadSetting {
  readonly schemaDir: string | undefined
}

/** A refusal as it travels between threads: its definition is known on both sides by the code. */
export interface ToldRefusal {
  readonly code: string
  readonly detail: Wording
  readonly facts: Readonly<Record<string, unknown>>
  readonly place: Place
}

/** `failed` is a bug of ours. */
export type FileReply =
  { readonly answer: FileRead } | { readonly refused: ToldRefusal } | { readonly failed: string }
