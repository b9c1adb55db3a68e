import type { DccVersion } from '../content-model/version.ts'
import type { Finding } from '../content-model/place.ts'
import type { DccQuantity } from './quantities/dcc-quantity.ts'

/** A text in the languages in which it was written, in the order of the file. */
export type DccText = readonly { readonly language?: string; readonly text: string }[]

/** Everything that was understood of a certificate, with the values as they were written. */
export interface DccRead {
  readonly version: DccVersion
  readonly certificate: DccCertificate
  readonly laboratory: DccLaboratory
  readonly customer: DccContact
  readonly persons: readonly DccPerson[]
  readonly items: readonly DccItem[]
  readonly software: readonly DccSoftware[]
  readonly vocabularies: readonly DccVocabulary[]
  readonly statements: readonly DccStatement[]
  /** Each where it stands; a result names those that apply to it by their place in these lists. */
  readonly methods: readonly DccMethod[]
  readonly equipment: readonly DccEquipment[]
  readonly conditions: readonly DccCondition[]
  /** What is said of values (measurementMetaData). */
  readonly metadata: readonly DccStatement[]
  readonly results: readonly DccResult[]
  readonly attachments: readonly DccAttachment[]
  readonly signatures: number
  /** What stands in the file and was not read, the outermost element of each. */
  readonly notUnderstood: readonly DccRemark[]
  readonly warnings: readonly Finding[]
}

export interface DccRemark {
  readonly path: string
  readonly line: number
}

export interface DccCertificate {
  readonly number: string
  readonly identifications: readonly DccIdentification[]
  readonly country: string
  readonly languages: readonly string[]
  readonly bindingLanguages: readonly string[]
  readonly received?: string
  readonly begun: string
  readonly ended: string
  readonly place?: string
  readonly issued?: string
  readonly replaces?: { readonly change: string; readonly number: string }
  readonly previous?: UpstreamLink
}

export interface DccIdentification {
  readonly issuer: string
  readonly value: string
  readonly name?: DccText
  readonly refTypes: readonly string[]
}

export interface DccContact {
  readonly name: DccText
  readonly eMail?: string
  readonly phone?: string
  readonly fax?: string
  readonly link?: string
  readonly address: readonly { readonly part: string; readonly text: string }[]
}

export interface DccLaboratory extends DccContact {
  /** The number of its accreditation. */
  readonly code?: string
}

export interface DccPerson extends DccContact {
  readonly role?: string
  readonly isMainSigner: boolean
}

export interface DccSoftware {
  readonly path: string
  readonly name: DccText
  readonly release: string
  readonly kind?: string
}

export interface DccVocabulary {
  readonly name: DccText
  readonly namespace: string
  readonly link: string
  readonly release?: string
}

export interface DccItem {
  readonly path: string
  readonly id?: string
  readonly name: DccText
  readonly manufacturer?: DccText
  readonly model?: string
  readonly owner?: DccText
  readonly description?: DccText
  readonly classes: readonly { readonly reference: string; readonly classId: string }[]
  readonly identifications: readonly DccIdentification[]
  readonly quantities: readonly DccQuantity[]
}

export interface DccMethod {
  readonly path: string
  readonly name: DccText
  readonly description?: DccText
  readonly norms: readonly string[]
  readonly references: readonly string[]
  readonly refTypes: readonly string[]
  readonly quantities: readonly DccQuantity[]
}

export interface DccEquipment {
  readonly path: string
  readonly name: DccText
  readonly description?: DccText
  readonly manufacturer?: DccText
  readonly model?: string
  readonly identifications: readonly DccIdentification[]
  readonly refTypes: readonly string[]
  readonly certificate?: UpstreamLink
  readonly quantities: readonly DccQuantity[]
}

/** By which certificate something is said to be traceable, and the hash that was written beside it (hashType). */
export interface UpstreamLink {
  readonly path: string
  readonly referral: DccText
  readonly referralId: string
  readonly procedure: string
  readonly value: string
  readonly description?: DccText
  readonly inValidityRange?: boolean
  readonly traceable?: boolean
  readonly linked?: UpstreamLink
}

export type DccStage = 'as-found' | 'as-left'

export interface DccCondition {
  readonly path: string
  readonly name: DccText
  readonly description?: DccText
  readonly status?: string
  readonly refTypes: readonly string[]
  readonly certificate?: UpstreamLink
  readonly quantities: readonly DccQuantity[]
}

/** A statement about the certificate, or about a quantity (statementMetaDataType). */
export interface DccStatement {
  readonly path: string
  readonly refTypes: readonly string[]
  readonly text: DccText
  readonly convention?: string
  readonly norms: readonly string[]
  readonly references: readonly string[]
  readonly countries: readonly string[]
  readonly traceable?: boolean
  /** One for all values, or one for each. */
  readonly valid: readonly boolean[]
  readonly conformity: readonly string[]
  readonly date?: string
  readonly period?: string
  readonly authority?: DccText
  readonly quantities: readonly DccQuantity[]
  readonly nonSiUnit?: string
  readonly nonSiDefinition?: string
}

/** One quantity of the results: a number, or a column of a table, with what applies to it. */
export interface DccResult extends DccQuantity {
  /** The measurement and the result it stands in. */
  readonly measurement: number
  readonly measurementName: DccText
  readonly resultName: DccText
  /** The table it is a column of, and which. */
  readonly table?: { readonly path: string; readonly column: number; readonly name?: DccText }
  readonly stage?: { readonly stage: DccStage; readonly toldBy: 'status' | 'ref-type' | 'name' }
  /** Nearest first: those of the quantity, its list, its result, its measurement, all measurements. */
  readonly methods: readonly number[]
  readonly equipment: readonly number[]
  readonly conditions: readonly number[]
  readonly metadata: readonly number[]
}

export interface DccAttachment {
  readonly path: string
  readonly name?: DccText
  readonly fileName: string
  /** As the file claims; nobody has looked. */
  readonly mimeType: string
  readonly bytes: number
  readonly sha256: string
}
