import { html } from 'hono/html'
import type { CalibrationView } from '#contract/types.ts'
import type { PageLanguage } from '#faces/page.ts'
import { banner } from '../ground/blocks/banner.ts'
import { section, when } from '../ground/html.ts'
import type { Html, Who } from '../ground/page-route.ts'
import type { Refused, Verb } from './actions.ts'
import { calibrationWords, type CalibrationWords } from './words.ts'

export interface Acting {
  readonly calibration: CalibrationView
  readonly version: string
  readonly who: Who
  readonly language: PageLanguage
  readonly refused: Refused | undefined
}

/** What may be done next, by whom, and why not by this visitor; every signature asks for the key once more. */
export function actionForms(acting: Acting): Html {
  const { calibration, who, language } = acting
  const words = calibrationWords[language]
  const { state, operator, submittedBy, recordedBy } = calibration
  const me = who.person.code
  const isOwn = [operator, submittedBy, recordedBy].includes(me)
  const isDraft = state === 'evaluated' || state === 'returned'
  const forms = [
    ...(isDraft && who.may('calibration.submit') ? [submitForm(acting, words)] : []),
    ...(state === 'submitted' && who.may('calibration.review') && !isOwn ? [reviewForm(acting, words)] : []),
    ...(state === 'reviewed' && who.may('calibration.authorise') && operator !== me
      ? [authoriseForm(acting, words)]
      : []),
  ]
  const isJudged = state === 'submitted' || state === 'reviewed'
  return html`${refusal(acting, words)} ${forms}
  ${when(forms.length === 0 && isJudged, () => html`<p class="note quiet">${words.notYours(words.whoMay[state])}</p>`)}
  ${when(isOwn && isJudged, () => html`<p class="note caution">${words.fourEyes}</p>`)}
  ${when((isDraft || isJudged) && who.may('calibration.cancel'), () => cancelForm(acting, words))}`
}

function refusal({ refused, language }: Acting, words: CalibrationWords): Html {
  if (!refused) return html``
  const { problem } = refused
  const faults = problem.errors.filter(({ detail }) => detail !== problem.detail)
  const isStale = problem.status === 412
  return banner({
    tone: 'bad',
    title: problem.title,
    text: html`${isStale ? words.changed : problem.detail}
    ${faults.slice(0, 8).map(({ detail }) => html`<span class="told">${detail}</span>`)}`,
    small: html`<code lang="${language}">${problem.rule ?? problem.code}</code>`,
  })
}

const form = ({ version }: Acting, id: string, title: string, content: Html): Html =>
  section(
    id,
    title,
    html`<form method="post" class="act" autocomplete="off">
      <input type="hidden" name="version" value="${version}" />
      ${content}
    </form>`,
  )

/** Not kept by the browser, and sent with this one request. */
const keyField = (words: CalibrationWords): Html =>
  html`<div class="field">
    <label for="key">${words.key}</label>
    <input id="key" name="key" type="password" autocomplete="off" spellcheck="false" required />
  </div>`

const button = (verb: Verb, label: string, isSecond = false): Html =>
  html`<button name="verb" value="${verb}" class="${isSecond ? 'second' : ''}">${label}</button>`

const submitForm = (acting: Acting, words: CalibrationWords): Html =>
  form(
    acting,
    'submit',
    words.submit,
    html`<p>${words.submitText}</p>
      ${keyField(words)}
      <div class="actions start">${button('submit', words.submit)}</div>`,
  )

const reviewForm = (acting: Acting, words: CalibrationWords): Html =>
  form(
    acting,
    'review',
    words.review,
    html`<p>${words.reviewText}</p>
      <div class="field">
        <label for="reason">${words.reason}</label>
        <textarea id="reason" name="reason" rows="2" aria-describedby="reason-hint"></textarea>
        <p class="small" id="reason-hint">${words.reasonHint}</p>
      </div>
      ${keyField(words)}
      <div class="actions start">
        ${button('approve', words.approve)} ${button('return', words.return, true)}
      </div>`,
  )

const authoriseForm = (acting: Acting, words: CalibrationWords): Html =>
  form(
    acting,
    'authorise',
    words.authorise,
    html`<p>${words.authoriseText}</p>
      ${keyField(words)}
      <div class="actions start">${button('authorise', words.authorise)}</div>`,
  )

const cancelForm = ({ version }: Acting, words: CalibrationWords): Html =>
  html`<details class="cancel">
    <summary>${words.cancel}</summary>
    <form method="post" class="act">
      <input type="hidden" name="version" value="${version}" />
      <p>${words.cancelText}</p>
      <div class="field">
        <label for="cancel-reason">${words.reason}</label>
        <textarea id="cancel-reason" name="reason" rows="2" required></textarea>
      </div>
      <div class="actions start">${button('cancel', words.cancel, true)}</div>
    </form>
  </details>`
