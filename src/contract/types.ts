// Written by `npm run contract` from schemas/. Do not edit.

/**
 * The name of a quantity in a measurement model.
 */
export type Symbol = string
/**
 * Degrees of freedom; the word `infinity` where there is no end to them.
 */
export type DegreesOfFreedom = number | 'infinity'
/**
 * The result or the root that an input quantity is taken from.
 */
export type Upstream =
  | {
      readonly certificate: CertificateNumber
      readonly result?: Code
      /**
       * The version that was used; the newest one if absent.
       */
      readonly version?: number
    }
  | {
      readonly reference: Code
    }
  | {
      readonly equipment: Code
      readonly component?: Code
    }
/**
 * The number as it stands on the certificate (ISO/IEC 17025:2017, 7.8.2.1 d): letters and digits of any script, and - _ . ( ) : + between them.
 */
export type CertificateNumber = string
/**
 * A natural key, chosen by whoever keeps the record.
 */
export type Code = string
/**
 * A number; a text keeps its digits, in groups of three if wished (SI Brochure, 5.4.4).
 */
export type Decimal = number | string
/**
 * How the standard uncertainty is expanded: by a factor, or for a coverage probability (GUM 6.2, G.4).
 */
export type CoverageRequest =
  | {
      readonly k: number
    }
  | {
      readonly probability: number
      readonly degreesOfFreedomRule?: 'interpolate' | 'truncate'
    }
/**
 * One line of text: no control characters and no characters that reverse the direction of writing.
 */
export type Line = string
/**
 * A reason, a remark, a statement: several lines of text without other control characters.
 */
export type Passage = string
/**
 * A moment with its zone (RFC 3339).
 */
export type Instant = string
/**
 * The conditions under which the work was done.
 *
 * @maxItems 32
 */
export type Environment = readonly EnvironmentCondition[]
/**
 * 校准证书, 检定证书, 检定结果通知书, 测试报告.
 */
export type CertificateKindWord = 'calibration' | 'verification' | 'verification-refusal' | 'test'
/**
 * A day of the calendar, without a zone (ISO 8601).
 */
export type CivilDate = string
/**
 * Before an adjustment, after it, or both because there was none (ISO/IEC 17025:2017, 7.8.4.1 d).
 */
export type ResultStage = 'as-found' | 'as-left' | 'as-found-and-left'
/**
 * An input quantity of the budget (GUM 4.1): stated here, or taken from what stands above it in the chain.
 */
export type BudgetInput = InputQuantity & {
  readonly from?: Upstream
  readonly usedAt?: UsedAtPoint
  readonly measurandKind?: Code
  readonly note?: Line
}
/**
 * Where the next page begins, as the former page gave it in `next`.
 */
export type PageCursor = string
/**
 * What the reviewer decides (ISO/IEC 17025:2017, 7.8.1.1).
 */
export type ReviewDecision =
  | {
      readonly decision: 'approve'
      readonly reason?: Passage
    }
  | {
      readonly decision: 'return'
      readonly reason: Passage
    }
/**
 * At most so many items on a page.
 */
export type PageLimit = number
/**
 * A new version: what kind of change, why, and (unless it is editorial) the calibration that holds the new figures.
 */
export type CertificateAmendment =
  | {
      readonly changeClass: 'editorial'
      readonly reason: Passage
      readonly place?: Line
    }
  | {
      readonly changeClass: 'value' | 'scope'
      readonly reason: Passage
      /**
       * A reviewed calibration of the same item by the same laboratory.
       */
      readonly calibration: string
    }
/**
 * A text a person reads, in one language or in Chinese and English.
 */
export type LocalizedText =
  | Line
  | {
      readonly zh?: Line
      readonly en?: Line
    }
/**
 * What a certificate is worth at a moment.
 */
export type CertificateStatusWord =
  'in-force' | 'overdue' | 'superseded' | 'withdrawn' | 'revoked' | 'suspect' | 'not-yet-issued'

export interface SchemaTypes {
  readonly 'calibrations/budget-line.json': BudgetLine
  readonly 'calibrations/budget.json': UncertaintyBudget
  readonly 'calibrations/calibration-entry.json': CalibrationEntry
  readonly 'calibrations/calibration-summary.json': CalibrationSummary
  readonly 'calibrations/calibration.json': CalibrationView
  readonly 'calibrations/cancellation.json': CalibrationCancellation
  readonly 'calibrations/certificate-kind.json': CertificateKindWord
  readonly 'calibrations/conformity-request.json': ConformityRequest
  readonly 'calibrations/conformity.json': ConformityStatement
  readonly 'calibrations/correlation.json': InputCorrelation
  readonly 'calibrations/coverage.json': CoverageRequest
  readonly 'calibrations/degrees-of-freedom.json': DegreesOfFreedom
  readonly 'calibrations/environment-condition.json': EnvironmentCondition
  readonly 'calibrations/environment.json': Environment
  readonly 'calibrations/finding.json': CalibrationFinding
  readonly 'calibrations/input.json': BudgetInput
  readonly 'calibrations/interval.json': DeclaredInterval
  readonly 'calibrations/item.json': CalibratedItem
  readonly 'calibrations/method.json': MethodUsed
  readonly 'calibrations/model.json': BudgetModel
  readonly 'calibrations/page.json': CalibrationPage
  readonly 'calibrations/parameters.json': PointParameters
  readonly 'calibrations/path.json': CalibrationPath
  readonly 'calibrations/point.json': MeasurementPoint
  readonly 'calibrations/reported.json': ReportedResult
  readonly 'calibrations/result-entry.json': ResultEntry
  readonly 'calibrations/result.json': CalibrationResultView
  readonly 'calibrations/review.json': ReviewDecision
  readonly 'calibrations/search.json': CalibrationSearch
  readonly 'calibrations/stage.json': ResultStage
  readonly 'calibrations/symbol.json': Symbol
  readonly 'calibrations/upstream.json': Upstream
  readonly 'calibrations/used-at.json': UsedAtPoint
  readonly 'certificates/amendment.json': CertificateAmendment
  readonly 'certificates/certificate-summary.json': CertificateSummary
  readonly 'certificates/certificate.json': CertificateView
  readonly 'certificates/event.json': CertificateEventView
  readonly 'certificates/page.json': CertificatePage
  readonly 'certificates/path.json': CertificatePath
  readonly 'certificates/revocation.json': CertificateRevocation
  readonly 'certificates/search.json': CertificateSearch
  readonly 'certificates/status.json': CertificateStatusWord
  readonly 'certificates/transcribed-result.json': TranscribedResult
  readonly 'certificates/transcription.json': CertificateTranscription
  readonly 'certificates/validity-answers.json': ValidityAnswers
  readonly 'certificates/validity-batch.json': ValidityBatch
  readonly 'certificates/validity-query.json': ValidityQuery
  readonly 'certificates/validity.json': Validity
  readonly 'certificates/version-query.json': CertificateVersionQuery
  readonly 'certificates/withdrawal.json': CertificateWithdrawal
  readonly 'http/cursor.json': PageCursor
  readonly 'http/fault.json': MessageFault
  readonly 'http/limit.json': PageLimit
  readonly 'http/page-query.json': PageQuery
  readonly 'http/problem.json': Problem
  readonly 'metrology/certificate-number.json': CertificateNumber
  readonly 'metrology/civil-date.json': CivilDate
  readonly 'metrology/code.json': Code
  readonly 'metrology/decimal.json': Decimal
  readonly 'metrology/distribution.json': Distribution
  readonly 'metrology/input-quantity.json': InputQuantity
  readonly 'metrology/instant.json': Instant
  readonly 'metrology/line.json': Line
  readonly 'metrology/localized-text.json': LocalizedText
  readonly 'metrology/passage.json': Passage
  readonly 'metrology/quantity.json': Quantity
}
/**
 * One line of the uncertainty budget, in coherent SI units (°C for Celsius temperatures).
 */
export interface BudgetLine {
  readonly symbol: Symbol
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: DegreesOfFreedom
  readonly sensitivity: number
  readonly contribution: number
  readonly share: number
  readonly distribution?: string
  readonly from?: Upstream
  /**
   * The figures were typed by the laboratory instead of taken from the standard's certificate.
   */
  readonly typed?: boolean
  readonly usedAt?: UsedAtPoint
}
/**
 * The point at which a standard was used, where it is not the point of its own result.
 */
export interface UsedAtPoint {
  readonly value?: Quantity
  readonly parameters?: PointParameters
}
/**
 * A value and its unit (VIM 1.19).
 */
export interface Quantity {
  readonly value: Decimal
  readonly unit: string
}
/**
 * The values of the influence parameters of a point, by name.
 */
export interface PointParameters {
  readonly [k: string]: Quantity
}
/**
 * The budget as it was evaluated, with all that is needed to evaluate it again (ISO/IEC 17025:2017, 7.6).
 */
export interface UncertaintyBudget {
  readonly engine: {
    readonly name: string
    readonly version: string
  }
  readonly model: BudgetModel
  readonly output: Symbol
  readonly coverage: CoverageRequest
  /**
   * @maxItems 2016
   */
  readonly correlations?: readonly InputCorrelation[]
  /**
   * @maxItems 64
   */
  readonly lines: readonly BudgetLine[]
}
/**
 * The measurement model: expressions by the name of what they give (GUM 4.1.2).
 */
export interface BudgetModel {
  readonly outputs: {
    readonly [k: string]: string
  }
}
/**
 * A correlation coefficient between two input quantities (GUM 5.2.2).
 */
export interface InputCorrelation {
  /**
   * @minItems 2
   * @maxItems 2
   */
  readonly between: readonly Symbol[]
  readonly r: number
}
/**
 * A calibration as the laboratory logs it (ISO/IEC 17025:2017, 7.5, 7.8).
 */
export interface CalibrationEntry {
  readonly laboratory: Code
  readonly certificateNumber?: CertificateNumber
  readonly item: CalibratedItem
  readonly method: MethodUsed
  readonly started: Instant
  readonly finished: Instant
  readonly place?: Line
  readonly environment?: Environment
  readonly operator: Code
  readonly competence?: Code
  readonly customer?: Code
  readonly certificateKind?: CertificateKindWord
  readonly validUntil?: CivilDate
  readonly asFoundOmitted?: Passage
  readonly lateReason?: Passage
  /**
   * @minItems 1
   * @maxItems 200
   */
  readonly results: readonly ResultEntry[]
}
/**
 * The equipment, and the component of it, that was calibrated.
 */
export interface CalibratedItem {
  readonly equipment: Code
  readonly component?: Code
}
/**
 * The normative document that the work followed (ISO/IEC 17025:2017, 7.2).
 */
export interface MethodUsed {
  readonly document: Line
  readonly deviation?: Passage
}
/**
 * A condition under which the work was done (ISO/IEC 17025:2017, 7.8.4.1 b).
 */
export interface EnvironmentCondition {
  readonly quantity: Line
  readonly value: Quantity
  readonly standardUncertainty?: Quantity
}
/**
 * A result as the laboratory logs it: its point, its model and its input quantities.
 */
export interface ResultEntry {
  readonly code: Code
  readonly measurandKind: Code
  readonly stage: ResultStage
  readonly point: MeasurementPoint
  readonly interval?: DeclaredInterval
  readonly model: BudgetModel
  readonly output: Symbol
  readonly inputs: {
    readonly [k: string]: BudgetInput
  }
  /**
   * @maxItems 500
   */
  readonly correlations?: readonly InputCorrelation[]
  /**
   * @maxItems 64
   */
  readonly correlationsFromReadings?: readonly Symbol[]
  readonly coverage: CoverageRequest
  readonly conformity?: ConformityRequest
  /**
   * The unit of the result; that of the nominal value if absent.
   */
  readonly unit?: string
}
/**
 * Where a result holds: the nominal value and the influence parameters.
 */
export interface MeasurementPoint {
  readonly nominal: Quantity
  readonly parameters?: PointParameters
}
/**
 * The range over which a result is declared valid by interpolation (ISO/IEC 17025:2017, 7.8.4.1).
 */
export interface DeclaredInterval {
  readonly lower: Quantity
  readonly upper: Quantity
}
/**
 * An input quantity in one of the forms of GUM 4.2 and 4.3.
 */
export interface InputQuantity {
  readonly estimate?: Decimal
  readonly standardUncertainty?: Decimal
  readonly expandedUncertainty?: Decimal
  readonly coverageFactor?: Decimal
  readonly coverageProbability?: Decimal
  readonly pooledStandardDeviation?: Decimal
  readonly numberOfReadings?: number
  readonly distribution?: Distribution
  /**
   * @minItems 2
   * @maxItems 10000
   */
  readonly readings?: readonly Decimal[]
  readonly degreesOfFreedom?: Decimal | 'infinity'
  readonly unit?: string
}
/**
 * A probability distribution about the estimate (JCGM 101:2008, 6.4).
 */
export interface Distribution {
  readonly type:
    'normal' | 'rectangular' | 'triangular' | 'arcsine' | 'trapezoidal' | 'curvilinear-trapezoidal' | 't'
  readonly halfWidth?: Decimal
  readonly topHalfWidth?: Decimal
  readonly halfWidthUncertainty?: Decimal
  readonly standardDeviation?: Decimal
  readonly scale?: Decimal
  readonly degreesOfFreedom?: Decimal
}
/**
 * The requirement and the decision rule that were agreed before the work (ISO/IEC 17025:2017, 7.1.3).
 */
export interface ConformityRequest {
  readonly limits: {
    readonly lower?: Quantity
    readonly upper?: Quantity
  }
  readonly rule: 'simple' | 'guarded-U'
}
/**
 * A calibration in a list.
 */
export interface CalibrationSummary {
  readonly id: string
  readonly laboratory: Code
  readonly certificateNumber?: CertificateNumber
  readonly item: CalibratedItem
  readonly started: Instant
  readonly finished: Instant
  readonly state: string
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * A calibration with its results, its state and what was found about it.
 */
export interface CalibrationView {
  readonly id: string
  readonly laboratory: Code
  readonly certificateNumber?: CertificateNumber
  readonly item: CalibratedItem
  readonly method?: MethodUsed
  readonly started: Instant
  readonly finished: Instant
  readonly place?: Line
  readonly environment: Environment
  readonly operator?: Code
  readonly competence?: Code
  readonly customer?: Code
  readonly certificateKind: CertificateKindWord
  readonly validUntil?: CivilDate
  readonly asFoundOmitted?: Passage
  readonly lateReason?: Passage
  readonly state: 'evaluated' | 'submitted' | 'reviewed' | 'returned' | 'authorised' | 'cancelled'
  readonly submittedBy?: Code
  readonly submittedAt?: Instant
  readonly reviewedBy?: Code
  readonly reviewedAt?: Instant
  readonly reviewReason?: Passage
  readonly authorisedBy?: Code
  readonly authorisedAt?: Instant
  /**
   * @maxItems 200
   */
  readonly results: readonly CalibrationResultView[]
  /**
   * @maxItems 5000
   */
  readonly findings: readonly CalibrationFinding[]
  readonly recordedBy?: Code
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * A result (VIM 2.9) with its uncertainty and budget.
 */
export interface CalibrationResultView {
  readonly code: Code
  readonly measurandKind: Code
  readonly stage: ResultStage
  readonly point: MeasurementPoint
  readonly interval?: DeclaredInterval
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty?: number
  readonly effectiveDegreesOfFreedom?: DegreesOfFreedom
  readonly coverageFactor?: number
  readonly coverageProbability?: number
  readonly expandedUncertainty?: number
  readonly reported: ReportedResult
  readonly budget?: UncertaintyBudget
  readonly conformity?: ConformityStatement
}
/**
 * The result as it is printed: U with at most two significant digits, the value to the same last digit (ILAC-P14, 5.3).
 */
export interface ReportedResult {
  readonly value: string
  readonly expandedUncertainty?: string
  readonly unit: string
  readonly coverageFactor?: string
  readonly coverageProbability?: string
}
/**
 * The statement of conformity and what it rests on (ISO/IEC 17025:2017, 7.8.6; JCGM 106).
 */
export interface ConformityStatement {
  readonly rule: 'simple' | 'guarded-U'
  readonly limits: {
    readonly lower?: Quantity
    readonly upper?: Quantity
  }
  readonly guardBand?: number
  readonly acceptanceLimits?: {
    readonly lower?: number
    readonly upper?: number
  }
  readonly outcome: 'pass' | 'conditional-pass' | 'conditional-fail' | 'fail'
  readonly conformanceProbability: number
  readonly specificRisk?: number
}
/**
 * A rule of traceability that already fails or warns.
 */
export interface CalibrationFinding {
  /**
   * R01 to R22.
   */
  readonly code: string
  readonly outcome: 'fail' | 'warn' | 'unknown'
  readonly reason: string
  readonly result?: Code
  readonly subject?: string
  readonly effect?: string
  readonly message: {
    readonly zh: string
    readonly en: string
  }
}
/**
 * Why a calibration is given up.
 */
export interface CalibrationCancellation {
  readonly reason: Passage
}
/**
 * A page of calibrations.
 */
export interface CalibrationPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly CalibrationSummary[]
  readonly next: PageCursor | null
}
/**
 * Which calibration.
 */
export interface CalibrationPath {
  readonly id: string
}
/**
 * Which calibrations to list.
 */
export interface CalibrationSearch {
  readonly laboratory?: Code
  readonly equipment?: Code
  readonly state?: 'evaluated' | 'submitted' | 'reviewed' | 'returned' | 'authorised' | 'cancelled'
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * A certificate in a list.
 */
export interface CertificateSummary {
  readonly number: CertificateNumber
  readonly version: number
  readonly origin?: string
  readonly issuer: Code
  readonly item: CalibratedItem
  readonly issued: Instant
  readonly performed: Instant
}
/**
 * One version of a certificate (ISO/IEC 17025:2017, 7.8.2, 7.8.4).
 */
export interface CertificateView {
  readonly number: CertificateNumber
  readonly version: number
  readonly kind: CertificateKindWord
  readonly origin: 'issued' | 'transcribed'
  readonly issuer: {
    readonly code: Code
    readonly name: LocalizedText
    readonly fictional?: boolean
  }
  readonly item: {
    readonly equipment: Code
    readonly component: Code
    readonly name?: LocalizedText
    readonly manufacturer?: Line
    readonly model?: Line
    readonly serialNumber?: Line
  }
  readonly method?: MethodUsed
  readonly competence?: {
    readonly code: Code
    readonly number?: Line
    readonly issuer?: Line
  }
  readonly started: Instant
  readonly finished: Instant
  readonly issued: Instant
  readonly validUntil?: CivilDate
  readonly place?: Line
  readonly environment: Environment
  /**
   * @maxItems 200
   */
  readonly results: readonly CalibrationResultView[]
  readonly asFoundOmitted?: Passage
  readonly traceabilityStatement?: Passage
  /**
   * @maxItems 3
   */
  readonly signatures?: readonly {
    readonly meaning: 'performed' | 'reviewed' | 'authorised'
    readonly person: Code
    readonly name: Line
  }[]
  readonly change?: {
    readonly class: 'editorial' | 'value' | 'scope'
    readonly reason: Passage
  }
  readonly sha256?: string
  readonly recordedAt: Instant
  /**
   * @maxItems 1000
   */
  readonly versions: readonly {
    readonly version: number
    readonly issued: Instant
    readonly sha256: string
    readonly changeClass?: string
  }[]
  /**
   * @maxItems 100
   */
  readonly events: readonly CertificateEventView[]
}
/**
 * What happened to a certificate after it was written.
 */
export interface CertificateEventView {
  readonly kind: 'checked' | 'withdrawn' | 'revoked'
  readonly effectiveFrom?: Instant
  readonly cause?: Passage
  readonly recordedAt: Instant
}
/**
 * A page of certificates.
 */
export interface CertificatePage {
  /**
   * @maxItems 500
   */
  readonly items: readonly CertificateSummary[]
  readonly next: PageCursor | null
}
/**
 * Which certificate.
 */
export interface CertificatePath {
  readonly number: CertificateNumber
}
/**
 * Why a certificate is revoked from the beginning.
 */
export interface CertificateRevocation {
  readonly cause: Passage
}
/**
 * Which certificates to list.
 */
export interface CertificateSearch {
  readonly issuer?: Code
  readonly equipment?: Code
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * A result as it is printed on a certificate issued elsewhere; with its budget where that is known.
 */
export interface TranscribedResult {
  readonly code: Code
  readonly measurandKind: Code
  readonly stage: ResultStage
  readonly point: MeasurementPoint
  readonly interval?: DeclaredInterval
  readonly model?: BudgetModel
  readonly output?: Symbol
  readonly inputs?: {
    readonly [k: string]: BudgetInput
  }
  /**
   * @maxItems 500
   */
  readonly correlations?: readonly InputCorrelation[]
  /**
   * @maxItems 64
   */
  readonly correlationsFromReadings?: readonly Symbol[]
  readonly coverage?: CoverageRequest
  readonly conformity?: ConformityRequest
  readonly estimate: Quantity
  readonly expandedUncertainty?: Quantity
  readonly coverageFactor?: Decimal
  readonly coverageProbability?: number
  readonly standardUncertainty?: Quantity
  readonly degreesOfFreedom?: DegreesOfFreedom
}
/**
 * A certificate issued elsewhere, transcribed by one person and to be checked by a second.
 */
export interface CertificateTranscription {
  readonly number: CertificateNumber
  readonly issuer: Code
  readonly kind: CertificateKindWord
  readonly item: CalibratedItem
  readonly method?: MethodUsed
  readonly started: Instant
  readonly finished: Instant
  readonly issued: Instant
  readonly validUntil?: CivilDate
  readonly competence?: Code
  readonly performer?: Code
  readonly reviewer?: Code
  readonly signatory?: Code
  readonly place?: Line
  readonly environment?: Environment
  readonly asFoundOmitted?: Passage
  readonly traceabilityStatement?: Passage
  /**
   * @minItems 1
   * @maxItems 200
   */
  readonly results: readonly TranscribedResult[]
}
/**
 * One answer for each look-up, in the same order.
 */
export interface ValidityAnswers {
  /**
   * @maxItems 1000
   */
  readonly items: readonly (
    | Validity
    | {
        readonly number: CertificateNumber
        readonly code: 'certificate.unknown'
      }
  )[]
}
/**
 * Whether a certificate may be relied on at a moment, as known at another, and the same in a signed statement.
 */
export interface Validity {
  readonly number: CertificateNumber
  readonly version: number
  readonly status: CertificateStatusWord
  readonly at: Instant
  readonly asKnownAt: Instant
  readonly issuer: {
    readonly code: Code
    readonly name: LocalizedText
  }
  readonly item: {
    readonly equipment: Code
    readonly component: Code
    readonly manufacturer?: Line
    readonly model?: Line
    readonly serialNumber?: Line
  }
  readonly performed: Instant
  readonly issued: Instant
  readonly due: CivilDate | null
  readonly supersededBy: number | null
  readonly cause?: Passage
  readonly traceability: {
    readonly verdict:
      'traceable' | 'traceable-with-conditions' | 'suspect' | 'indeterminate' | 'not-traceable'
    /**
     * @maxItems 500
     */
    readonly roots: readonly Code[]
  }
  /**
   * A compact JWS (RFC 7515) of the same members, signed with the key of this node.
   */
  readonly statement: string
}
/**
 * Up to a thousand look-ups at once.
 */
export interface ValidityBatch {
  /**
   * @minItems 1
   * @maxItems 1000
   */
  readonly items: readonly {
    readonly number: CertificateNumber
    readonly at?: Instant
  }[]
}
/**
 * Valid when, and as known when; both now if absent.
 */
export interface ValidityQuery {
  readonly at?: Instant
  readonly asKnownAt?: Instant
}
/**
 * Which version; the newest one if absent.
 */
export interface CertificateVersionQuery {
  readonly version?: number
}
/**
 * From when a certificate is withdrawn, and why.
 */
export interface CertificateWithdrawal {
  readonly from: Instant
  readonly cause: Passage
}
/**
 * One fault inside a message: where, which and what.
 */
export interface MessageFault {
  /**
   * JSON Pointer (RFC 6901); for a path or a query, the name of the parameter.
   */
  readonly pointer: string
  readonly code: string
  readonly detail: string
}
/**
 * Which page of a list that has no filters.
 */
export interface PageQuery {
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * Why a request was not carried out (RFC 9457). Further members are facts that a program can use.
 */
export interface Problem {
  /**
   * A URI that ends in the code.
   */
  readonly type: string
  /**
   * What is so; constant for each code.
   */
  readonly title: string
  readonly status: number
  /**
   * What is so this time, in the language of Accept-Language.
   */
  readonly detail?: string
  /**
   * Stable; a program may rely on it.
   */
  readonly code: string
  /**
   * JSON Pointer to the place in the request (RFC 6901).
   */
  readonly pointer?: string
  /**
   * The rule of traceability that refused.
   */
  readonly rule?: string
  /**
   * @maxItems 50
   */
  readonly errors?: readonly MessageFault[]
  readonly requestId: string
  readonly instance?: string
  readonly [k: string]: unknown
}

export type SchemaName = keyof SchemaTypes
