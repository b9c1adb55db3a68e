import type { ImpactItem } from '#contract/types.ts'
import type { PageLanguage } from '#faces/page.ts'
import { statedResult } from '#faces/stated-result.ts'
import { bundled, type Bundling } from '../graph/bundle.ts'
import { worstOf, type Box, type BoxLine, type Edge, type Graph } from '../graph/graph.ts'
import { metrics, roomForText } from '../graph/sketch.ts'
import { widthOf } from '../graph/text-width.ts'
import { changeText, toneOfItem } from './change-of-item.ts'
import { impactWords } from './words.ts'

export interface Downstream {
  readonly name: string
  readonly href: string
  readonly items: readonly ImpactItem[]
  readonly isSupposed: boolean
}

const subjectId = 'subject'
const withheldId = 'withheld'

/** The standard left, certificate by certificate what was made with it; a certificate stands after all it rests on. */
export function impactGraph(downstream: Downstream, language: PageLanguage): Graph {
  const { items, name, href } = downstream
  const words = impactWords[language]
  const certificates = [...Map.groupBy(items, ({ certificate }) => certificate)]
  const isWithheld = items.some(({ standards }) => standards?.some(({ withheld }) => withheld === true))
  const boxes: Box[] = [
    {
      ...plain(subjectId, 'subject', 0),
      href,
      lines: [
        { kind: 'number', text: name },
        { kind: 'item', text: words.subject },
      ],
      title: name,
    },
    ...(isWithheld ? [withheldBox(language)] : []),
    ...certificates.map(([number, own]) => boxOf(number, own, downstream, language)),
  ]
  const last = Math.max(0, ...boxes.map(({ column }) => column))
  const columns = Array.from({ length: last + 1 }, (_, i) => ({
    heading: i === 0 ? words.subject : words.step(i),
    holders: [
      ...new Set(
        items.filter((item) => columnOf(certificates, item.certificate) === i).map(({ issuer }) => issuer),
      ),
    ],
  }))
  return bundled({ boxes, edges: edgesOf(items, isWithheld, boxes), columns }, bundleIn(language))
}

const plain = (id: string, kind: Box['kind'], column: number) => ({
  id,
  kind,
  tone: 'quiet' as const,
  column,
  isFaint: false,
  members: [],
})

const withheldBox = (language: PageLanguage): Box => {
  const { withheld } = impactWords[language]
  return {
    ...plain(withheldId, 'withheld', 1),
    href: undefined,
    lines: [{ kind: 'number', text: withheld }],
    title: withheld,
  }
}

const columnOf = (
  certificates: readonly (readonly [string, readonly ImpactItem[]])[],
  number: string,
): number =>
  Math.max(0, ...(certificates.find(([one]) => one === number)?.[1] ?? []).map(({ depth }) => depth))

function boxOf(
  number: string,
  own: readonly ImpactItem[],
  { isSupposed }: Downstream,
  language: PageLanguage,
): Box {
  const [first] = own
  const tone = worstOf(own.map((item) => toneOfItem(item, isSupposed)))
  const worst = own.find((item) => toneOfItem(item, isSupposed) === tone) ?? first
  const item = first ? itemText(first) : ''
  const lines: BoxLine[] = [
    { kind: 'number', text: own.length === 1 ? `${number} · ${first?.result ?? ''}` : number },
    { kind: 'item', text: item },
    { kind: 'holder', text: first ? `${first.issuer} → ${first.owner}` : '' },
    ...figuresOf(own, isSupposed, language).map((text): BoxLine => ({ kind: 'figure', text })),
    { kind: 'status', text: worst ? changeText(worst, isSupposed, language) : '' },
  ]
  return {
    ...plain(number, 'result', Math.max(1, ...own.map(({ depth }) => depth))),
    tone,
    href: `/certificates/${encodeURIComponent(number)}`,
    lines,
    title: [number, item, ...own.map((each) => titleOf(each, isSupposed, language))].join('\n'),
  }
}

export const itemText = ({ equipment, component }: ImpactItem): string =>
  component === 'main' ? equipment : `${equipment} / ${component}`

/** Of one result its figures, before and after; of several how many they are. */
function figuresOf(
  own: readonly ImpactItem[],
  isSupposed: boolean,
  language: PageLanguage,
): readonly string[] {
  const [only, ...others] = own
  if (!only) return []
  if (others.length > 0)
    return [impactWords[language].resultsOf(own.length, own.filter(({ flipped }) => flipped).length)]
  const before = stated(only, 'before')
  const after = stated(only, 'after')
  const told = isSupposed && after !== '' && after !== before ? [before, `→ ${after}`] : [before]
  return told.filter((text) => text !== '' && widthOf(text, metrics.figure.size) <= roomForText)
}

export const stated = (item: ImpactItem, when: 'before' | 'after'): string =>
  statedResult({
    estimate: item[when].estimate,
    expandedUncertainty: item[when].U,
    unit: item.unit,
  })

const titleOf = (item: ImpactItem, isSupposed: boolean, language: PageLanguage): string => {
  const [before, after] = [stated(item, 'before'), stated(item, 'after')]
  const figures = isSupposed && after !== before ? `${before} → ${after}` : before
  return `${item.result}: ${figures}, ${changeText(item, isSupposed, language)}`
}

function edgesOf(items: readonly ImpactItem[], isWithheld: boolean, boxes: readonly Box[]): Edge[] {
  const flipped = new Set(boxes.filter(({ tone }) => tone === 'bad').map(({ id }) => id))
  const told = new Set(items.map(({ certificate }) => certificate))
  const found = items.flatMap(({ certificate, standards = [] }) =>
    standards.flatMap(({ subject, withheld, certificate: above }) => {
      const from = subject === true ? subjectId : withheld === true ? withheldId : (above ?? '')
      return from === subjectId || from === withheldId || told.has(from) ? [{ from, to: certificate }] : []
    }),
  )
  const between = [...found, ...(isWithheld ? [{ from: subjectId, to: withheldId }] : [])].filter(
    ({ from, to }) => from !== to,
  )
  const once = new Map(between.map((edge) => [JSON.stringify(edge), edge]))
  return [...once.values()].map(({ from, to }) => ({
    from,
    to,
    tone: flipped.has(to) ? 'bad' : 'good',
    weight: 2,
    label: '',
    title: `${from} → ${to}`,
    isFaint: false,
  }))
}

const bundleIn = (language: PageLanguage): Bundling => ({
  isKept: () => false,
  bundleOf: (members) => {
    const words = impactWords[language]
    const count = (...wanted: readonly Box['tone'][]) =>
      members.filter(({ tone }) => wanted.includes(tone)).length
    const isSupposed = members.some(({ tone }) => tone !== 'quiet')
    const [first] = members
    const items = members.map(({ lines }) => lines[1]?.text ?? '').join(', ')
    return {
      id: `bundle:${first?.id ?? ''}`,
      tone: worstOf(members.map(({ tone }) => tone)),
      href: `#row-${encodeURIComponent(first?.id ?? '')}`,
      lines: [
        { kind: 'number', text: words.bundle(members.length) },
        { kind: 'item', text: items },
        {
          kind: 'status',
          text: isSupposed
            ? words.bundleOf(count('bad'), count('suspect', 'caution'), count('good'))
            : words.rests,
        },
      ],
      title: members.map(({ title }) => title).join('\n\n'),
      isFaint: false,
    }
  },
})
