/** An act of the trail: its operation, what it was done to, and the item of the certificate that it was about. */
export type Act = readonly [sequence: number, operation: string, subject: string, item: string | null]

/** What an act may have changed of the chains that are remembered. */
export type Touched =
  | { readonly what: 'nothing' | 'everything' }
  | { readonly what: 'item'; readonly of: string; readonly number?: string }

const nothing: Touched = { what: 'nothing' }
const everything: Touched = { what: 'everything' }

/** Work that is not certified yet is not remembered; the others write nothing that a chain is made of. */
const harmless: ReadonlySet<string> = new Set([
  'log-calibration',
  'revise-calibration',
  'submit-calibration',
  'review-calibration',
  'cancel-calibration',
  'register-equipment',
  'record-usage',
  'import-usages',
  'attach-file',
  'detach-file',
  'state-reporting-rules',
  'record-dcc-mapping',
  'register-trust-anchor',
  'retire-trust-anchor',
  'rotate-node-key',
  'retire-node-key',
  'issue-api-key',
  'revoke-api-key',
  'open-recall',
  'acknowledge-recall',
  'close-recall',
  'reopen-recall',
])

/** They write about the certificates of one item. */
export const aboutCertificates: readonly string[] = [
  'authorise-calibration',
  'amend-certificate',
  'transcribe-certificate',
  'check-certificate',
  'withdraw-certificate',
  'revoke-certificate',
]

const ofEquipment = /^\/v1\/equipment\/([^/]+)/

/** Whatever is not known to change little may have changed everything. */
export function touchedBy([, operation, subject, item]: Act): Touched {
  if (harmless.has(operation)) return nothing
  if (aboutCertificates.includes(operation)) return certificateTouched(subject, item)
  const equipment = ofEquipment.exec(subject)?.[1]
  return equipment === undefined ? everything : { what: 'item', of: decodeURIComponent(equipment) }
}

function certificateTouched(subject: string, item: string | null): Touched {
  const number = /^\/v1\/certificates\/([^/]+)/.exec(subject)?.[1]
  if (number === undefined || item === null) return everything
  return { what: 'item', of: item, number: decodeURIComponent(number) }
}
