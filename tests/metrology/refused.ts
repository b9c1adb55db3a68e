import { Refusal } from '#refusal.ts'

/** The code of the refusal that `work` ends in, and the place it names. */
export function refused(work: () => unknown): { code: string; pointer: string | undefined; detail: string } {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: error.definition.code, pointer: error.place.pointer, detail: error.message }
  }
  throw new Error('Nothing was refused')
}
