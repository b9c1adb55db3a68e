import type { TraceabilityAnswer } from '#contract/types.ts'
import { csvLine } from '#exchange/csv/csv-line.ts'
import type { PageLanguage } from '#faces/page.ts'
import { chainRows } from './chain-rows.ts'

const heads = [
  'node',
  'kind',
  'level',
  'holder',
  'equipment',
  'component',
  'measurandKind',
  'estimate',
  'expandedUncertainty',
  'coverageFactor',
  'unit',
  'state',
  'shareOfAsked',
  'enters',
  'input',
  'share',
]

/** A link a line, and the asked result; a spreadsheet takes the mark in front for UTF-8. */
export function chainCsv(answer: TraceabilityAnswer, language: PageLanguage): string {
  const lines = chainRows(answer, language).flatMap(({ node, state, links }) => {
    const own = [
      node.label,
      node.kind,
      node.level,
      node.organization?.[language],
      node.equipment,
      node.component,
      node.measurandKind,
      node.estimate,
      node.expandedUncertainty,
      node.coverageFactor,
      node.unit,
      state,
      node.share,
    ]
    if (links.length === 0) return [csvLine([...own, undefined, undefined, undefined])]
    return links.map(({ to, input, share }) => csvLine([...own, to, input, share ?? undefined]))
  })
  return `\ufeff${csvLine(heads)}${lines.join('')}`
}
