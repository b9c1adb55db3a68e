import { html } from 'hono/html'
import type { CalibrationEntry } from '#contract/types.ts'
import { pageHead, type PageHead } from '../../ground/blocks/page-head.ts'
import type { Html, Page, PageAnswer, Visit } from '../../ground/page-route.ts'
import { calibrationWords } from '../words.ts'
import { assessed, faultsFrom, unasked, type Draft } from './draft.ts'
import { draftAnswer } from './draft-answer.ts'
import { draftForm } from './draft-form.ts'
import { entryOfFields, positionOf } from './entry-of-fields.ts'
import { asTemplate, fieldsOfEntry, resultAsFields } from './fields-of-entry.ts'
import { fieldsOf, withInput, withoutInput, withoutResult, type Fields } from './fields.ts'
import { suggestions } from './suggestions.ts'

/** `GET /calibrations/new`: empty, or like a former one (`?like=`), or for an item (`?equipment=`). */
export async function newDraftPage(visit: Visit): Promise<PageAnswer> {
  const { api, url } = visit
  const like = url.searchParams.get('like')
  if (like === null) return draftPage(visit, await unasked(emptyFields(visit), visit))
  const { body } = await api.ask('read-calibration-entry', { params: { id: like } })
  const fields = { ...fieldsOfEntry(asTemplate(body), 0), ...ownHand(visit) }
  return draftPage(visit, await unasked(fields, visit))
}

/** `GET /calibrations/:id/edit`: as it was stated, with what is found of it now. */
export async function editDraftPage(visit: Visit): Promise<PageAnswer> {
  const id = visit.params['id'] ?? ''
  const { body, etag } = await visit.api.ask('read-calibration-entry', { params: { id } })
  return draftPage(visit, await assessed({ ...fieldsOfEntry(body, 0), version: etag ?? '' }, visit))
}

/** What a button of the form does; without one, or while somebody types, it is only computed anew. */
export async function changedDraftPage(visit: Visit): Promise<PageAnswer> {
  const sent = fieldsOf(visit.form)
  const { act = '', live, ...fields } = sent
  if (live === 'yes') return draftPage(visit, await assessed(fields, visit), true)
  if (act === 'save') return saved(fields, visit)
  const changed = afterAct(act, fields)
  if (changed !== undefined) return draftPage(visit, await unasked(changed, visit), true)
  return draftPage(visit, await assessed(fields, visit))
}

async function saved(fields: Fields, visit: Visit): Promise<PageAnswer> {
  const body = entryOfFields(fields)
  const { id } = visit.params
  try {
    if (id === undefined) {
      const logged = await visit.api.ask('log-calibration', { body })
      return { redirect: `/calibrations/${logged.body.id}` }
    }
    await visit.api.ask('revise-calibration', { params: { id }, body, ifMatch: fields['version'] ?? '' })
    return { redirect: `/calibrations/${id}` }
  } catch (error) {
    const faults = faultsFrom(error, fields)
    const draft = await unasked(fields, visit)
    return { ...(await draftPage(visit, { ...draft, faults })), status: 422 }
  }
}

/** The form after a button that changes it; undefined where the button only asks. */
function afterAct(act: string, fields: Fields): Fields | undefined {
  const [, verb = act, which] = /^(remove-input|result)-(\d+)$/.exec(act) ?? []
  if (verb === 'refresh') return fields
  if (verb === 'add-input') return withInput(fields)
  if (verb === 'remove-input' && which !== undefined) return withoutInput(fields, Number(which))
  if (verb === 'result' && which !== undefined) return atResult(fields, Number(which))
  if (verb === 'add-result') return anotherResult(fields)
  return verb === 'remove-result' ? withoutThisResult(fields) : undefined
}

/** The one that was shown is kept in the entry, and another one takes its place in the form. */
function atResult(fields: Fields, position: number): Fields {
  const entry = entryOfFields(fields)
  return shownAt(fields, entry, Math.min(position, entry.results.length - 1))
}

function shownAt(fields: Fields, entry: CalibrationEntry, position: number): Fields {
  const result = entry.results[position]
  return {
    ...withoutResult(fields),
    ...(result && resultAsFields(result)),
    base: JSON.stringify(entry),
    position: String(position),
  }
}

function anotherResult(fields: Fields): Fields {
  const entry = entryOfFields(fields)
  const like = entry.results[positionOf(fields)]
  const code = freeCode(entry.results.map((each) => each.code))
  const results = like ? [...entry.results, { ...like, code }] : entry.results
  return shownAt(fields, { ...entry, results }, results.length - 1)
}

/** After m1 comes m2. */
function freeCode(taken: readonly string[]): string {
  const [, letters = 'm', number = '1'] = /^(.*?)(\d*)$/.exec(taken.at(-1) ?? '') ?? []
  let next = (Number(number) || 1) + 1
  while (taken.includes(`${letters}${next}`)) next += 1
  return `${letters}${next}`
}

function withoutThisResult(fields: Fields): Fields {
  const entry = entryOfFields(fields)
  if (entry.results.length < 2) return fields
  const results = entry.results.filter((_, i) => i !== positionOf(fields))
  return shownAt(fields, { ...entry, results }, 0)
}

const ownHand = ({ who }: Visit): Fields => ({
  laboratory: who?.organization.code ?? '',
  operator: who?.person.code ?? '',
})

const emptyFields = (visit: Visit): Fields => ({
  base: '{}',
  position: '0',
  ...ownHand(visit),
  equipment: visit.url.searchParams.get('equipment') ?? '',
  zone: '+08:00',
  code: 'm1',
  stage: 'as-found-and-left',
  coverage: 'k',
  coverageValue: '2',
  inputs: '2',
  'input-0-symbol': 'x',
  'input-0-form': 'readings',
  'input-1-symbol': 's',
  'input-1-form': 'certificate',
  model: 'y = x - s',
  output: 'y',
})

async function draftPage(visit: Visit, draft: Draft, isLive = false): Promise<Page> {
  const { language, params, url } = visit
  const words = calibrationWords[language]
  const { id } = params
  const isSent = visit.form.has('live')
  const filling = { draft, language, isLive }
  const title = id === undefined ? words.log : words.revise
  const head: PageHead = {
    title,
    lead: words.logLead,
    trail: [
      { href: '/calibrations', label: words.calibrations },
      ...(id === undefined ? [] : [{ href: `/calibrations/${id}`, label: draft.fields['equipment'] ?? id }]),
      { label: title },
    ],
  }
  return {
    title,
    islands: ['live-form', 'log-calibration'],
    wide: true,
    content: html`${pageHead(visit, head)} ${isSent ? html`` : await former(visit)}
      <div class="bench">
        <div class="stack">${draftForm(url.pathname, filling)}</div>
        <div class="beside">${draftAnswer(filling)}</div>
      </div>
      ${isSent ? html`` : await suggestions(visit)}`,
  }
}

/** How laboratories work: the next one is done as the last one was. */
async function former(visit: Visit): Promise<Html> {
  const { api, params, url, language, who } = visit
  const isBegun = visit.form.has('base') || url.searchParams.has('like')
  if (params['id'] !== undefined || isBegun) return html``
  const words = calibrationWords[language]
  const equipment = url.searchParams.get('equipment')
  const laboratory = who?.organization.code
  const query = { limit: 8, ...(equipment !== null && { equipment }), ...(laboratory && { laboratory }) }
  const { body } = await api.ask('list-calibrations', { query })
  if (body.items.length === 0) return html``
  return html`<section aria-labelledby="again">
    <h2 id="again">${words.again}</h2>
    <p class="small">${words.againText}</p>
    <ul class="former">
      ${body.items.map(
        ({ id, item, finished, certificateNumber, operator }) =>
          html`<li>
            <a href="/calibrations/new?like=${id}">${item.equipment}</a>
            <span class="small">${finished.slice(0, 10)} ${certificateNumber ?? ''} ${operator ?? ''}</span>
          </li>`,
      )}
    </ul>
  </section>`
}
