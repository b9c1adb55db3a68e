import type { Known } from './known.ts'
import type { CertificateRecord, LinkRecord, PointOfUse, ReferenceRecord, ResultRecord } from './records.ts'

/** A result together with the certificate version that states it. */
export interface ResultNode {
  readonly kind: 'result'
  readonly id: string
  readonly result: ResultRecord
  readonly certificate: CertificateRecord
}

export interface ReferenceNode {
  readonly kind: 'reference'
  readonly id: string
  readonly reference: ReferenceRecord
}

/** A standard that was named and leads nowhere: a device without a certificate, or a record not known at K. */
export interface UnresolvedNode {
  readonly kind: 'unresolved'
  readonly id: string
  /** What a person calls it, if it is known at all. */
  readonly label: string
  readonly equipmentId?: string
}

export type ChainNode = ResultNode | ReferenceNode | UnresolvedNode

/** When and where a result or reference was used: by the question itself, or by the calibration of another result. */
export interface Use {
  readonly from: Date
  readonly to: Date
  readonly point: PointOfUse
  readonly measurandKind: string | undefined
}

/** Values run from `from`, the standard, to `to`, the result it went into. */
export interface ChainLink {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly record: LinkRecord
  readonly use: Use
  /** The standard depends on the very result it went into; such a link is told and not followed. */
  readonly closesCycle: boolean
}

export interface Chain {
  readonly subject: ResultNode
  readonly nodes: ReadonlyMap<string, ChainNode>
  /** Links into a result, in the order of their input quantities. */
  readonly linksInto: (resultId: string) => readonly ChainLink[]
  readonly links: readonly ChainLink[]
  /** The subject first; every standard after all the results that used it. */
  readonly order: readonly string[]
}

/** Everything above the subject, each result visited once; stops at what is not known and at cycles. */
export function chainAbove(known: Known, subjectId: string): Chain | undefined {
  const subject = resultNode(known, subjectId)
  if (subject === undefined) return undefined
  const nodes = new Map<string, ChainNode>([[subject.id, subject]])
  const into = new Map<string, ChainLink[]>()
  const finished: string[] = []
  const open = new Set<string>()
  const stack: { node: ChainNode; links: ChainLink[]; next: number }[] = []

  const enter = (node: ChainNode) => {
    nodes.set(node.id, node)
    open.add(node.id)
    const links = node.kind === 'result' ? linksOf(known, node) : []
    into.set(node.id, links)
    stack.push({ node, links, next: 0 })
  }
  enter(subject)
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const link = top.links[top.next]
    if (link === undefined) {
      stack.pop()
      open.delete(top.node.id)
      finished.push(top.node.id)
      continue
    }
    if (open.has(link.from)) top.links[top.next] = { ...link, closesCycle: true }
    else if (!into.has(link.from)) enter(nodeAt(known, link))
    top.next += 1
  }
  const linksInto = (resultId: string) => into.get(resultId) ?? []
  const order = finished.toReversed()
  return { subject, nodes, linksInto, links: order.flatMap(linksInto), order }
}

export const referenceId = (id: string) => `reference:${id}`
const equipmentId = (id: string, component: string) => `equipment:${id}/${component}`

function resultNode(known: Known, resultId: string): ResultNode | undefined {
  const result = known.results.get(resultId)
  const certificate = result && known.certificates.get(result.certificateId)
  return certificate && { kind: 'result', id: result.id, result, certificate }
}

function linksOf(known: Known, node: ResultNode): ChainLink[] {
  const { started, finished } = node.certificate
  return node.result.links
    .map((record) => ({
      record,
      to: node.id,
      from: upstreamId(known, node, record),
      use: {
        from: started,
        to: finished,
        point: record.usedAt ?? {},
        measurandKind: record.expectedMeasurandKind,
      },
      closesCycle: false,
    }))
    .toSorted((a, b) => compare(a.record.input, b.record.input) || compare(a.from, b.from))
    .map((link, i) => ({ ...link, key: `${node.id}#${i}` }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function upstreamId(known: Known, node: ResultNode, link: LinkRecord): string {
  const { upstream } = link
  if (upstream.kind === 'result') return upstream.resultId
  if (upstream.kind === 'reference') return referenceId(upstream.referenceId)
  return (
    lastResultBefore(known, node.certificate, link)?.id ??
    equipmentId(upstream.equipmentId, upstream.component)
  )
}

/** A standard named as a device means its last calibration before the work began, as known at K. */
function lastResultBefore(known: Known, work: CertificateRecord, link: LinkRecord): ResultRecord | undefined {
  if (link.upstream.kind !== 'equipment') return undefined
  const { equipmentId: device, component } = link.upstream
  const certificate = known
    .certificatesOf(device, component)
    .filter((one) => one.finished <= work.started && one.number !== work.number && one.origin !== 'draft')
    .filter((one) => newestOf(known, one).id === one.id)
    .at(-1)
  if (certificate === undefined) return undefined
  return bestResult(known.resultsOf(certificate.id), link.expectedMeasurandKind, link.usedAt?.value)
}

const newestOf = (known: Known, certificate: CertificateRecord) =>
  known.versionsOf(certificate.number).at(-1) ?? certificate

const stageOrder = { 'as-left': 0, 'as-found-and-left': 1, 'as-found': 2 } as const

/** Of several results, the one that speaks for the item from now on: right kind, covering the value, as left. */
export function bestResult(
  results: readonly ResultRecord[],
  measurandKind: string | undefined,
  value: number | undefined,
): ResultRecord | undefined {
  const distance = (one: ResultRecord) => (value === undefined ? 0 : distanceTo(one, value))
  return results.toSorted(
    (a, b) =>
      Number(b.measurandKind === measurandKind) - Number(a.measurandKind === measurandKind) ||
      distance(a) - distance(b) ||
      stageOrder[a.stage] - stageOrder[b.stage] ||
      compare(a.code, b.code),
  )[0]
}

function distanceTo(result: ResultRecord, value: number): number {
  const { interval, point } = result
  if (interval && value >= interval.lower && value <= interval.upper) return 0
  return Math.abs(value - point.value)
}

function nodeAt(known: Known, link: ChainLink): ChainNode {
  const result = resultNode(known, link.from)
  if (result) return result
  const { upstream } = link.record
  const reference = upstream.kind === 'reference' ? known.references.get(upstream.referenceId) : undefined
  if (reference) return { kind: 'reference', id: link.from, reference }
  if (upstream.kind !== 'equipment') return { kind: 'unresolved', id: link.from, label: link.from }
  const { equipmentId: device, component } = upstream
  const label = `${known.equipment.get(device)?.code ?? device}/${component}`
  return { kind: 'unresolved', id: link.from, label, equipmentId: device }
}

/** The results that depend on a node, itself included. */
export function dependantsOf(chain: Chain, nodeId: string): ReadonlySet<string> {
  const found = new Set([nodeId])
  const usedBy = Map.groupBy(chain.links, (link) => link.from)
  for (const id of found) for (const link of usedBy.get(id) ?? []) found.add(link.to)
  return found
}

/** The nodes a result depends on, itself included. */
export function standardsOf(chain: Chain, nodeId: string): ReadonlySet<string> {
  const found = new Set([nodeId])
  for (const id of found) for (const link of chain.linksInto(id)) found.add(link.from)
  return found
}
