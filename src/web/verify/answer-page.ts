import { html } from 'hono/html'
import { both } from '#faces/both.ts'
import { faceOf } from '#faces/face.ts'
import { conformityOf } from '#faces/conformity.ts'
import { conclusionOf } from '#faces/statements.ts'
import { verdicts } from '#faces/words.ts'
import { ladderOf } from '../certificate/chain-section.ts'
import { chip } from '../ground/blocks/chip.ts'
import { facts, type Fact } from '../ground/blocks/facts.ts'
import { section, when } from '../ground/html.ts'
import { countText, day } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import type { Check } from './checking/check.ts'
import type { Known } from './checking/known.ts'
import { checksSection } from './checks-section.ts'
import { fileForm } from './forms.ts'
import { shortResults } from './short-results.ts'
import { answerBanner } from './standing.ts'
import { verifyWords } from './words.ts'

/** What the QR code on a certificate leads to: the answer, what it is about, what it rests on. */
export function answerPage(visit: Visit, known: Known, checks: readonly Check[]): Page {
  const words = verifyWords[visit.language]
  return {
    title: `${known.number} · ${words.title}`,
    content: html`<h1 class="unseen">${words.title} ${known.number}</h1>
      <div id="file-answer" aria-live="polite"></div>
      <div class="stack" id="answer">
        <h2 class="apart" hidden data-standing-head>${words.standing}</h2>

        ${answerBanner(known, visit)} ${actionsOf(known, visit)}
        <div class="columns">${certifies(known, visit)} ${checksSection(checks, known, visit)}</div>
        ${chainOf(known, visit)}
      </div>
      ${section('compare', words.compare, fileForm(visit))}
      <p><a href="/">${words.another}</a></p>`,
    islands: ['copy', 'verify', 'recheck'],
    nav: 'verify',
  }
}

const pathOf = (number: string) => encodeURIComponent(number)

function actionsOf({ number, version, document }: Known, { language, origin }: Visit): Html {
  const words = verifyWords[language]
  const link = `${origin}/verify/${pathOf(number)}?version=${version}`
  const face = `/v1/certificates/${pathOf(number)}`
  return html`<div class="actions start">
    <button class="second" type="button" data-copy="${link}" data-copied="${words.copied}" hidden>
      ${words.copy}
    </button>
    ${when(
      document,
      () =>
        html`<a class="button second" href="/certificates/${pathOf(number)}?version=${version}"
            >${words.read}</a
          >
          <a class="button second" href="${face}.pdf?version=${version}">PDF</a>`,
    )}
  </div>`
}

function certifies(known: Known, visit: Visit): Html {
  const { language } = visit
  const words = verifyWords[language]
  const { validity, document, record, number, version } = known
  const { item } = validity
  const newest = record?.versions[0]?.version ?? version
  const name = document?.item.name
  const list: Fact[] = [
    { label: words.certificate, text: number, isCode: true },
    ...(newest > 1 ? [{ label: words.version, text: `${version} ${words.ofVersions(newest)}` }] : []),
    { label: words.laboratory, text: both(validity.issuer.name)[language] },
    {
      label: words.item,
      text: [name === undefined ? undefined : both(name)[language], item.manufacturer, item.model]
        .filter(Boolean)
        .join(' · '),
    },
    ...(item.serialNumber === undefined
      ? []
      : [{ label: words.serial, text: item.serialNumber, isCode: true }]),
    { label: words.performed, text: day(validity.performed, language) },
    { label: words.issued, text: day(validity.issued, language) },
    { label: words.due, text: validity.due === null ? words.noDue : day(validity.due, language) },
    ...conformityFact(known, visit),
  ]
  return section(
    'certifies',
    words.certifies,
    html`${facts(list)}
    ${document ? shortResults(document, language, (count) => words.more(countText(count, language))) : html`<p class="note quiet">${words.withheld}</p>`}`,
  )
}

const good = new Set<string>(['traceable', 'traceable-with-conditions'])

/** The conclusion of a verification, or what is stated about conformity with limits (ISO/IEC 17025:2017, 7.8.6). */
function conformityFact({ document }: Known, { language }: Visit): Fact[] {
  if (!document) return []
  const conclusion = conclusionOf(document)
  const stated = conclusion
    ? [{ isGood: conclusion.isGood, word: conclusion.words[language] }]
    : conformityOf(document).map(({ isGood, outcome }) => ({ isGood, word: outcome[language] }))
  const chips = [...new Map(stated.map((one) => [one.word, one])).values()]
  if (chips.length === 0) return []
  const text = html`${chips.map(({ isGood, word }) => chip(isGood ? 'good' : 'bad', word))}`
  return [{ label: verifyWords[language].conformity, text }]
}

/** As it was judged at issue; and what has become of that since, where it is worse. */
function chainOf({ document, number, version, record, validity }: Known, { language, origin }: Visit): Html {
  const words = verifyWords[language]
  if (!document || !record) return html``
  const { traced } = faceOf(document, { origin, sha256: record.sha256 ?? '' })
  return when(traced, () =>
    section(
      'chain',
      words.chain,
      html`<p>${traced?.statement[language]}</p>
        ${when(!good.has(validity.traceability.verdict), () => html`<p class="note caution">${words.atPresent}: ${verdicts[validity.traceability.verdict][language]}</p>`)}
        <div class="answer-ladder">${traced && ladderOf(traced, language)}</div>
        <p><a href="/certificates/${pathOf(number)}/chain?version=${version}">${words.wholeChain}</a></p>`,
    ),
  )
}
