import type { StoredBudget, StoredInput } from '#metrology/budget/stored-budget.ts'
import type { DispositionRecord } from '#metrology/traceability/dispositions.ts'
import type { StatedCapability } from '#metrology/competence/stated-capability.ts'
import type { StatedParameterRange } from '../competences/competence-version.entity.ts'
import type { LocalizedText } from '#db/columns.ts'
import type { EnvironmentCondition } from '#contract/types.ts'
import type { StatedQuantity } from '../calibrations/calibration-result.entity.ts'
import type { StatedConditions, Visibility } from '../calibrations/calibration.entity.ts'

/*
 * Rows as PostgreSQL writes them into JSON: times are texts, identifiers are texts, numbers are doubles.
 * Reported numbers come as text, so that no digit is lost.
 */

export interface ResultRow {
  readonly id: string
  readonly calibration: string
  readonly code: string
  readonly kind: string
  readonly stage: 'as-found' | 'as-left' | 'as-found-and-left'
  readonly nominal: string
  readonly nominalUnit: string
  readonly parameters: Readonly<Record<string, StatedQuantity>>
  readonly intervalLower: string | null
  readonly intervalUpper: string | null
  readonly intervalUnit: string | null
  readonly unit: string
  readonly estimate: number
  readonly u: number | null
  readonly freedom: number | null
  readonly k: number | null
  readonly p: number | null
  readonly U: number | null
  readonly reportedU: string | null
  readonly budget: StoredBudget | null
  readonly conformity: StoredConformity | null
  readonly dispositions?: readonly DispositionRow[] | null
}

export interface DispositionRow extends Omit<DispositionRecord, 'recordedAt'> {
  readonly recordedAt: string
}

export interface StoredConformity {
  readonly rule: 'simple' | 'guarded-U'
  readonly limits: { readonly lower?: StatedQuantity; readonly upper?: StatedQuantity }
  readonly outcome: string
}

export interface LinkRow {
  readonly result: string
  readonly input: string
  readonly upstreamResult: string | null
  readonly upstreamReference: string | null
  readonly upstreamEquipment: string | null
  readonly upstreamComponent: string | null
  readonly expectedKind: string | null
  readonly estimate: number
  readonly u: number
  readonly sensitivity: number
  readonly share: number
  readonly usedAt: StoredInput['usedAt'] | null
  readonly typed: boolean
}

export interface CalibrationRow {
  readonly id: string
  readonly origin: 'issued' | 'transcribed'
  readonly kind: 'calibration' | 'verification' | 'verification-refusal' | 'test'
  readonly laboratory: string
  readonly customer: string | null
  readonly equipment: string
  readonly component: string
  readonly started: string
  readonly finished: string
  readonly validUntil: string | null
  readonly competence: string | null
  readonly operator: string | null
  readonly reviewer: string | null
  readonly method: string | null
  readonly methodDeviation: string | null
  readonly asFoundOmitted: boolean
  readonly site: string | null
  readonly environment: readonly EnvironmentCondition[]
  readonly conditionsOfUse: readonly StatedConditions[] | null
  readonly statement: string | null
  readonly recordedAt: string
  readonly recordedBy: string
}

export interface CertificateRow {
  readonly id: string
  readonly number: string
  readonly edition: number
  readonly calibration: string
  readonly issuedAt: string
  readonly changeClass: 'editorial' | 'value' | 'scope' | null
  readonly performer: string | null
  readonly reviewer: string | null
  readonly signatory: string | null
  readonly hashVerified: boolean
  readonly visibility: Visibility
  readonly recordedAt: string
  readonly recordedBy: string
}

export interface EventRow {
  readonly number: string
  readonly kind: 'checked' | 'withdrawn' | 'revoked'
  readonly effectiveFrom: string | null
  readonly cause: string | null
  readonly by: string
  readonly recordedAt: string
}

export interface EquipmentRow {
  readonly id: string
  readonly code: string
  readonly owner: string
  readonly level: string
  readonly components: readonly string[]
  readonly programmes: readonly ProgrammeRow[]
  readonly usedBy: 'value' | 'class' | null
  readonly driftAllowance: string | null
  readonly driftAllowanceUnit: string | null
  readonly versions: readonly EquipmentVersionRow[] | null
}

export interface EquipmentVersionRow {
  readonly level: string
  readonly usedBy: 'value' | 'class' | null
  readonly driftAllowance: string | null
  readonly driftAllowanceUnit: string | null
  readonly recordedAt: string
}

export interface ClassRow {
  readonly equipment: string
  readonly component: string
  readonly measurandKind: string
  readonly lower: string
  readonly upper: string
  readonly unit: string
  readonly maximumPermissibleError: string
  readonly recordedAt: string
}

export interface RestrictionRow {
  readonly id: string
  readonly equipment: string
  readonly component: string | null
  readonly measurandKind: string | null
  readonly lower: string | null
  readonly upper: string | null
  readonly unit: string | null
  readonly parameters: readonly StatedParameterRange[]
  readonly validFrom: string
  readonly reason: string
  readonly recordedAt: string
  readonly validTo: string | null
  readonly endRecordedAt: string | null
}

export interface ComparisonRow {
  readonly id: string
  readonly code: string
  readonly competence: string
  readonly day: string
  readonly normalizedError: number
  readonly recordedAt: string
  readonly resolutions: readonly { readonly day: string; readonly recordedAt: string }[] | null
}

export interface ProgrammeRow {
  readonly intervalMonths: number | null
  readonly from: string | null
  readonly recordedAt: string
}

export interface EquipmentEventRow {
  readonly id: string
  readonly equipment: string
  readonly component: string | null
  readonly kind: string
  readonly outcome: 'passed' | 'failed' | null
  readonly occurredAt: string
  readonly recordedAt: string
}

export interface ReferenceRow {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly holder: string
  readonly measurandKind: string
  readonly value: string
  readonly u: string
  readonly unit: string
  readonly recordedAt: string
}

export interface EvidenceRow {
  readonly reference: string
  readonly kind: string
  readonly description: string
  readonly competence: string | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly recordedAt: string
}

export interface OrganizationRow {
  readonly id: string
  readonly code: string
  readonly name: LocalizedText | string
  readonly roles: readonly string[]
  readonly versions?: readonly OrganizationVersionRow[] | null
}

export interface OrganizationVersionRow {
  readonly name: LocalizedText | string
  readonly roles: readonly string[]
  readonly recordedAt: string
}

export interface CompetenceRow {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly organization: string
  readonly measurandKind: string
  readonly recordedAt: string
}

export interface CompetenceVersionRow {
  readonly competence: string
  readonly sequence: number
  readonly lower: string
  readonly upper: string
  readonly unit: string
  readonly parameters: readonly StatedParameterRange[]
  readonly methodDocument: string | null
  readonly site: string | null
  readonly uncertainty: StatedCapability | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly recordedAt: string
}

export interface CompetenceStatusRow {
  readonly competence: string
  readonly status: 'active' | 'suspended' | 'withdrawn'
  readonly effectiveFrom: string
  readonly recordedAt: string
}

export interface AuthorizationRow {
  readonly id: string
  readonly person: string
  readonly activity: 'perform' | 'review' | 'authorise'
  readonly measurandKind: string | null
  readonly from: string
  readonly to: string | null
  readonly recordedAt: string
}

export interface DocumentRow {
  readonly id: string
  readonly code: string
  readonly inForceFrom: string
  readonly inForceTo: string | null
  readonly recordedAt: string
}

export interface ChainRows {
  readonly results: readonly ResultRow[]
  readonly links: readonly LinkRow[]
  readonly calibrations: readonly CalibrationRow[]
  readonly certificates: readonly CertificateRow[]
  readonly events: readonly EventRow[]
  readonly equipment: readonly EquipmentRow[]
  readonly equipmentEvents: readonly EquipmentEventRow[]
  readonly classes: readonly ClassRow[]
  readonly restrictions: readonly RestrictionRow[]
  readonly comparisons: readonly ComparisonRow[]
  readonly references: readonly ReferenceRow[]
  readonly evidence: readonly EvidenceRow[]
  readonly organizations: readonly OrganizationRow[]
  readonly competences: readonly CompetenceRow[]
  readonly competenceVersions: readonly CompetenceVersionRow[]
  readonly competenceStatuses: readonly CompetenceStatusRow[]
  readonly authorizations: readonly AuthorizationRow[]
  readonly documents: readonly DocumentRow[]
}
