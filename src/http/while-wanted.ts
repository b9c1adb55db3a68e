import { askerGone } from './http.refusals.ts'

/** What was cancelled because the client has gone is no bug. */
export const whileWanted = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw signal.aborted ? askerGone(askerGone.definition.title) : error
  })
