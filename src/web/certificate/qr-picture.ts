import { html } from 'hono/html'
import type { Html } from '../ground/page-route.ts'

/** Dark modules as one path, in a quiet zone of four: a camera needs it, also on a dark page. */
export function qrPicture(qr: readonly (readonly boolean[])[], label: string): Html {
  const size = qr.length + 8
  const path = qr
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')))
    .join('')
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}">
    <rect class="paper" width="${size}" height="${size}" />
    <path class="ink" d="${path}" />
  </svg>`
}
