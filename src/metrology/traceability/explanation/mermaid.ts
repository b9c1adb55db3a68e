import type { AnsweredNode, TraceabilityAnswer } from '../answer.ts'

import { percent, printedUncertainty, printedValue } from './figures.ts'

/**
 * The chain as a Mermaid flowchart, roots above. Every text stands in quotes with what Mermaid, Markdown or HTML would read
 * into it written as a character code, so that no name of an item can become markup.
 */
export function mermaidOf(answer: TraceabilityAnswer): string {
  const name = new Map(answer.nodes.map((node, i) => [node.id, `n${i}`]))
  const nodes = answer.nodes.map(
    (node) => `  ${name.get(node.id)}["${linesOf(node).join('<br/>')}"]:::${classOf(node)}`,
  )
  const links = answer.links.flatMap(({ from, to, input, share, significant }) => {
    const [above, below] = [name.get(from), name.get(to)]
    if (above === undefined || below === undefined) return []
    const label = escaped(share === null ? input : `${input} ${percent(share)}`)
    return [`  ${above} ${significant ? '-->' : '-.->'}|"${label}"| ${below}`]
  })
  return ['flowchart TB', ...nodes, ...links, ...styles, ''].join('\n')
}

const styles = [
  '  classDef root stroke-width:3px',
  '  classDef anchor stroke-dasharray:6 3',
  '  classDef plain stroke-width:1px',
]

const classOf = ({ end }: AnsweredNode) => end ?? 'plain'

/** What is written in the box of a node, line by line. */
function linesOf(node: AnsweredNode): string[] {
  const value = printedValue(node)
  const U = printedUncertainty(node)
  const who = node.organization && (node.organization.zh || node.organization.en)
  const day = node.finished?.slice(0, 10)
  return [node.label, who, day, value, U && `U = ${U}`].filter((line) => line !== undefined).map(escaped)
}

/** Letters, digits and plain punctuation stay; everything else in ASCII, and every line break, becomes a code. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\s\u2028\u2029]+/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}\p{M} .,:/%+=_·°µ²³-]/gu, (character) => `#${character.codePointAt(0)};`)
