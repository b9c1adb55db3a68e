/** Ctrl-C under npm arrives twice, from the terminal and from npm: that is one wish. */
const sameWishMs = 500

/**
 * Aborts when somebody wants this process to stop. Whoever wants it again a moment later does not get to wait:
 * the process ends at once, and takes PostgreSQL along.
 */
export function stopWish(environment: Readonly<Record<string, string | undefined>>): AbortSignal {
  const stopping = new AbortController()
  const wishes = { firstAt: 0 }
  const wish = (why: string) => {
    if (!stopping.signal.aborted) wishes.firstAt = performance.now()
    else if (performance.now() - wishes.firstAt > sameWishMs) process.exit(1)
    stopping.abort(new Error(`stopped by ${why}`))
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => wish(signal))
  if (environment['npm_lifecycle_event'] !== undefined) watchParent(() => wish('the end of npm'))
  // Whoever read the ready line may go: `npm start | head -1` must not end the service.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return stopping.signal
}

/** npm passes SIGTERM to the shell between us, and that shell dies of it without a word. */
function watchParent(gone: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    gone()
  }, 250).unref()
}
