import type { CertificateDifferences, DifferencesQuery } from '#contract/types.ts'
import type { CertificateVersion } from '../certificate.queries.ts'
import { versionUnknown } from '../certificate.refusals.ts'
import { compareDocuments } from './compare-documents.ts'

/** Between any two versions; from the one before the newest to the newest if nothing is asked. */
export function differencesOf(
  number: string,
  versions: readonly CertificateVersion[],
  query: DifferencesQuery,
): CertificateDifferences {
  const newest = versions[0]?.edition ?? 1
  const to = query.to ?? newest
  const from = query.from ?? Math.max(1, to - 1)
  const at = (edition: number, pointer: string): object => {
    const version = versions.find((one) => one.edition === edition)
    if (version) return JSON.parse(version.document) as object
    throw versionUnknown(
      { en: `It has the versions 1 to ${newest}`, zh: `现有版本 1 至 ${newest}` },
      { version: edition },
      { pointer },
    )
  }
  return { number, from, to, differences: compareDocuments(at(from, '/from'), at(to, '/to')) }
}
