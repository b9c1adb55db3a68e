import { html } from 'hono/html'
import { both } from '#faces/both.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { verifyWords } from './words.ts'

/** What was typed may be a serial number; who has what is told only to those who may see it. */
export async function serialSection({ who, api, language }: Visit, typed: string): Promise<Html> {
  const words = verifyWords[language]
  if (who === null || !who.may('equipment.read')) return html`<p class="small">${words.serialPrivate}</p>`
  const { body } = await api.ask('list-equipment', { query: { q: typed, limit: 20 } })
  const matching = body.items.filter(({ serialNumber }) => serialNumber === typed)
  if (matching.length === 0) return html``
  return html`<p>${words.understoodSerial(typed)}</p>
    <ul class="plain-list">
      ${matching.map(
        ({ code, name }) =>
          html`<li>
            <a href="/equipment/${encodeURIComponent(code)}">${both(name)[language]}</a> <code>${code}</code>
          </li>`,
      )}
    </ul>`
}
