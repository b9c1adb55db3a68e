import type { Face } from './face.ts'

export type PageLanguage = 'zh' | 'en'

/** What a certificate is worth now, as a public statement says it. */
export interface Standing {
  readonly status:
    'in-force' | 'overdue' | 'superseded' | 'withdrawn' | 'revoked' | 'suspect' | 'not-yet-issued'
  readonly at: string
  readonly due: string | null
  readonly supersededBy: number | string | null
  readonly cause?: string
}

/** A version of the certificate as the list of versions has it. */
export interface VersionLine {
  readonly version: number
  readonly issued: string
  readonly sha256: string
}

/** The page of one certificate: what it says, and what has become of it. */
export interface CertificatePage {
  readonly face: Face
  readonly language: PageLanguage
  /** Absent where nothing may be said of it in public. */
  readonly standing?: Standing
  /** The newest first. */
  readonly versions: readonly VersionLine[]
  readonly hasXml: boolean
}
