import { html } from 'hono/html'
import type { RecallItem } from '#contract/types.ts'
import { chip } from '../ground/blocks/chip.ts'
import { table } from '../ground/blocks/table.ts'
import { section, when } from '../ground/html.ts'
import { countText } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { figureOf } from '../impact/items-section.ts'
import { itemText } from '../impact/impact-graph.ts'
import { recallWords } from './words.ts'

/** How a result is named in the form of decisions. */
export const nameOfItem = ({ certificate, result }: Pick<RecallItem, 'certificate' | 'result'>): string =>
  JSON.stringify([certificate, result])

/** The frozen set, owner by owner: each owner is told of their own. */
export function itemsSection(
  visit: Visit,
  items: readonly RecallItem[],
  { isMore, isOpen }: { readonly isMore: boolean; readonly isOpen: boolean },
): Html {
  const { language } = visit
  const words = recallWords[language]
  const owners = [...Map.groupBy(items, ({ owner }) => owner)]
  return section(
    'items',
    words.items,
    html`<p class="small">${words.itemsLead}</p>
      ${when(isMore, () => html`<p class="note caution">${words.more}</p>`)}
      ${owners.map(
        ([owner, own]) =>
          html`<details class="owner" open>
            <summary>${words.itemsOf(owner, countText(own.length, language))}</summary>
            ${ownersTable(visit, owner, own, isOpen)}
          </details>`,
      )}`,
  )
}

function ownersTable(
  { language, who }: Visit,
  owner: string,
  items: readonly RecallItem[],
  isOpen: boolean,
): Html {
  const words = recallWords[language]
  const isChoice = isOpen && who?.may('recall.decide') === true
  return table({
    caption: words.itemsOf(owner, countText(items.length, language)),
    columns: [
      { head: words.certificate },
      ...(isChoice ? [{ head: words.choose }] : []),
      { head: words.item },
      { head: words.issuer },
      { head: words.before, isFigure: true },
      { head: words.after, isFigure: true },
      { head: words.disposition },
    ],
    rows: items.map((item) => [
      html`<a href="/certificates/${encodeURIComponent(item.certificate)}"
          ><code>${item.certificate}</code></a
        >
        <span class="small block">${item.result}</span>`,
      ...(isChoice ? [choiceOf(item, words.chooseItem(`${item.certificate} ${item.result}`))] : []),
      html`<a href="/equipment/${encodeURIComponent(item.equipment)}">${itemText(item)}</a>`,
      item.issuer,
      figureOf(item, 'before', language),
      html`${figureOf(item, 'after', language)}${flip(item, language)}`,
      dispositionOf(item, language),
    ]),
  })
}

const choiceOf = (item: RecallItem, label: string): Html =>
  html`<input type="checkbox" form="decide" name="item" value="${nameOfItem(item)}" aria-label="${label}" />`

const flip = ({ flipped, lost }: RecallItem, language: Visit['language']): Html => {
  const words = recallWords[language]
  if (lost === true) return chip('bad', words.lost)
  return flipped ? chip('bad', words.flipped) : html``
}

function dispositionOf({ disposition }: RecallItem, language: Visit['language']): Html {
  const words = recallWords[language]
  if (!disposition) return chip('caution', words.undecided)
  return html`<b>${words.decisions[disposition.decision]}</b>
    <span class="small block">${disposition.reason}</span>`
}
