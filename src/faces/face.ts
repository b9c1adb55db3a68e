import { encode } from 'uqr'
import { both, type Both } from './both.ts'
import { budgetsOf, type BudgetTable } from './budgets.ts'
import type { Certificate } from './certificate.ts'
import { conformityOf, type ConformityBlock } from './conformity.ts'
import { dayOf, factsOf, type Fact } from './facts.ts'
import { resultTablesOf, type ResultTable } from './results.ts'
import { tracedOf, type Traced } from './standards.ts'
import {
  amendmentOf,
  conclusionOf,
  notesOf,
  signatoriesOf,
  type Amendment,
  type Conclusion,
  type Note,
  type Signatory,
} from './statements.ts'
import { kinds } from './words.ts'

/** The certificate as a person reads it, in both languages and without layout: page and PDF are drawn from it. */
export interface Face {
  readonly kind: Certificate['kind']
  readonly title: Both
  readonly number: string
  readonly version: number
  readonly issued: string
  readonly laboratory: {
    readonly name: Both
    readonly address: Both
    /** Who attests the competence, and under which number. */
    readonly accreditation: readonly string[]
  }
  readonly isFictional: boolean
  readonly isTranscript: boolean
  readonly amendment?: Amendment
  readonly facts: readonly Fact[]
  readonly results: readonly ResultTable[]
  readonly conclusion?: Conclusion
  readonly conformity: readonly ConformityBlock[]
  readonly traced?: Traced
  readonly budgets: readonly BudgetTable[]
  readonly notes: readonly Note[]
  readonly signatories: readonly Signatory[]
  /** Where anybody can ask whether it is valid. */
  readonly verification: string
  readonly qr: readonly (readonly boolean[])[]
  /** Of the canonical document. */
  readonly sha256: string
}

export interface Seen {
  /** Public base URL of the node. */
  readonly origin: string
  readonly sha256: string
}

export function faceOf(certificate: Certificate, { origin, sha256 }: Seen): Face {
  const { kind, number, version, issued, issuer, origin: whence } = certificate
  const amendment = amendmentOf(certificate)
  const conclusion = conclusionOf(certificate)
  const traced = tracedOf(certificate)
  const verification = verificationAddress(origin, number, version)
  return {
    kind,
    title: kinds[kind],
    number,
    version,
    issued: dayOf(issued),
    laboratory: {
      name: both(issuer.name),
      address: both(issuer.address ?? ''),
      accreditation: accreditationOf(certificate),
    },
    isFictional: issuer.fictional === true,
    isTranscript: whence !== 'issued',
    ...(amendment && { amendment }),
    facts: factsOf(certificate),
    results: resultTablesOf(certificate),
    ...(conclusion && { conclusion }),
    conformity: conformityOf(certificate),
    ...(traced && { traced }),
    budgets: budgetsOf(certificate),
    notes: notesOf(certificate),
    signatories: signatoriesOf(certificate),
    verification,
    qr: qrOf(verification),
    sha256,
  }
}

/** What the QR code leads to. */
export const verificationAddress = (origin: string, number: string, version: number): string =>
  `${origin}/verify/${encodeURIComponent(number)}?version=${version}`

/** A quarter of it may be lost: certificates are folded and photocopied. */
const qrOf = (text: string): boolean[][] => encode(text, { ecc: 'Q', border: 0 }).data

function accreditationOf({ issuer, competence }: Certificate): string[] {
  if (issuer.accreditation) return [issuer.accreditation.body, issuer.accreditation.number]
  return [competence?.issuer, competence?.number].filter((part) => part !== undefined)
}
