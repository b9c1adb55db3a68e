import { EtalonProblem } from '#client/client.ts'

/** What a registry refused, or why nobody could ask it, in lines for a person. */
export function problemLines(error: unknown): readonly string[] {
  if (error instanceof EtalonProblem) {
    // The detail of a single fault says the same.
    const faults = error.errors.length > 1 ? error.errors.map(faultLine) : []
    return [refusalLine(error), ...faults]
  }
  if (error instanceof TypeError && error.cause instanceof Error)
    return [`the registry cannot be reached: ${error.cause.message || String(error.cause)}`]
  return [error instanceof Error ? error.message : String(error)]
}

function refusalLine({ status, code, title, detail, pointer, requestId }: EtalonProblem): string {
  const place = pointer === undefined ? '' : ` (${pointer})`
  const number = requestId === undefined ? '' : ` [${requestId}]`
  return `${status} ${code}: ${detail === '' ? title : detail}${place}${number}`
}

const faultLine = ({ pointer, code, detail }: EtalonProblem['errors'][number]): string =>
  `  ${pointer === '' ? '/' : pointer}  ${code}: ${detail}`
