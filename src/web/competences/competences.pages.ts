import { html } from 'hono/html'
import { EtalonProblem } from '#client/client.ts'
import type { CalibrationRoutes } from '#contract/types.ts'
import { both } from '#faces/both.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import type { Html, Page, PageRoute, Visit } from '../ground/page-route.ts'
import { gapsSection, routesSection } from './found-section.ts'
import { askedIn, searchForm, type Asked } from './search-form.ts'
import { competenceWords } from './words.ts'

export const competencePages: readonly PageRoute[] = [
  { path: '/competences', access: 'public', answer: competencesPage },
]

/** Who can calibrate this, to this U: the question in the address, so that an answer can be passed on. */
async function competencesPage(visit: Visit): Promise<Page> {
  const { language, url } = visit
  const words = competenceWords[language]
  const asked = askedIn(url)
  const kinds = await kindsOf(visit)
  const answer = asked && (await answered(visit, asked))
  const problem = answer instanceof EtalonProblem ? answer : undefined
  return {
    title: words.title,
    ...(problem && { status: problem.status }),
    content: html`${pageHead(visit, { title: words.title, lead: words.lead })}
      <section aria-label="${words.title}">${searchForm(visit, { kinds, asked, problem })}</section>
      ${answer && !(answer instanceof EtalonProblem) ? foundOf(answer, visit) : ''}`,
  }
}

const foundOf = (routes: CalibrationRoutes, visit: Visit): Html =>
  html`${gapsSection(routes, visit)} ${routesSection(routes, visit)}`

async function answered({ api }: Visit, asked: Asked): Promise<CalibrationRoutes | EtalonProblem> {
  try {
    return (await api.ask('calibration-routes', { query: asked })).body
  } catch (error) {
    if (error instanceof EtalonProblem && error.status < 500) return error
    throw error
  }
}

async function kindsOf({ api, language }: Visit) {
  const kinds: { value: string; label: string }[] = []
  for await (const { code, name, unit } of api.all('list-measurand-kinds', { query: { limit: 500 } }))
    kinds.push({ value: code, label: `${both(name)[language]} (${unit})` })
  return kinds.toSorted((a, b) => a.label.localeCompare(b.label, language))
}
