/** What a certificate says about one above it, held against the certificates of this registry. */
export interface UpstreamOutcome {
  /** Where in the file it is said. */
  readonly path: string
  /** The numbers by which it may be meant: referral and referralID. */
  readonly named: readonly string[]
  readonly procedure: string
  readonly value: string
  /**
   * `verified`: a certificate held has that hash. `mismatch`: one has the number, and another hash. `not-checkable`: one has
   * the number, and no hash is stated that anybody could compute. `unknown`: none has the number.
   */
  readonly outcome: 'verified' | 'mismatch' | 'not-checkable' | 'unknown'
  readonly held: readonly HeldCertificate[]
  /** Certificates that may be meant: a number written otherwise, or a device with that serial number. */
  readonly nearMisses: readonly NearMiss[]
}

export interface HeldCertificate {
  readonly kind: 'certificate' | 'import'
  readonly number: string
  readonly issuer: string
  readonly sha256: string
  /** Why it is not to be relied on, if so. */
  readonly ended?: 'withdrawn' | 'revoked' | 'superseded'
}

export interface NearMiss {
  readonly number: string
  readonly issuer: string
  readonly by: 'number' | 'serial-number'
}
