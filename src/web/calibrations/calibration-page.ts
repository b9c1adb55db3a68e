import { html } from 'hono/html'
import type { CalibrationView } from '#contract/types.ts'
import { numberText, quantityText, unitText, withUnit } from '#faces/numbers.ts'
import { measurandOf } from '#faces/results.ts'
import { shownBudget } from '#faces/shown-budget.ts'
import { conditions, outcomes, stages } from '#faces/words.ts'
import { budgetTable, modelOf } from '../budget/budget-table.ts'
import { banner } from '../ground/blocks/banner.ts'
import { chip } from '../ground/blocks/chip.ts'
import { facts, type Fact } from '../ground/blocks/facts.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { table } from '../ground/blocks/table.ts'
import { raised } from '../ground/raised.ts'
import { section, when } from '../ground/html.ts'
import type { Html, Page, PageAnswer, Visit } from '../ground/page-route.ts'
import { actionForms } from './action-forms.ts'
import { move, type Refused } from './actions.ts'
import { findingList, missingList } from './findings.ts'
import { calibrationWords, type CalibrationWords } from './words.ts'

export async function movedPage(visit: Visit): Promise<PageAnswer> {
  const answer = await move(visit)
  return 'problem' in answer
    ? { ...(await calibrationPage(visit, answer)), status: answer.problem.status }
    : answer
}

/** Everything that a reviewer needs, and what may be done next. */
export async function calibrationPage(visit: Visit, refused?: Refused): Promise<Page> {
  const { api, language, params, who } = visit
  const id = params['id'] ?? ''
  const { body: calibration, etag = '' } = await api.ask('read-calibration', { params: { id } })
  const words = calibrationWords[language]
  const { state, item } = calibration
  const isDraft = state === 'evaluated' || state === 'returned'
  return {
    title: `${words.calibrations} ${item.equipment}`,
    content: html`${pageHead(visit, {
        title: item.equipment,
        trail: [{ href: '/calibrations', label: words.calibrations }, { label: item.equipment }],
        state: chip(
          state === 'authorised' ? 'good' : state === 'returned' ? 'bad' : 'caution',
          words.states[state],
        ),
        actions: html`${when(
          isDraft && who?.may('calibration.revise'),
          () => html`<a class="button second" href="/calibrations/${id}/edit">${words.edit}</a>`,
        )}
        ${when(
          who?.may('calibration.log'),
          () => html`<a class="button second" href="/calibrations/new?like=${id}">${words.likeThis}</a>`,
        )}`,
      })}
      ${when(state === 'returned' && calibration.reviewReason, () =>
        banner({ tone: 'bad', title: words.returnedBecause, text: calibration.reviewReason ?? '' }),
      )}
      ${when(state === 'authorised', () => issued(calibration, visit.origin, words))}
      ${when(state === 'submitted' || state === 'reviewed', () => html`<p><a href="#decide">${words.toDecision}</a></p>`)}
      ${section('work', words.work, facts(factsOf(calibration, visit)))}
      ${section('results', words.results, resultsOf(calibration, visit))}
      ${section('findings', words.findings, findingList(calibration.findings, language))}
      ${when(calibration.missing.length > 0, () =>
        section('missing', words.missing, missingList(calibration.missing, language)),
      )}
      ${when(calibration.attachments, () => section('attachments', words.attachments, attachmentsOf(calibration)))}
      ${when(state !== 'authorised' && state !== 'cancelled', () => previewOf(id, language, words))}
      <div id="decide" class="stack">
        ${who ? actionForms({ calibration, version: etag, who, language, refused }) : ''}
      </div>`,
  }
}

/** The real sheet, made by the same hands; marked as what it is. */
const previewOf = (id: string, language: Visit['language'], words: CalibrationWords): Html =>
  section(
    'preview',
    words.preview,
    html`<p class="small">${words.previewText}</p>
      <div class="actions start">
        <a class="button second" href="/v1/calibrations/${id}/preview">PDF</a>
        <a class="button second" href="/v1/calibrations/${id}/preview?language=${language}">
          PDF, ${words.oneLanguage}
        </a>
      </div>`,
  )

function issued({ certificateNumber }: CalibrationView, origin: string, words: CalibrationWords): Html {
  if (certificateNumber === undefined) return html``
  const path = encodeURIComponent(certificateNumber)
  const verify = `${origin}/verify/${path}`
  return banner({
    tone: 'good',
    title: words.issued,
    text: html`<b>${certificateNumber}</b> · <a href="/certificates/${path}">${words.toCertificate}</a> ·
      <a href="/verify/${path}">${words.verifyLink}</a>`,
    small: html`<code class="hash">${verify}</code>`,
  })
}

const day = (at: string | undefined) => (at === undefined ? '' : at.slice(0, 16).replace('T', ' '))

function factsOf(calibration: CalibrationView, { language }: Visit): Fact[] {
  const words = calibrationWords[language]
  const { item, method, environment } = calibration
  const signed = (person: string | undefined, at: string | undefined) =>
    person === undefined ? undefined : `${person} · ${day(at)} UTC`
  const conditionsText = environment
    .map(({ quantity, value, standardUncertainty: u }) => {
      const name = conditions[quantity]?.[language] ?? quantity
      return `${name} ${quantityText(value)}${u === undefined ? '' : ` (u = ${quantityText(u)})`}`
    })
    .join(' · ')
  const list: [label: string, text: string | Html | undefined][] = [
    [
      words.equipment,
      html`<a href="/equipment/${encodeURIComponent(item.equipment)}">${item.equipment}</a>
        ${item.component === 'main' ? '' : (item.component ?? '')}`,
    ],
    [words.laboratory, calibration.laboratory],
    [
      words.method,
      method && `${method.document}${method.deviation === undefined ? '' : ` – ${method.deviation}`}`,
    ],
    [words.competence, calibration.competence],
    [words.started, `${day(calibration.started)} UTC`],
    [words.finished, `${day(calibration.finished)} UTC`],
    [words.place, calibration.place],
    [words.environment, conditionsText || undefined],
    [words.certificateKind, words.certificateKinds[calibration.certificateKind]],
    [words.certificateNumber, calibration.certificateNumber],
    [words.customer, calibration.customer],
    [words.itemCondition, calibration.itemCondition],
    [words.asFoundOmitted, calibration.asFoundOmitted],
    [words.lateReason, calibration.lateReason],
    [words.remarks, calibration.remarks],
    [words.operator, calibration.operator],
    [words.submittedBy, signed(calibration.submittedBy, calibration.submittedAt)],
    [words.reviewedBy, signed(calibration.reviewedBy, calibration.reviewedAt)],
    [words.authorisedBy, signed(calibration.authorisedBy, calibration.authorisedAt)],
    [words.version, String(calibration.version)],
  ]
  return list.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]))
}

function resultsOf({ id, results }: CalibrationView, { language }: Visit): Html {
  const words = calibrationWords[language]
  return html`${table({
    caption: words.results,
    columns: [
      { head: words.code },
      { head: words.measurandKind },
      { head: words.point, isFigure: true },
      { head: words.reported, isFigure: true },
      { head: html`<i>U</i>`, isFigure: true },
      { head: html`<i>k</i>`, isFigure: true },
      { head: words.decision },
      { head: words.budgetOf },
    ],
    rows: results.map((result) => {
      const { code, reported, conformity, budget } = result
      const outcome = conformity && outcomes[conformity.outcome]
      const isGood = conformity?.outcome === 'pass'
      return [
        html`<code>${code}</code>`,
        html`${measurandOf(result)[language]}<small>${stages[result.stage][language]}</small>`,
        quantityText(result.point.nominal),
        html`<b>${raised(withUnit(numberText(reported.value), reported.unit))}</b>`,
        reported.expandedUncertainty === undefined
          ? '–'
          : withUnit(numberText(reported.expandedUncertainty), reported.unit),
        reported.coverageFactor ?? '–',
        outcome ? chip(isGood ? 'good' : 'caution', outcome[language]) : '–',
        budget
          ? html`<a href="/calibrations/${id}/results/${encodeURIComponent(code)}/budget"
              >${words.budgetOf} ${code}</a
            >`
          : '–',
      ]
    }),
  })}
  ${results.map((result, i) => {
    const budget = shownBudget(result)
    return when(
      budget,
      () =>
        html`<details ${i === 0 && results.length === 1 ? 'open' : ''}>
          <summary>${words.budgetOf} ${result.code} / ${unitText(result.unit)}</summary>
          ${budget ? html`${modelOf(budget)} ${budgetTable(budget, language, `${words.budgetOf} ${result.code}`)}` : ''}
        </details>`,
    )
  })}`
}

const attachmentsOf = ({ id, attachments = [] }: CalibrationView): Html =>
  html`<ul>
    ${attachments.map(
      ({ name, sha256 }) =>
        html`<li>
          <a href="/v1/calibrations/${id}/attachment?sha256=${sha256}">${name}</a>
          <code class="hash">${sha256}</code>
        </li>`,
    )}
  </ul>`
