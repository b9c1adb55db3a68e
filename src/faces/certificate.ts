import type { CertificateView } from '#contract/types.ts'

/** The canonical document: the one source of every face. */
export type Certificate = Omit<CertificateView, 'sha256' | 'recordedAt' | 'versions' | 'events'>

export type Result = Certificate['results'][number]
export type Budget = NonNullable<Result['budget']>
export type BudgetLine = Budget['lines'][number]
export type Conformity = NonNullable<Result['conformity']>
