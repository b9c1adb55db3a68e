import type { ResultNode } from '../graph.ts'
import type { Known } from '../known.ts'
import type { CertificateRecord } from '../records.ts'

/**
 * `input`: an own input quantity of a result. `root`: what a chain ends in. `result`: the whole uncertainty of a result whose
 * budget is not known. `unexplained`: what a certificate states beyond its own budget. `correlation`: what a budget declares
 * of two of its inputs; it adds to the variance or takes from it.
 */
export type InfluenceKind = 'input' | 'root' | 'result' | 'unexplained' | 'correlation'

/** A place where uncertainty enters a chain; it is the same one in every chain that reaches it. */
export interface Influence {
  readonly key: string
  readonly kind: InfluenceKind
  /** The node of the chain it arises in. */
  readonly node: string
  readonly organizationId: string
  readonly certificate?: string
  readonly version?: number
  readonly result?: string
  /** The symbol of the input quantity; of a correlation both. */
  readonly input?: string
  readonly reference?: string
}

/** An influence as it reaches a result. */
export interface Term {
  readonly influence: Influence
  /** C: the sum over all routes of the products of sensitivities, in coherent units. */
  readonly sensitivity: number
  /** u² of the influence in its coherent unit, squared; of a correlation of either sign. */
  readonly variance: number
  readonly degreesOfFreedom: number
}

/** By the key of the influence. */
export type Terms = ReadonlyMap<string, Term>

/**
 * Which version of a certificate measured: an editorial amendment states the same measurement once more, and two results
 * that took it from different versions share it all the same.
 */
function measuredIn(known: Known, certificate: CertificateRecord): CertificateRecord {
  const versions = known.versionsOf(certificate.number)
  let at = versions.findIndex((one) => one.id === certificate.id)
  while (at > 0 && versions[at]?.changeClass === 'editorial') at -= 1
  return versions[at] ?? certificate
}

/** An influence of a result, of which `input` names the quantity. */
export function influenceOf(known: Known, node: ResultNode, kind: InfluenceKind, input?: string): Influence {
  const { number, version, laboratoryId } = measuredIn(known, node.certificate)
  const { code } = node.result
  const part = input ?? kind
  return {
    key: `${number} v${version}/${code}#${part}`,
    kind,
    node: node.id,
    organizationId: laboratoryId,
    certificate: number,
    version,
    result: code,
    ...(input !== undefined && { input }),
  }
}

/** What a person calls it. */
export function influenceLabel({ kind, certificate, result, input, reference }: Influence): string {
  if (reference !== undefined) return reference
  const of = `${certificate}/${result}`
  return kind === 'input' || kind === 'correlation' ? `${of} ${input}` : of
}
