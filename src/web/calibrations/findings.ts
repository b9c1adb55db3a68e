import { html } from 'hono/html'
import type { CalibrationFinding, CandidateStandards, MissingContent } from '#contract/types.ts'
import type { PageLanguage } from '#faces/page.ts'
import { chip } from '../ground/blocks/chip.ts'
import { table } from '../ground/blocks/table.ts'
import { when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { labelOf } from './draft/input-rows.ts'
import { calibrationWords } from './words.ts'

const tones = { fail: 'bad', warn: 'caution', unknown: 'quiet' } as const

/** What the rules of traceability find: each with its code, its outcome, and what it is about. */
export function findingList(findings: readonly CalibrationFinding[], language: PageLanguage): Html {
  const words = calibrationWords[language]
  if (findings.length === 0) return html`<p>${words.noFindings}</p>`
  return html`<ul class="findings">
    ${findings.map(
      ({ code, outcome, message, result, subject }) =>
        html`<li>
          ${chip(tones[outcome], `${code} ${words.outcomes[outcome]}`)}
          <span>
            ${when(subject ?? result, () => html`<code>${subject ?? result ?? ''}</code> `)}${message[language]}
          </span>
        </li>`,
    )}
  </ul>`
}

export const missingList = (missing: readonly MissingContent[], language: PageLanguage): Html => {
  const words = calibrationWords[language]
  return when(
    missing.length > 0,
    () =>
      html`<ul class="findings">
        ${missing.map(
          ({ weight, clause, message }) =>
            html`<li>
              ${chip(weight === 'must' ? 'caution' : 'quiet', words[weight])}
              <span>${message[language]} <span class="small">${clause}</span></span>
            </li>`,
        )}
      </ul>`,
  )
}

/** The standards of a kind: those that are admitted, and why the others are not. */
export function standardsTable(kind: string, { items }: CandidateStandards, language: PageLanguage): Html {
  const words = calibrationWords[language]
  if (items.length === 0) return html`<p>${words.noStandards} <code>${kind}</code></p>`
  return table({
    caption: `${words.standards}: ${kind}`,
    isCaptionSeen: true,
    columns: [
      { head: words.standard },
      { head: words.calibrated },
      { head: words.state },
      { head: words.why },
    ],
    rows: items.map((each) => [
      labelOf(each),
      each.calibrated.slice(0, 10),
      html`${chip(each.admissible ? 'good' : 'bad', each.admissible ? words.admissible : words.notAdmissible)}
      ${when(each.equipment.state === 'quarantined', () => chip('caution', words.inQuarantine))}`,
      html`${each.findings
        .filter(({ outcome }) => outcome === 'fail')
        .map(({ code, message }) => html`<div><b>${code}</b> ${message[language]}</div>`)}`,
    ]),
  })
}
