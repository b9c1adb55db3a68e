import { notAcceptable } from '../http.refusals.ts'
import { wholeListMedia } from '../lists/list.ts'
import type { OperationDefinition } from '../operation.ts'

const json = 'application/json'

/** `/v1/certificates/X.pdf` asks for a medium as clearly as `Accept` does. */
const endings: Readonly<Record<string, string>> = {
  '.json': json,
  '.xml': 'application/xml',
  '.pdf': 'application/pdf',
  '.html': 'text/html',
}

/** What an operation can answer in; JSON first, if it has an answer in JSON at all. */
export function offeredMedia(operation: OperationDefinition): readonly string[] {
  const { answers, media = [] } = operation
  const hasJson = media.length === 0 || Object.values(answers).some((schema) => schema !== null)
  const others = [...media.filter((medium) => medium !== json), ...wholeListMedia(operation)]
  return hasJson ? [json, ...others] : media
}

interface Range {
  readonly medium: string
  readonly weight: number
}

function rangesOf(accept: string): Range[] {
  return accept
    .slice(0, 1000)
    .toLowerCase()
    .split(',')
    .map((range) => {
      const [medium = '', ...parameters] = range.split(';').map((part) => part.trim())
      const q = parameters.map((p) => /^q=([01](?:\.\d{0,3})?)$/.exec(p)?.[1]).find((v) => v !== undefined)
      return { medium, weight: q === undefined ? 1 : Number(q) }
    })
}

/** RFC 9110, 12.5.1: the most specific range that covers a medium decides its weight. */
function weightOf(medium: string, ranges: readonly Range[]): number {
  const covering = [medium, `${medium.split('/')[0]}/*`, '*/*']
  for (const range of covering) {
    const found = ranges.find((r) => r.medium === range)
    if (found) return found.weight
  }
  return 0
}

export function negotiate(definition: OperationDefinition, accept: string | undefined): string {
  const offered = offeredMedia(definition)
  const [first = json] = offered
  if (accept === undefined || accept.trim() === '' || accept === '*/*') return first
  const ranges = rangesOf(accept)
  const weighed = offered.map((medium) => ({ medium, weight: weightOf(medium, ranges) }))
  const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a))
  if (best.weight === 0) throw notAcceptable(`There is ${offered.join(', ')}`, { offered })
  return best.medium
}

/** The value without its ending, and the medium that the ending names, where the operation offers it. */
export function splitEnding(
  definition: OperationDefinition,
  value: string,
): { value: string; medium?: string; ending?: string } {
  if (!definition.media) return { value }
  const ending = /\.[a-z]+$/.exec(value)?.[0] ?? ''
  const medium = endings[ending]
  if (medium === undefined || !offeredMedia(definition).includes(medium)) return { value }
  return { value: value.slice(0, -ending.length), medium, ending }
}
