import { html } from 'hono/html'
import type { EquipmentRecord, EquipmentTraceabilityQuery } from '#contract/types.ts'
import { choice, field } from '../ground/blocks/field.ts'
import { emptyState } from '../ground/blocks/lists.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { section } from '../ground/html.ts'
import type { Html, Page, PageAnswer, Visit } from '../ground/page-route.ts'
import { withQuery } from '../ground/preferences.ts'
import { prepareLayouts } from '../graph/layout/layouts.ts'
import { answeredAt } from './asked-moments.ts'
import { chainCsv } from './chain-csv.ts'
import { chainPage } from './chain-page.ts'
import { csvFile } from './csv-file.ts'
import { chainWords } from './words.ts'

interface Quantity {
  readonly component: string
  readonly measurandKind: string
}

/** Undefined until it is said what is measured; with one quantity there is nothing to say. */
function askedBy({ url }: Visit, quantities: readonly Quantity[]): EquipmentTraceabilityQuery | undefined {
  const { searchParams: query } = url
  const only = quantities.length === 1 ? quantities[0] : undefined
  const measurandKind = query.get('measurandKind') ?? only?.measurandKind
  if (!measurandKind) return undefined
  const component = query.get('component') ?? only?.component
  const [value, unit, policy] = [query.get('value'), query.get('unit'), query.get('policy')]
  return {
    measurandKind,
    ...(component && { component }),
    ...(value && { value }),
    ...(value && unit && { unit }),
    ...(policy && { policy }),
  }
}

const quantitiesOf = ({ components }: EquipmentRecord): readonly Quantity[] => {
  const all = components.flatMap(({ code, intervals = [] }) =>
    intervals.map(({ measurandKind }) => ({ component: code, measurandKind })),
  )
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

const answerTo = ({ api, url, params: { code = '' } }: Visit, query: EquipmentTraceabilityQuery) =>
  answeredAt(url, (moments) =>
    api.ask('traceability-of-equipment', { params: { code }, query: { ...query, ...moments } }),
  )

export async function equipmentChain(visit: Visit): Promise<PageAnswer> {
  prepareLayouts()
  const { api, params, language } = visit
  const { code = '' } = params
  const { body: equipment } = await api.ask('read-equipment', { params: { id: code } })
  const quantities = quantitiesOf(equipment)
  const query = askedBy(visit, quantities)
  if (query === undefined) return chooseQuantity(visit, equipment, quantities)
  const words = chainWords[language]
  const [{ answer, present, moments }, policies] = await Promise.all([
    answerTo(visit, query),
    api.ask('list-policies', { query: { limit: 500 } }),
  ])
  const asked = new URLSearchParams(
    Object.entries({ ...query, ...moments }).map(([name, text]): [string, string] => [name, String(text)]),
  )
  const path = encodeURIComponent(code)
  const number = answer.subject.certificate
  return chainPage(visit, {
    answer,
    present,
    policies: policies.body.items,
    name: query.component === undefined || query.component === 'main' ? code : `${code} / ${query.component}`,
    trail: [{ href: `/equipment/${path}`, label: code }],
    subject: subjectFields(quantities, query, language),
    json: `/v1/equipment/${path}/traceability?${asked}`,
    actions: html`${
        number === undefined
          ? ''
          : html`<a class="button second" href="/certificates/${encodeURIComponent(number)}"
              >${words.back}</a
            >`
      } <a class="button second" href="/equipment/${path}/impact">${words.impact}</a>`,
  })
}

export async function equipmentChainCsv(visit: Visit): Promise<PageAnswer> {
  const { code = '' } = visit.params
  const { body: equipment } = await visit.api.ask('read-equipment', { params: { id: code } })
  const quantities = quantitiesOf(equipment)
  const query = askedBy(visit, quantities)
  if (query === undefined) return chooseQuantity(visit, equipment, quantities)
  const { answer } = await answerTo(visit, query)
  return csvFile(`chain-${code}.csv`, chainCsv(answer, visit.language))
}

const optionsOf = (values: ReadonlySet<string>) => [...values].map((value) => ({ value, label: value }))

function subjectFields(
  quantities: readonly Quantity[],
  query: EquipmentTraceabilityQuery,
  language: Visit['language'],
): Html {
  const words = chainWords[language]
  const kinds = new Set([...quantities.map(({ measurandKind }) => measurandKind), query.measurandKind])
  const components = new Set([
    ...quantities.map(({ component }) => component),
    ...(query.component === undefined ? [] : [query.component]),
  ])
  return html`${choice({
    name: 'measurandKind',
    label: words.measurandKind,
    value: query.measurandKind,
    options: optionsOf(kinds),
  })}
  ${
    components.size > 1
      ? choice({
          name: 'component',
          label: words.component,
          value: query.component,
          options: optionsOf(components),
        })
      : html`<input type="hidden" name="component" value="${query.component ?? 'main'}" />`
  }
  ${field({ name: 'value', label: words.valueAsked, value: query.value, inputmode: 'decimal', maxLength: 40 })}
  ${field({ name: 'unit', label: words.unit, value: query.unit, maxLength: 64 })}`
}

/** A chain belongs to a result: whoever has several quantities says which. */
function chooseQuantity(visit: Visit, { code }: EquipmentRecord, quantities: readonly Quantity[]): Page {
  const words = chainWords[visit.language]
  const path = encodeURIComponent(code)
  const list = html`<ul class="quantities">
    ${quantities.map(
      ({ component, measurandKind }) =>
        html`<li>
          <a href="${withQuery(visit.url, { component, measurandKind })}"
            ><code>${measurandKind}</code>${component === 'main' ? '' : ` · ${component}`}</a
          >
        </li>`,
    )}
  </ul>`
  return {
    title: words.chainOf(code),
    content: html`${pageHead(visit, {
      title: html`${words.chain} <code>${code}</code>`,
      trail: [{ href: `/equipment/${path}`, label: code }, { label: words.chain }],
      lead: words.chooseKindLead,
    })}
    ${section('quantities', words.chooseKind, quantities.length === 0 ? emptyState(words.chooseKind, words.noKinds) : list)}`,
  }
}
