import { html } from 'hono/html'
import { chip } from '../ground/blocks/chip.ts'
import { table } from '../ground/blocks/table.ts'
import { section, when } from '../ground/html.ts'
import { countText, instant } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { kindNamed } from './kinds.ts'
import { importWords } from './words.ts'

const tones = { finished: 'good', 'under-way': 'caution', refused: 'bad' } as const

/** The latest imports of the organization. */
export async function formerSection({ api, language, who }: Visit): Promise<Html> {
  if (who?.may('import.read') !== true) return html``
  const words = importWords[language]
  const { body } = await api.ask('list-imports', { query: { limit: 10 } })
  return when(body.items.length > 0, () =>
    section(
      'former',
      words.former,
      table({
        caption: words.former,
        columns: [
          { head: words.name },
          { head: words.kind },
          { head: words.state },
          { head: words.recorded, isFigure: true },
          { head: words.when },
          { head: words.by },
        ],
        rows: body.items.map(({ id, name, kind, state, counts, recordedAt, recordedBy }) => [
          html`<a href="/import/${id ?? ''}">${name ?? kind}</a>`,
          words[kindNamed(kind)?.kind ?? 'equipment'],
          chip(tones[state], words[state]),
          countText(counts.recorded, language),
          instant(recordedAt, language),
          recordedBy,
        ]),
      }),
    ),
  )
}
