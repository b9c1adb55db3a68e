import { EtalonProblem } from '#client/client.ts'

/** What the visitor may not see of a device, or what does not apply to it, is no fault of the page. */
export const orNothing = <T>(asking: Promise<T>): Promise<T | undefined> =>
  asking.catch((error: unknown) => {
    if (error instanceof EtalonProblem && error.status < 500) return undefined
    throw error
  })
