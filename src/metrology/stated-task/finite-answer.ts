import { notRepresentable } from '#metrology/uncertainty/refusals.ts'

/** An answer whose figures are all numbers; where the data reach beyond the doubles they are refused. */
export function finiteAnswer<T extends object>(answer: T): T {
  const place = placeNotFinite(answer)
  if (place === undefined) return answer
  throw notRepresentable(
    { en: `${place} is beyond the range of numbers`, zh: `${place} 超出数的可表示范围` },
    { member: place },
    { pointer: '/data' },
  )
}

function placeNotFinite(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : ''
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, member] of Object.entries(value)) {
    const place = placeNotFinite(member)
    if (place !== undefined) return `/${name}${place}`
  }
  return undefined
}
