/** Milliseconds of the quickest of five runs: what the work costs, without what the machine does beside it. */
export function shortestTime(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return Math.min(...times)
}
