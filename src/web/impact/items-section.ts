import { html } from 'hono/html'
import type { ImpactFigure, ImpactItem } from '#contract/types.ts'
import { percent } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import { table } from '../ground/blocks/table.ts'
import type { Html } from '../ground/page-route.ts'
import { raised } from '../ground/raised.ts'
import { sign } from '../graph/sign.ts'
import { changeText, toneOfItem } from './change-of-item.ts'
import { itemText, stated } from './impact-graph.ts'
import { impactWords } from './words.ts'

/** Every result with its figures before and after: those that hang on the same standards beside each other. */
export function itemsTable(items: readonly ImpactItem[], isSupposed: boolean, language: PageLanguage): Html {
  const words = impactWords[language]
  const first = new Set<string>()
  const rows = inOrder(items).map((item) => {
    const { certificate } = item
    const isFirst = !first.has(certificate)
    first.add(certificate)
    const tone = toneOfItem(item, isSupposed)
    return [
      html`<a
          href="/certificates/${encodeURIComponent(certificate)}"
          id="${isFirst ? `row-${certificate}` : `row-${certificate}-${item.result}`}"
          ><code>${certificate}</code></a
        ><span class="small block">${item.result}</span>`,
      html`<a href="/equipment/${encodeURIComponent(item.equipment)}">${itemText(item)}</a>`,
      item.issuer,
      item.owner,
      String(item.depth),
      figureOf(item, 'before', language),
      isSupposed ? figureOf(item, 'after', language) : '–',
      html`<span class="rule-code ${tone}">${sign(tone)} ${changeText(item, isSupposed, language)}</span>`,
    ]
  })
  return table({
    caption: words.list,
    columns: [
      { head: words.certificate },
      { head: words.item },
      { head: words.issuer },
      { head: words.owner },
      { head: words.depth, isFigure: true },
      { head: words.before, isFigure: true },
      { head: words.after, isFigure: true },
      { head: words.outcome },
    ],
    rows,
  })
}

const inOrder = (items: readonly ImpactItem[]): readonly ImpactItem[] => {
  const keys = new Map(items.map((item) => [item, JSON.stringify(item.standards ?? [])]))
  return items.toSorted((a, b) => a.depth - b.depth || ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1))
}

export function figureOf(
  item: Pick<ImpactItem, 'unit' | 'before' | 'after'>,
  when: 'before' | 'after',
  language: PageLanguage,
): Html {
  return html`${raised(stated(item as ImpactItem, when)) || '–'}<span class="small block"
      >${decisionText(item[when], language)}</span
    >`
}

export function decisionText(
  { conformity, conformanceProbability: p }: ImpactFigure,
  language: PageLanguage,
): string {
  if (conformity === undefined) return ''
  const word = impactWords[language].conformity[conformity]
  return p === undefined ? word : `${word} · ${percent(p)}`
}
