import { html } from 'hono/html'
import { both } from '#faces/both.ts'
import type { Html, Visit } from '../../ground/page-route.ts'

/** What could be meant by a field: whoever has more of it types on. */
const most = 200

/** Lists of what the registry knows; a field takes other text too, and the interface says whether it exists. */
export async function suggestions({ api, who, language }: Visit): Promise<Html> {
  const organization = who?.organization.code
  const query = { limit: most }
  const own = { ...query, ...(organization !== undefined && { organization }) }
  const [equipment, methods, kinds, competences, people] = await Promise.all([
    api.ask('list-equipment', { query }),
    api.ask('list-normative-documents', { query }),
    api.ask('list-measurand-kinds', { query }),
    api.ask('list-competences', { query: own }),
    api.ask('list-people', { query: own }).catch(() => undefined),
  ])
  const named = (name: Parameters<typeof both>[0]) => both(name)[language]
  return html`${list(
    'equipment-list',
    equipment.body.items.map(({ code, name }) => [code, named(name)]),
  )}
  ${list(
    'methods',
    methods.body.items.map(({ code, title }) => [code, named(title)]),
  )}
  ${list(
    'kinds',
    kinds.body.items.map(({ code, name }) => [code, named(name)]),
  )}
  ${list(
    'competences',
    competences.body.items.map(({ code, measurandKind }) => [code, measurandKind]),
  )}
  ${list('people', people?.body.items.map(({ code, name }) => [code, name]) ?? [])}`
}

const list = (id: string, items: readonly (readonly [code: string, name: string])[]) =>
  html`<datalist id="${id}">
    ${items.map(([code, name]) => html`<option value="${code}">${name}</option>`)}
  </datalist>`
