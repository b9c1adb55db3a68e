import { html } from 'hono/html'
import { chip } from '../ground/blocks/chip.ts'
import { table } from '../ground/blocks/table.ts'
import { section } from '../ground/html.ts'
import { instant } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { kindsOfEntry } from '../log/words.ts'
import { beginningOf } from '../verify/checking/check.ts'
import type { Known } from '../verify/checking/known.ts'
import { pageWords } from './page-words.ts'

/** What the log says of the certificate; each entry has a page with its proof. */
export function logSection({ log }: Known, { language }: Visit): Html {
  const words = pageWords[language]
  if (!log) return section('log', words.log, html`<p>${words.logPrivate}</p>`)
  return section(
    'log',
    words.log,
    table({
      caption: words.log,
      columns: [
        { head: words.entry, isFigure: true },
        { head: words.says },
        { head: words.version, isFigure: true },
        { head: words.at },
        { head: words.hash },
      ],
      rows: log.entries.map(({ index, kind, version, at, leafHash }) => [
        html`<a href="/log/entry/${index}">${index}</a>`,
        chip(kindsOfEntry[kind].tone, kindsOfEntry[kind][language]),
        String(version),
        instant(at, language),
        html`<code>${beginningOf(leafHash)}</code>`,
      ]),
    }),
  )
}
