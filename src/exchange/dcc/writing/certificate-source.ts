/** A text as a record keeps it: in one writing for all, or in two languages. */
export type Words = string | { readonly en?: string; readonly zh?: string }

export interface SourceQuantity {
  readonly value: number | string
  readonly unit: string
}

export interface SourceParty {
  readonly code: string
  readonly name: Words
}

type Parameters = Readonly<Record<string, SourceQuantity>>

/** What a certificate says, as far as a DCC has a place for it: the document that was issued is one. */
export interface CertificateSource {
  readonly number: string
  readonly version: number
  readonly kind: string
  readonly issuer: SourceParty & {
    readonly fictional?: boolean
    readonly address?: Words
    readonly accreditation?: { readonly body: string; readonly number: string }
  }
  readonly customer?: SourceParty
  readonly item: {
    readonly equipment: string
    readonly component: string
    readonly name?: Words
    readonly manufacturer?: string
    readonly model?: string
    readonly serialNumber?: string
    readonly owner?: SourceParty
    readonly condition?: string
  }
  readonly received?: string
  readonly method?: {
    readonly document: string
    readonly number?: string
    readonly title?: Words
    readonly edition?: string
    readonly deviation?: string
  }
  readonly competence?: {
    readonly code: string
    readonly kind?: string
    readonly number?: string
    readonly issuer?: string
  }
  readonly started: string
  readonly finished: string
  readonly issued: string
  readonly validUntil?: string
  readonly recalibration?: { readonly due: string; readonly agreement: string }
  readonly place?: Words
  readonly environment: readonly SourceCondition[]
  readonly conditionsOfUse?: readonly SourceRange[]
  readonly standards?: readonly SourceStandard[]
  readonly traceability?: {
    readonly policy: string
    readonly verdict: string
    readonly statement: { readonly en: string; readonly zh: string }
  }
  readonly results: readonly SourceResult[]
  readonly verification?: {
    readonly conforms: boolean
    readonly words?: { readonly en: string; readonly zh: string }
  }
  readonly asFoundOmitted?: string
  readonly traceabilityStatement?: string
  readonly opinions?: readonly { readonly text: Words; readonly basis: string }[]
  readonly remarks?: string
  readonly attachments?: readonly { readonly name: string; readonly sha256: string }[]
  readonly signatures?: readonly SourceSignature[]
  readonly change?: { readonly class: string; readonly reason: string }
}

export interface SourceCondition {
  readonly quantity: string
  readonly value: SourceQuantity
  readonly standardUncertainty?: SourceQuantity
}

/** Between which values something holds; one end may be open. */
export interface SourceRange {
  readonly quantity: string
  readonly lower?: SourceQuantity
  readonly upper?: SourceQuantity
}

export interface SourceStandard {
  readonly inputs: readonly { readonly result: string; readonly input: string }[]
  readonly certificate?: string
  readonly version?: number
  readonly result?: string
  readonly sha256?: string
  readonly issuer?: SourceParty
  readonly equipment?: {
    readonly code: string
    readonly component?: string
    readonly name?: Words
    readonly manufacturer?: string
    readonly model?: string
    readonly serialNumber?: string
  }
  readonly reference?: SourceParty & { readonly kind: string; readonly holder?: SourceParty }
}

export interface SourceSignature {
  readonly meaning: string
  readonly person: string
  readonly name: string
  readonly at?: string
  readonly contentSha256?: string
}

export type SourceStage = 'as-found' | 'as-left' | 'as-found-and-left'

export interface SourceResult {
  readonly code: string
  readonly measurandKind: string
  readonly measurandName?: Words
  readonly stage: SourceStage
  readonly point: { readonly nominal: SourceQuantity; readonly parameters?: Parameters }
  readonly interval?: { readonly lower: SourceQuantity; readonly upper: SourceQuantity }
  readonly unit: string
  readonly standardUncertainty?: number
  readonly effectiveDegreesOfFreedom?: number | 'infinity'
  readonly reported: {
    readonly value: string
    readonly expandedUncertainty?: string
    readonly coverageFactor?: string
    readonly coverageProbability?: string
  }
  readonly budget?: SourceBudget
  readonly conformity?: SourceConformity
}

export interface SourceBudget {
  readonly engine: { readonly name: string; readonly version: string }
  readonly model: { readonly outputs: Readonly<Record<string, string>> }
  readonly output: string
  readonly lines: readonly SourceBudgetLine[]
}

export interface SourceBudgetLine {
  readonly symbol: string
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: number | 'infinity'
  readonly sensitivity: number
  readonly contribution: number
  readonly share: number
}

export interface SourceConformity {
  readonly rule: string
  readonly limits: { readonly lower?: SourceQuantity; readonly upper?: SourceQuantity }
  readonly acceptanceLimits?: { readonly lower?: number; readonly upper?: number }
  readonly outcome: string
  readonly specificRisk?: number
}
