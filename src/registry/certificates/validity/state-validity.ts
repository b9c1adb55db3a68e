import type { Validity } from '#contract/types.ts'
import { statusOfCertificate, type StatusOfCertificate } from '#metrology/traceability/certificate-status.ts'
import { chinaStandardTimeMinutes, traceability } from '#metrology/traceability/trace.ts'
import { ilacP10 } from '#metrology/traceability/policies.ts'
import { isWorse, type Verdict } from '#metrology/traceability/verdict.ts'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import type { CertificateForValidity } from './validity.queries.ts'

export interface ValidityQuestion {
  readonly number: string
  readonly at: Date
  readonly asKnownAt: Date
}

/** What is stated, before it is signed. */
export type ValidityStatement = Omit<Validity, 'statement'>

/** The answer first: in force or not, traceable or not; undefined where the number was not known. */
export function stateValidity(
  records: ChainRecords,
  certificates: readonly CertificateForValidity[],
  asked: ValidityQuestion,
): ValidityStatement | undefined {
  const { at, asKnownAt, number } = asked
  const found = statusOfCertificate(records, number, {
    at,
    asKnownAt,
    utcOffsetMinutes: chinaStandardTimeMinutes,
  })
  const row = certificates.find(({ id }) => id === found?.certificate.id)
  if (!found || !row) return undefined
  const { certificate } = found
  const chain = traceabilityOf(records, found, asked)
  const isSuspect = found.status === 'in-force' && chain.verdict === 'suspect'
  return {
    number,
    version: certificate.version,
    status: isSuspect ? 'suspect' : found.status,
    at: at.toISOString(),
    asKnownAt: asKnownAt.toISOString(),
    ...namesOf(row),
    performed: certificate.finished.toISOString(),
    issued: (certificate.issuedAt ?? certificate.finished).toISOString(),
    due: found.due ?? null,
    supersededBy: found.supersededBy ?? null,
    ...(found.cause !== undefined && { cause: found.cause }),
    traceability: chain,
  }
}

function namesOf(row: CertificateForValidity): Pick<Validity, 'issuer' | 'item'> {
  const { issuer: code, issuerName, equipment, component, manufacturer, model, serialNumber } = row
  return {
    issuer: { code, name: issuerName as Validity['issuer']['name'] },
    item: { equipment, component, manufacturer, model, serialNumber },
  }
}

/** The worst verdict of its results, and every root that they reach. */
function traceabilityOf(
  records: ChainRecords,
  { certificate }: StatusOfCertificate,
  { at, asKnownAt }: ValidityQuestion,
): Validity['traceability'] {
  const answers = records.results
    .filter(({ certificateId }) => certificateId === certificate.id)
    .map(({ id }) =>
      traceability(records, {
        subject: { kind: 'result', resultId: id },
        at,
        asKnownAt,
        policy: ilacP10,
      }),
    )
  const verdict = answers.reduce<Verdict>(
    (worst, answer) => (isWorse(answer.verdict, worst) ? answer.verdict : worst),
    'traceable',
  )
  const roots = answers.flatMap((answer) => answer.roots.map(({ reference }) => reference))
  return { verdict, roots: [...new Set(roots)].sort() }
}
