/** Who asks: a person of an organization, with the roles of the key that was shown. */
export interface Actor {
  readonly person: { readonly id: string; readonly code: string }
  readonly organization: { readonly id: string; readonly code: string }
  readonly roles: readonly string[]
  /** Which key was shown, by its identifier. */
  readonly key?: string
}

/** What somebody wants to do, as the table of roles knows it: `calibration.log`, `certificate.withdraw`. */
export type Action = `${string}.${string}`
export type Access = 'public' | Action
