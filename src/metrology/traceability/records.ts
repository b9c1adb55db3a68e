import type { StoredBudget } from '#metrology/budget/stored-budget.ts'
import type { Capability } from '#metrology/competence/capability.ts'
import type { DatedStatus, Edition } from '#metrology/competence/on-day.ts'

import type { ClassRecord, EquipmentStatement, RestrictionRecord } from './equipment-statements.ts'
import type { DispositionRecord } from './dispositions.ts'

/*
 * What the rules read, as plain values. Conventions of every record here:
 * values, estimates and uncertainties are in the COHERENT unit of their kind (°C and dB stay); `unitSize` is the size of
 * the stated unit in the coherent one, so that stated = coherent / unitSize, for values and for differences;
 * an act is an instant (Date), a period of validity is given in civil dates ('2026-03-01'), both ends included;
 * `recordedAt` is when the registry learned it, and what was recorded after K does not exist for a question at K.
 */

export interface Words {
  readonly en: string
  readonly zh: string
}

export interface Interval {
  readonly lower: number
  readonly upper: number
}

export type Stage = 'as-found' | 'as-left' | 'as-found-and-left'
export type ConformityOutcome = 'pass' | 'conditional-pass' | 'conditional-fail' | 'fail'

export interface Recorded {
  readonly recordedAt: Date
}

export interface OrganizationRecord {
  readonly id: string
  readonly code: string
  readonly name: Words
  readonly roles: readonly string[]
  /** What it was called and what it was from each moment on, the earliest first; where there are any they count alone. */
  readonly versions?: readonly (Recorded & Pick<OrganizationRecord, 'name' | 'roles'>)[] | undefined
}

export interface PointRecord {
  readonly value: number
  readonly unit: string
  readonly unitSize: number
  readonly parameters: Readonly<Record<string, number>>
}

export type Upstream =
  | { readonly kind: 'result'; readonly resultId: string }
  | { readonly kind: 'reference'; readonly referenceId: string }
  /** A standard named only as a device: its certificate has to be found. */
  | { readonly kind: 'equipment'; readonly equipmentId: string; readonly component: string }

/** The value and parameters at which a result is, or was, used. */
export interface PointOfUse {
  readonly value?: number | undefined
  readonly parameters?: Readonly<Record<string, number>> | undefined
}

export interface LinkRecord {
  readonly input: string
  readonly upstream: Upstream
  readonly expectedMeasurandKind: string
  readonly sensitivity?: number | undefined
  readonly inputEstimate?: number | undefined
  readonly inputStandardUncertainty?: number | undefined
  /** Part of u² of the result that this input carries, (cᵢuᵢ)² / Σ(cⱼuⱼ)². */
  readonly share?: number | undefined
  readonly usedAt?: PointOfUse | undefined
  /** The laboratory typed its own figures beside naming the standard. */
  readonly typed?: boolean | undefined
}

export interface ConformityRecord {
  readonly lower?: number | undefined
  readonly upper?: number | undefined
  readonly rule: 'simple' | 'guarded-U'
  readonly outcome: ConformityOutcome
}

export interface ResultRecord {
  readonly id: string
  /** The version of the certificate that states it; where a later version states it again, that is a record of its own. */
  readonly certificateId: string
  readonly code: string
  readonly measurandKind: string
  readonly stage: Stage
  readonly point: PointRecord
  /** The range for which the result is declared valid by interpolation. */
  readonly interval?: Interval | undefined
  readonly parameterIntervals?: Readonly<Record<string, Interval>> | undefined
  readonly unit: string
  readonly unitSize: number
  readonly estimate: number
  readonly standardUncertainty?: number | undefined
  readonly degreesOfFreedom?: number | undefined
  readonly expandedUncertainty?: number | undefined
  readonly coverageFactor?: number | undefined
  readonly coverageProbability?: number | undefined
  /** The digits of U as printed, in the stated unit. */
  readonly reportedUncertainty?: string | undefined
  /** Absent when the budget is not known, as on most certificates from elsewhere. */
  readonly budget?: StoredBudget | undefined
  readonly links: readonly LinkRecord[]
  readonly conformity?: ConformityRecord | undefined
  /** What recalls decided of it, the last decision last. */
  readonly dispositions?: readonly DispositionRecord[] | undefined
}

export interface CertificateEvent extends Recorded {
  readonly kind: 'checked' | 'withdrawn' | 'revoked'
  readonly effectiveFrom?: Date | undefined
  readonly cause?: string | undefined
  readonly by?: string | undefined
}

/** One version of one certificate; a later version is a record of its own under the same number. */
export interface CertificateRecord extends Recorded {
  readonly id: string
  readonly number: string
  readonly version: number
  /** How this version differs from the one before it. */
  readonly changeClass?: 'editorial' | 'value' | 'scope' | undefined
  readonly origin: 'issued' | 'transcribed' | 'draft'
  readonly kind: 'calibration' | 'verification' | 'verification-refusal' | 'test'
  readonly laboratoryId: string
  readonly equipmentId: string
  readonly component: string
  readonly started: Date
  readonly finished: Date
  readonly issuedAt?: Date | undefined
  readonly validUntil?: string | undefined
  readonly events: readonly CertificateEvent[]
  readonly recordedBy?: string | undefined
  readonly hashVerified?: boolean | undefined
  readonly competenceId?: string | undefined
  readonly performer?: string | undefined
  readonly reviewer?: string | undefined
  readonly signatory?: string | undefined
  readonly methodDocumentId?: string | undefined
  readonly methodDeviation?: string | undefined
  readonly site?: string | undefined
  /** Measured during the work. */
  readonly environment?: readonly ConditionRecord[] | undefined
  /** Within which the certificate states that its values hold. */
  readonly conditionsOfUse?: readonly ConditionRecord[] | undefined
  readonly traceabilityStatement?: string | undefined
}

/** An influence quantity of the surroundings and the interval it was, or has to be, in. */
export interface ConditionRecord extends Interval {
  readonly quantity: string
  /** The coherent unit, as budgets write it. */
  readonly unit: string
}

export interface EquipmentEvent extends Recorded {
  readonly id: string
  readonly kind: string
  /** Absent: the whole item. */
  readonly component?: string | undefined
  readonly occurredAt: Date
  readonly outcome?: 'passed' | 'failed' | undefined
}

export interface EquipmentRecord extends EquipmentStatement {
  readonly id: string
  readonly code: string
  readonly ownerId: string
  /** What was said of it from each moment on, the earliest first; where there are any they count alone. */
  readonly versions?: readonly (Recorded & EquipmentStatement)[] | undefined
  readonly restrictions?: readonly RestrictionRecord[] | undefined
  readonly classes?: readonly ClassRecord[] | undefined
  readonly components: readonly string[]
  /** The owner's programme; the one that began last before the use applies. */
  readonly programmes: readonly (Recorded & {
    /** Absent: from that day on the item is not sent to calibration by the calendar. */
    readonly intervalMonths?: number | undefined
    readonly from?: string | undefined
  })[]
  readonly events: readonly EquipmentEvent[]
}

/** One result of one calibration of an item in the chain: before, between and after the uses that are judged. */
export interface HistoryRecord extends Recorded {
  readonly certificateId: string
  readonly certificateNumber: string
  readonly equipmentId: string
  readonly component: string
  readonly measurandKind: string
  readonly stage: Stage
  readonly pointValue: number
  readonly started: Date
  readonly finished: Date
  readonly estimate: number
  readonly standardUncertainty?: number | undefined
  readonly conformity?: ConformityOutcome | undefined
  /** The limits it was judged by, where acceptance asked for more than to be within them (a guard band). */
  readonly limits?: Partial<Interval> | undefined
  readonly asFoundOmitted?: boolean | undefined
  /** When the registry learned that the certificate is revoked. */
  readonly revocationRecordedAt?: Date | undefined
}

export interface Period {
  readonly validFrom: string
  readonly validTo?: string | undefined
}

export interface ReferenceEvidence extends Recorded, Period {
  readonly kind: string
  readonly description: string
  readonly competenceId?: string | undefined
}

export interface ReferenceRecord extends Recorded {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly holderId: string
  readonly measurandKind: string
  readonly unit: string
  readonly unitSize: number
  readonly estimate: number
  readonly standardUncertainty?: number | undefined
  readonly evidence: readonly ReferenceEvidence[]
}

/** The line of a scope as it stood from a date on; a reduction is a new version. */
export interface CompetenceVersion extends Recorded, Edition {
  readonly lower: number
  readonly upper: number
  readonly parameters?: Readonly<Record<string, Interval>> | undefined
  /** Identifier of the normative document, where the line is bound to one. */
  readonly methodDocumentId?: string | undefined
  readonly site?: string | undefined
  readonly capability?: Capability | undefined
}

export interface CompetenceRecord extends Recorded {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly organizationId: string
  readonly measurandKind: string
  readonly versions: readonly CompetenceVersion[]
  readonly statuses: readonly DatedStatus[]
}

export interface AuthorizationRecord extends Recorded {
  readonly id: string
  readonly person: string
  readonly activity: 'perform' | 'review' | 'authorise'
  /** Absent: for every kind. */
  readonly measurandKind?: string | undefined
  readonly from: string
  readonly to?: string | undefined
}

export interface NormativeDocumentRecord extends Recorded {
  readonly id: string
  readonly code: string
  readonly inForceFrom?: string | undefined
  readonly inForceTo?: string | undefined
}

/** A round of a comparison in which the holder of a line of a scope took part (GB/T 27043, ISO/IEC 17043). */
export interface ComparisonRecord extends Recorded {
  readonly id: string
  readonly code: string
  readonly competenceId: string
  readonly day: string
  readonly normalizedError: number
  /** From which day on the cause was found and removed. */
  readonly resolutions: readonly (Recorded & { readonly day: string })[]
}

/** Everything above one subject, as the registry holds it; the order of every list means nothing. */
export interface ChainRecords {
  readonly organizations: readonly OrganizationRecord[]
  readonly certificates: readonly CertificateRecord[]
  readonly results: readonly ResultRecord[]
  readonly equipment: readonly EquipmentRecord[]
  readonly history: readonly HistoryRecord[]
  readonly references: readonly ReferenceRecord[]
  readonly competences: readonly CompetenceRecord[]
  readonly authorizations: readonly AuthorizationRecord[]
  readonly normativeDocuments: readonly NormativeDocumentRecord[]
  readonly comparisons?: readonly ComparisonRecord[] | undefined
}
