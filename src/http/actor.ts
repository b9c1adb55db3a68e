/** Who asks: a person of an organization, with the roles of what was shown. */
export interface Actor {
  readonly person: { readonly id: string; readonly code: string }
  readonly organization: { readonly id: string; readonly code: string }
  readonly roles: readonly string[]
  /** Which key was shown, by its identifier. */
  readonly key?: string
  /** It was shown by the secret before its newest. */
  readonly isByFormerSecret?: boolean
  /** Of what the roles may do only this. */
  readonly scopes?: readonly string[]
  /** No key was shown, but a token of an issuer that the node trusts. */
  readonly isByToken?: boolean
  /** Nothing was shown but the cookie of this session: whoever asks has shown more when they signed in. */
  readonly session?: string
}

/** What came with a request to show who asks. */
export interface Shown {
  readonly token: string
  /** From where it came, if that is known. */
  readonly address: string | undefined
  /** It is the cookie of a session; a browser sends it by itself. */
  readonly isCookie?: boolean
}

/** What somebody wants to do, as the table of roles knows it: `calibration.log`, `certificate.withdraw`. */
export type Action = `${string}.${string}`
export type Access = 'public' | Action
