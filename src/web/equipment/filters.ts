import { html } from 'hono/html'
import type { MeasurandKindRecord } from '#contract/types.ts'
import { both } from '#faces/both.ts'
import { choice, field } from '../ground/blocks/field.ts'
import { when } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { standings } from './standing-chip.ts'
import { levelWords, stateWords } from './words-of-records.ts'
import { equipmentWords } from './words.ts'

const names = ['q', 'standing', 'level', 'state', 'measurandKind', 'location'] as const

export type Filters = Partial<Record<(typeof names)[number], string>>

/** What stands in the address: a field that was left empty is no filter. */
export const filtersOf = ({ url }: Visit): Filters =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = url.searchParams.get(name)?.trim()
      return value ? [[name, value]] : []
    }),
  )

export function filterForm(visit: Visit, kinds: readonly MeasurandKindRecord[]): Html {
  const { language } = visit
  const words = equipmentWords[language]
  const asked = filtersOf(visit)
  const any = { value: '', label: words.all }
  const options = (values: readonly (keyof typeof words & string)[]) => [
    any,
    ...values.map((value) => ({ value, label: String(words[value]) })),
  ]
  const kindsNamed = kinds
    .map(({ code, name }) => ({ value: code, label: both(name)[language] }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
  return html`<form class="filters" method="get" action="/equipment" role="search">
    <div class="fields">
      ${field({ name: 'q', label: words.words, hint: words.wordsHint, value: asked.q, type: 'search', maxLength: 100 })}
      ${choice({ name: 'standing', label: words.standing, value: asked.standing, options: options(standings) })}
      ${choice({
        name: 'level',
        label: words.level,
        value: asked.level,
        options: options(Object.keys(levelWords.en) as (keyof typeof levelWords.en)[]),
      })}
      ${choice({
        name: 'state',
        label: words.state,
        value: asked.state,
        options: options(Object.keys(stateWords.en) as (keyof typeof stateWords.en)[]),
      })}
      ${choice({
        name: 'measurandKind',
        label: words.measurandKind,
        value: asked.measurandKind,
        options: [any, ...kindsNamed],
      })}
      ${field({ name: 'location', label: words.location, value: asked.location, maxLength: 100 })}
    </div>
    <p class="form-end">
      <button>${words.filter}</button>
      ${when(Object.keys(asked).length > 0, () => html`<a class="button second" href="/equipment">${words.clear}</a>`)}
    </p>
  </form>`
}
