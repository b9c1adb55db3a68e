import { html } from 'hono/html'
import { place, type Html } from './drawing.ts'

/**
 * The part of the variance that an input contributes, as a bar in its line of the budget. A covariance can take it below
 * zero: then it is drawn as what it takes away. The figure stands beside it, so the bar itself says nothing aloud.
 */
export function contributionBar(share: number): Html {
  const length = place(Math.min(1, Math.abs(share)) * 100)
  return html`<svg class="contribution" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bar-track" x="0" y="0" width="100" height="10" />
    <rect class="${share < 0 ? 'bar-less' : 'bar-share'}" x="0" y="0" width="${length}" height="10" />
  </svg>`
}
