/** Who asks: a person of an organization, with the roles of the key that was shown. */
export interface Actor {
  readonly person: { readonly id: string; readonly code: string }
  readonly organization: { readonly id: string; readonly code: string }
  readonly roles: readonly string[]
  /** Which key was shown, by its identifier. */
  readonly key?: string
  /** Of what the roles may do only this. */
  readonly scopes?: readonly string[]
  /** No key was shown, but a token of an issuer that the node trusts. */
  readonly isByToken?: boolean
}

/** What came with a request to show who asks. */
export interface Shown {
  readonly token: string
  /** From where it came, if that is known. */
  readonly address: string | undefined
}

/** What somebody wants to do, as the table of roles knows it: `calibration.log`, `certificate.withdraw`. */
export type Action = `${string}.${string}`
export type Access = 'public' | Action
