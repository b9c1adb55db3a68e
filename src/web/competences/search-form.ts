import { html } from 'hono/html'
import type { EtalonProblem } from '#client/client.ts'
import type { RoutesQuery } from '#contract/types.ts'
import { choice, faultAt, field } from '../ground/blocks/field.ts'
import { when } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { competenceWords } from './words.ts'

export type Asked = Pick<
  RoutesQuery,
  'measurandKind' | 'value' | 'unit' | 'parameters' | 'expandedUncertainty' | 'uncertaintyUnit' | 'at'
>

const names = ['parameters', 'expandedUncertainty', 'uncertaintyUnit', 'at'] as const

/** Nothing where nothing was asked yet. */
export function askedIn({ searchParams }: URL): Asked | undefined {
  const text = (name: string) => searchParams.get(name)?.trim() ?? ''
  const [measurandKind, value, unit] = ['measurandKind', 'value', 'unit'].map(text)
  if (!measurandKind || !value || !unit) return undefined
  const more = names.map((name) => [name, text(name)] as const).filter(([, stated]) => stated !== '')
  return { measurandKind, value, unit, ...Object.fromEntries(more) }
}

export interface SearchForm {
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
  readonly asked: Asked | undefined
  readonly problem: EtalonProblem | undefined
}

export function searchForm({ language }: Visit, { kinds, asked, problem }: SearchForm): Html {
  const words = competenceWords[language]
  const fault = (name: string) => faultAt(problem, `/${name}`)
  const isPlaced = problem && (problem.pointer !== undefined || problem.errors.length > 0)
  return html`<form class="filter-form" method="get" action="/competences">
    <div class="fields">
      ${choice({
        name: 'measurandKind',
        label: words.kind,
        value: asked?.measurandKind,
        options: [{ value: '', label: words.choose }, ...kinds],
        fault: fault('measurandKind'),
        isRequired: true,
      })}
      ${field({ name: 'value', label: words.value, value: asked?.value, inputmode: 'decimal', fault: fault('value'), isRequired: true })}
      ${field({ name: 'unit', label: words.unit, value: asked?.unit, fault: fault('unit'), isRequired: true })}
      ${field({ name: 'expandedUncertainty', label: words.uncertainty, value: asked?.expandedUncertainty, inputmode: 'decimal', fault: fault('expandedUncertainty') })}
      ${field({ name: 'uncertaintyUnit', label: words.uncertaintyUnit, value: asked?.uncertaintyUnit, fault: fault('uncertaintyUnit') })}
      ${field({ name: 'parameters', label: words.parameters, value: asked?.parameters, hint: words.parametersHint, fault: fault('parameters') })}
      ${field({ name: 'at', label: words.at, value: asked?.at, type: 'date', fault: fault('at') })}
    </div>
    ${when(problem && !isPlaced, () => html`<p class="bad" role="alert">${problem?.detail}</p>`)}
    <button>${words.search}</button>
  </form>`
}
