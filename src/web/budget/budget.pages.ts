import { html } from 'hono/html'
import type { Result } from '#faces/certificate.ts'
import { quantityText } from '#faces/numbers.ts'
import { measurandOf } from '#faces/results.ts'
import { shownBudget } from '#faces/shown-budget.ts'
import { stages } from '#faces/words.ts'
import { emptyState } from '../ground/blocks/lists.ts'
import { pageHead, type PageHead } from '../ground/blocks/page-head.ts'
import type { PageAnswer, PageRoute, Visit } from '../ground/page-route.ts'
import { freeSheetPage, keptBudgetPage } from './budget-page.ts'
import { budgetWords } from './words.ts'

interface Subject {
  readonly href: string
  readonly label: string
  readonly results: readonly Result[]
}

async function ofCertificate({ api, params }: Visit): Promise<Subject> {
  const number = params['number'] ?? ''
  const { body } = await api.ask('read-certificate', { params: { number } })
  return { href: `/certificates/${encodeURIComponent(number)}`, label: body.number, results: body.results }
}

async function ofCalibration({ api, params, language }: Visit): Promise<Subject> {
  const id = params['id'] ?? ''
  const { body } = await api.ask('read-calibration', { params: { id } })
  const label = body.certificateNumber ?? `${budgetWords[language].calibration} ${body.item.equipment}`
  return { href: `/calibrations/${id}`, label, results: body.results }
}

async function budgetOf(visit: Visit, subject: Subject): Promise<PageAnswer> {
  const { language, params } = visit
  const words = budgetWords[language]
  const result = subject.results.find(({ code }) => code === params['code'])
  const budget = result && shownBudget(result)
  const head: PageHead = {
    title: result
      ? html`${measurandOf(result)[language]} <small>${quantityText(result.point.nominal)}</small>`
      : words.unknownResult,
    trail: [
      { href: subject.href, label: subject.label },
      { label: `${words.budget} ${params['code'] ?? ''}` },
    ],
    ...(result && { lead: stages[result.stage][language] }),
  }
  if (budget) return keptBudgetPage(visit, budget, head)
  const others = subject.results.filter((each) => each.budget !== undefined)
  return {
    title: words.budget,
    status: result ? 200 : 404,
    content: html`${pageHead(visit, head)}
    ${emptyState(
      result ? words.noBudget : words.unknownResult,
      result ? words.noBudgetText : '',
      html`<ul>
        ${others.map(({ code }) => html`<li><a href="${subject.href}/results/${encodeURIComponent(code)}/budget">${code}</a></li>`)}
      </ul>`,
    )}`,
  }
}

const both = (
  path: PageRoute['path'],
  answer: PageRoute['answer'],
  access: NonNullable<PageRoute['access']>,
): PageRoute[] => [
  { path, method: 'get', answer, access },
  { path, method: 'post', answer, access },
]

/** A budget is read by whoever may read the result; changing one for trial asks the interface, and so for a key. */
export const budgetPages: readonly PageRoute[] = [
  ...both('/budget', freeSheetPage, 'signed-in'),
  ...both(
    '/certificates/:number/results/:code/budget',
    async (visit) => budgetOf(visit, await ofCertificate(visit)),
    'public',
  ),
  ...both(
    '/calibrations/:id/results/:code/budget',
    async (visit) => budgetOf(visit, await ofCalibration(visit)),
    'signed-in',
  ),
]
