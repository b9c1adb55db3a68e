/** How often, and how patiently, a request is sent again. */
export interface Persistence {
  readonly retries: number
  /** A node that asks for a longer pause than this is not waited for. */
  readonly longestPauseSeconds: number
  readonly pause: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

export const usualPersistence: Persistence = { retries: 4, longestPauseSeconds: 60, pause }

/** Too many requests, and not now: the node has carried out nothing. */
const notNow = new Set([429, 503])

/** Sends a request until it is answered, or the patience ends; then with the last answer or error. */
export async function persistently(
  send: () => Promise<Response>,
  persistence: Persistence,
  signal: AbortSignal | undefined,
): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const isLast = attempt >= persistence.retries
    const answer = await sendOnce(send, isLast, signal)
    if (answer !== undefined && (isLast || !notNow.has(answer.status))) return answer
    const milliseconds = pauseBefore(attempt, answer?.headers.get('retry-after') ?? null)
    if (answer !== undefined && milliseconds > persistence.longestPauseSeconds * 1000) return answer
    await answer?.body?.cancel()
    await persistence.pause(milliseconds, signal)
  }
}

/** Nothing where the connection broke and may be tried again. */
async function sendOnce(
  send: () => Promise<Response>,
  isLast: boolean,
  signal: AbortSignal | undefined,
): Promise<Response | undefined> {
  try {
    // What answers without a network does not look at the signal.
    signal?.throwIfAborted()
    return await send()
  } catch (error) {
    // fetch throws TypeError for a connection, and the reason of the signal for an abort.
    if (isLast || signal?.aborted === true || !(error instanceof TypeError)) throw error
    return undefined
  }
}

/** With jitter, so that all who were refused at once do not come back at once. */
function pauseBefore(attempt: number, retryAfter: string | null): number {
  const asked = secondsOf(retryAfter)
  if (asked !== undefined) return asked * 1000 * (1 + Math.random() * 0.25)
  return Math.random() * Math.min(10_000, 250 * 2 ** attempt)
}

/** RFC 9110, 10.2.3: seconds or a date. */
function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter)
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000)
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal?.aborted === true) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
