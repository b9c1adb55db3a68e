import { html } from 'hono/html'
import type { PageLanguage } from '#faces/page.ts'
import { banner } from '../ground/blocks/banner.ts'
import { facts } from '../ground/blocks/facts.ts'
import { table } from '../ground/blocks/table.ts'
import type { Tone } from '../ground/blocks/tone.ts'
import { section, when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import type { FileReport, FileVerdict } from './checking/check-file.ts'
import { checksList } from './checks-list.ts'
import { verifyWords } from './words.ts'

const tones: Readonly<Record<FileVerdict, Tone>> = { genuine: 'good', altered: 'bad', unknown: 'quiet' }

/** What was found about a file: the answer first, then what it was taken for, then what was looked at. */
export function fileSection(report: FileReport, language: PageLanguage): Html {
  const words = verifyWords[language]
  const { verdict, name, understood, sha256, about, checks, differences = [] } = report
  const titles = { genuine: words.genuine, altered: words.altered, unknown: words.unknownFile }
  return html`${banner({
    tone: tones[verdict],
    title: titles[verdict],
    text: html`${words.fileIs}:
    ${understood[language]}${when(about, () => html` · <code>${about?.number}</code>`)}`,
  })}
  ${section(
    'file-checks',
    words.checks,
    html`${checksList(checks, language)}
    ${facts([
      { label: words.name, text: name },
      { label: 'SHA-256', text: html`<code class="hash">${sha256}</code>` },
    ])}`,
  )}
  ${when(differences.length > 0, () =>
    section(
      'file-differences',
      words.differences,
      table({
        caption: words.differences,
        columns: [{ head: words.place }, { head: words.wasIssued }, { head: words.inFile }],
        rows: differences.map(({ pointer, ours, theirs }) => [
          html`<code>${pointer}</code>`,
          html`<ins>${ours}</ins>`,
          html`<del>${theirs}</del>`,
        ]),
      }),
    ),
  )}`
}
