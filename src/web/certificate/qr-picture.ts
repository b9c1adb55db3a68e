import { html } from 'hono/html'
import type { Html } from '../ground/page-route.ts'

/** Dark modules as one path, in a quiet zone of four: a camera needs it, also on a dark page. */
export function qrPicture(qr: readonly (readonly boolean[])[], label: string): Html {
  const size = qr.length + 8
  const path = qr
    .flatMap((row, y) => runsOf(row).map(([x, n]) => `M${x + 4} ${y + 4}h${n}v1h-${n}z`))
    .join('')
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}">
    <rect class="paper" width="${size}" height="${size}" />
    <path class="ink" d="${path}" />
  </svg>`
}

/** Where dark modules side by side begin, and how many they are. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const starts = row.flatMap((isDark, x) => (isDark && row[x - 1] !== true ? [x] : []))
  return starts.map((start) => {
    const end = row.indexOf(false, start)
    return [start, (end < 0 ? row.length : end) - start] as const
  })
}
