// Written by `npm run contract` from schemas/. Do not edit.

/**
 * One line of text: no blanks around it, no control characters and no characters that reverse the direction of writing.
 */
export type Line = string
/**
 * A moment with its zone (RFC 3339).
 */
export type Instant = string
/**
 * A natural key, chosen by whoever keeps the record.
 */
export type Code = string
/**
 * Where the next page begins, as the former page gave it in `next`.
 */
export type PageCursor = string
/**
 * At most so many items on a page.
 */
export type PageLimit = number
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
 * Before an adjustment, after it, or both because there was none (ISO/IEC 17025:2017, 7.8.4.1 d).
 */
export type ResultStage = 'as-found' | 'as-left' | 'as-found-and-left'
/**
 * A number; a text keeps its digits, in groups of three if wished (SI Brochure, 5.4.4).
 */
export type Decimal = number | DecimalText
/**
 * A number as a text, with all its digits: they run on, or stand in threes counted from the point (SI Brochure, 5.4.4).
 */
export type DecimalText = string
/**
 * A unit as it is written: an SI symbol, a UCUM code or a D-SI expression.
 */
export type Unit = string
/**
 * Degrees of freedom; the word `infinity` where there is no end to them.
 */
export type DegreesOfFreedom = number | 'infinity'
/**
 * The name of a quantity in a measurement model.
 */
export type ModelSymbol = string
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
 * A reason, a remark, a statement: several lines of text without other control characters.
 */
export type Passage = string
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
 * Who may read a certificate: everybody; everybody its status and the parties the rest; its parties only (issuer, customer, owner of the item). `private` is the older word for `parties` and shows no more.
 */
export type Visibility = 'public' | 'status' | 'parties' | 'private'
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
 * Whether equipment may be used.
 */
export type EquipmentState =
  'registered' | 'in-service' | 'limited-use' | 'quarantined' | 'under-repair' | 'retired' | 'lost'
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
 * A text in the languages in which it was written.
 *
 * @maxItems 10000
 */
export type DccTextView = readonly DccWordingView[]
/**
 * A column of a covariance matrix.
 *
 * @maxItems 200000
 */
export type DccColumnOfCovariances = readonly DccCovarianceView[]
/**
 * The numbers of a quantity in one unit.
 */
export type DccFormView = DccRealFormView | DccComplexFormView
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
 * How far a recall is: its set is frozen, every result is decided and the owners are told, all have taken note, closed.
 */
export type RecallState = 'scoped' | 'notified' | 'acknowledged' | 'closed'
/**
 * What is done about a result: nothing has to be, its certificate is amended, it is called back, or the customer decides.
 */
export type RecallDecision = 'no-effect' | 'amend' | 'recall' | 'customer-decides'
/**
 * What a certificate is worth at a moment.
 */
export type CertificateStatusWord =
  'in-force' | 'overdue' | 'superseded' | 'withdrawn' | 'revoked' | 'suspect' | 'not-yet-issued'
/**
 * A value with its uncertainty: a certified result of this registry, or figures from elsewhere.
 */
export type ComparisonFiguresEntry = {
  readonly [k: string]: unknown
} & {
  readonly certificate?: CertificateNumber
  readonly version?: number
  readonly result?: Code
  readonly estimate?: Quantity
  readonly expandedUncertainty?: Quantity
  readonly coverageFactor?: Decimal
  readonly source?: Line
}
/**
 * The expanded uncertainty a laboratory is capable of, as a function of the value (ILAC-P14:09/2020, 4).
 */
export type Capability = ExpressionCapability | TableCapability | QuadratureCapability
/**
 * On what a competence rests: KCDB CMC, accreditation, 计量标准考核, 计量授权, ISO 17034, ISO/IEC 17043, or evidence the laboratory documented itself (ILAC-P10:07/2020, 2).
 */
export type CompetenceKind =
  | 'kcdb-cmc'
  | 'accreditation'
  | 'standard-examination'
  | 'legal-authorization'
  | 'reference-material-producer'
  | 'proficiency-testing-provider'
  | 'documented-evidence'
/**
 * A column, or a quantity that is the same for all rows.
 */
export type DccColumn =
  | {
      readonly column: DccColumnSelector
    }
  | {
      readonly fixed: Quantity
    }
/**
 * `soon`: its last day lies ahead; `overdue`: it has passed; `never-calibrated`: it has an interval and no calibration.
 */
export type DueStanding = 'soon' | 'overdue' | 'never-calibrated'
/**
 * From the national standard down; an instrument is no measurement standard (VIM 5.1).
 */
export type EquipmentLevel =
  | 'national-standard'
  | 'public-standard'
  | 'enterprise-highest-standard'
  | 'working-standard'
  | 'transfer-standard'
  | 'instrument'
/**
 * What happened to equipment beside its calibrations (ISO/IEC 17025:2017, 6.4.13).
 */
export type EquipmentEventKind =
  | 'intermediate-check'
  | 'adjustment'
  | 'repair'
  | 'firmware-change'
  | 'overload'
  | 'transport'
  | 'quarantine'
  | 'release'
/**
 * Lower and upper end of a coverage interval, in the unit of the output (JCGM 101:2008, 3.12).
 *
 * @minItems 2
 * @maxItems 2
 */
export type CoverageInterval = readonly number[]
/**
 * An input quantity of a model; its unit is not converted.
 */
export type EvaluationInput = InputQuantity
/**
 * What happened. A kind is never renamed; new ones are added, and whoever reads passes over those it does not know.
 */
export type EventKind =
  | 'certificate.issued'
  | 'certificate.amended'
  | 'certificate.recorded'
  | 'certificate.checked'
  | 'certificate.withdrawn'
  | 'certificate.revoked'
  | 'certificate.suspect'
  | 'certificate.cleared'
  | 'calibration.submitted'
  | 'calibration.returned'
  | 'recall.opened'
  | 'recall.notice'
  | 'recall.closed'
  | 'recall.reopened'
  | 'equipment.due'
/**
 * The standard about which something is supposed.
 */
export type ImpactSubject =
  | {
      readonly equipment: Code
      readonly component?: Code
    }
  | {
      readonly certificate: CertificateNumber
      readonly result?: Code
    }
  | {
      readonly reference: Code
    }
/**
 * What the rows of a file are.
 */
export type ImportKind =
  | 'equipment'
  | 'people'
  | 'organizations'
  | 'measurand-kinds'
  | 'competences'
  | 'usages'
  | 'calibrations'
  | 'certificates'
  | 'kcdb-cmc'
/**
 * `all`: one transaction, and nothing is recorded if one row is refused. `each`: every row by itself.
 */
export type ImportMode = 'all' | 'each'
/**
 * `refused`: of what was to be taken as a whole (`mode=all`) nothing was recorded; with `mode=each` it was stopped before its end, `warnings` says why and where, and what was recorded until then stands.
 */
export type ImportState = 'under-way' | 'finished' | 'refused'
/**
 * `soon`: its last day lies ahead and is near; `no-programme`: neither an interval nor a verification; `out-of-use`: retired or lost.
 */
export type InventoryStanding =
  'never-calibrated' | 'overdue' | 'soon' | 'in-force' | 'no-programme' | 'out-of-use'
/**
 * The index of a tile or bundle as C2SP tlog-tiles writes it.
 */
export type LogTileIndex = string
/**
 * A place in the log, or a number of its entries.
 */
export type LogSize = number
/**
 * SHA-256 in base64, as in checkpoints and proofs of the log.
 */
export type LogHash = string
/**
 * The hashes of a proof, the nearest first (RFC 9162, 2.1).
 *
 * @maxItems 128
 */
export type LogProofPath = readonly LogHash[]
/**
 * A normative document as it is cited: `JJG 99-2022`, `GB/T 44993-2024`.
 */
export type DocumentCode = string
/**
 * ISO 3166-1, two letters.
 */
export type Economy = string
/**
 * What an organization is to metrology; it may be several things.
 */
export type OrganizationRole =
  | 'national-metrology-institute'
  | 'designated-institute'
  | 'legal-metrology-institute'
  | 'industry-test-centre'
  | 'calibration-laboratory'
  | 'enterprise'
  | 'accreditation-body'
  | 'regulator'
  | 'proficiency-testing-provider'
  | 'reference-material-producer'
/**
 * What a person is authorized to do (ISO/IEC 17025:2017, 6.2.6).
 */
export type Activity = 'perform' | 'review' | 'authorise'
/**
 * What the bearer of a key may do.
 */
export type KeyRole =
  | 'administrator'
  | 'quality-manager'
  | 'technician'
  | 'reviewer'
  | 'signatory'
  | 'auditor'
  | 'integration'
  | 'enterprise-viewer'
/**
 * What a traceability chain ends in (VIM 2.41, note 1).
 */
export type ReferenceKind =
  | 'si-realization'
  | 'intrinsic-standard'
  | 'national-standard'
  | 'certified-reference-material'
  | 'utc'
  | 'agreed-procedure'
/**
 * What can support a reference that has nothing above it.
 */
export type ReferenceEvidenceKind =
  | 'comparison'
  | 'national-standard-certificate'
  | 'kcdb-cmc'
  | 'realization-procedure'
  | 'producer-competence'
  | 'crm-certificate'
  | 'jctlm-listing'
  | 'national-crm-approval'
  | 'utc-report'
  | 'procedure'
/**
 * By which policy a chain is judged: one of `GET /v1/policies`. ILAC-P10 if absent.
 */
export type TraceabilityPolicy = Code
/**
 * Decides named results, or all that are left.
 */
export type RecallDispositionEntry =
  | {
      readonly decision: RecallDecision
      readonly reason: Passage
      /**
       * @minItems 1
       * @maxItems 500
       */
      readonly items: readonly {
        readonly certificate: CertificateNumber
        readonly result: Code
        readonly version?: number
      }[]
    }
  | {
      readonly decision: RecallDecision
      readonly reason: Passage
      /**
       * Every item without a disposition that the organization may decide about.
       */
      readonly remaining: {
        /**
         * Only those whose decision has flipped, or only those whose has not.
         */
        readonly flipped?: boolean
      }
    }
/**
 * From best to worst.
 */
export type TraceabilityVerdict =
  'traceable' | 'traceable-with-conditions' | 'suspect' | 'indeterminate' | 'not-traceable'
/**
 * A unit in SI symbols (SI Brochure, 5.2), as a UCUM code or in D-SI.
 */
export type UnitText = string
/**
 * For what equipment was used (去向可追): its results went into this job, product or batch.
 */
export type UsageEntry = {
  readonly [k: string]: unknown
} & {
  readonly equipment: Code
  readonly component?: Code
  readonly measurandKind?: Code
  readonly point?: MeasurementPoint
  readonly job?: Line
  readonly product?: Line
  readonly batch?: Line
  readonly usedAt: Instant
  readonly operator?: Code
  readonly despite?: Passage
  readonly note?: Passage
}
/**
 * `pending`: on its way, or waiting for the next attempt; `dead`: given up, until it is replayed.
 */
export type WebhookDeliveryState = 'pending' | 'delivered' | 'dead'
/**
 * Where events are sent: a public address over HTTPS, port 443 or 8443, without credentials.
 */
export type WebhookUrl = string
/**
 * Which events; all of them, also kinds that are added later, where this is absent.
 *
 * @minItems 1
 * @maxItems 50
 */
export type WebhookKinds = readonly EventKind[]

export interface SchemaTypes {
  readonly 'attachments/asking.json': AttachmentQuery
  readonly 'attachments/attaching.json': AttachingQuery
  readonly 'attachments/detaching.json': DetachingQuery
  readonly 'audit/audit-event.json': AuditEventRecord
  readonly 'audit/page.json': AuditEventPage
  readonly 'audit/search.json': AuditEventSearch
  readonly 'calibrations/assessment.json': CalibrationAssessment
  readonly 'calibrations/budget-correlation.json': BudgetCorrelation
  readonly 'calibrations/budget-line.json': BudgetLine
  readonly 'calibrations/budget.json': UncertaintyBudget
  readonly 'calibrations/calibration-entry.json': CalibrationEntry
  readonly 'calibrations/calibration-summary.json': CalibrationSummary
  readonly 'calibrations/calibration.json': CalibrationView
  readonly 'calibrations/cancellation.json': CalibrationCancellation
  readonly 'calibrations/candidate-standard.json': CandidateStandard
  readonly 'calibrations/candidate-standards.json': CandidateStandards
  readonly 'calibrations/certificate-kind.json': CertificateKindWord
  readonly 'calibrations/condition-of-use.json': ConditionOfUse
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
  readonly 'calibrations/joint-readings.json': JointReadings
  readonly 'calibrations/method.json': MethodUsed
  readonly 'calibrations/missing-content.json': MissingContent
  readonly 'calibrations/model.json': BudgetModel
  readonly 'calibrations/nonconformity.json': StatedNonconformity
  readonly 'calibrations/opinion.json': StatedOpinion
  readonly 'calibrations/page.json': CalibrationPage
  readonly 'calibrations/parameters.json': PointParameters
  readonly 'calibrations/particulars.json': Particulars
  readonly 'calibrations/path.json': CalibrationPath
  readonly 'calibrations/point.json': MeasurementPoint
  readonly 'calibrations/preview-query.json': CertificatePreviewQuery
  readonly 'calibrations/recalibration-agreed.json': RecalibrationAgreed
  readonly 'calibrations/reported.json': ReportedResult
  readonly 'calibrations/result-entry.json': ResultEntry
  readonly 'calibrations/result.json': CalibrationResultView
  readonly 'calibrations/review.json': ReviewDecision
  readonly 'calibrations/search.json': CalibrationSearch
  readonly 'calibrations/sharing-inputs.json': SharedInputs
  readonly 'calibrations/signing-query.json': SigningQuery
  readonly 'calibrations/stage.json': ResultStage
  readonly 'calibrations/standards-question.json': CandidateStandardsQuestion
  readonly 'calibrations/symbol.json': ModelSymbol
  readonly 'calibrations/upstream.json': Upstream
  readonly 'calibrations/used-at.json': UsedAtPoint
  readonly 'calibrations/visibility.json': Visibility
  readonly 'certificate-imports/address-part.json': DccAddressPart
  readonly 'certificate-imports/attachment.json': DccAttachmentView
  readonly 'certificate-imports/class.json': DccClassView
  readonly 'certificate-imports/column-of-covariances.json': DccColumnOfCovariances
  readonly 'certificate-imports/complex-form.json': DccComplexFormView
  readonly 'certificate-imports/condition.json': DccConditionView
  readonly 'certificate-imports/contact.json': DccContactView
  readonly 'certificate-imports/covariance.json': DccCovarianceView
  readonly 'certificate-imports/equipment.json': DccEquipmentView
  readonly 'certificate-imports/form.json': DccFormView
  readonly 'certificate-imports/held.json': HeldCertificateView
  readonly 'certificate-imports/identification.json': DccIdentificationView
  readonly 'certificate-imports/identity.json': DccIdentityView
  readonly 'certificate-imports/import-query.json': CertificateImportQuery
  readonly 'certificate-imports/import.json': CertificateImportView
  readonly 'certificate-imports/item.json': DccItemView
  readonly 'certificate-imports/laboratory.json': DccLaboratoryView
  readonly 'certificate-imports/method.json': DccMethodView
  readonly 'certificate-imports/near-miss.json': NearMissView
  readonly 'certificate-imports/page.json': CertificateImportPage
  readonly 'certificate-imports/path.json': CertificateImportPath
  readonly 'certificate-imports/person.json': DccPersonView
  readonly 'certificate-imports/quantity.json': DccQuantityView
  readonly 'certificate-imports/real-form.json': DccRealFormView
  readonly 'certificate-imports/region.json': DccRegionView
  readonly 'certificate-imports/remark.json': DccRemarkView
  readonly 'certificate-imports/result.json': DccResultView
  readonly 'certificate-imports/search.json': CertificateImportSearch
  readonly 'certificate-imports/signature.json': ImportedSignature
  readonly 'certificate-imports/software.json': DccSoftwareView
  readonly 'certificate-imports/statement.json': DccStatementView
  readonly 'certificate-imports/summary.json': CertificateImportSummary
  readonly 'certificate-imports/text.json': DccTextView
  readonly 'certificate-imports/uncertainty.json': DccUncertaintyView
  readonly 'certificate-imports/understood.json': DccUnderstood
  readonly 'certificate-imports/unit.json': DccUnitView
  readonly 'certificate-imports/upstream-link.json': DccUpstreamLink
  readonly 'certificate-imports/upstream.json': UpstreamOutcomeView
  readonly 'certificate-imports/vocabulary.json': DccVocabularyView
  readonly 'certificate-imports/warning.json': DccWarning
  readonly 'certificate-imports/wording.json': DccWordingView
  readonly 'certificates/amendment.json': CertificateAmendment
  readonly 'certificates/attachment.json': CertificateAttachment
  readonly 'certificates/certificate-summary.json': CertificateSummary
  readonly 'certificates/certificate.json': CertificateView
  readonly 'certificates/cited-method.json': CitedMethod
  readonly 'certificates/difference.json': CertificateDifference
  readonly 'certificates/differences-query.json': DifferencesQuery
  readonly 'certificates/differences.json': CertificateDifferences
  readonly 'certificates/event.json': CertificateEventView
  readonly 'certificates/face-query.json': CertificateFaceQuery
  readonly 'certificates/hash-matches.json': HashMatches
  readonly 'certificates/hash-path.json': HashPath
  readonly 'certificates/page.json': CertificatePage
  readonly 'certificates/path.json': CertificatePath
  readonly 'certificates/published-key.json': PublishedKey
  readonly 'certificates/published-keys.json': PublishedKeys
  readonly 'certificates/revocation.json': CertificateRevocation
  readonly 'certificates/search.json': CertificateSearch
  readonly 'certificates/signature.json': CertificateSignature
  readonly 'certificates/signatures.json': CertificateSignatures
  readonly 'certificates/standard-used.json': StandardUsed
  readonly 'certificates/status.json': CertificateStatusWord
  readonly 'certificates/traceability-at-issue.json': TraceabilityAtIssue
  readonly 'certificates/transcribed-amendment.json': TranscribedAmendment
  readonly 'certificates/transcribed-result.json': TranscribedResult
  readonly 'certificates/transcription.json': CertificateTranscription
  readonly 'certificates/validity-answers.json': ValidityAnswers
  readonly 'certificates/validity-batch.json': ValidityBatch
  readonly 'certificates/validity-query.json': ValidityQuery
  readonly 'certificates/validity.json': Validity
  readonly 'certificates/verification-conclusion.json': VerificationConclusion
  readonly 'certificates/verified-signature.json': VerifiedSignature
  readonly 'certificates/version-query.json': CertificateVersionQuery
  readonly 'certificates/withdrawal.json': CertificateWithdrawal
  readonly 'comparisons/closing-entry.json': ComparisonClosingEntry
  readonly 'comparisons/comparison-entry.json': ComparisonEntry
  readonly 'comparisons/comparison.json': ComparisonView
  readonly 'comparisons/figures-entry.json': ComparisonFiguresEntry
  readonly 'comparisons/figures.json': ComparisonFigures
  readonly 'comparisons/page.json': ComparisonPage
  readonly 'comparisons/path.json': ComparisonPath
  readonly 'comparisons/resolution-entry.json': ComparisonResolutionEntry
  readonly 'comparisons/resolution.json': ComparisonResolutionRecord
  readonly 'comparisons/result-entry.json': ComparisonResultEntry
  readonly 'comparisons/result.json': ComparisonResultRecord
  readonly 'comparisons/search.json': ComparisonSearch
  readonly 'comparisons/summary.json': ComparisonSummary
  readonly 'competences/as-of-query.json': CompetenceAsOfQuery
  readonly 'competences/capability-at-point.json': CapabilityAtPoint
  readonly 'competences/capability-query.json': CapabilityQuery
  readonly 'competences/capability-row.json': CapabilityRow
  readonly 'competences/capability.json': Capability
  readonly 'competences/competence-entry.json': CompetenceEntry
  readonly 'competences/competence-on-day.json': CompetenceOnDay
  readonly 'competences/competence.json': CompetenceRecord
  readonly 'competences/expression-capability.json': ExpressionCapability
  readonly 'competences/kind.json': CompetenceKind
  readonly 'competences/page.json': CompetencePage
  readonly 'competences/parameter-range.json': ParameterRange
  readonly 'competences/path.json': CompetencePath
  readonly 'competences/quadrature-capability.json': QuadratureCapability
  readonly 'competences/scope.json': CompetenceScope
  readonly 'competences/search.json': CompetenceSearch
  readonly 'competences/status-entry.json': CompetenceStatusEntry
  readonly 'competences/status.json': CompetenceStatusRecord
  readonly 'competences/table-capability.json': TableCapability
  readonly 'competences/version-entry.json': CompetenceVersionEntry
  readonly 'competences/version.json': CompetenceVersionRecord
  readonly 'dcc-mappings/column-selector.json': DccColumnSelector
  readonly 'dcc-mappings/column.json': DccColumn
  readonly 'dcc-mappings/entry.json': DccMappingEntry
  readonly 'dcc-mappings/mapping.json': DccMappingView
  readonly 'dcc-mappings/page.json': DccMappingPage
  readonly 'dcc-mappings/path.json': DccMappingPath
  readonly 'dcc-mappings/rule.json': DccMappingRule
  readonly 'dcc-mappings/search.json': DccMappingSearch
  readonly 'due/calendar-search.json': DueCalendarSearch
  readonly 'due/feed-key-path.json': FeedKeyPath
  readonly 'due/feed-key.json': FeedKeyIssued
  readonly 'due/item.json': DueItem
  readonly 'due/page.json': DuePage
  readonly 'due/search.json': DueSearch
  readonly 'due/standing.json': DueStanding
  readonly 'equipment/component.json': EquipmentComponent
  readonly 'equipment/drift-point.json': DriftPointFound
  readonly 'equipment/drift-prediction.json': DriftPrediction
  readonly 'equipment/drift-query.json': EquipmentDriftQuery
  readonly 'equipment/drift.json': EquipmentDrift
  readonly 'equipment/equipment-entry.json': EquipmentEntry
  readonly 'equipment/equipment-revision.json': EquipmentRevision
  readonly 'equipment/equipment.json': EquipmentRecord
  readonly 'equipment/event-entry.json': EquipmentEventEntry
  readonly 'equipment/event-kind.json': EquipmentEventKind
  readonly 'equipment/event-page.json': EquipmentEventPage
  readonly 'equipment/event-search.json': EquipmentEventSearch
  readonly 'equipment/event.json': EquipmentEventRecord
  readonly 'equipment/level.json': EquipmentLevel
  readonly 'equipment/measuring-interval.json': MeasuringInterval
  readonly 'equipment/page.json': EquipmentPage
  readonly 'equipment/path.json': EquipmentPath
  readonly 'equipment/restriction-end.json': EquipmentRestrictionEnding
  readonly 'equipment/restriction-entry.json': EquipmentRestrictionEntry
  readonly 'equipment/restriction-page.json': EquipmentRestrictionPage
  readonly 'equipment/restriction-path.json': EquipmentRestrictionPath
  readonly 'equipment/restriction.json': EquipmentRestrictionRecord
  readonly 'equipment/search.json': EquipmentSearch
  readonly 'equipment/state.json': EquipmentState
  readonly 'evaluation/advice.json': EvaluationAdvice
  readonly 'evaluation/between-variance.json': BetweenVariance
  readonly 'evaluation/bilateral-degree.json': BilateralDegreeOfEquivalence
  readonly 'evaluation/budget-line.json': EvaluatedBudgetLine
  readonly 'evaluation/calibration-interval-evaluation.json': CalibrationIntervalEvaluation
  readonly 'evaluation/calibration-interval.json': CalibrationIntervalTask
  readonly 'evaluation/capability-row.json': ProcessCapabilityRow
  readonly 'evaluation/comparison-correlation.json': ResultCorrelation
  readonly 'evaluation/conformity-evaluation.json': ConformityEvaluation
  readonly 'evaluation/conformity.json': ConformityTask
  readonly 'evaluation/correlation-matrix-evaluation.json': CorrelationMatrixEvaluation
  readonly 'evaluation/correlation-matrix.json': CorrelationMatrixTask
  readonly 'evaluation/correlation.json': StatedCorrelation
  readonly 'evaluation/coverage-interval.json': CoverageInterval
  readonly 'evaluation/coverage.json': StatedCoverage
  readonly 'evaluation/curve-prediction.json': CurvePrediction
  readonly 'evaluation/curve-table.json': CurveTable
  readonly 'evaluation/decided-conformity.json': DecidedConformity
  readonly 'evaluation/degree-of-equivalence.json': DegreeOfEquivalence
  readonly 'evaluation/distribution-evaluation.json': DistributionEvaluation
  readonly 'evaluation/distribution-statement.json': DistributionStatement
  readonly 'evaluation/distribution.json': DistributionTask
  readonly 'evaluation/histogram.json': OutputHistogram
  readonly 'evaluation/input.json': EvaluationInput
  readonly 'evaluation/interlaboratory-evaluation.json': InterlaboratoryEvaluation
  readonly 'evaluation/interlaboratory.json': InterlaboratoryTask
  readonly 'evaluation/inverse-prediction.json': InversePrediction
  readonly 'evaluation/joint-region.json': JointCoverageRegion
  readonly 'evaluation/kind-path.json': EvaluationKindPath
  readonly 'evaluation/limits.json': EvaluatedLimits
  readonly 'evaluation/line-uncertainty.json': LineUncertainty
  readonly 'evaluation/measurement-model-evaluation.json': MeasurementModelEvaluation
  readonly 'evaluation/measurement-model.json': MeasurementModelTask
  readonly 'evaluation/monte-carlo-answer.json': MonteCarloAnswer
  readonly 'evaluation/monte-carlo-output.json': MonteCarloOutput
  readonly 'evaluation/monte-carlo-run.json': MonteCarloRun
  readonly 'evaluation/nested-level.json': NestedLevel
  readonly 'evaluation/origin-line.json': OriginLine
  readonly 'evaluation/output-correlation.json': OutputCorrelation
  readonly 'evaluation/output-pair.json': OutputPair
  readonly 'evaluation/output.json': EvaluatedOutput
  readonly 'evaluation/propagation-validation.json': PropagationValidation
  readonly 'evaluation/readings-derivation.json': ReadingsDerivation
  readonly 'evaluation/regression-evaluation.json': RegressionEvaluation
  readonly 'evaluation/regression-model.json': RegressionModel
  readonly 'evaluation/regression.json': RegressionTask
  readonly 'evaluation/reported.json': EvaluatedReport
  readonly 'evaluation/risk-row.json': StatedRiskRow
  readonly 'evaluation/risk-table-row.json': RiskTableRow
  readonly 'evaluation/scored-result.json': ScoredResult
  readonly 'evaluation/self-test-item.json': SelfTestItem
  readonly 'evaluation/self-test.json': SelfTest
  readonly 'evaluation/statistics-evaluation.json': StatisticsEvaluation
  readonly 'evaluation/statistics.json': StatisticsTask
  readonly 'events/data.json': EventData
  readonly 'events/event.json': EventRecord
  readonly 'events/kind.json': EventKind
  readonly 'events/page.json': EventPage
  readonly 'events/search.json': EventSearch
  readonly 'http/cursor.json': PageCursor
  readonly 'http/fault.json': MessageFault
  readonly 'http/limit.json': PageLimit
  readonly 'http/page-query.json': PageQuery
  readonly 'http/problem.json': Problem
  readonly 'impact/answer.json': ImpactAnswer
  readonly 'impact/figure.json': ImpactFigure
  readonly 'impact/hypothesis.json': ImpactHypothesis
  readonly 'impact/item.json': ImpactItem
  readonly 'impact/question.json': ImpactQuestion
  readonly 'impact/subject.json': ImpactSubject
  readonly 'impact/summary.json': ImpactSummary
  readonly 'impact/usage.json': ImpactUsage
  readonly 'impact/usages-question.json': ImpactUsagesQuestion
  readonly 'impact/usages.json': ImpactUsages
  readonly 'imports/column.json': ImportColumn
  readonly 'imports/counts.json': ImportCounts
  readonly 'imports/fault.json': ImportFault
  readonly 'imports/import.json': ImportRecord
  readonly 'imports/kcdb-query.json': KcdbImportQuery
  readonly 'imports/kind.json': ImportKind
  readonly 'imports/mode.json': ImportMode
  readonly 'imports/page.json': ImportPage
  readonly 'imports/path.json': ImportPath
  readonly 'imports/query.json': ImportQuery
  readonly 'imports/report.json': ImportReport
  readonly 'imports/row.json': ImportRow
  readonly 'imports/search.json': ImportSearch
  readonly 'imports/state.json': ImportState
  readonly 'imports/template-path.json': ImportTemplatePath
  readonly 'imports/template-query.json': ImportTemplateQuery
  readonly 'inventory/item.json': InventoryItem
  readonly 'inventory/page.json': InventoryPage
  readonly 'inventory/search.json': InventorySearch
  readonly 'inventory/standing.json': InventoryStanding
  readonly 'inventory/summary-query.json': InventorySummaryQuery
  readonly 'inventory/summary.json': InventorySummary
  readonly 'keys/path.json': NodeKeyPath
  readonly 'keys/public-jwk.json': PublicJwkView
  readonly 'keys/retirement.json': NodeKeyRetirement
  readonly 'keys/rotation.json': NodeKeyRotation
  readonly 'keys/seal-key.json': SealKey
  readonly 'keys/seal-keys.json': SealKeys
  readonly 'log/bundle-path.json': LogBundlePath
  readonly 'log/consistency-query.json': LogConsistencyQuery
  readonly 'log/consistency.json': LogConsistency
  readonly 'log/entries-query.json': LogEntriesQuery
  readonly 'log/entries.json': LogEntries
  readonly 'log/entry.json': LogEntryView
  readonly 'log/hash.json': LogHash
  readonly 'log/inclusion-query.json': LogInclusionQuery
  readonly 'log/inclusion.json': LogInclusion
  readonly 'log/path.json': LogProofPath
  readonly 'log/place.json': LogPlaceView
  readonly 'log/places.json': LogPlaces
  readonly 'log/size.json': LogSize
  readonly 'log/statement.json': LogStatementView
  readonly 'log/tile-index.json': LogTileIndex
  readonly 'log/tile-path.json': LogTilePath
  readonly 'measurand-kinds/measurand-kind-entry.json': MeasurandKindEntry
  readonly 'measurand-kinds/measurand-kind-revision.json': MeasurandKindRevision
  readonly 'measurand-kinds/measurand-kind.json': MeasurandKindRecord
  readonly 'measurand-kinds/page.json': MeasurandKindPage
  readonly 'measurand-kinds/parameter.json': KindParameter
  readonly 'measurand-kinds/path.json': MeasurandKindPath
  readonly 'measurand-kinds/search.json': MeasurandKindSearch
  readonly 'metrology/certificate-number.json': CertificateNumber
  readonly 'metrology/civil-date.json': CivilDate
  readonly 'metrology/code.json': Code
  readonly 'metrology/decimal-text.json': DecimalText
  readonly 'metrology/decimal.json': Decimal
  readonly 'metrology/distribution.json': Distribution
  readonly 'metrology/input-quantity.json': InputQuantity
  readonly 'metrology/instant.json': Instant
  readonly 'metrology/line.json': Line
  readonly 'metrology/localized-text.json': LocalizedText
  readonly 'metrology/passage.json': Passage
  readonly 'metrology/quantity.json': Quantity
  readonly 'metrology/unit.json': Unit
  readonly 'metrology/value-range.json': ValueRange
  readonly 'normative-documents/document-code.json': DocumentCode
  readonly 'normative-documents/normative-document-entry.json': NormativeDocumentEntry
  readonly 'normative-documents/normative-document-revision.json': NormativeDocumentRevision
  readonly 'normative-documents/normative-document.json': NormativeDocumentRecord
  readonly 'normative-documents/page.json': NormativeDocumentPage
  readonly 'normative-documents/path.json': NormativeDocumentPath
  readonly 'normative-documents/search.json': NormativeDocumentSearch
  readonly 'organizations/economy.json': Economy
  readonly 'organizations/organization-entry.json': OrganizationEntry
  readonly 'organizations/organization-revision.json': OrganizationRevision
  readonly 'organizations/organization.json': OrganizationRecord
  readonly 'organizations/page.json': OrganizationPage
  readonly 'organizations/path.json': OrganizationPath
  readonly 'organizations/role.json': OrganizationRole
  readonly 'organizations/search.json': OrganizationSearch
  readonly 'organizations/site.json': Site
  readonly 'people/activity.json': Activity
  readonly 'people/api-key-entry.json': ApiKeyEntry
  readonly 'people/api-key-issued.json': ApiKeyIssued
  readonly 'people/api-key-page.json': ApiKeyPage
  readonly 'people/api-key-path.json': ApiKeyPath
  readonly 'people/api-key-rotation.json': ApiKeyRotation
  readonly 'people/api-key-search.json': ApiKeySearch
  readonly 'people/api-key.json': ApiKeyRecord
  readonly 'people/authorization-entry.json': AuthorizationEntry
  readonly 'people/authorization-page.json': AuthorizationPage
  readonly 'people/authorization-path.json': AuthorizationPath
  readonly 'people/authorization-revision.json': AuthorizationRevision
  readonly 'people/authorization-search.json': AuthorizationSearch
  readonly 'people/authorization.json': AuthorizationRecord
  readonly 'people/identity-entry.json': IdentityEntry
  readonly 'people/identity-list.json': IdentityList
  readonly 'people/identity-path.json': IdentityPath
  readonly 'people/identity.json': IdentityRecord
  readonly 'people/person-entry.json': PersonEntry
  readonly 'people/person-page.json': PersonPage
  readonly 'people/person-path.json': PersonPath
  readonly 'people/person-revision.json': PersonRevision
  readonly 'people/person-search.json': PersonSearch
  readonly 'people/person.json': PersonRecord
  readonly 'people/role.json': KeyRole
  readonly 'people/session-page.json': SessionPage
  readonly 'people/session-path.json': SessionPath
  readonly 'people/session-search.json': SessionSearch
  readonly 'people/session.json': SessionRecord
  readonly 'people/who-asks.json': WhoAsks
  readonly 'policies/also-needed.json': PolicyAlsoNeeded
  readonly 'policies/edition-query.json': PolicyEditionQuery
  readonly 'policies/page.json': PolicyPage
  readonly 'policies/path.json': PolicyPath
  readonly 'policies/policy-entry.json': PolicyEntry
  readonly 'policies/policy-revision.json': PolicyRevision
  readonly 'policies/policy.json': PolicyRecord
  readonly 'policies/root.json': PolicyRoot
  readonly 'policies/route.json': PolicyRoute
  readonly 'policies/words.json': PolicyWords
  readonly 'proofs/query.json': ProofQuery
  readonly 'recalls/acknowledgement.json': RecallAcknowledgementEntry
  readonly 'recalls/concern.json': RecallConcern
  readonly 'recalls/decision.json': RecallDecision
  readonly 'recalls/disposition-entry.json': RecallDispositionEntry
  readonly 'recalls/disposition.json': RecallDisposition
  readonly 'recalls/event.json': RecallEventView
  readonly 'recalls/impact.json': RecalledImpact
  readonly 'recalls/item-page.json': RecallItemPage
  readonly 'recalls/item-search.json': RecallItemSearch
  readonly 'recalls/item.json': RecallItem
  readonly 'recalls/notice.json': RecallNotice
  readonly 'recalls/notices.json': RecallNotices
  readonly 'recalls/of-certificate.json': CertificateRecalls
  readonly 'recalls/page.json': RecallPage
  readonly 'recalls/path.json': RecallPath
  readonly 'recalls/recall-entry.json': RecallEntry
  readonly 'recalls/recall.json': RecallView
  readonly 'recalls/reopening.json': RecallReopening
  readonly 'recalls/search.json': RecallSearch
  readonly 'recalls/state.json': RecallState
  readonly 'recalls/summary.json': RecallSummary
  readonly 'references/evidence-entry.json': ReferenceEvidenceEntry
  readonly 'references/evidence-kind.json': ReferenceEvidenceKind
  readonly 'references/evidence.json': ReferenceEvidenceRecord
  readonly 'references/kind.json': ReferenceKind
  readonly 'references/page.json': ReferencePage
  readonly 'references/path.json': ReferencePath
  readonly 'references/reference-entry.json': ReferenceEntry
  readonly 'references/reference-revision.json': ReferenceRevision
  readonly 'references/reference.json': ReferenceRecord
  readonly 'references/search.json': ReferenceSearch
  readonly 'reporting-rules/number-template.json': NumberTemplate
  readonly 'reporting-rules/reporting-rules-entry.json': ReportingRulesEntry
  readonly 'reporting-rules/reporting-rules.json': ReportingRulesRecord
  readonly 'reporting-rules/signing-rule.json': SigningRule
  readonly 'reporting-rules/versions.json': ReportingRulesVersions
  readonly 'traceability/answer.json': TraceabilityAnswer
  readonly 'traceability/certificate-query.json': CertificateTraceabilityQuery
  readonly 'traceability/compared-result.json': ComparedResult
  readonly 'traceability/comparison-question.json': CertifiedComparisonQuestion
  readonly 'traceability/comparison.json': CertifiedComparison
  readonly 'traceability/covariance-query.json': CovarianceQuery
  readonly 'traceability/covariance.json': Covariance
  readonly 'traceability/equipment-path.json': EquipmentTraceabilityPath
  readonly 'traceability/equipment-query.json': EquipmentTraceabilityQuery
  readonly 'traceability/explanation-query.json': ExplanationQuery
  readonly 'traceability/explanation.json': TraceabilityExplanation
  readonly 'traceability/gap.json': CalibrationGap
  readonly 'traceability/gaps-question.json': GapsQuestion
  readonly 'traceability/gaps.json': CalibrationGaps
  readonly 'traceability/influence.json': TraceabilityInfluence
  readonly 'traceability/influences.json': TraceabilityInfluences
  readonly 'traceability/layout-edge.json': ChainLayoutEdge
  readonly 'traceability/layout.json': ChainLayout
  readonly 'traceability/link.json': TraceabilityLink
  readonly 'traceability/node.json': TraceabilityNode
  readonly 'traceability/policy.json': TraceabilityPolicy
  readonly 'traceability/recomputation.json': TraceabilityRecomputation
  readonly 'traceability/route.json': CalibrationRoute
  readonly 'traceability/routes-query.json': RoutesQuery
  readonly 'traceability/routes.json': CalibrationRoutes
  readonly 'traceability/rule-outcome.json': TraceabilityRuleOutcome
  readonly 'traceability/rung.json': TraceabilityRung
  readonly 'traceability/verdict.json': TraceabilityVerdict
  readonly 'traceability/wanted-answer.json': WantedAnswer
  readonly 'traceability/wanted-point.json': WantedPoint
  readonly 'traceability/words.json': BothLanguages
  readonly 'trust-anchors/entry.json': TrustAnchorEntry
  readonly 'trust-anchors/page.json': TrustAnchorPage
  readonly 'trust-anchors/path.json': TrustAnchorPath
  readonly 'trust-anchors/retirement.json': TrustAnchorRetirement
  readonly 'trust-anchors/search.json': TrustAnchorSearch
  readonly 'trust-anchors/trust-anchor.json': TrustAnchorView
  readonly 'units/conversion-request.json': UnitConversionRequest
  readonly 'units/conversion.json': UnitConversion
  readonly 'units/unit-text.json': UnitText
  readonly 'usages/imported.json': UsagesImported
  readonly 'usages/page.json': UsagePage
  readonly 'usages/path.json': UsagePath
  readonly 'usages/search-of-equipment.json': EquipmentUsageSearch
  readonly 'usages/search.json': UsageSearch
  readonly 'usages/usage-entry.json': UsageEntry
  readonly 'usages/usage.json': UsageRecord
  readonly 'webhooks/delivery-page.json': WebhookDeliveryPage
  readonly 'webhooks/delivery-search.json': WebhookDeliverySearch
  readonly 'webhooks/delivery-state.json': WebhookDeliveryState
  readonly 'webhooks/delivery.json': WebhookDeliveryRecord
  readonly 'webhooks/entry.json': WebhookEntry
  readonly 'webhooks/issued.json': WebhookIssued
  readonly 'webhooks/kinds.json': WebhookKinds
  readonly 'webhooks/page.json': WebhookPage
  readonly 'webhooks/path.json': WebhookPath
  readonly 'webhooks/replay.json': WebhookReplay
  readonly 'webhooks/replayed.json': WebhookReplayed
  readonly 'webhooks/revision.json': WebhookRevision
  readonly 'webhooks/url.json': WebhookUrl
  readonly 'webhooks/webhook.json': WebhookRecord
}
/**
 * Which bytes are asked for.
 */
export interface AttachmentQuery {
  readonly sha256: string
}
/**
 * What the file is called, and the SHA-256 of its bytes as the sender computed it.
 */
export interface AttachingQuery {
  readonly name: Line
  readonly sha256: string
}
/**
 * Which file is taken away.
 */
export interface DetachingQuery {
  readonly name: Line
}
/**
 * What was done, by whom, and how the record looked before and after (ISO/IEC 17025:2017, 7.5.2; 21 CFR 11.10(e)).
 */
export interface AuditEventRecord {
  /**
   * The place in the trail, without gaps.
   */
  readonly sequence: string
  readonly at: Instant
  readonly person?: Code
  readonly organization?: Code
  /**
   * As whom the hash names the person: a code may be given to another one day.
   */
  readonly personId?: string
  /**
   * As what the hash names the organization.
   */
  readonly organizationId?: string
  readonly operation: string
  readonly subject: string
  /**
   * The record before, where there was one.
   */
  readonly before?: {
    readonly [k: string]: unknown
  }
  /**
   * The record afterwards.
   */
  readonly after?: {
    readonly [k: string]: unknown
  }
  readonly reason?: string
  readonly requestId: string
  readonly previousHash: string
  readonly hash: string
}
/**
 * A page of the audit trail.
 */
export interface AuditEventPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly AuditEventRecord[]
  readonly next: PageCursor | null
}
/**
 * Which events of the audit trail to list.
 */
export interface AuditEventSearch {
  readonly subject?: string
  readonly operation?: string
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * What a calibration would be if it were logged as it is stated: nothing of it is stored.
 */
export interface CalibrationAssessment {
  /**
   * @maxItems 200
   */
  readonly results: readonly CalibrationResultView[]
  /**
   * @maxItems 5000
   */
  readonly findings: readonly CalibrationFinding[]
  /**
   * What the certificate would have to say and does not, by clause.
   *
   * @maxItems 2000
   */
  readonly missing: readonly MissingContent[]
  /**
   * Whether no rule that holds under every policy forbids to hand it to review.
   */
  readonly mayBeSubmitted: boolean
}
/**
 * A result (VIM 2.9) with its uncertainty and budget.
 */
export interface CalibrationResultView {
  readonly code: Code
  readonly measurandKind: Code
  readonly measurandName?: LocalizedText
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
 * Where a result holds: the nominal value and the influence parameters.
 */
export interface MeasurementPoint {
  readonly nominal: Quantity
  readonly parameters?: PointParameters
}
/**
 * A value and its unit (VIM 1.19).
 */
export interface Quantity {
  readonly value: Decimal
  readonly unit: Unit
}
/**
 * The values of the influence parameters of a point, by name.
 */
export interface PointParameters {
  readonly [k: string]: Quantity
}
/**
 * The range over which a result is declared valid by interpolation (ISO/IEC 17025:2017, 7.8.4.1).
 */
export interface DeclaredInterval {
  readonly lower: Quantity
  readonly upper: Quantity
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
 * The budget as it was evaluated, with all that is needed to evaluate it again (ISO/IEC 17025:2017, 7.6).
 */
export interface UncertaintyBudget {
  readonly engine: {
    readonly name: string
    readonly version: string
  }
  readonly model: BudgetModel
  readonly output: ModelSymbol
  readonly coverage: CoverageRequest
  /**
   * @maxItems 2016
   */
  readonly correlations?: readonly BudgetCorrelation[]
  readonly joint?: JointReadings
  /**
   * @maxItems 32
   */
  readonly sharing?: readonly SharedInputs[]
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
 * A correlation coefficient as the budget was evaluated with it (GUM 5.2.2).
 */
export interface BudgetCorrelation {
  /**
   * @minItems 2
   * @maxItems 2
   */
  readonly between: readonly ModelSymbol[]
  readonly r: number
  /**
   * What the standards of both inputs give (GUM F.1.2.3), where r was stated otherwise and nobody said why.
   */
  readonly byStandards?: number
  readonly reason?: Passage
  /**
   * Where nobody stated it: what the standards of both inputs have in common (GUM F.1.2.3), the largest part first.
   *
   * @maxItems 5
   */
  readonly sharedStandards?: readonly Line[]
}
/**
 * Inputs whose n readings were taken together: one group with n − 1 degrees of freedom (GUM H.2).
 */
export interface JointReadings {
  /**
   * @maxItems 64
   */
  readonly inputs: readonly ModelSymbol[]
  readonly n: number
}
/**
 * Inputs whose standards rest on the same ones, with the degrees of freedom of the group (GUM G.4.1).
 */
export interface SharedInputs {
  /**
   * @maxItems 64
   */
  readonly inputs: readonly ModelSymbol[]
  readonly degreesOfFreedom: DegreesOfFreedom
}
/**
 * One line of the uncertainty budget, in coherent SI units (°C for Celsius temperatures).
 */
export interface BudgetLine {
  readonly symbol: ModelSymbol
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
 * The statement of conformity and what it rests on (ISO/IEC 17025:2017, 7.8.6; JCGM 106).
 */
export interface ConformityStatement {
  readonly rule: 'simple' | 'guarded-U'
  readonly specification?: Line
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
 * Something that the certificate has to say and does not yet: `must` stops its issue, `should` is told (ISO/IEC 17025:2017, 7.8).
 */
export interface MissingContent {
  readonly clause: string
  readonly code: string
  readonly weight: 'must' | 'should'
  /**
   * Where in the entry it would be stated.
   */
  readonly pointer: string
  readonly message: {
    readonly zh: string
    readonly en: string
  }
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
  readonly site?: Code
  readonly environment?: Environment
  /**
   * Within which the values are stated to hold when the item is used.
   *
   * @maxItems 32
   */
  readonly conditionsOfUse?: readonly ConditionOfUse[]
  readonly operator: Code
  readonly competence?: Code
  readonly customer?: Code
  readonly certificateKind?: CertificateKindWord
  readonly validUntil?: CivilDate
  readonly asFoundOmitted?: Passage
  readonly lateReason?: Passage
  readonly received?: CivilDate
  readonly itemCondition?: Passage
  readonly accuracyClass?: Line
  /**
   * 不合格项目 that are no results.
   *
   * @maxItems 100
   */
  readonly nonconformities?: readonly StatedNonconformity[]
  readonly recalibrationAgreed?: RecalibrationAgreed
  /**
   * @maxItems 20
   */
  readonly opinions?: readonly StatedOpinion[]
  readonly remarks?: Passage
  readonly visibility?: Visibility
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
 * Within which conditions a result holds when the item is used; at least one limit, and both of one dimension.
 */
export interface ConditionOfUse {
  readonly quantity: Line
  readonly lower?: Quantity
  readonly upper?: Quantity
}
/**
 * An item of a verification that does not conform and is no result: marking, appearance, insulation (不合格项目).
 */
export interface StatedNonconformity {
  readonly item: LocalizedText
  readonly requirement?: Line
  readonly found?: Line
}
/**
 * A date of recalibration, only where it was agreed with the customer (ISO/IEC 17025:2017, 7.8.4.3).
 */
export interface RecalibrationAgreed {
  readonly due: CivilDate
  readonly agreement: Line
}
/**
 * An opinion or interpretation, and what it is based on (ISO/IEC 17025:2017, 7.8.7).
 */
export interface StatedOpinion {
  readonly text: LocalizedText
  readonly basis: Line
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
  readonly output: ModelSymbol
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
  readonly correlationsFromReadings?: readonly ModelSymbol[]
  readonly coverage: CoverageRequest
  readonly conformity?: ConformityRequest
  readonly unit?: Unit
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
  readonly unit?: Unit
}
/**
 * A probability distribution whose expectation is the estimate (JCGM 101:2008, 6.4).
 */
export interface Distribution {
  readonly type:
    | 'normal'
    | 'rectangular'
    | 'triangular'
    | 'arcsine'
    | 'trapezoidal'
    | 'curvilinear-trapezoidal'
    | 't'
    | 'exponential'
    | 'gamma'
  readonly halfWidth?: Decimal
  readonly topHalfWidth?: Decimal
  readonly halfWidthUncertainty?: Decimal
  readonly standardDeviation?: Decimal
  readonly scale?: Decimal
  readonly degreesOfFreedom?: Decimal
  readonly mean?: Decimal
  readonly shape?: Decimal
  readonly rate?: Decimal
}
/**
 * A correlation coefficient between two input quantities (GUM 5.2.2). Inputs whose standards rest on the same ones are correlated without being listed; of a coefficient that differs from that without a reason, the budget shows both.
 */
export interface InputCorrelation {
  /**
   * @minItems 2
   * @maxItems 2
   */
  readonly between: readonly ModelSymbol[]
  readonly r: number
  readonly reason?: Passage
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
  readonly specification?: Line
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
  readonly state: 'evaluated' | 'submitted' | 'reviewed' | 'returned' | 'authorised' | 'cancelled'
  readonly operator?: Code
  readonly submittedBy?: Code
  readonly reviewedBy?: Code
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
  readonly site?: Code
  readonly environment: Environment
  /**
   * Within which the values are stated to hold when the item is used.
   *
   * @maxItems 32
   */
  readonly conditionsOfUse?: readonly ConditionOfUse[]
  readonly operator?: Code
  readonly competence?: Code
  readonly customer?: Code
  readonly certificateKind: CertificateKindWord
  readonly validUntil?: CivilDate
  readonly asFoundOmitted?: Passage
  readonly lateReason?: Passage
  readonly received?: CivilDate
  readonly itemCondition?: Passage
  readonly accuracyClass?: Line
  /**
   * 不合格项目 that are no results.
   *
   * @maxItems 100
   */
  readonly nonconformities?: readonly StatedNonconformity[]
  readonly recalibrationAgreed?: RecalibrationAgreed
  /**
   * @maxItems 20
   */
  readonly opinions?: readonly StatedOpinion[]
  readonly remarks?: Passage
  readonly visibility?: Visibility
  /**
   * @maxItems 50
   */
  readonly attachments?: readonly CertificateAttachment[]
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
  /**
   * What the certificate would have to say and does not, by clause.
   *
   * @maxItems 2000
   */
  readonly missing: readonly MissingContent[]
  readonly recordedBy?: Code
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * A file that belongs to the certificate: its bytes are kept by their SHA-256.
 */
export interface CertificateAttachment {
  readonly name: Line
  readonly media: string
  readonly bytes: number
  readonly sha256: string
}
/**
 * Why a calibration is given up.
 */
export interface CalibrationCancellation {
  readonly reason: Passage
}
/**
 * A certified result that an input could be taken from, and whether the rules admit it on that day.
 */
export interface CandidateStandard {
  readonly from: Upstream
  readonly equipment: {
    readonly code: Code
    readonly name: LocalizedText
    readonly component: Code
    readonly serialNumber: string
    readonly state: EquipmentState
  }
  readonly measurandKind: Code
  readonly point: MeasurementPoint
  readonly interval?: DeclaredInterval
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty?: number
  readonly reported: ReportedResult
  readonly calibrated: Instant
  /**
   * Whether no rule that holds under every policy forbids its use on that day.
   */
  readonly admissible: boolean
  /**
   * What the rules find about it and about what stands above it.
   *
   * @maxItems 500
   */
  readonly findings: readonly CalibrationFinding[]
}
/**
 * The standards of a laboratory for a kind, those that are admitted first.
 */
export interface CandidateStandards {
  /**
   * @maxItems 200
   */
  readonly items: readonly CandidateStandard[]
  /**
   * Whether there are more than are answered: state a point.
   */
  readonly more: boolean
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
 * What a certificate states beside its figures.
 */
export interface Particulars {
  readonly received?: CivilDate
  readonly itemCondition?: Passage
  readonly accuracyClass?: Line
  /**
   * 不合格项目 that are no results.
   *
   * @maxItems 100
   */
  readonly nonconformities?: readonly StatedNonconformity[]
  readonly recalibrationAgreed?: RecalibrationAgreed
  /**
   * @maxItems 20
   */
  readonly opinions?: readonly StatedOpinion[]
  readonly remarks?: Passage
}
/**
 * Which calibration.
 */
export interface CalibrationPath {
  readonly id: string
}
/**
 * In which language the preview is typeset; in both if absent.
 */
export interface CertificatePreviewQuery {
  readonly language?: 'zh-en' | 'zh' | 'en'
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
 * Who signs, beside the key that is shown (21 CFR 11.200 (a)(1)): refused where the key is another person’s.
 */
export interface SigningQuery {
  readonly signer?: Code
}
/**
 * Which standards of a laboratory could be used for a calibration on a day (ISO/IEC 17025:2017, 6.4.4, 6.5).
 */
export interface CandidateStandardsQuestion {
  readonly laboratory: Code
  readonly item: CalibratedItem
  readonly measurandKind: Code
  readonly started: Instant
  readonly finished?: Instant
  readonly point?: UsedAtPoint
}
/**
 * A line of an address, and what it is.
 */
export interface DccAddressPart {
  readonly part: string
  readonly text: string
}
/**
 * A file in the file: what is claimed of it, its length and hash.
 */
export interface DccAttachmentView {
  readonly path: string
  readonly name?: DccTextView
  readonly fileName: string
  readonly mimeType: string
  readonly bytes: number
  readonly sha256: string
}
/**
 * A text in one language.
 */
export interface DccWordingView {
  readonly language?: string
  readonly text: string
}
/**
 * A class of a classification.
 */
export interface DccClassView {
  readonly reference: string
  readonly classId: string
}
/**
 * One entry of a covariance matrix, for one point or for each.
 */
export interface DccCovarianceView {
  /**
   * @maxItems 5000000
   */
  readonly values: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly units: readonly DccUnitView[]
}
/**
 * A unit as it was written and, where it was understood, in symbols.
 */
export interface DccUnitView {
  readonly written: string
  readonly symbol?: string
}
/**
 * Complex numbers.
 */
export interface DccComplexFormView {
  readonly kind: 'complex'
  readonly isList: boolean
  readonly parts: 'real-imaginary' | 'magnitude-phase'
  /**
   * @maxItems 5000000
   */
  readonly labels: readonly string[]
  /**
   * @maxItems 5000000
   */
  readonly quantityTypes: readonly string[]
  /**
   * @maxItems 5000000
   */
  readonly first: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly second: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly units: readonly DccUnitView[]
  /**
   * @maxItems 5000000
   */
  readonly phaseUnits: readonly DccUnitView[]
  /**
   * @maxItems 5000000
   */
  readonly times: readonly string[]
  readonly region?: DccRegionView
}
/**
 * The covariances of the parts of complex numbers, column by column.
 */
export interface DccRegionView {
  readonly shape: 'ellipsoidal' | 'rectangular'
  /**
   * @maxItems 200000
   */
  readonly covariances: readonly DccColumnOfCovariances[]
  /**
   * @maxItems 5000000
   */
  readonly coverageFactors: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly coverageProbabilities: readonly (string | null)[]
}
/**
 * A condition of influence.
 */
export interface DccConditionView {
  readonly path: string
  readonly name: DccTextView
  readonly description?: DccTextView
  readonly status?: string
  /**
   * @maxItems 200000
   */
  readonly refTypes: readonly string[]
  readonly certificate?: DccUpstreamLink
  /**
   * @maxItems 200000
   */
  readonly quantities: readonly DccQuantityView[]
}
/**
 * Which certificate is meant, and the hash written beside it.
 */
export interface DccUpstreamLink {
  readonly path: string
  readonly referral: DccTextView
  readonly referralId: string
  readonly procedure: string
  readonly value: string
  readonly description?: DccTextView
  readonly inValidityRange?: boolean
  readonly traceable?: boolean
  readonly linked?: DccUpstreamLink
}
/**
 * A quantity as it was written.
 */
export interface DccQuantityView {
  readonly path: string
  readonly id?: string
  readonly name?: DccTextView
  readonly description?: DccTextView
  /**
   * @maxItems 200000
   */
  readonly refTypes: readonly string[]
  /**
   * The first is in SI; others say the same in other units.
   *
   * @maxItems 1000
   */
  readonly forms: readonly DccFormView[]
  /**
   * @maxItems 5000000
   */
  readonly words?: readonly string[]
  readonly text?: DccTextView
  readonly relativeUncertainty?: DccFormView
}
/**
 * Numbers in one unit, with the digits that were written; `null` where there is no value (NaN).
 */
export interface DccRealFormView {
  readonly kind: 'real' | 'constant'
  readonly isList: boolean
  /**
   * @maxItems 5000000
   */
  readonly labels: readonly string[]
  /**
   * @maxItems 5000000
   */
  readonly quantityTypes: readonly string[]
  /**
   * @maxItems 5000000
   */
  readonly values: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly units: readonly DccUnitView[]
  /**
   * @maxItems 5000000
   */
  readonly times: readonly string[]
  readonly uncertainty?: DccUncertaintyView
}
/**
 * Each member has one entry for all values, or one for each.
 */
export interface DccUncertaintyView {
  readonly kind: 'expanded' | 'standard' | 'interval'
  /**
   * @maxItems 5000000
   */
  readonly values: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly coverageFactors: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly coverageProbabilities: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly lower: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly upper: readonly (string | null)[]
  /**
   * @maxItems 5000000
   */
  readonly distributions: readonly string[]
}
/**
 * A party.
 */
export interface DccContactView {
  readonly name: DccTextView
  readonly eMail?: string
  readonly phone?: string
  readonly fax?: string
  readonly link?: string
  /**
   * @maxItems 200000
   */
  readonly address: readonly DccAddressPart[]
}
/**
 * Equipment that was used.
 */
export interface DccEquipmentView {
  readonly path: string
  readonly name: DccTextView
  readonly description?: DccTextView
  readonly manufacturer?: DccTextView
  readonly model?: string
  /**
   * @maxItems 200000
   */
  readonly identifications: readonly DccIdentificationView[]
  /**
   * @maxItems 200000
   */
  readonly refTypes: readonly string[]
  readonly certificate?: DccUpstreamLink
  /**
   * @maxItems 200000
   */
  readonly quantities: readonly DccQuantityView[]
}
/**
 * A number by which something is known, and to whom.
 */
export interface DccIdentificationView {
  readonly issuer: string
  readonly value: string
  readonly name?: DccTextView
  /**
   * @maxItems 200000
   */
  readonly refTypes: readonly string[]
}
/**
 * A certificate of this registry that is meant.
 */
export interface HeldCertificateView {
  readonly kind: 'certificate' | 'import'
  readonly number: string
  readonly issuer: string
  readonly sha256: string
  readonly ended?: 'withdrawn' | 'revoked' | 'superseded'
}
/**
 * Which certificate it is, when and where the work was done.
 */
export interface DccIdentityView {
  readonly number: string
  /**
   * @maxItems 200000
   */
  readonly identifications: readonly DccIdentificationView[]
  readonly country: string
  /**
   * @maxItems 200000
   */
  readonly languages: readonly string[]
  /**
   * @maxItems 200000
   */
  readonly bindingLanguages: readonly string[]
  readonly received?: string
  readonly begun: string
  readonly ended: string
  readonly place?: string
  readonly issued?: string
  readonly replaces?: {
    readonly change: string
    readonly number: string
  }
  readonly previous?: DccUpstreamLink
}
/**
 * With what of this registry the file is connected. Without any, it is kept and read.
 */
export interface CertificateImportQuery {
  readonly issuer?: Code
  readonly equipment?: Code
  readonly component?: Code
  readonly mapping?: Code
  readonly competence?: Code
  readonly visibility?: Visibility
  readonly number?: CertificateNumber
}
/**
 * An imported file: what was understood of it, what was not, and what was found.
 */
export interface CertificateImportView {
  readonly id: string
  /**
   * As the file states it.
   */
  readonly number: string
  readonly laboratory: string
  /**
   * The release of the DCC schema.
   */
  readonly release: string
  /**
   * Of the bytes as they came.
   */
  readonly sha256: string
  readonly certificate?: CertificateNumber
  readonly organization: Code
  readonly recordedBy: Code
  readonly recordedAt: Instant
  readonly size: number
  /**
   * When it was issued, and what says so: few files have a date of issue.
   */
  readonly issued: {
    readonly date: string
    readonly toldBy: 'issueDate' | 'signingTime' | 'endPerformanceDate'
  }
  /**
   * What makes the certificate evidence: a signature by a signer that somebody else trusts, or a second person who is still to check it.
   */
  readonly evidence?: 'signature' | 'second-check'
  readonly mapping?: Code
  /**
   * Whether the official schema was asked besides the content model.
   */
  readonly schemaChecked: boolean
  /**
   * @maxItems 20
   */
  readonly signatures: readonly ImportedSignature[]
  /**
   * @maxItems 10000
   */
  readonly upstream: readonly UpstreamOutcomeView[]
  /**
   * @maxItems 200000
   */
  readonly warnings: readonly DccWarning[]
  /**
   * What stands in the file and was not read; at most 200 are listed.
   *
   * @maxItems 1000
   */
  readonly notUnderstood: readonly DccRemarkView[]
  readonly understood: DccUnderstood
}
/**
 * What can be said of a signature in the file; only `valid` is evidence.
 */
export interface ImportedSignature {
  readonly status: 'valid' | 'broken' | 'unknown-signer' | 'unsupported'
  readonly reason: string
  readonly coversDocument: boolean
  readonly algorithm: string
  readonly signer?: {
    readonly subject: string
    readonly fingerprint: string
    /**
     * A moment; 9999-12-31T23:59:59Z is without end (RFC 5280, 4.1.2.5).
     */
    readonly notBefore: string
    /**
     * A moment; 9999-12-31T23:59:59Z is without end (RFC 5280, 4.1.2.5).
     */
    readonly notAfter: string
  }
  readonly claimedSigningTime?: string
}
/**
 * A certificate above that the file names, held against those of this registry.
 */
export interface UpstreamOutcomeView {
  readonly path: string
  /**
   * @maxItems 100
   */
  readonly named: readonly string[]
  readonly procedure: string
  readonly value: string
  readonly outcome: 'verified' | 'mismatch' | 'not-checkable' | 'unknown'
  /**
   * @maxItems 100
   */
  readonly held: readonly HeldCertificateView[]
  /**
   * @maxItems 20
   */
  readonly nearMisses: readonly NearMissView[]
}
/**
 * A certificate that may be meant.
 */
export interface NearMissView {
  readonly number: string
  readonly issuer: string
  readonly by: 'number' | 'serial-number'
}
/**
 * Something odd that leaves no doubt about what is meant.
 */
export interface DccWarning {
  readonly code: string
  readonly path: string
  readonly line: number
  readonly column: number
  readonly detail: {
    readonly en: string
    readonly zh: string
  }
}
/**
 * What stands in a file and was not read.
 */
export interface DccRemarkView {
  readonly path: string
  readonly line: number
}
/**
 * Everything that was understood of a file. Numbers keep the digits that were written.
 */
export interface DccUnderstood {
  readonly certificate: DccIdentityView
  readonly laboratory: DccLaboratoryView
  readonly customer: DccContactView
  /**
   * @maxItems 200000
   */
  readonly persons: readonly DccPersonView[]
  /**
   * @maxItems 200000
   */
  readonly items: readonly DccItemView[]
  /**
   * @maxItems 200000
   */
  readonly software: readonly DccSoftwareView[]
  /**
   * @maxItems 200000
   */
  readonly vocabularies: readonly DccVocabularyView[]
  /**
   * @maxItems 200000
   */
  readonly statements: readonly DccStatementView[]
  /**
   * @maxItems 200000
   */
  readonly methods: readonly DccMethodView[]
  /**
   * @maxItems 200000
   */
  readonly equipment: readonly DccEquipmentView[]
  /**
   * @maxItems 200000
   */
  readonly conditions: readonly DccConditionView[]
  /**
   * @maxItems 200000
   */
  readonly metadata: readonly DccStatementView[]
  /**
   * @maxItems 200000
   */
  readonly results: readonly DccResultView[]
  /**
   * @maxItems 200000
   */
  readonly attachments: readonly DccAttachmentView[]
}
/**
 * The laboratory.
 */
export interface DccLaboratoryView {
  readonly name: DccTextView
  readonly eMail?: string
  readonly phone?: string
  readonly fax?: string
  readonly link?: string
  /**
   * @maxItems 200000
   */
  readonly address: readonly DccAddressPart[]
  /**
   * The number of its accreditation.
   */
  readonly code?: string
}
/**
 * A person who is responsible.
 */
export interface DccPersonView {
  readonly name: DccTextView
  readonly eMail?: string
  readonly phone?: string
  readonly fax?: string
  readonly link?: string
  /**
   * @maxItems 200000
   */
  readonly address: readonly DccAddressPart[]
  readonly role?: string
  readonly isMainSigner: boolean
}
/**
 * An item that was calibrated; parts of it follow it.
 */
export interface DccItemView {
  readonly path: string
  readonly id?: string
  readonly name: DccTextView
  readonly manufacturer?: DccTextView
  readonly model?: string
  readonly owner?: DccTextView
  readonly description?: DccTextView
  /**
   * @maxItems 200000
   */
  readonly classes: readonly DccClassView[]
  /**
   * @maxItems 200000
   */
  readonly identifications: readonly DccIdentificationView[]
  /**
   * @maxItems 200000
   */
  readonly quantities: readonly DccQuantityView[]
}
/**
 * A piece of software.
 */
export interface DccSoftwareView {
  readonly path: string
  readonly name: DccTextView
  readonly release: string
  readonly kind?: string
}
/**
 * From where words of refTypes come.
 */
export interface DccVocabularyView {
  readonly name: DccTextView
  readonly namespace: string
  readonly link: string
  readonly release?: string
}
/**
 * A statement, about the certificate or about values.
 */
export interface DccStatementView {
  readonly path: string
  /**
   * @maxItems 200000
   */
  readonly refTypes: readonly string[]
  readonly text: DccTextView
  readonly convention?: string
  /**
   * @maxItems 200000
   */
  readonly norms: readonly string[]
  /**
   * @maxItems 200000
   */
  readonly references: readonly string[]
  /**
   * @maxItems 200000
   */
  readonly countries: readonly string[]
  readonly traceable?: boolean
  /**
   * @maxItems 5000000
   */
  readonly valid: readonly boolean[]
  /**
   * @maxItems 5000000
   */
  readonly conformity: readonly string[]
  readonly date?: string
  readonly period?: string
  readonly authority?: DccTextView
  /**
   * @maxItems 200000
   */
  readonly quantities: readonly DccQuantityView[]
  readonly nonSiUnit?: string
  readonly nonSiDefinition?: string
}
/**
 * A method.
 */
export interface DccMethodView {
  readonly path: string
  readonly name: DccTextView
  readonly description?: DccTextView
  /**
   * @maxItems 200000
   */
  readonly norms: readonly string[]
  /**
   * @maxItems 200000
   */
  readonly references: readonly string[]
  /**
   * @maxItems 200000
   */
  readonly refTypes: readonly string[]
  /**
   * @maxItems 200000
   */
  readonly quantities: readonly DccQuantityView[]
}
/**
 * One quantity of the results: a number, or a column of a table, with what applies to it, nearest first, by its place in the lists.
 */
export interface DccResultView {
  readonly path: string
  readonly id?: string
  readonly name?: DccTextView
  readonly description?: DccTextView
  /**
   * @maxItems 200000
   */
  readonly refTypes: readonly string[]
  /**
   * The first is in SI; others say the same in other units.
   *
   * @maxItems 1000
   */
  readonly forms: readonly DccFormView[]
  /**
   * @maxItems 5000000
   */
  readonly words?: readonly string[]
  readonly text?: DccTextView
  readonly relativeUncertainty?: DccFormView
  readonly measurement: number
  readonly measurementName: DccTextView
  readonly resultName: DccTextView
  readonly table?: {
    readonly path: string
    readonly column: number
    readonly name?: DccTextView
  }
  readonly stage?: {
    readonly stage: 'as-found' | 'as-left'
    readonly toldBy: 'status' | 'ref-type' | 'name'
  }
  /**
   * @maxItems 1000000
   */
  readonly methods: readonly number[]
  /**
   * @maxItems 1000000
   */
  readonly equipment: readonly number[]
  /**
   * @maxItems 1000000
   */
  readonly conditions: readonly number[]
  /**
   * @maxItems 1000000
   */
  readonly metadata: readonly number[]
}
/**
 * A page of imports.
 */
export interface CertificateImportPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly CertificateImportSummary[]
  readonly next: PageCursor | null
}
/**
 * An imported file in a list.
 */
export interface CertificateImportSummary {
  readonly id: string
  /**
   * As the file states it.
   */
  readonly number: string
  readonly laboratory: string
  /**
   * The release of the DCC schema.
   */
  readonly release: string
  /**
   * Of the bytes as they came.
   */
  readonly sha256: string
  readonly certificate?: CertificateNumber
  readonly organization: Code
  readonly recordedBy: Code
  readonly recordedAt: Instant
}
/**
 * Which import.
 */
export interface CertificateImportPath {
  readonly id: string
}
/**
 * Which imports to list.
 */
export interface CertificateImportSearch {
  /**
   * The number as the file states it.
   */
  readonly number?: string
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
    readonly address?: LocalizedText
    /**
     * Where the claimed competence is an accreditation.
     */
    readonly accreditation?: {
      readonly body: Line
      readonly number: Line
    }
  }
  /**
   * Who the work was done for; the owner of the item unless another was stated (7.8.2.1 e).
   */
  readonly customer?: {
    readonly code: Code
    readonly name: LocalizedText
    readonly address?: LocalizedText
  }
  readonly item: {
    readonly equipment: Code
    readonly component: Code
    readonly name?: LocalizedText
    readonly manufacturer?: Line
    readonly model?: Line
    readonly serialNumber?: Line
    readonly owner?: {
      readonly code: Code
      readonly name: LocalizedText
    }
    readonly condition?: Passage
  }
  readonly received?: CivilDate
  readonly method?: CitedMethod
  readonly competence?: {
    readonly code: Code
    readonly number?: Line
    readonly issuer?: Line
    readonly kind?: string
  }
  readonly started: Instant
  readonly finished: Instant
  readonly issued: Instant
  readonly validUntil?: CivilDate
  readonly recalibration?: RecalibrationAgreed
  readonly place?: LocalizedText
  readonly environment: Environment
  /**
   * @maxItems 32
   */
  readonly conditionsOfUse?: readonly ConditionOfUse[]
  /**
   * @maxItems 2000
   */
  readonly standards?: readonly StandardUsed[]
  readonly traceability?: TraceabilityAtIssue
  /**
   * @maxItems 200
   */
  readonly results: readonly CalibrationResultView[]
  readonly verification?: VerificationConclusion
  readonly asFoundOmitted?: Passage
  readonly traceabilityStatement?: Passage
  /**
   * @maxItems 20
   */
  readonly opinions?: readonly StatedOpinion[]
  readonly remarks?: Passage
  /**
   * @maxItems 50
   */
  readonly attachments?: readonly CertificateAttachment[]
  readonly visibility?: Visibility
  /**
   * @maxItems 3
   */
  readonly signatures?: readonly CertificateSignature[]
  readonly change?: {
    readonly class: 'editorial' | 'value' | 'scope'
    readonly reason: Passage
    /**
     * Against the version before (7.8.8.1).
     *
     * @maxItems 2000
     */
    readonly differences?: readonly CertificateDifference[]
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
  /**
   * Recalls that concern a result of it, how far they are, and what was decided; absent where there are none (ISO/IEC 17025:2017, 7.10.1).
   *
   * @maxItems 1000
   */
  readonly recalls?: readonly RecallConcern[]
}
/**
 * The method as it was cited at issue: with title and edition (ISO/IEC 17025:2017, 7.8.2.1 f, n).
 */
export interface CitedMethod {
  readonly document: Line
  readonly number?: Line
  readonly title?: LocalizedText
  readonly edition?: Line
  readonly deviation?: Passage
}
/**
 * What some inputs rest on, pinned: a result of a version of a certificate with the SHA-256 of its document, a reference, or a device (ISO/IEC 17025:2017, 7.8.2.1 and 6.5).
 */
export interface StandardUsed {
  /**
   * The inputs of the results of this certificate that were taken from it.
   *
   * @minItems 1
   * @maxItems 12800
   */
  readonly inputs: readonly {
    readonly result: Code
    readonly input: ModelSymbol
  }[]
  readonly certificate?: CertificateNumber
  readonly version?: number
  readonly result?: Code
  /**
   * Of the canonical document of that version.
   */
  readonly sha256?: string
  readonly issuer?: {
    readonly code: Code
    readonly name: LocalizedText
  }
  readonly equipment?: {
    readonly code: Code
    readonly component?: Code
    readonly name?: LocalizedText
    readonly manufacturer?: Line
    readonly model?: Line
    readonly serialNumber?: Line
  }
  readonly reference?: {
    readonly code: Code
    readonly name: LocalizedText
    readonly kind: string
    readonly holder?: {
      readonly code: Code
      readonly name: LocalizedText
    }
  }
}
/**
 * How the results are metrologically traceable, as judged when the certificate was issued (ISO/IEC 17025:2017, 7.8.4.1 c). With several results: the worst verdict and resolution, the greatest depth, and of every root the greatest share.
 */
export interface TraceabilityAtIssue {
  readonly policy: string
  readonly verdict: 'traceable' | 'traceable-with-conditions' | 'suspect' | 'indeterminate' | 'not-traceable'
  readonly resolution: 'resolved' | 'anchored' | 'none'
  readonly depth: number
  /**
   * @maxItems 1000
   */
  readonly roots: readonly {
    readonly reference: Code
    readonly name: LocalizedText
    readonly kind: string
    readonly organization: LocalizedText
    readonly share: number
  }[]
  /**
   * Certificates whose issuer’s competence is a sufficient end of the chain (ILAC-P10).
   *
   * @maxItems 1000
   */
  readonly anchors?: readonly {
    readonly certificate: CertificateNumber
    readonly competence: Code
    readonly organization: LocalizedText
  }[]
  readonly statement: {
    readonly en: string
    readonly zh: string
  }
}
/**
 * The conclusion of a verification (检定结论): 合格 with the class, or the items that do not conform.
 */
export interface VerificationConclusion {
  readonly conforms: boolean
  readonly accuracyClass?: Line
  /**
   * @maxItems 400
   */
  readonly nonconforming?: readonly {
    readonly item: LocalizedText
    readonly result?: Code
    readonly requirement?: Line
    readonly found?: Line
  }[]
  readonly words?: {
    readonly en: string
    readonly zh: string
  }
}
/**
 * Who signed, in which meaning, when, and the SHA-256 of exactly what was signed (21 CFR 11.50, 11.70): the document without number, version, issue, signatures, change and judged traceability.
 */
export interface CertificateSignature {
  readonly meaning: 'performed' | 'reviewed' | 'authorised'
  readonly person: Code
  readonly name: Line
  readonly at?: Instant
  readonly contentSha256?: string
}
/**
 * One difference between two versions of a certificate (ISO/IEC 17025:2017, 7.8.8.1). What is long or computed is named without its content.
 */
export interface CertificateDifference {
  /**
   * JSON Pointer into the newer document; of what was removed, into the older.
   */
  readonly pointer: string
  readonly kind: 'changed' | 'added' | 'removed'
  /**
   * As it stood; absent where it was added, or is long.
   */
  readonly before?: {
    readonly [k: string]: unknown
  }
  /**
   * As it stands; absent where it was removed, or is long.
   */
  readonly after?: {
    readonly [k: string]: unknown
  }
  readonly words: {
    readonly en: string
    readonly zh: string
  }
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
 * A recall that concerns a result of a certificate, how far it is, and what was decided.
 */
export interface RecallConcern {
  readonly recall: Code
  readonly state: RecallState
  readonly result: Code
  readonly version: number
  readonly disposition?: RecallDecision
  readonly opened: Instant
}
/**
 * Which versions are compared; the newest and the one before if absent.
 */
export interface DifferencesQuery {
  readonly from?: number
  readonly to?: number
}
/**
 * What differs between two versions of a certificate (ISO/IEC 17025:2017, 7.8.8.1).
 */
export interface CertificateDifferences {
  readonly number: CertificateNumber
  readonly from: number
  readonly to: number
  /**
   * @maxItems 2000
   */
  readonly differences: readonly CertificateDifference[]
}
/**
 * Which version of a certificate, the newest one if absent; and in which language it is typeset.
 */
export interface CertificateFaceQuery {
  readonly version?: number
  /**
   * Of the PDF, which has both languages if absent; of the page, which has that of Accept-Language if absent. The data are the same in every language.
   */
  readonly language?: 'zh-en' | 'zh' | 'en'
}
/**
 * What this registry holds under a SHA-256, as far as the asker may know of it.
 */
export interface HashMatches {
  readonly sha256: string
  /**
   * @maxItems 20
   */
  readonly matches: readonly {
    /**
     * `document`: the canonical document of a version. `imported-file`: the file by which the certificate came, as it came.
     */
    readonly what: 'document' | 'imported-file'
    readonly number: CertificateNumber
    readonly version: number
  }[]
}
/**
 * The SHA-256 of a file, in lower case hexadecimal.
 */
export interface HashPath {
  readonly sha256: string
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
 * An Ed25519 public key; `kid` is its thumbprint (RFC 7638, RFC 8037). Whatever was signed between the two times is valid for ever; nothing signed later is.
 */
export interface PublishedKey {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly use: 'sig'
  readonly alg: 'EdDSA'
  readonly validFrom?: Instant
  readonly validUntil?: Instant
  readonly cause?: Passage
}
/**
 * The public keys of this node, the present ones first, then the former ones (RFC 7517, RFC 8037): whoever has them can verify its statements without asking it.
 */
export interface PublishedKeys {
  /**
   * @maxItems 1000
   */
  readonly keys: readonly PublishedKey[]
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
  /**
   * Only certificates from elsewhere that no second person has compared with their original yet.
   */
  readonly awaitingCheck?: boolean
  /**
   * Of those, only what the asker may check: of their own organization, and transcribed by somebody else (ISO/IEC 17025:2017, 7.11.2).
   */
  readonly awaitingMyCheck?: boolean
  /**
   * Only certificates that the asker's organization issued, or whose item it owns, and that are suspect at present: a recall that is not closed concerns a result of theirs that is undecided, or decided with another outcome than no effect (ISO/IEC 17025:2017, 7.10.1). What has ended (superseded, withdrawn, revoked) is not listed.
   */
  readonly standing?: 'suspect'
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * The signatures of one version, and to what each is bound (21 CFR 11.50, 11.70).
 */
export interface CertificateSignatures {
  readonly number: CertificateNumber
  readonly version: number
  /**
   * Of the document, as it is stated.
   */
  readonly sha256: string
  /**
   * Whether the document that is kept has this SHA-256.
   */
  readonly isIntact: boolean
  /**
   * Of what is signed in this version, computed from the document that is kept.
   */
  readonly contentSha256: string
  /**
   * @maxItems 3
   */
  readonly signatures: readonly VerifiedSignature[]
}
/**
 * A signature as it stands on a version, held against the act that was recorded.
 */
export interface VerifiedSignature {
  readonly meaning: 'performed' | 'reviewed' | 'authorised'
  readonly person: Code
  readonly name: Line
  readonly at?: Instant
  readonly contentSha256?: string
  /**
   * `bound`: the act is recorded and its hash is that of this content. `bound-to-former-version`: of the content before an editorial amendment. `stated-only`: a name on a certificate from elsewhere, or from before signatures were bound. `broken`: neither.
   */
  readonly binding: 'bound' | 'bound-to-former-version' | 'stated-only' | 'broken'
  readonly boundToVersion?: number
  readonly authentication?: {
    readonly method: 'api-key'
    /**
     * The signer stated their own code beside the key (21 CFR 11.200 (a)(1)).
     */
    readonly signerNamed: boolean
  }
}
/**
 * What the issuer says of its amendment (ISO/IEC 17025:2017, 7.8.8).
 */
export interface TranscribedAmendment {
  readonly changeClass: 'editorial' | 'value' | 'scope'
  readonly reason: Passage
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
  readonly output?: ModelSymbol
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
  readonly correlationsFromReadings?: readonly ModelSymbol[]
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
  readonly site?: Code
  readonly environment?: Environment
  /**
   * Within which the values are stated to hold when the item is used.
   *
   * @maxItems 32
   */
  readonly conditionsOfUse?: readonly ConditionOfUse[]
  readonly asFoundOmitted?: Passage
  readonly traceabilityStatement?: Passage
  readonly customer?: Code
  readonly received?: CivilDate
  readonly itemCondition?: Passage
  readonly accuracyClass?: Line
  /**
   * 不合格项目 that are no results.
   *
   * @maxItems 100
   */
  readonly nonconformities?: readonly StatedNonconformity[]
  readonly recalibrationAgreed?: RecalibrationAgreed
  /**
   * @maxItems 20
   */
  readonly opinions?: readonly StatedOpinion[]
  readonly remarks?: Passage
  readonly visibility?: Visibility
  readonly amendment?: TranscribedAmendment
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
 * The end of a round: the reference value becomes known, and with it every result and score.
 */
export interface ComparisonClosingEntry {
  readonly closedOn: CivilDate
  readonly reference: ComparisonFiguresEntry
}
/**
 * A round of a comparison of one artefact at one point (GB/T 27043, ISO/IEC 17043; JJF 1117).
 */
export interface ComparisonEntry {
  readonly code: Code
  readonly name: LocalizedText
  readonly provider: Code
  readonly measurandKind: Code
  readonly artefact: Line
  readonly point: MeasurementPoint
  readonly unit: Unit
  readonly openedOn: CivilDate
}
/**
 * A round, its results, and what became of it.
 */
export interface ComparisonView {
  readonly id: string
  readonly code: Code
  readonly name: LocalizedText
  readonly provider: Code
  readonly measurandKind: Code
  readonly artefact: Line
  readonly point: MeasurementPoint
  readonly unit: Unit
  readonly openedOn: CivilDate
  readonly state: 'open' | 'closed'
  /**
   * @maxItems 10000
   */
  readonly results: readonly ComparisonResultRecord[]
  readonly closing?: {
    readonly closedOn: CivilDate
    readonly reference: ComparisonFigures
    readonly recordedBy: Code
    readonly recordedAt: Instant
  }
  readonly recordedBy: Code
  readonly recordedAt: Instant
}
/**
 * A result in a round. While the round is open only its own organization sees the figures.
 */
export interface ComparisonResultRecord {
  readonly competence: Code
  readonly organization: Code
  readonly measuredOn: CivilDate
  /**
   * Whether the figures are withheld from the reader.
   */
  readonly sealed: boolean
  readonly figures?: ComparisonFigures
  readonly score?: {
    readonly difference: number
    /**
     * u(x, X) through the standards that the result and the reference share, in the square of the unit.
     */
    readonly covariance: number
    /**
     * En (ISO 13528:2022, 9.7).
     */
    readonly normalizedError: number
  }
  /**
   * @maxItems 1000
   */
  readonly resolutions?: readonly ComparisonResolutionRecord[]
  readonly recordedAt: Instant
}
/**
 * A value with its uncertainty, in the unit of the round.
 */
export interface ComparisonFigures {
  readonly estimate: number
  readonly standardUncertainty: number
  readonly coverageFactor: number
  readonly expandedUncertainty: number
  readonly certificate?: CertificateNumber
  readonly source?: Line
  readonly stated: ComparisonFiguresEntry
}
/**
 * What was done about |En| > 1.
 */
export interface ComparisonResolutionRecord {
  readonly resolvedOn: CivilDate
  readonly cause: Passage
  readonly action: Passage
  readonly recordedBy: Code
  readonly recordedAt: Instant
}
/**
 * A page of rounds.
 */
export interface ComparisonPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly ComparisonSummary[]
  readonly next: PageCursor | null
}
/**
 * A round in a list.
 */
export interface ComparisonSummary {
  readonly id: string
  readonly code: Code
  readonly name: LocalizedText
  readonly provider: Code
  readonly measurandKind: Code
  readonly artefact: Line
  readonly point: MeasurementPoint
  readonly unit: Unit
  readonly openedOn: CivilDate
  readonly state: 'open' | 'closed'
  readonly recordedBy: Code
  readonly recordedAt: Instant
}
/**
 * Which round: its identifier or its code.
 */
export interface ComparisonPath {
  readonly id: Code
}
/**
 * Of |En| > 1: from which day on its cause was found and removed (ISO/IEC 17025:2017, 7.7.3).
 */
export interface ComparisonResolutionEntry {
  readonly competence: Code
  readonly resolvedOn: CivilDate
  readonly cause: Passage
  readonly action: Passage
}
/**
 * What the holder of a line of a scope found; sealed until the round closes.
 */
export interface ComparisonResultEntry {
  readonly competence: Code
  readonly measuredOn: CivilDate
  readonly figures: ComparisonFiguresEntry
}
/**
 * Which rounds to list.
 */
export interface ComparisonSearch {
  readonly measurandKind?: Code
  readonly competence?: Code
  readonly state?: 'open' | 'closed'
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * On which day, as known at which moment.
 */
export interface CompetenceAsOfQuery {
  readonly at?: CivilDate
  readonly asKnownAt?: Instant
}
/**
 * The expanded uncertainty a laboratory is capable of at a point.
 */
export interface CapabilityAtPoint {
  readonly competence: Code
  readonly at: CivilDate
  readonly asKnownAt: Instant
  readonly status: 'active' | 'suspended' | 'withdrawn' | 'expired' | 'not-yet-valid'
  readonly point: Quantity
  readonly expandedUncertainty: Quantity
  readonly coverageFactor: Decimal
}
/**
 * At which point, on which day.
 */
export interface CapabilityQuery {
  readonly value: DecimalText
  readonly unit: Unit
  readonly at?: CivilDate
  readonly asKnownAt?: Instant
}
/**
 * U at one value of the range.
 */
export interface CapabilityRow {
  readonly value: Decimal
  readonly expandedUncertainty: Decimal
}
/**
 * U as an expression in `x`, the value in the unit of the range.
 */
export interface ExpressionCapability {
  readonly form: 'expression'
  readonly unit: Unit
  readonly coverageFactor?: Decimal
  /**
   * The uncertainty is a fraction of the value.
   */
  readonly relative?: boolean
  readonly expression: string
}
/**
 * U at values in ascending order, from the lower end of the range to the upper; between two rows it is interpolated.
 */
export interface TableCapability {
  readonly form: 'table'
  readonly unit: Unit
  readonly coverageFactor?: Decimal
  /**
   * The uncertainty is a fraction of the value.
   */
  readonly relative?: boolean
  /**
   * @minItems 2
   * @maxItems 200
   */
  readonly rows: readonly CapabilityRow[]
}
/**
 * Q[a, bL] of the KCDB: U is the root of a² + (b·x)², x in the unit of the range.
 */
export interface QuadratureCapability {
  readonly form: 'quadrature'
  readonly unit: Unit
  readonly coverageFactor?: Decimal
  /**
   * The uncertainty is a fraction of the value.
   */
  readonly relative?: boolean
  readonly a: Decimal
  readonly b: Decimal
}
/**
 * One line of what an organization may do.
 */
export interface CompetenceEntry {
  readonly code: Code
  readonly organization: Code
  readonly kind: CompetenceKind
  readonly issuer: Line
  readonly number: Line
  readonly measurandKind: Code
  readonly scope: CompetenceScope
}
/**
 * What one line of a scope says from one day on.
 */
export interface CompetenceScope {
  readonly range: ValueRange
  /**
   * @maxItems 16
   */
  readonly parameters?: readonly ParameterRange[]
  readonly method?: Line
  readonly site?: Code
  readonly uncertainty?: Capability
  readonly validFrom: CivilDate
  readonly validTo?: CivilDate
}
/**
 * From one value to another, both included.
 */
export interface ValueRange {
  readonly lower: Decimal
  readonly upper: Decimal
  readonly unit: Unit
}
/**
 * The range of one influence parameter.
 */
export interface ParameterRange {
  readonly name: string
  readonly lower: Decimal
  readonly upper: Decimal
  readonly unit: Unit
}
/**
 * A competence on a day, as known at a moment.
 */
export interface CompetenceOnDay {
  readonly id: string
  readonly code: Code
  readonly organization: Code
  readonly kind: CompetenceKind
  readonly issuer: Line
  readonly number: Line
  readonly measurandKind: Code
  readonly recordedAt: Instant
  readonly version: number
  readonly at: CivilDate
  readonly asKnownAt: Instant
  /**
   * On that day: `expired` and `not-yet-valid` follow from the dates of the scope.
   */
  readonly status: 'active' | 'suspended' | 'withdrawn' | 'expired' | 'not-yet-valid'
  readonly scope?: CompetenceScope
}
/**
 * A competence on a day, as known at a moment, with the history known then.
 */
export interface CompetenceRecord {
  readonly id: string
  readonly code: Code
  readonly organization: Code
  readonly kind: CompetenceKind
  readonly issuer: Line
  readonly number: Line
  readonly measurandKind: Code
  readonly recordedAt: Instant
  readonly version: number
  readonly at: CivilDate
  readonly asKnownAt: Instant
  /**
   * On that day: `expired` and `not-yet-valid` follow from the dates of the scope.
   */
  readonly status: 'active' | 'suspended' | 'withdrawn' | 'expired' | 'not-yet-valid'
  readonly scope?: CompetenceScope
  /**
   * @maxItems 1000
   */
  readonly versions: readonly CompetenceVersionRecord[]
  /**
   * @maxItems 1000
   */
  readonly statuses: readonly CompetenceStatusRecord[]
}
/**
 * What the line said, from which day, and since when that is known.
 */
export interface CompetenceVersionRecord {
  readonly sequence: number
  readonly scope: CompetenceScope
  readonly reason?: Passage
  readonly recordedAt: Instant
}
/**
 * A status, from which day, and since when that is known.
 */
export interface CompetenceStatusRecord {
  readonly status: 'active' | 'suspended' | 'withdrawn'
  readonly effectiveFrom: CivilDate
  readonly reason: Passage
  readonly recordedAt: Instant
}
/**
 * A page of competences.
 */
export interface CompetencePage {
  /**
   * @maxItems 500
   */
  readonly items: readonly CompetenceOnDay[]
  readonly next: PageCursor | null
}
/**
 * Which competence: its identifier or its code.
 */
export interface CompetencePath {
  readonly id: Code
}
/**
 * Which competences to list.
 */
export interface CompetenceSearch {
  readonly organization?: Code
  readonly measurandKind?: Code
  readonly kind?: CompetenceKind
  readonly at?: CivilDate
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * A change of status from a day on.
 */
export interface CompetenceStatusEntry {
  readonly status: 'active' | 'suspended' | 'withdrawn'
  readonly effectiveFrom: CivilDate
  readonly reason: Passage
}
/**
 * A change of scope; what the line said before stays on record.
 */
export interface CompetenceVersionEntry {
  readonly scope: CompetenceScope
  readonly reason: Passage
}
/**
 * Which column of a certificate is meant: everything that is stated must fit.
 */
export interface DccColumnSelector {
  /**
   * One of the words of its refType.
   */
  readonly refType?: string
  readonly name?: Line
  /**
   * Its place among the columns of its table, or the quantities of its result, from 0.
   */
  readonly position?: number
  readonly result?: Line
  readonly unit?: Unit
}
/**
 * What the columns of an issuer's layout mean.
 */
export interface DccMappingEntry {
  readonly code: Code
  readonly issuer: Code
  readonly description?: Passage
  /**
   * @minItems 1
   * @maxItems 50
   */
  readonly rules: readonly DccMappingRule[]
}
/**
 * What one column means: an estimate of a measurand kind, at a point.
 */
export interface DccMappingRule {
  readonly code: Code
  readonly measurandKind: Code
  readonly value: DccColumnSelector
  readonly uncertainty?: DccColumnSelector
  readonly nominal?: DccColumn
  readonly parameters?: {
    readonly [k: string]: DccColumn
  }
}
/**
 * What the columns of an issuer's layout mean, and who said so.
 */
export interface DccMappingView {
  readonly id: string
  readonly code: Code
  readonly issuer: Code
  readonly organization: Code
  readonly description?: Passage
  /**
   * @maxItems 50
   */
  readonly rules: readonly DccMappingRule[]
  readonly recordedBy: Code
  readonly recordedAt: Instant
}
/**
 * A page of mappings.
 */
export interface DccMappingPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly DccMappingView[]
  readonly next: PageCursor | null
}
/**
 * Which mapping.
 */
export interface DccMappingPath {
  readonly id: Code
}
/**
 * Which mappings to list.
 */
export interface DccMappingSearch {
  readonly issuer?: Code
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * Whose calendar, and how far ahead.
 */
export interface DueCalendarSearch {
  readonly owner?: Code
  /**
   * How far ahead to look: days, weeks or months (ISO 8601).
   */
  readonly within: string
  /**
   * A feed key, where no Authorization can be sent.
   */
  readonly key?: string
}
/**
 * Which feed key.
 */
export interface FeedKeyPath {
  readonly id: string
}
/**
 * A key for a calendar, shown this once.
 */
export interface FeedKeyIssued {
  readonly id: string
  readonly key: string
  /**
   * The address to subscribe to.
   */
  readonly url: string
  readonly recordedAt: Instant
}
/**
 * A piece of equipment and the last day of its interval.
 */
export interface DueItem {
  readonly equipment: Code
  readonly name: LocalizedText
  readonly owner: Code
  readonly manufacturer: Line
  readonly model: Line
  readonly serialNumber: Line
  readonly location?: Line
  readonly intervalMonths?: number
  readonly due?: CivilDate
  /**
   * From today until then; negative once it has passed.
   */
  readonly days?: number
  readonly by?: 'owner-programme' | 'verification-validity'
  readonly standing: DueStanding
  readonly certificate?: CertificateNumber
  readonly issuer?: Code
}
/**
 * What is due, the most urgent first.
 */
export interface DuePage {
  readonly today: CivilDate
  readonly until: CivilDate
  /**
   * @maxItems 500
   */
  readonly items: readonly DueItem[]
  readonly next: PageCursor | null
}
/**
 * What is due, and until when.
 */
export interface DueSearch {
  readonly owner?: Code
  /**
   * How far ahead to look: days, weeks or months (ISO 8601).
   */
  readonly within: string
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * What is calibrated by itself: a channel, a probe, a block of a set.
 */
export interface EquipmentComponent {
  readonly code: Code
  readonly name?: Line
  /**
   * @maxItems 50
   */
  readonly intervals?: readonly MeasuringInterval[]
}
/**
 * Values a component can measure or supply (VIM 4.7).
 */
export interface MeasuringInterval {
  readonly measurandKind: Code
  readonly range: ValueRange
  readonly resolution?: Decimal
  readonly maximumPermissibleError?: Decimal
  readonly accuracyClass?: Line
}
/**
 * A result in the course of time.
 */
export interface DriftPointFound {
  readonly at: Instant
  readonly stage: ResultStage
  readonly certificate: CertificateNumber
  readonly version: number
  readonly result: Code
  readonly issuer: Code
  readonly value: number
  readonly expandedUncertainty?: number
  readonly coverageFactor?: number
  readonly reported: ReportedResult
  readonly conformity?: 'pass' | 'conditional-pass' | 'conditional-fail' | 'fail'
}
/**
 * The straight line through the results, and the band in which a further one lies with this probability.
 */
export interface DriftPrediction {
  readonly probability: number
  /**
   * In the unit of the values, for each 365.2425 days.
   */
  readonly changePerYear: number
  readonly standardUncertaintyOfChange: number
  readonly residualStandardDeviation: number
  readonly degreesOfFreedom: number
  /**
   * The t quantile of the band.
   */
  readonly coverageFactor: number
  /**
   * From the first result that is used to the day it is due.
   *
   * @maxItems 100
   */
  readonly band: readonly {
    readonly at: CivilDate
    readonly value: number
    readonly lower: number
    readonly upper: number
  }[]
  /**
   * When the band first meets a limit of error.
   */
  readonly meets?: {
    readonly at: CivilDate
    readonly limit: 'lower' | 'upper'
  }
}
/**
 * Which results to follow: a series by its identifier, or by component, kind and nominal value; that of the most results if absent.
 */
export interface EquipmentDriftQuery {
  readonly series?: string
  readonly component?: Code
  readonly measurandKind?: Code
  readonly value?: DecimalText
  readonly unit?: Unit
}
/**
 * The results of a device at a point in the course of time, and where they are heading (ISO/IEC 17025:2017, 7.7.1; ILAC-G24).
 */
export interface EquipmentDrift {
  readonly equipment: Code
  /**
   * Every point with results, those with the most first.
   *
   * @maxItems 200
   */
  readonly series: readonly {
    readonly id: string
    readonly component: Code
    readonly measurandKind: Code
    readonly name?: LocalizedText
    readonly point: MeasurementPoint
    /**
     * How many there are.
     */
    readonly results: number
  }[]
  readonly drift?: {
    readonly series: string
    /**
     * Of every value here: that of the latest result.
     */
    readonly unit: string
    /**
     * @maxItems 100000
     */
    readonly points: readonly DriftPointFound[]
    /**
     * Limits of error: of the latest statement of conformity, or of the equipment as registered.
     */
    readonly limits?: {
      readonly lower?: number
      readonly upper?: number
      readonly by: 'conformity' | 'equipment'
    }
    /**
     * Of individual values, from the ranges of neighbours (ISO 7870-2), since the last adjustment; of four results at least.
     */
    readonly controlLimits?: {
      readonly centre: number
      readonly lower: number
      readonly upper: number
    }
    readonly due?: {
      readonly day: CivilDate
      readonly by: 'owner-programme' | 'verification-validity'
    }
    readonly since?: Instant
    /**
     * A line and what lies off it need three results on two days at least.
     */
    readonly unpredictable?: 'too-few-results'
    readonly prediction?: DriftPrediction
  }
}
/**
 * Measuring equipment as it is registered (ISO/IEC 17025:2017, 6.4.13).
 */
export interface EquipmentEntry {
  readonly code: Code
  readonly owner: Code
  readonly name: LocalizedText
  readonly manufacturer: Line
  readonly model: Line
  readonly serialNumber: Line
  readonly level: EquipmentLevel
  /**
   * A standard is used by its value and U (按等) or by its class (按级).
   */
  readonly usedBy?: 'value' | 'class'
  /**
   * The owner's programme (ISO/IEC 17025:2017, 6.4.7).
   */
  readonly calibrationIntervalMonths?: number
  readonly driftAllowance?: Quantity
  /**
   * 强检
   */
  readonly mandatoryVerification?: boolean
  readonly location?: Line
  /**
   * `in-service` if absent.
   */
  readonly state?: 'registered' | 'in-service' | 'limited-use'
  readonly firmware?: Line
  /**
   * One component `main` if absent.
   *
   * @minItems 1
   * @maxItems 200
   */
  readonly components?: readonly EquipmentComponent[]
}
/**
 * Equipment as it is from now on. Firmware changes by an event; quarantine begins and ends by events.
 */
export interface EquipmentRevision {
  readonly name: LocalizedText
  readonly manufacturer: Line
  readonly model: Line
  readonly serialNumber: Line
  readonly level: EquipmentLevel
  /**
   * A standard is used by its value and U (按等) or by its class (按级).
   */
  readonly usedBy?: 'value' | 'class'
  /**
   * The owner's programme (ISO/IEC 17025:2017, 6.4.7).
   */
  readonly calibrationIntervalMonths?: number
  readonly driftAllowance?: Quantity
  /**
   * 强检
   */
  readonly mandatoryVerification?: boolean
  readonly location?: Line
  readonly state: EquipmentState
}
/**
 * Equipment as recorded.
 */
export interface EquipmentRecord {
  readonly id: string
  readonly code: Code
  readonly owner: Code
  readonly name: LocalizedText
  readonly manufacturer: Line
  readonly model: Line
  readonly serialNumber: Line
  readonly level: EquipmentLevel
  /**
   * A standard is used by its value and U (按等) or by its class (按级).
   */
  readonly usedBy?: 'value' | 'class'
  /**
   * The owner's programme (ISO/IEC 17025:2017, 6.4.7).
   */
  readonly calibrationIntervalMonths?: number
  readonly driftAllowance?: Quantity
  /**
   * 强检
   */
  readonly mandatoryVerification: boolean
  readonly location?: Line
  readonly state: EquipmentState
  readonly firmware?: Line
  /**
   * @maxItems 1000
   */
  readonly components: readonly EquipmentComponent[]
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * What happened to equipment.
 */
export interface EquipmentEventEntry {
  readonly kind: EquipmentEventKind
  readonly component?: Code
  readonly occurredAt: Instant
  /**
   * Of an intermediate check.
   */
  readonly outcome?: 'passed' | 'failed'
  readonly detail: Passage
  readonly firmware?: Line
}
/**
 * A page of events.
 */
export interface EquipmentEventPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly EquipmentEventRecord[]
  readonly next: PageCursor | null
}
/**
 * What happened to equipment, as recorded.
 */
export interface EquipmentEventRecord {
  readonly id: string
  readonly equipment: Code
  readonly kind: EquipmentEventKind
  readonly component?: Code
  readonly occurredAt: Instant
  /**
   * Of an intermediate check.
   */
  readonly outcome?: 'passed' | 'failed'
  readonly detail: Passage
  readonly recordedBy: Code
  readonly recordedAt: Instant
}
/**
 * Which events to list.
 */
export interface EquipmentEventSearch {
  readonly kind?: EquipmentEventKind
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * A page of equipment.
 */
export interface EquipmentPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly EquipmentRecord[]
  readonly next: PageCursor | null
}
/**
 * Which equipment: its identifier or its code.
 */
export interface EquipmentPath {
  readonly id: Code
}
/**
 * From when on a restriction holds no longer.
 */
export interface EquipmentRestrictionEnding {
  readonly validTo: CivilDate
  readonly reason: Passage
}
/**
 * Limited use: where equipment may not be used (ISO/IEC 17025:2017, 6.4.9). Inside everything that is stated, from the day on.
 */
export interface EquipmentRestrictionEntry {
  readonly component?: Code
  readonly measurandKind?: Code
  readonly range?: ValueRange
  /**
   * The influence parameters at which it may not be used.
   *
   * @maxItems 16
   */
  readonly parameters?: readonly ParameterRange[]
  readonly validFrom: CivilDate
  readonly reason: Passage
}
/**
 * A page of restrictions.
 */
export interface EquipmentRestrictionPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly EquipmentRestrictionRecord[]
  readonly next: PageCursor | null
}
/**
 * Where equipment may not be used, as recorded.
 */
export interface EquipmentRestrictionRecord {
  readonly id: string
  readonly equipment: Code
  readonly component?: Code
  readonly measurandKind?: Code
  readonly range?: ValueRange
  /**
   * The influence parameters at which it may not be used.
   *
   * @maxItems 16
   */
  readonly parameters?: readonly ParameterRange[]
  readonly validFrom: CivilDate
  readonly reason: Passage
  readonly end?: {
    readonly validTo: CivilDate
    readonly reason: Passage
    readonly recordedBy: Code
    readonly recordedAt: Instant
  }
  readonly recordedBy: Code
  readonly recordedAt: Instant
}
/**
 * Which restriction.
 */
export interface EquipmentRestrictionPath {
  readonly id: string
}
/**
 * Which equipment to list.
 */
export interface EquipmentSearch {
  readonly owner?: Code
  readonly level?: EquipmentLevel
  readonly state?: EquipmentState
  readonly measurandKind?: Code
  readonly dueBefore?: CivilDate
  /**
   * Words that the code or the name contains.
   */
  readonly q?: string
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * What whoever answers for the result should know, and which method would serve better.
 */
export interface EvaluationAdvice {
  readonly code: string
  readonly en: string
  readonly zh: string
  readonly output?: ModelSymbol
  readonly input?: ModelSymbol
}
/**
 * A variance between groups (GUM H.5.2.5); one that comes out negative is zero, and that it did is told.
 */
export interface BetweenVariance {
  /**
   * As it comes out, also where it is negative.
   */
  readonly momentEstimate: number
  readonly isNegative: boolean
  /**
   * 0 where the estimate is negative.
   */
  readonly standardDeviation: number
}
/**
 * How far two results are from each other, with k = 2; the other way round d has the other sign.
 */
export interface BilateralDegreeOfEquivalence {
  /**
   * Numbers of the two results, from 0.
   *
   * @minItems 2
   * @maxItems 2
   */
  readonly between: readonly number[]
  /**
   * @maxItems 2
   */
  readonly labels?: readonly string[]
  readonly d: number
  readonly expandedUncertainty: number
  readonly En: number
}
/**
 * One line of an uncertainty budget (VIM 2.33).
 */
export interface EvaluatedBudgetLine {
  readonly input: ModelSymbol
  readonly estimate: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: DegreesOfFreedom
  readonly sensitivity: number
  /**
   * The size of the sensitivity times the standard uncertainty, in the unit of the output (GUM 5.1.3).
   */
  readonly contribution: number
  /**
   * Part of the variance of the output, with covariances; below zero where a covariance lessens it.
   */
  readonly share: number
  /**
   * The sensitivity as a formula of the inputs, for reading.
   */
  readonly formula?: string
  /**
   * The same formula as LaTeX in mathematical mode, for documents.
   */
  readonly formulaLatex?: string
}
/**
 * How long the next calibration can wait, and why; the members of the method asked for.
 */
export interface CalibrationIntervalEvaluation {
  readonly observedReliability?: number
  /**
   * How surely the observed reliability contradicts the target; 0 where it does not.
   */
  readonly rejectionConfidence?: number
  /**
   * Whether that is more than the stated confidence.
   */
  readonly isChangeSupported?: boolean
  /**
   * Clopper and Pearson, at the stated confidence.
   *
   * @minItems 2
   * @maxItems 2
   */
  readonly reliabilityInterval?: readonly number[]
  /**
   * Absent where the target is kept for longer than can be projected.
   */
  readonly interval?: number
  /**
   * A hundred times what was observed: the target is kept so long at least, as far as the drift goes on.
   */
  readonly notReachedWithin?: number
  /**
   * Of the powers of the time; of a control chart since the latest calibration.
   */
  readonly coefficients?: {
    readonly [k: string]: number
  }
  /**
   * @maxItems 6
   */
  readonly covariance?: readonly (readonly number[])[]
  readonly residualStandardDeviation?: number
  readonly degreesOfFreedom?: number
  /**
   * The t quantile; one-sided where one limit is stated.
   */
  readonly coverageFactor?: number
  /**
   * At the end of the interval.
   */
  readonly projected?: {
    readonly value?: number
    readonly standardUncertainty: number
  }
  /**
   * After each calibration.
   *
   * @maxItems 10000
   */
  readonly intervals?: readonly number[]
}
/**
 * What calibrations have found so far, to tell how long the next one can wait (ILAC-G24/OIML D 10; NCSLI RP-1).
 */
export interface CalibrationIntervalTask {
  /**
   * `rp1-a3`, `variables-uncertainty-target`, `variables-reliability-target`, `staircase`, `control-chart`.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly method: readonly string[]
  readonly data: {
    readonly unit?: Line
    readonly note?: Line
    /**
     * 1 for each calibration that found the instrument in tolerance, 0 for the others.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly inTolerance?: readonly Decimal[]
    readonly inToleranceCount?: Decimal
    readonly totalCount?: Decimal
    readonly assignedInterval?: Decimal
    readonly targetReliability?: Decimal
    readonly confidence?: Decimal
    readonly maximumChangeFactor?: Decimal
    /**
     * After how many days each change was found.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly daysSinceCalibration?: readonly Decimal[]
    /**
     * As found minus as left, each after its time.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly changeSinceCalibration?: readonly Decimal[]
    readonly order?: Decimal
    readonly initialValue?: Decimal
    readonly initialUncertainty?: Decimal
    readonly targetUncertainty?: Decimal
    readonly lowerLimit?: Decimal
    readonly upperLimit?: Decimal
    /**
     * Errors that calibrations found, in their order.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly errors?: readonly Decimal[]
    readonly maximumPermissibleError?: Decimal
    readonly shareOfLimit?: Decimal
    readonly extension?: Decimal
    readonly reduction?: Decimal
    readonly shortestInterval?: Decimal
    readonly longestInterval?: Decimal
    /**
     * When the values of a control chart were found.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly daysOfCalibration?: readonly Decimal[]
    /**
     * @minItems 1
     * @maxItems 10000
     */
    readonly valuesFound?: readonly Decimal[]
  }
}
/**
 * A process seen against its limits.
 */
export interface ProcessCapabilityRow {
  readonly mean: number
  readonly cpk: number
  readonly outOfTolerance: number
  readonly below: number
  readonly above: number
}
/**
 * A correlation coefficient between two results of a comparison, by their numbers from 0.
 */
export interface ResultCorrelation {
  /**
   * @minItems 2
   * @maxItems 2
   */
  readonly between: readonly number[]
  readonly r: Decimal
}
/**
 * Probabilities, limits and risks; the members of the methods asked for.
 */
export interface ConformityEvaluation {
  readonly conformanceProbability?: number
  /**
   * With its digits where it is small.
   */
  readonly nonconformanceProbability?: number
  readonly statement?: DecidedConformity
  /**
   * Multiples of u (JCGM 106:2012, table 1).
   *
   * @maxItems 1000
   */
  readonly factors?: readonly number[]
  readonly guardBand?: number
  readonly acceptanceLimits?: EvaluatedLimits
  /**
   * Where there is one limit.
   */
  readonly acceptanceLimit?: number
  /**
   * The guard bands meet; nothing can be accepted.
   */
  readonly isEmpty?: boolean
  readonly priorProbabilityOutOfTolerance?: number
  /**
   * P(accepted and out of tolerance).
   */
  readonly consumerRisk?: number
  /**
   * P(rejected and in tolerance).
   */
  readonly producerRisk?: number
  /**
   * P(out of tolerance | accepted); absent where nothing is accepted.
   */
  readonly conditionalConsumerRisk?: number
  readonly withGuardBand?: {
    /**
     * P(accepted and out of tolerance).
     */
    readonly consumerRisk: number
    /**
     * P(rejected and in tolerance).
     */
    readonly producerRisk: number
    /**
     * P(out of tolerance | accepted); absent where nothing is accepted.
     */
    readonly conditionalConsumerRisk?: number
    readonly guardBand: number
    readonly acceptanceLimits: EvaluatedLimits
    /**
     * Where there is one limit.
     */
    readonly acceptanceLimit?: number
    /**
     * The guard bands meet; nothing can be accepted.
     */
    readonly isEmpty: boolean
  }
  readonly targetConsumerRisk?: number
  /**
   * Negative where simple acceptance has less risk than that.
   */
  readonly guardBandForTarget?: number
  /**
   * Where there is one limit.
   */
  readonly acceptanceLimitForTarget?: number
  readonly acceptanceLimitsForTarget?: EvaluatedLimits
  readonly producerRiskAtTarget?: number
  /**
   * @maxItems 1000
   */
  readonly rows?: readonly (RiskTableRow | ProcessCapabilityRow)[]
  readonly rootSumSquare?: number
  /**
   * The factor of the rule w = U.
   */
  readonly expandedUncertainty?: number
  readonly rp10?: number
  readonly dobbertManagedRisk?: number
  readonly falseAccept1Percent?: number
  readonly sameFalseAcceptAs4to1?: number
  /**
   * The consumer's risk of simple acceptance at 4:1.
   */
  readonly falseAcceptAt4to1?: number
  readonly posterior?: {
    readonly mean: number
    readonly standardDeviation: number
  }
}
/**
 * A decision with two outcomes, and the zone of a statement with four (ILAC-G8:09/2019, 4.2).
 */
export interface DecidedConformity {
  readonly rule: 'simple' | 'guarded-U'
  readonly outcome: 'pass' | 'fail'
  readonly zone: 'pass' | 'conditional-pass' | 'conditional-fail' | 'fail'
  readonly guardBand: number
  readonly acceptanceLimits: EvaluatedLimits
  readonly conformanceProbability: number
  /**
   * That this decision is wrong.
   */
  readonly specificRisk: number
}
/**
 * Limits of acceptance; a requirement of one side has one.
 */
export interface EvaluatedLimits {
  readonly lower?: number
  readonly upper?: number
}
/**
 * A row of a table of risks, evaluated.
 */
export interface RiskTableRow {
  readonly specificationInSigma: number
  readonly testUncertaintyRatio: number
  readonly guardBandFactor: number
  /**
   * P(accepted and out of tolerance).
   */
  readonly consumerRisk: number
  /**
   * P(rejected and in tolerance).
   */
  readonly producerRisk: number
  /**
   * P(out of tolerance | accepted).
   */
  readonly conditional?: number
}
/**
 * Results and limits, to be judged without being stored (JCGM 106:2012; ILAC-G8:09/2019).
 */
export interface ConformityTask {
  /**
   * `conformance-probability`, `conformity-statement`, `guard-band-factor`, `guarded-limit`, `global-risk`, `global-risk-table`, `guard-band-rules`, `process-capability`, `specific-risk-with-prior`; several at once where their answers have different names.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly method: readonly string[]
  readonly data: {
    readonly estimate?: Decimal
    readonly standardUncertainty?: Decimal
    readonly relativeStandardUncertainty?: Decimal
    readonly expandedUncertainty?: Decimal
    readonly lowerLimit?: Decimal
    readonly upperLimit?: Decimal
    readonly limit?: Decimal
    readonly distribution?: 'normal'
    readonly probability?: Decimal
    /**
     * @minItems 1
     * @maxItems 1000
     */
    readonly probabilities?: readonly Decimal[]
    readonly rule?: Line
    readonly guardBandFactor?: Decimal
    readonly guardBand?: Decimal
    readonly targetRisk?: Decimal
    readonly targetConsumerRisk?: Decimal
    readonly prior?: DistributionStatement
    readonly measurement?: {
      readonly type?: 'normal'
      readonly standardUncertainty: Decimal
    }
    readonly indication?: Decimal
    readonly testUncertaintyRatio?: Decimal
    readonly inToleranceProbability?: Decimal
    readonly standardDeviation?: Decimal
    /**
     * @minItems 1
     * @maxItems 1000
     */
    readonly means?: readonly Decimal[]
    /**
     * @minItems 1
     * @maxItems 200
     */
    readonly rows?: readonly StatedRiskRow[]
    readonly definition?: Line
    /**
     * @maxItems 1000
     */
    readonly labels?: readonly Line[]
    readonly unit?: Line
    readonly note?: Line
  }
}
/**
 * A distribution by its type and the parameters of that type (JCGM 101:2008, 6.4).
 */
export interface DistributionStatement {
  readonly type:
    | 'rectangular'
    | 'curvilinear-trapezoidal'
    | 'trapezoidal'
    | 'triangular'
    | 'arcsine'
    | 'normal'
    | 't'
    | 'exponential'
    | 'gamma'
  readonly lower?: Decimal
  readonly upper?: Decimal
  readonly center?: Decimal
  readonly mean?: Decimal
  readonly halfWidth?: Decimal
  readonly topHalfWidth?: Decimal
  readonly halfWidthUncertainty?: Decimal
  readonly standardDeviation?: Decimal
  readonly scale?: Decimal
  readonly degreesOfFreedom?: Decimal
  readonly shape?: Decimal
  readonly rate?: Decimal
}
/**
 * A row of a table of risks: limits at ± so many σ of the items, u = σ/ratio.
 */
export interface StatedRiskRow {
  readonly specificationInSigma: Decimal
  readonly testUncertaintyRatio: Decimal
  readonly guardBandFactor?: Decimal
}
/**
 * Whether quantities can be correlated like this, and the nearest way in which they can.
 */
export interface CorrelationMatrixEvaluation {
  readonly unitDiagonal: boolean
  readonly symmetric: boolean
  /**
   * Of the symmetric part; below zero by the rounding of stated coefficients is still zero.
   */
  readonly positiveSemidefinite: boolean
  /**
   * All of the three.
   */
  readonly isCorrelationMatrix: boolean
  readonly smallestEigenvalue: number
  /**
   * @minItems 1
   * @maxItems 50
   */
  readonly nearestCorrelationMatrix: readonly (readonly number[])[]
  /**
   * In the Frobenius norm (Higham 2002).
   */
  readonly distance: number
}
/**
 * A matrix of correlation coefficients, to be checked (GUM 5.2.2).
 */
export interface CorrelationMatrixTask {
  /**
   * `correlation-matrix-check`.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly method: readonly string[]
  readonly data: {
    /**
     * The quantities.
     *
     * @maxItems 50
     */
    readonly labels?: readonly Line[]
    readonly note?: Line
    /**
     * @minItems 1
     * @maxItems 50
     */
    readonly matrix: readonly (readonly Decimal[])[]
  }
}
/**
 * A correlation coefficient between two input quantities (GUM 5.2.2).
 */
export interface StatedCorrelation {
  /**
   * @minItems 2
   * @maxItems 2
   */
  readonly between: readonly ModelSymbol[]
  readonly r: Decimal
}
/**
 * A coverage factor, or a coverage probability (GUM 6.2 and G.3); one of the two.
 */
export interface StatedCoverage {
  readonly k?: Decimal
  readonly probability?: Decimal
  /**
   * How the t quantile is taken for a number that is not whole (GUM G.6.4); `interpolate` if absent.
   */
  readonly degreesOfFreedomRule?: 'interpolate' | 'truncate'
}
/**
 * The value of a curve at a point (GUM H.3.4).
 */
export interface CurvePrediction {
  readonly at: number | readonly number[]
  readonly value: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: DegreesOfFreedom
  readonly varianceOfLine: number
  /**
   * Of a single new y there; only where the scatter is estimated from the residuals.
   */
  readonly varianceOfNewObservation?: number
}
/**
 * Values of a curve with their covariances, for those who interpolate.
 */
export interface CurveTable {
  /**
   * @maxItems 100
   */
  readonly at: readonly (number | readonly number[])[]
  /**
   * @maxItems 100
   */
  readonly values: readonly number[]
  /**
   * @maxItems 100
   */
  readonly standardUncertainties: readonly number[]
  /**
   * @maxItems 100
   */
  readonly covariance: readonly (readonly number[])[]
}
/**
 * How far a result is from the reference value, with k = 2 (CIPM MRA-D-05).
 */
export interface DegreeOfEquivalence {
  readonly label?: Line
  readonly d: number
  readonly expandedUncertainty: number
  /**
   * d/U(d).
   */
  readonly En: number
}
/**
 * The members of the methods asked for, in the order of what was stated.
 */
export interface DistributionEvaluation {
  /**
   * @maxItems 1000
   */
  readonly moments?: readonly {
    readonly mean: number
    readonly standardDeviation: number
  }[]
  /**
   * @maxItems 10000
   */
  readonly density?: readonly number[]
  /**
   * P(X ≤ x).
   *
   * @maxItems 10000
   */
  readonly probability?: readonly number[]
}
/**
 * Distributions of which something is asked, without being stored (JCGM 101:2008, 6.4).
 */
export interface DistributionTask {
  /**
   * `distribution-moments`, `distribution-density`, `distribution-probability`; several at once where their answers have different names.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly method: readonly string[]
  readonly data: {
    /**
     * Whose moments are asked for.
     *
     * @minItems 1
     * @maxItems 1000
     */
    readonly distributions?: readonly DistributionStatement[]
    readonly distribution?: DistributionStatement
    /**
     * Where the density or P(X ≤ x) is asked for.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly at?: readonly Decimal[]
    readonly unit?: Line
    readonly note?: Line
    readonly definition?: Line
  }
}
/**
 * Classes of equal width from the 0.05 % to the 99.95 % of the trials, for plotting.
 */
export interface OutputHistogram {
  /**
   * Lower end of the first class.
   */
  readonly lower: number
  readonly width: number
  /**
   * @maxItems 500
   */
  readonly counts: readonly number[]
  /**
   * Trials below the first class.
   */
  readonly below: number
  /**
   * Trials above the last class.
   */
  readonly above: number
}
/**
 * What several results of one measurand say together; the members of the methods asked for.
 */
export interface InterlaboratoryEvaluation {
  readonly mean?: number
  readonly standardUncertainty?: number
  /**
   * By how much the laboratories scatter more than they say.
   */
  readonly betweenStandardDeviation?: number
  readonly chiSquared?: number
  readonly degreesOfFreedom?: number
  readonly pValue?: number
  /**
   * √(χ²/ν); well above 1 the uncertainties are too small.
   */
  readonly birgeRatio?: number
  /**
   * The largest |x − mean|/u.
   */
  readonly largestNormalisedResidual?: number
  /**
   * The smallest factor, not below 1, by which all uncertainties are to be multiplied for this.
   */
  readonly expansionFactorForResidualsWithinTwo?: number
  readonly expandedByPublishedFactor?: {
    readonly factor: number
    readonly standardUncertainty: number
  }
  readonly arithmeticMean?: {
    readonly value: number
    readonly standardUncertainty: number
    /**
     * The t quantile for 95 %.
     */
    readonly coverageFactor: number
    readonly expandedUncertainty: number
  }
  /**
   * Weights from the inverse covariance matrix (Cox 2002, procedure A).
   */
  readonly weightedMean?: {
    readonly value: number
    readonly standardUncertainty: number
    readonly chiSquared: number
    readonly degreesOfFreedom: number
    /**
     * The probability of a scatter at least as large, if all uncertainties are right.
     */
    readonly pValue: number
    readonly consistentAt5Percent: boolean
  }
  /**
   * @maxItems 200
   */
  readonly degreesOfEquivalenceToWeightedMean?: readonly DegreeOfEquivalence[]
  /**
   * @maxItems 19900
   */
  readonly bilateralDegreesOfEquivalence?: readonly BilateralDegreeOfEquivalence[]
  /**
   * The largest set of results that passes the χ² test (Cox 2007).
   */
  readonly largestConsistentSubset?: {
    /**
     * Numbers of the results that agree, from 0.
     *
     * @maxItems 200
     */
    readonly members: readonly number[]
    readonly value: number
    readonly standardUncertainty: number
    readonly chiSquared: number
    readonly degreesOfFreedom: number
    /**
     * The probability of a scatter at least as large, if all uncertainties are right.
     */
    readonly pValue: number
    /**
     * Of all results, to the mean of the subset.
     *
     * @maxItems 200
     */
    readonly degreesOfEquivalence: readonly DegreeOfEquivalence[]
  }
  readonly median?: {
    readonly value: number
    /**
     * √(π/2n) · 1.483 MAD.
     */
    readonly standardUncertainty: number
    readonly medianAbsoluteDeviation: number
  }
  /**
   * Those of the scores for which everything is stated (ISO 13528, 9.4 to 9.7).
   *
   * @maxItems 1000
   */
  readonly scores?: readonly {
    readonly label?: Line
    readonly En?: number
    readonly zeta?: number
    readonly z?: number
    readonly zPrime?: number
  }[]
}
/**
 * Several results of one measurand, to be compared without being stored (CIPM MRA-D-05; ISO 13528).
 */
export interface InterlaboratoryTask {
  /**
   * `weighted-mean`, `key-comparison`, `bilateral-degrees-of-equivalence`, `largest-consistent-subset`, `median`, `mandel-paule`, `dersimonian-laird`, `scores`; several at once where their answers have different names.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly method: readonly string[]
  readonly data: {
    /**
     * Who obtained the results.
     *
     * @maxItems 200
     */
    readonly labels?: readonly Line[]
    readonly unit?: Line
    readonly note?: Line
    /**
     * The results, in one unit.
     *
     * @minItems 1
     * @maxItems 200
     */
    readonly values?: readonly Decimal[]
    /**
     * @maxItems 200
     */
    readonly standardUncertainties?: readonly Decimal[]
    /**
     * Instead of standard uncertainties, with their coverage factors.
     *
     * @maxItems 200
     */
    readonly expandedUncertainties?: readonly Decimal[]
    /**
     * @maxItems 200
     */
    readonly coverageFactors?: readonly Decimal[]
    /**
     * Pairs that are not listed are uncorrelated.
     *
     * @maxItems 2000
     */
    readonly correlations?: readonly ResultCorrelation[]
    readonly expansionFactor?: Decimal
    readonly significance?: Decimal
    readonly reference?: Decimal
    readonly standardUncertaintyOfReference?: Decimal
    readonly expandedUncertaintyOfReference?: Decimal
    readonly coverageFactorOfReference?: Decimal
    readonly standardDeviationForProficiencyAssessment?: Decimal
    readonly robustStandardDeviation?: Decimal
    readonly numberOfParticipants?: Decimal
    /**
     * The results that are scored.
     *
     * @minItems 1
     * @maxItems 1000
     */
    readonly results?: readonly ScoredResult[]
  }
}
/**
 * A result that is compared with a reference value (ISO 13528).
 */
export interface ScoredResult {
  readonly label?: Line
  readonly value: Decimal
  readonly standardUncertainty?: Decimal
  readonly expandedUncertainty?: Decimal
  readonly coverageFactor?: Decimal
  readonly covarianceWithReference?: Decimal
}
/**
 * The x at which a curve has a value (ISO/TS 28037:2010, 11.2).
 */
export interface InversePrediction {
  readonly y?: number
  readonly standardUncertaintyOfY?: number
  /**
   * @maxItems 10000
   */
  readonly readings?: readonly number[]
  readonly x: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: DegreesOfFreedom
}
/**
 * Regions of the plane that hold two outputs together with the coverage probability (JCGM 102:2011, 7.7).
 */
export interface JointCoverageRegion {
  /**
   * @minItems 2
   * @maxItems 2
   */
  readonly between: readonly ModelSymbol[]
  /**
   * The ellipse of the covariance matrix (7.7.2).
   */
  readonly ellipse: {
    readonly coverageFactor: number
    /**
     * @minItems 2
     * @maxItems 2
     */
    readonly center: readonly number[]
    /**
     * @minItems 2
     * @maxItems 2
     */
    readonly halfAxes: readonly number[]
    /**
     * Of the longer axis from the first output, in radian.
     */
    readonly angle: number
    readonly area: number
  }
  /**
   * The fullest cells of a mesh (7.7.4); cell n lies in column n mod cellsAlong, row n div cellsAlong.
   */
  readonly smallest: {
    readonly area: number
    /**
     * @minItems 2
     * @maxItems 2
     */
    readonly lower: readonly number[]
    /**
     * @minItems 2
     * @maxItems 2
     */
    readonly cell: readonly number[]
    readonly cellsAlong: number
    /**
     * @maxItems 2500
     */
    readonly cells: readonly number[]
  }
}
/**
 * Which kind of task.
 */
export interface EvaluationKindPath {
  readonly kind: string
}
/**
 * Uncertainties of intercept and slope by one of two conventions, for uncertain x and y.
 */
export interface LineUncertainty {
  readonly standardUncertainties: {
    readonly [k: string]: number
  }
  readonly covariance: number
  readonly correlation: number
}
/**
 * A measurement model evaluated by the methods asked for: the same task gives the same answer, to the last digit.
 */
export interface MeasurementModelEvaluation {
  /**
   * The law of propagation of uncertainty at first order (GUM clause 5).
   */
  readonly gum?: {
    readonly outputs: {
      readonly [k: string]: EvaluatedOutput
    }
    /**
     * Between every two outputs with an uncertainty.
     *
     * @maxItems 2016
     */
    readonly correlations?: readonly OutputCorrelation[]
    /**
     * All uncertain inputs come from the same n observations; every output has exactly this many degrees of freedom.
     */
    readonly jointObservations?: {
      readonly n: number
      readonly degreesOfFreedom: number
    }
  }
  /**
   * With the terms of second order (GUM 5.1.2, note). An output is left out where these outweigh the first ones.
   */
  readonly gumSecondOrder?: {
    readonly outputs: {
      readonly [k: string]: {
        readonly standardUncertainty: number
      }
    }
  }
  readonly monteCarlo?: MonteCarloAnswer
  readonly budget?: {
    /**
     * @maxItems 64
     */
    readonly [k: string]: readonly EvaluatedBudgetLine[]
  }
  readonly reported?: {
    readonly [k: string]: EvaluatedReport
  }
  /**
   * @maxItems 1000
   */
  readonly advice: readonly EvaluationAdvice[]
  readonly engine: {
    readonly name: string
    readonly version: string
  }
}
/**
 * One output of a model (GUM 7.2.3); without an uncertainty it has no coverage.
 */
export interface EvaluatedOutput {
  readonly value: number
  readonly standardUncertainty: number
  /**
   * For every input with an uncertainty (GUM 5.1.3).
   */
  readonly sensitivities: {
    readonly [k: string]: number
  }
  readonly effectiveDegreesOfFreedom?: DegreesOfFreedom
  readonly coverageFactor?: number
  readonly expandedUncertainty?: number
  /**
   * The expression of the output as LaTeX in mathematical mode, where formulas were asked for.
   */
  readonly modelLatex?: string
}
/**
 * The correlation coefficient of two outputs (JCGM 102, 6.2).
 */
export interface OutputCorrelation {
  /**
   * @minItems 2
   * @maxItems 2
   */
  readonly between: readonly ModelSymbol[]
  readonly r: number
}
/**
 * Propagation of distributions by Monte Carlo (JCGM 101:2008 and 102:2011); the same seed gives the same bytes.
 */
export interface MonteCarloAnswer {
  readonly probability: number
  readonly trials: number
  /**
   * Trials in which the model has no finite value; they are in none of the figures.
   */
  readonly notFiniteTrials: number
  readonly seed: number
  readonly generator: string
  /**
   * Whether the figures have settled to the significant digits of u(y), as they scatter between ten blocks or more (7.9.4).
   */
  readonly stable: boolean
  readonly significantDigits: number
  readonly outputs: {
    readonly [k: string]: MonteCarloOutput
  }
  /**
   * Between every two outputs that scatter (JCGM 102:2011, 7.4).
   *
   * @maxItems 2016
   */
  readonly correlations?: readonly OutputCorrelation[]
  /**
   * @maxItems 8
   */
  readonly jointRegions?: readonly JointCoverageRegion[]
  readonly validation?: {
    readonly [k: string]: PropagationValidation
  }
}
/**
 * One output by Monte Carlo (JCGM 101:2008, 7.6 and 7.7), in its unit.
 */
export interface MonteCarloOutput {
  readonly mean: number
  readonly standardDeviation: number
  readonly median: number
  readonly symmetricInterval: CoverageInterval
  readonly shortestInterval: CoverageInterval
  /**
   * Half of the symmetric interval in terms of the standard deviation; absent where that is zero.
   */
  readonly coverageFactor?: number
  readonly histogram?: OutputHistogram
}
/**
 * Whether the interval by the law of propagation is that by Monte Carlo (JCGM 101:2008, 8.1), in the unit of the output.
 */
export interface PropagationValidation {
  readonly lowerDifference: number
  readonly upperDifference: number
  /**
   * Half of the last significant digit of u(y).
   */
  readonly tolerance: number
  readonly isValid: boolean
}
/**
 * A result as it is printed: two significant digits of U, and the value to the same last digit (GUM 7.2.6; ILAC-P14, 5.4).
 */
export interface EvaluatedReport {
  readonly value: string
  readonly expandedUncertainty?: string
  readonly coverageFactor?: string
  readonly coverageProbability?: string
  /**
   * Where no coverage was asked for.
   */
  readonly standardUncertainty?: string
}
/**
 * A measurement model with its inputs, to be evaluated without being stored (GUM clause 8).
 */
export interface MeasurementModelTask {
  /**
   * What is evaluated: `gum`, the law of propagation at first order (GUM clause 5); `gum-second-order`, with the terms of the note to 5.1.2; `monte-carlo` (JCGM 101 and 102).
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly method: readonly string[]
  readonly model: BudgetModel
  readonly inputs: {
    readonly [k: string]: EvaluationInput
  }
  /**
   * Pairs that are not listed are uncorrelated (GUM 5.2.2).
   *
   * @maxItems 2016
   */
  readonly correlations?: readonly StatedCorrelation[]
  /**
   * Inputs whose readings were taken together (GUM 5.2.3).
   *
   * @maxItems 64
   */
  readonly correlationsFromReadings?: readonly ModelSymbol[]
  readonly readingsDerivation?: ReadingsDerivation
  readonly coverage?: StatedCoverage
  readonly monteCarlo?: MonteCarloRun
  /**
   * Whether the model, and beside its value the formula of each sensitivity, are shown as text and as LaTeX.
   */
  readonly formulas?: boolean
}
/**
 * How the readings follow from what was observed; kept with the task and not evaluated.
 */
export interface ReadingsDerivation {
  readonly [k: string]: string | number | readonly number[]
}
/**
 * How a Monte Carlo run is made (JCGM 101:2008, clause 7); all of it has a default.
 */
export interface MonteCarloRun {
  /**
   * A number that is chosen before. If absent, the adaptive procedure decides (7.9).
   */
  readonly trials?: number
  /**
   * Where the adaptive procedure ends, stable or not; 4 000 000 if absent.
   */
  readonly mostTrials?: number
  /**
   * The same seed gives the same bytes; 1 if absent.
   */
  readonly seed?: number
  /**
   * Digits of u(y) that shall be stable (7.9.2); 2 if absent.
   */
  readonly significantDigits?: 1 | 2
  readonly probability?: Decimal
  /**
   * Asks for a histogram of every output.
   */
  readonly histogram?: {
    readonly classes: number
  }
  /**
   * Pairs of outputs whose joint coverage regions are asked for (JCGM 102:2011, 7.7).
   *
   * @maxItems 8
   */
  readonly jointRegions?: readonly OutputPair[]
}
/**
 * Two outputs of a model.
 */
export interface OutputPair {
  /**
   * @minItems 2
   * @maxItems 2
   */
  readonly between: readonly ModelSymbol[]
}
/**
 * One level of a nested analysis of variance, with its ratio to the level below.
 */
export interface NestedLevel {
  readonly sumOfSquares: number
  readonly degreesOfFreedom: number
  readonly meanSquare: number
  readonly F?: number
  readonly pValue?: number
}
/**
 * A line through the origin.
 */
export interface OriginLine {
  readonly slope: number
  readonly standardUncertainty: number
}
/**
 * A calibration curve fitted to points.
 */
export interface RegressionEvaluation {
  readonly coefficients: {
    readonly [k: string]: number
  }
  readonly standardUncertainties?: {
    readonly [k: string]: number
  }
  /**
   * Of the two coefficients of a line.
   */
  readonly covariance?: number
  /**
   * Of the two coefficients of a line.
   */
  readonly correlation?: number
  /**
   * @maxItems 100
   */
  readonly covarianceMatrix?: readonly (readonly number[])[]
  readonly degreesOfFreedom: number
  /**
   * Of residuals in units of their stated uncertainties, if there are any.
   */
  readonly residualSumOfSquares?: number
  readonly residualStandardDeviation?: number
  readonly chiSquared?: number
  /**
   * P(χ² larger), if the stated uncertainties and the form are right.
   */
  readonly pValue?: number
  /**
   * @maxItems 10000
   */
  readonly residuals: readonly number[]
  readonly fromAdjustedPoints?: LineUncertainty
  readonly byPropagation?: LineUncertainty
  readonly ordinary?: OriginLine
  readonly weighted?: OriginLine
  readonly prediction?: CurvePrediction
  readonly inversePrediction?: InversePrediction
  readonly table?: CurveTable
}
/**
 * The form of a calibration curve and where its covariance comes from (ISO/TS 28037:2010).
 */
export interface RegressionModel {
  /**
   * `linear`: a constant and the columns of the design.
   */
  readonly form: 'straight-line' | 'polynomial' | 'through-origin' | 'linear'
  /**
   * Of a polynomial.
   */
  readonly degree?: number
  /**
   * Their names, in ascending powers or in the order of the columns.
   *
   * @minItems 1
   * @maxItems 64
   */
  readonly coefficients?: readonly ModelSymbol[]
  /**
   * Default: from stated uncertainties where there are any.
   */
  readonly covariance?: 'scaled-by-residual-variance' | 'from-stated-uncertainties'
  readonly criterion?: Line
  readonly note?: Line
}
/**
 * Points to which a calibration curve is fitted without being stored (ISO/TS 28037:2010; GUM H.3).
 */
export interface RegressionTask {
  /**
   * `least-squares`.
   *
   * @minItems 1
   * @maxItems 1
   */
  readonly method: readonly string[]
  readonly model: RegressionModel
  readonly data: {
    /**
     * @minItems 1
     * @maxItems 10000
     */
    readonly x?: readonly Decimal[]
    /**
     * @minItems 1
     * @maxItems 10000
     */
    readonly y?: readonly Decimal[]
    /**
     * Rows of the linear form, without the column of ones.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly design?: readonly (readonly Decimal[])[]
    /**
     * A straight line takes them into account; other forms refuse them.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly standardUncertaintyOfX?: readonly Decimal[]
    /**
     * @minItems 1
     * @maxItems 10000
     */
    readonly standardUncertaintyOfY?: readonly Decimal[]
    /**
     * Instead of standard uncertainties.
     *
     * @minItems 1
     * @maxItems 100
     */
    readonly covarianceOfX?: readonly (readonly Decimal[])[]
    /**
     * Instead of standard uncertainties.
     *
     * @minItems 1
     * @maxItems 100
     */
    readonly covarianceOfY?: readonly (readonly Decimal[])[]
    /**
     * Row: x of a point; column: y of a point.
     *
     * @minItems 1
     * @maxItems 100
     */
    readonly covarianceOfXY?: readonly (readonly Decimal[])[]
    /**
     * Between x and y of the same point.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly correlationOfXY?: readonly Decimal[]
    /**
     * Where each y is the mean of readings, with `numberOfReadings`.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly standardDeviationOfY?: readonly Decimal[]
    /**
     * @minItems 1
     * @maxItems 10000
     */
    readonly numberOfReadings?: readonly Decimal[]
    readonly prediction?: {
      /**
       * x, or one number for each column of the design.
       */
      readonly at: Decimal | readonly Decimal[]
    }
    /**
     * The x for a value of y, or for the mean of readings.
     */
    readonly inversePrediction?: {
      readonly y?: Decimal
      readonly standardUncertaintyOfY?: Decimal
      /**
       * Instead of y; they scatter like the residuals.
       *
       * @minItems 1
       * @maxItems 10000
       */
      readonly readings?: readonly Decimal[]
    }
    /**
     * Values of the curve with their covariances.
     */
    readonly table?: {
      /**
       * @minItems 1
       * @maxItems 100
       *
       * Items: x, or one number for each column of the design.
       */
      readonly at: readonly (Decimal | readonly Decimal[])[]
    }
    /**
     * @maxItems 10000
     */
    readonly labels?: readonly Line[]
    readonly unit?: Line
    readonly note?: Line
    readonly definition?: Line
  }
}
/**
 * A figure that a document prints, and the same figure as the engine computes it.
 */
export interface SelfTestItem {
  readonly document: string
  readonly clause: string
  /**
   * As a symbol of the document.
   */
  readonly quantity: string
  /**
   * Of both figures; absent for a number without a unit.
   */
  readonly unit?: string
  /**
   * The digits as they are printed, without grouping and with a decimal point.
   */
  readonly published: string
  /**
   * All digits of the engine; for a rounding, the text that it prints.
   */
  readonly computed: string
  /**
   * Rounded to the last printed digit, the computed figure is the printed one; or next to it where a deviation is explained.
   */
  readonly agrees: boolean
  /**
   * Why the document prints another last digit than its own example gives.
   */
  readonly deviation?: {
    readonly en: string
    readonly zh: string
  }
}
/**
 * The published examples, computed by the engine that answers (ISO/IEC 17025:2017, 7.11.2).
 */
export interface SelfTest {
  readonly engine: {
    readonly name: string
    readonly version: string
  }
  readonly passed: number
  readonly failed: number
  /**
   * @maxItems 1000
   */
  readonly items: readonly SelfTestItem[]
}
/**
 * What readings say about themselves; the members of the methods asked for.
 */
export interface StatisticsEvaluation {
  readonly n?: number
  readonly mean?: number
  readonly standardDeviation?: number
  /**
   * Absent where the readings do not scatter.
   */
  readonly lag1Autocorrelation?: number
  readonly standardUncertaintyOfMean?: number
  readonly degreesOfFreedom?: number
  readonly grandMean?: number
  readonly sumOfSquaresBetween?: number
  readonly sumOfSquaresWithin?: number
  readonly degreesOfFreedomBetween?: number
  readonly degreesOfFreedomWithin?: number
  readonly meanSquareBetween?: number
  readonly meanSquareWithin?: number
  /**
   * Absent where nothing scatters within the groups.
   */
  readonly F?: number
  /**
   * P(F larger), if the groups have one mean.
   */
  readonly pValue?: number
  readonly between?: BetweenVariance
  readonly repeatabilityStandardDeviation?: number
  readonly reproducibilityStandardDeviation?: number
  readonly betweenGroups?: NestedLevel
  readonly betweenCells?: NestedLevel
  readonly withinCells?: NestedLevel
  readonly groups?: BetweenVariance
  readonly cells?: BetweenVariance
  readonly pooledStandardDeviation?: number
  readonly robustMean?: number
  readonly robustStandardDeviation?: number
  /**
   * The first of them.
   *
   * @maxItems 50
   */
  readonly iterations?: readonly {
    readonly mean: number
    readonly standardDeviation: number
  }[]
  readonly numberOfIterations?: number
  readonly initial?: {
    /**
     * The median.
     */
    readonly mean: number
    readonly standardDeviation: number
    readonly scaleFactor: number
    /**
     * More than half of the values are equal; the scale is then that of all.
     */
    readonly scaleFromAll: boolean
  }
  /**
   * By which the winsorised standard deviation is multiplied.
   */
  readonly correctionFactor?: number
}
/**
 * Readings and groups of them, to be summed up without being stored (GUM 4.2, H.5; ISO 5725; ISO 13528).
 */
export interface StatisticsTask {
  /**
   * `summary-statistics`, `one-way-anova`, `one-way-anova-summary`, `nested-anova`, `pooled-standard-deviation`, `algorithm-a`; several at once where their answers have different names.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly method: readonly string[]
  readonly data: {
    /**
     * In the order in which they were taken.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly readings?: readonly Decimal[]
    /**
     * Readings of each group.
     *
     * @minItems 1
     * @maxItems 1000
     */
    readonly groups?: readonly (readonly Decimal[])[]
    /**
     * Readings in cells in groups; balanced.
     *
     * @minItems 1
     * @maxItems 100
     */
    readonly nestedGroups?: readonly (readonly (readonly Decimal[])[])[]
    /**
     * @minItems 1
     * @maxItems 1000
     */
    readonly groupMeans?: readonly Decimal[]
    /**
     * @minItems 1
     * @maxItems 1000
     */
    readonly groupStandardDeviations?: readonly Decimal[]
    /**
     * Of each group, or one number for all.
     */
    readonly numberOfReadings?: Decimal | readonly Decimal[]
    /**
     * To be pooled.
     *
     * @minItems 1
     * @maxItems 1000
     */
    readonly standardDeviations?: readonly Decimal[]
    /**
     * Of the standard deviations.
     *
     * @minItems 1
     * @maxItems 1000
     */
    readonly degreesOfFreedom?: readonly Decimal[]
    /**
     * For the robust mean.
     *
     * @minItems 1
     * @maxItems 10000
     */
    readonly values?: readonly Decimal[]
    /**
     * Of algorithm A: 1.483 and 1.134 as the standards print them (default), or exact ones.
     */
    readonly constants?: 'as-printed' | 'exact'
    /**
     * Of the groups or values.
     *
     * @maxItems 1000
     */
    readonly labels?: readonly Line[]
    readonly unit?: Line
    readonly note?: Line
    readonly definition?: Line
  }
}
/**
 * What it happened to, by name. The record itself is read from the API, where it says who may.
 */
export interface EventData {
  readonly certificate?: CertificateNumber
  /**
   * The version of the certificate.
   */
  readonly version?: number
  readonly sha256?: string
  readonly issuer?: Code
  readonly calibration?: string
  readonly laboratory?: Code
  readonly equipment?: Code
  readonly owner?: Code
  readonly recall?: Code
  readonly openedBy?: Code
  readonly cause?: string
  readonly from?: Instant
  /**
   * How many results the recall concerns.
   */
  readonly results?: number
  /**
   * How many of them are the owner's.
   */
  readonly items?: number
  /**
   * How many of the owner's items were decided how.
   */
  readonly decisions?: {
    readonly 'no-effect'?: number
    readonly amend?: number
    readonly recall?: number
    readonly 'customer-decides'?: number
  }
  readonly due?: CivilDate
  readonly standing?: DueStanding
}
/**
 * What happened, as the feed, the stream and every webhook say it, member for member.
 */
export interface EventRecord {
  /**
   * The same in the feed and in every delivery (`webhook-id`): by it a receiver knows what it has seen.
   */
  readonly id: string
  /**
   * Its place in the order of the registry; a number in text, because it may grow beyond 2^53.
   */
  readonly position: string
  readonly type: EventKind
  readonly timestamp: Instant
  /**
   * The path under which the record is read.
   */
  readonly subject: string
  readonly data: EventData
}
/**
 * A part of the feed, in its order.
 */
export interface EventPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly EventRecord[]
  /**
   * To be sent as `after` next time, also when nothing has happened.
   */
  readonly after: string
  /**
   * Whether there is more to read at once.
   */
  readonly more: boolean
}
/**
 * From where on to read the feed.
 */
export interface EventSearch {
  /**
   * The position that was read last; 0 for the beginning, `latest` for what happens from now on.
   */
  readonly after: string
  readonly limit: PageLimit
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
  /**
   * The clause that asks for it, where one does.
   */
  readonly clause?: string
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
/**
 * What would be otherwise.
 */
export interface ImpactAnswer {
  readonly subject: ImpactSubject
  readonly since?: Instant
  readonly until?: Instant
  readonly hypothesis?: ImpactHypothesis
  readonly summary: ImpactSummary
  /**
   * @maxItems 500
   */
  readonly items: readonly ImpactItem[]
  /**
   * Whether these are all items; otherwise ask for NDJSON.
   */
  readonly complete: boolean
}
/**
 * What is supposed of the subject. A figure is in a unit of the quantity, or a part of its value (µV/V, %).
 */
export interface ImpactHypothesis {
  readonly shift?: Quantity
  readonly driftPerYear?: Quantity
  readonly expandedUncertainty?: Quantity
  /**
   * It is worth nothing: what significantly rests on it has no value any more.
   */
  readonly revoked?: boolean
}
/**
 * How much rests on the subject.
 */
export interface ImpactSummary {
  readonly results: number
  readonly certificates: number
  readonly equipment: number
  /**
   * Who issued the certificates, and whose equipment it is.
   */
  readonly organizations: number
  /**
   * Decisions on conformity that would be other ones, or have lost their ground.
   */
  readonly decisionsFlipped: number
}
/**
 * A result that rests on the subject, before and after.
 */
export interface ImpactItem {
  readonly certificate: CertificateNumber
  /**
   * The newest version of the certificate that states the result.
   */
  readonly version: number
  readonly result: Code
  /**
   * Steps from the subject, by the longest way.
   */
  readonly depth: number
  readonly equipment: Code
  readonly component: Code
  readonly issuer: Code
  readonly owner: Code
  readonly unit: string
  readonly before: ImpactFigure
  readonly after: ImpactFigure
  /**
   * The decision on conformity is another one, or has lost its ground.
   */
  readonly flipped: boolean
  /**
   * Through which standards it rests on the subject, where that was asked: results directly above it, or the subject itself.
   *
   * @maxItems 1000
   */
  readonly standards?: readonly {
    /**
     * The subject itself.
     */
    readonly subject?: boolean
    readonly certificate?: CertificateNumber
    readonly result?: Code
    /**
     * A result whose certificate is not for the reader.
     */
    readonly withheld?: boolean
  }[]
  /**
   * It has no value any more.
   */
  readonly lost?: boolean
}
/**
 * Figures of a result, in its unit, and the decision about it. No figures: it has no value.
 */
export interface ImpactFigure {
  readonly estimate?: number
  /**
   * Expanded uncertainty.
   */
  readonly U?: number
  readonly conformity?: 'pass' | 'conditional-pass' | 'conditional-fail' | 'fail'
  readonly conformanceProbability?: number
}
/**
 * What if?
 */
export interface ImpactQuestion {
  readonly subject: ImpactSubject
  readonly since?: Instant
  readonly until?: Instant
  readonly hypothesis?: ImpactHypothesis
  /**
   * Whether every item names the standards directly above it through which it rests on the subject: a drawing needs them.
   */
  readonly standards?: boolean
  /**
   * How many items stand in the JSON answer; NDJSON has them all.
   */
  readonly limit?: number
}
/**
 * A use of equipment whose results rest on the subject.
 */
export interface ImpactUsage {
  /**
   * By which the item stood when it was used; null where the item is the subject itself.
   */
  readonly certificate: string | null
  readonly usage: UsageRecord
}
/**
 * One use of equipment, as recorded.
 */
export interface UsageRecord {
  readonly id: string
  readonly equipment: Code
  readonly component: Code
  readonly measurandKind?: Code
  readonly point?: MeasurementPoint
  readonly job?: Line
  readonly product?: Line
  readonly batch?: Line
  readonly usedAt: Instant
  readonly operator: Code
  readonly despite?: Passage
  readonly note?: Passage
  readonly recordedBy: Code
  readonly recordedAt: Instant
}
/**
 * Into which jobs, products and batches have the results gone that rest on a standard (去向可追)?
 */
export interface ImpactUsagesQuestion {
  readonly subject: ImpactSubject
  readonly since?: Instant
  readonly until?: Instant
  /**
   * How many items stand in the JSON answer; NDJSON and CSV have them all.
   */
  readonly limit?: number
}
/**
 * Uses of the subject and of everything below it, in the order of time; of the equipment of whoever asks.
 */
export interface ImpactUsages {
  readonly subject: ImpactSubject
  readonly since?: Instant
  readonly until?: Instant
  readonly summary: {
    readonly usages: number
    readonly equipment: number
    readonly jobs: number
    readonly products: number
    readonly batches: number
  }
  /**
   * @maxItems 500
   */
  readonly items: readonly ImpactUsage[]
  /**
   * Whether `items` are all.
   */
  readonly complete: boolean
}
/**
 * A column of the file.
 */
export interface ImportColumn {
  /**
   * From 1.
   */
  readonly number: number
  readonly heading: string
}
/**
 * How many rows there were, and what became of them: `unchanged` are recorded already as they stand, `conflicting` are recorded and say something else.
 */
export interface ImportCounts {
  readonly rows: number
  readonly recorded: number
  readonly unchanged: number
  readonly conflicting: number
  readonly refused: number
}
/**
 * One fault: at which member of the body, in which column, which and what.
 */
export interface ImportFault {
  /**
   * JSON Pointer (RFC 6901) into the body of the single operation.
   */
  readonly pointer: string
  readonly column?: ImportColumn
  readonly code: string
  readonly detail: string
  readonly clause?: string
}
/**
 * A file of many records.
 */
export interface ImportRecord {
  /**
   * Absent for a dry run.
   */
  readonly id?: string
  readonly kind: ImportKind
  readonly mode: ImportMode
  readonly dryRun: boolean
  readonly state: ImportState
  readonly name?: Line
  readonly media: string
  readonly encoding?: 'utf-8' | 'gb18030'
  readonly separator?: ',' | ';' | 'tab'
  readonly sha256: string
  /**
   * Bytes.
   */
  readonly size: number
  readonly counts: ImportCounts
  /**
   * What is said of the file as a whole.
   *
   * @maxItems 100
   */
  readonly warnings: readonly ImportFault[]
  readonly organization: Code
  readonly recordedBy: Code
  readonly recordedAt: Instant
  readonly endedAt?: Instant
}
/**
 * How an answer of the KCDB is imported.
 */
export interface KcdbImportQuery {
  readonly mode: ImportMode
  /**
   * The same report, and nothing is stored.
   */
  readonly dryRun: boolean
  readonly name?: Line
  readonly organization: Code
  readonly nmiCode?: Line
  readonly measurandKind: Code
  /**
   * Only records of this service category, `M/Mass-2.1.1`, or below it.
   */
  readonly category?: string
}
/**
 * A page of imports.
 */
export interface ImportPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly ImportRecord[]
  readonly next: PageCursor | null
}
/**
 * One import.
 */
export interface ImportPath {
  readonly id: string
}
/**
 * How a file is imported.
 */
export interface ImportQuery {
  readonly mode: ImportMode
  /**
   * The same report, and nothing is stored.
   */
  readonly dryRun: boolean
  readonly name?: Line
  readonly sheet?: Line
}
/**
 * A file of many records, and the rows of it that have something to say, in the order of the file.
 */
export interface ImportReport {
  /**
   * Absent for a dry run.
   */
  readonly id?: string
  readonly kind: ImportKind
  readonly mode: ImportMode
  readonly dryRun: boolean
  readonly state: ImportState
  readonly name?: Line
  readonly media: string
  readonly encoding?: 'utf-8' | 'gb18030'
  readonly separator?: ',' | ';' | 'tab'
  readonly sha256: string
  /**
   * Bytes.
   */
  readonly size: number
  readonly counts: ImportCounts
  /**
   * What is said of the file as a whole.
   *
   * @maxItems 100
   */
  readonly warnings: readonly ImportFault[]
  readonly organization: Code
  readonly recordedBy: Code
  readonly recordedAt: Instant
  readonly endedAt?: Instant
  /**
   * Refused, conflicting and with warnings; as NDJSON every row.
   *
   * @maxItems 1000
   */
  readonly rows: readonly ImportRow[]
  /**
   * How many more have something to say.
   */
  readonly rowsOmitted: number
}
/**
 * What became of one row.
 */
export interface ImportRow {
  /**
   * The line of the file on which the row begins, from 1.
   */
  readonly line: number
  readonly state: 'recorded' | 'unchanged' | 'conflicting' | 'refused'
  /**
   * By what a person knows the record.
   */
  readonly key?: string
  /**
   * The record.
   */
  readonly location?: string
  /**
   * The code of the refusal, as of the single operation.
   */
  readonly code?: string
  readonly detail?: string
  /**
   * @maxItems 50
   */
  readonly errors?: readonly ImportFault[]
  /**
   * @maxItems 1000
   */
  readonly warnings?: readonly ImportFault[]
}
/**
 * Which imports to list, the newest first.
 */
export interface ImportSearch {
  readonly kind?: ImportKind
  readonly state?: ImportState
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * What is to be imported.
 */
export interface ImportTemplatePath {
  readonly kind:
    'equipment' | 'people' | 'organizations' | 'measurand-kinds' | 'competences' | 'usages' | 'certificates'
}
/**
 * In which language the template is.
 */
export interface ImportTemplateQuery {
  readonly language: 'zh' | 'en'
}
/**
 * A piece of equipment and how it stands.
 */
export interface InventoryItem {
  readonly equipment: Code
  readonly name: LocalizedText
  readonly owner: Code
  readonly manufacturer: Line
  readonly model: Line
  readonly serialNumber: Line
  readonly level: EquipmentLevel
  readonly state: EquipmentState
  readonly location?: Line
  readonly intervalMonths?: number
  readonly standing: InventoryStanding
  readonly due?: CivilDate
  /**
   * From today until then; negative once it has passed.
   */
  readonly days?: number
  readonly certificate?: CertificateNumber
  readonly issuer?: Code
}
/**
 * Equipment, the most urgent first.
 */
export interface InventoryPage {
  readonly today: CivilDate
  readonly soon: CivilDate
  /**
   * @maxItems 500
   */
  readonly items: readonly InventoryItem[]
  readonly next: PageCursor | null
}
/**
 * Which equipment, and what is soon.
 */
export interface InventorySearch {
  readonly owner?: Code
  /**
   * Words that the code, the name, the manufacturer, the model or the serial number contains.
   */
  readonly q?: string
  readonly level?: EquipmentLevel
  readonly state?: EquipmentState
  readonly measurandKind?: Code
  /**
   * Words that the location contains.
   */
  readonly location?: string
  readonly standing?: InventoryStanding
  /**
   * What is due within this time is due soon (ISO 8601).
   */
  readonly soonWithin: string
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * Which equipment is counted, and what is soon.
 */
export interface InventorySummaryQuery {
  readonly owner?: Code
  /**
   * Words that the code, the name, the manufacturer, the model or the serial number contains.
   */
  readonly q?: string
  readonly level?: EquipmentLevel
  readonly state?: EquipmentState
  readonly measurandKind?: Code
  /**
   * Words that the location contains.
   */
  readonly location?: string
  readonly standing?: InventoryStanding
  /**
   * What is due within this time is due soon (ISO 8601).
   */
  readonly soonWithin: string
}
/**
 * Equipment counted by how it stands, and the load of the coming weeks.
 */
export interface InventorySummary {
  readonly owner: Code
  readonly today: CivilDate
  readonly soon: CivilDate
  readonly total: number
  readonly standings: {
    readonly 'never-calibrated': number
    readonly overdue: number
    readonly soon: number
    readonly 'in-force': number
    readonly 'no-programme': number
    readonly 'out-of-use': number
  }
  /**
   * From the week of today on.
   *
   * @maxItems 26
   */
  readonly weeks: readonly {
    readonly from: CivilDate
    /**
     * What is due in it, without what is overdue already.
     */
    readonly count: number
  }[]
}
/**
 * Which key, by its thumbprint (RFC 7638).
 */
export interface NodeKeyPath {
  readonly kid: string
}
/**
 * An Ed25519 public key (RFC 8037, 2).
 */
export interface PublicJwkView {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
}
/**
 * Why nothing said by this key from now on is to be believed.
 */
export interface NodeKeyRetirement {
  readonly cause: Passage
}
/**
 * Why the node signs by a new key from now on; the former one is retired.
 */
export interface NodeKeyRotation {
  readonly cause: Passage
}
/**
 * The RSA key by which digital calibration certificates are sealed (RFC 7517, RFC 7518, 6.3); `kid` is its thumbprint (RFC 7638), `x5c` its certificate.
 */
export interface SealKey {
  readonly kty: 'RSA'
  readonly n: string
  readonly e: string
  readonly kid: string
  readonly use: 'sig'
  readonly alg: 'RS256'
  /**
   * @minItems 1
   * @maxItems 8
   */
  readonly x5c: readonly string[]
  /**
   * SHA-256 of the certificate in DER (RFC 7517, 4.9).
   */
  readonly 'x5t#S256': string
}
/**
 * By which key the digital calibration certificates of this node are sealed, as a JWK set of its own: who checks statements is never offered a key of another algorithm.
 */
export interface SealKeys {
  /**
   * @minItems 1
   * @maxItems 8
   */
  readonly keys: readonly SealKey[]
}
/**
 * Which bundle of entries, by its index.
 */
export interface LogBundlePath {
  readonly path: LogTileIndex
}
/**
 * The two sizes; the larger one is that of the log by now if absent.
 */
export interface LogConsistencyQuery {
  readonly from: LogSize
  readonly to?: LogSize
}
/**
 * That the tree of `to` entries begins with all entries of the tree of `from` (RFC 9162, 2.1.4).
 */
export interface LogConsistency {
  readonly from: LogSize
  readonly to: LogSize
  readonly fromRoot: LogHash
  readonly toRoot: LogHash
  readonly path: LogProofPath
}
/**
 * Which entries: so many from this one on.
 */
export interface LogEntriesQuery {
  readonly from: LogSize
  readonly limit: PageLimit
}
/**
 * Entries of the log in their order. `size` is how many it has; `next` is where the next page begins, null at the end.
 */
export interface LogEntries {
  readonly size: LogSize
  /**
   * @maxItems 500
   */
  readonly entries: readonly LogEntryView[]
  readonly next: number | null
}
/**
 * An entry of the log: its place, the hash of its leaf, and what it says.
 */
export interface LogEntryView {
  readonly index: LogSize
  readonly leafHash: LogHash
  readonly statement: LogStatementView
}
/**
 * What an entry says. `sealed` says nothing but the hash of a statement and a salt, which its parties have.
 */
export interface LogStatementView {
  readonly v: 1
  readonly kind:
    | 'issued'
    | 'amended'
    | 'recorded'
    | 'checked'
    | 'withdrawn'
    | 'revoked'
    | 'key-added'
    | 'key-retired'
    | 'sealed'
  readonly at?: Instant
  readonly number?: CertificateNumber
  readonly version?: number
  readonly sha256?: string
  readonly issuer?: Code
  readonly changeClass?: 'editorial' | 'value' | 'scope'
  readonly effectiveFrom?: Instant
  readonly cause?: Passage
  readonly kid?: string
  readonly jwk?: PublicJwkView
  /**
   * A compact JWS by which a former key names this one.
   */
  readonly endorsement?: string
  /**
   * SHA-256 of the opening.
   */
  readonly commitment?: string
}
/**
 * The entry, and the size of the tree in which it is proved: that of the log by now if absent.
 */
export interface LogInclusionQuery {
  readonly index: LogSize
  readonly size?: LogSize
}
/**
 * That a tree of `size` entries with this root has this leaf at `index` (RFC 9162, 2.1.3).
 */
export interface LogInclusion {
  readonly index: LogSize
  readonly size: LogSize
  readonly leafHash: LogHash
  readonly root: LogHash
  readonly path: LogProofPath
}
/**
 * Where the log speaks of a certificate, and the proof that it does. `leaf` is what was hashed, byte by byte; `opening` is what a sealed entry commits to, for the parties.
 */
export interface LogPlaceView {
  readonly index: LogSize
  readonly kind: 'issued' | 'amended' | 'recorded' | 'checked' | 'withdrawn' | 'revoked'
  readonly version: number
  readonly at: Instant
  readonly leaf: string
  readonly leafHash: LogHash
  readonly opening?: string
  readonly path: LogProofPath
}
/**
 * Every entry of the log about a certificate, proved in the tree of the checkpoint, which is a signed note (C2SP).
 */
export interface LogPlaces {
  readonly number: CertificateNumber
  /**
   * The name of the log.
   */
  readonly log: string
  readonly size: LogSize
  readonly root: LogHash
  readonly checkpoint: string
  /**
   * @maxItems 10000
   */
  readonly entries: readonly LogPlaceView[]
}
/**
 * Which tile: its level, and its index in groups of three digits, `x001/x234/067`, with `.p/5` for its first five hashes (C2SP tlog-tiles).
 */
export interface LogTilePath {
  readonly level: string
  readonly path: LogTileIndex
}
/**
 * A kind of measurand (VIM 2.3): results of different kinds are never taken for one another.
 */
export interface MeasurandKindEntry {
  readonly code: Code
  readonly name: LocalizedText
  /**
   * The kind of quantity (VIM 1.2); two measurands of one quantity kind may still differ.
   */
  readonly quantityKind: string
  /**
   * The name in the measurand taxonomy of NCSL International.
   */
  readonly taxon?: string
  /**
   * @maxItems 16
   */
  readonly parameters?: readonly KindParameter[]
  readonly unit: Unit
}
/**
 * An influence parameter of a measurand, with its coherent unit.
 */
export interface KindParameter {
  readonly name: string
  readonly unit: Unit
}
/**
 * A kind of measurand as it is from now on. Its unit stays: results rest on it.
 */
export interface MeasurandKindRevision {
  readonly name: LocalizedText
  /**
   * The kind of quantity (VIM 1.2); two measurands of one quantity kind may still differ.
   */
  readonly quantityKind: string
  /**
   * The name in the measurand taxonomy of NCSL International.
   */
  readonly taxon?: string
  /**
   * @maxItems 16
   */
  readonly parameters?: readonly KindParameter[]
}
/**
 * A kind of measurand as recorded.
 */
export interface MeasurandKindRecord {
  readonly id: string
  readonly code: Code
  readonly name: LocalizedText
  /**
   * The kind of quantity (VIM 1.2); two measurands of one quantity kind may still differ.
   */
  readonly quantityKind: string
  /**
   * The name in the measurand taxonomy of NCSL International.
   */
  readonly taxon?: string
  /**
   * @maxItems 16
   */
  readonly parameters: readonly KindParameter[]
  readonly unit: Unit
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * A page of kinds of measurand.
 */
export interface MeasurandKindPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly MeasurandKindRecord[]
  readonly next: PageCursor | null
}
/**
 * Which kind of measurand: its identifier or its code.
 */
export interface MeasurandKindPath {
  readonly id: Code
}
/**
 * Which kinds of measurand to list.
 */
export interface MeasurandKindSearch {
  /**
   * The kind of quantity (VIM 1.2); two measurands of one quantity kind may still differ.
   */
  readonly quantityKind?: string
  /**
   * Words that the code or the name contains.
   */
  readonly q?: string
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * One edition of a normative document (ISO/IEC 17025:2017, 7.2.1).
 */
export interface NormativeDocumentEntry {
  readonly code: DocumentCode
  readonly number: DocumentCode
  readonly edition: DocumentCode
  readonly title: LocalizedText
  readonly inForceFrom: CivilDate
  readonly inForceTo?: CivilDate
  readonly replacedBy?: DocumentCode
}
/**
 * What is from now on known of an edition.
 */
export interface NormativeDocumentRevision {
  readonly title: LocalizedText
  readonly inForceFrom: CivilDate
  readonly inForceTo?: CivilDate
  readonly replacedBy?: DocumentCode
}
/**
 * One edition of a normative document as recorded.
 */
export interface NormativeDocumentRecord {
  readonly id: string
  readonly code: DocumentCode
  readonly number: DocumentCode
  readonly edition: DocumentCode
  readonly title: LocalizedText
  readonly inForceFrom: CivilDate
  readonly inForceTo?: CivilDate
  readonly replacedBy?: DocumentCode
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * A page of normative documents.
 */
export interface NormativeDocumentPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly NormativeDocumentRecord[]
  readonly next: PageCursor | null
}
/**
 * Which normative document: its identifier or its code.
 */
export interface NormativeDocumentPath {
  readonly id: DocumentCode
}
/**
 * Which normative documents to list.
 */
export interface NormativeDocumentSearch {
  readonly number?: DocumentCode
  readonly at?: CivilDate
  /**
   * Words that the code or the name contains.
   */
  readonly q?: string
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * An organization as it is registered (ISO/IEC 17025:2017, 5.1).
 */
export interface OrganizationEntry {
  readonly code: Code
  readonly name: LocalizedText
  readonly legalIdentifier?: Line
  readonly economy: Economy
  /**
   * @maxItems 10
   */
  readonly roles: readonly OrganizationRole[]
  /**
   * @maxItems 50
   */
  readonly sites?: readonly Site[]
  /**
   * Made up for a demonstration.
   */
  readonly fictional?: boolean
}
/**
 * A place where an organization works (ISO/IEC 17025:2017, 5.4).
 */
export interface Site {
  readonly code: Code
  readonly address: LocalizedText
}
/**
 * An organization as it is from now on; what is left out is no longer so.
 */
export interface OrganizationRevision {
  readonly name: LocalizedText
  readonly legalIdentifier?: Line
  readonly economy: Economy
  /**
   * @maxItems 10
   */
  readonly roles: readonly OrganizationRole[]
  /**
   * @maxItems 50
   */
  readonly sites?: readonly Site[]
  /**
   * Made up for a demonstration.
   */
  readonly fictional?: boolean
}
/**
 * An organization as it is recorded.
 */
export interface OrganizationRecord {
  readonly id: string
  readonly code: Code
  readonly name: LocalizedText
  readonly legalIdentifier?: Line
  readonly economy: Economy
  /**
   * @maxItems 10
   */
  readonly roles: readonly OrganizationRole[]
  /**
   * @maxItems 50
   */
  readonly sites: readonly Site[]
  /**
   * Made up for a demonstration.
   */
  readonly fictional: boolean
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * A page of organizations.
 */
export interface OrganizationPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly OrganizationRecord[]
  readonly next: PageCursor | null
}
/**
 * Which organization: its identifier or its code.
 */
export interface OrganizationPath {
  readonly id: Code
}
/**
 * Which organizations to list.
 */
export interface OrganizationSearch {
  readonly role?: OrganizationRole
  readonly economy?: Economy
  /**
   * Words that the code or the name contains.
   */
  readonly q?: string
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * A key for a person.
 */
export interface ApiKeyEntry {
  readonly person: Code
  /**
   * @minItems 1
   * @maxItems 8
   */
  readonly roles: readonly KeyRole[]
  /**
   * Of what the roles may do only these actions (`x-action` of each operation in the OpenAPI document). All of it, if not stated.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly scopes?: readonly string[]
  /**
   * The only addresses and networks from which the key opens anything, such as `192.0.2.7` or `2001:db8::/32`. Any, if not stated.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly addresses?: readonly string[]
  readonly expiresAt?: Instant
}
/**
 * A key, shown this once.
 */
export interface ApiKeyIssued {
  /**
   * To be sent as `Authorization: Bearer`. It is not shown again.
   */
  readonly key: string
  readonly id: string
  readonly person: Code
  readonly organization: Code
  /**
   * How the key begins: enough to tell keys apart, not enough to use one.
   */
  readonly prefix: string
  /**
   * @maxItems 8
   */
  readonly roles: readonly KeyRole[]
  /**
   * Of what the roles may do only these actions (`x-action` of each operation in the OpenAPI document). All of it, if not stated.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly scopes?: readonly string[]
  /**
   * The only addresses and networks from which the key opens anything, such as `192.0.2.7` or `2001:db8::/32`. Any, if not stated.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly addresses?: readonly string[]
  readonly recordedAt: Instant
  readonly formerUntil?: Instant
  readonly expiresAt?: Instant
  readonly version: number
}
/**
 * A page of keys.
 */
export interface ApiKeyPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly ApiKeyRecord[]
  readonly next: PageCursor | null
}
/**
 * A key as recorded; the key itself is not.
 */
export interface ApiKeyRecord {
  readonly id: string
  readonly person: Code
  readonly organization: Code
  /**
   * How the key begins: enough to tell keys apart, not enough to use one.
   */
  readonly prefix: string
  /**
   * @maxItems 8
   */
  readonly roles: readonly KeyRole[]
  /**
   * Of what the roles may do only these actions (`x-action` of each operation in the OpenAPI document). All of it, if not stated.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly scopes?: readonly string[]
  /**
   * The only addresses and networks from which the key opens anything, such as `192.0.2.7` or `2001:db8::/32`. Any, if not stated.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly addresses?: readonly string[]
  readonly recordedAt: Instant
  readonly lastUsedAt?: Instant
  readonly formerUntil?: Instant
  readonly expiresAt?: Instant
  readonly revokedAt?: Instant
  readonly version: number
}
/**
 * Which key.
 */
export interface ApiKeyPath {
  readonly id: string
}
/**
 * A new secret for a key.
 */
export interface ApiKeyRotation {
  /**
   * How long the former secret still opens: time to put the new one in place. 0 if it is known to others.
   */
  readonly overlapHours?: number
}
/**
 * Which keys to list.
 */
export interface ApiKeySearch {
  readonly person?: Code
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * An authorization of a person (ISO/IEC 17025:2017, 6.2.6).
 */
export interface AuthorizationEntry {
  readonly person: Code
  readonly activity: Activity
  readonly measurandKind?: Code
  readonly validFrom: CivilDate
  readonly validTo?: CivilDate
  readonly evidence: Passage
}
/**
 * A page of authorizations.
 */
export interface AuthorizationPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly AuthorizationRecord[]
  readonly next: PageCursor | null
}
/**
 * An authorization as recorded.
 */
export interface AuthorizationRecord {
  readonly id: string
  readonly person: Code
  readonly activity: Activity
  readonly measurandKind?: Code
  readonly validFrom: CivilDate
  readonly validTo?: CivilDate
  readonly evidence: Passage
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * Which authorization.
 */
export interface AuthorizationPath {
  readonly id: string
}
/**
 * An authorization as it is from now on: ended, extended or corrected.
 */
export interface AuthorizationRevision {
  readonly activity: Activity
  readonly measurandKind?: Code
  readonly validFrom: CivilDate
  readonly validTo?: CivilDate
  readonly evidence: Passage
}
/**
 * Which authorizations to list.
 */
export interface AuthorizationSearch {
  readonly person?: Code
  readonly activity?: Activity
  readonly at?: CivilDate
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * As whom an issuer of tokens knows a person. Either `subject` or `email`.
 */
export interface IdentityEntry {
  /**
   * The issuer of the tokens, as `iss` says it. The one of this node, if not stated.
   */
  readonly issuer?: string
  /**
   * `sub` of the tokens: what the issuer never gives to anybody else.
   */
  readonly subject?: string
  /**
   * Instead of the subject: an address, which the issuer must have verified (`email_verified`).
   */
  readonly email?: string
  /**
   * What whoever comes with such a token may do.
   *
   * @minItems 1
   * @maxItems 8
   */
  readonly roles: readonly KeyRole[]
  /**
   * Of what the roles may do only these actions (`x-action` of each operation in the OpenAPI document). All of it, if not stated.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly scopes?: readonly string[]
}
/**
 * As whom a person is known.
 */
export interface IdentityList {
  /**
   * @maxItems 500
   */
  readonly items: readonly IdentityRecord[]
}
/**
 * As whom an issuer of tokens knows a person.
 */
export interface IdentityRecord {
  readonly id: string
  readonly person: Code
  readonly organization: Code
  /**
   * `iss` of the tokens.
   */
  readonly issuer: string
  /**
   * `sub` of the tokens: what the issuer never gives to anybody else.
   */
  readonly subject?: string
  readonly email?: string
  /**
   * @minItems 1
   * @maxItems 8
   */
  readonly roles: readonly KeyRole[]
  /**
   * Of what the roles may do only these actions (`x-action` of each operation in the OpenAPI document). All of it, if not stated.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly scopes?: readonly string[]
  readonly recordedAt: Instant
  readonly endedAt?: Instant
  readonly version: number
}
/**
 * Which identity.
 */
export interface IdentityPath {
  readonly id: string
}
/**
 * A person who works for an organization (ISO/IEC 17025:2017, 6.2).
 */
export interface PersonEntry {
  readonly code: Code
  readonly organization: Code
  readonly name: Line
  readonly email?: string
}
/**
 * A page of people.
 */
export interface PersonPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly PersonRecord[]
  readonly next: PageCursor | null
}
/**
 * A person as recorded.
 */
export interface PersonRecord {
  readonly id: string
  readonly code: Code
  readonly organization: Code
  readonly name: Line
  readonly email?: string
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * Which person: its identifier or its code.
 */
export interface PersonPath {
  readonly id: Code
}
/**
 * A person as they are from now on; what is left out is no longer so.
 */
export interface PersonRevision {
  readonly name: Line
  readonly email?: string
}
/**
 * Which people to list.
 */
export interface PersonSearch {
  readonly organization?: Code
  /**
   * Words that the code or the name contains.
   */
  readonly q?: string
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * A page of sessions.
 */
export interface SessionPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly SessionRecord[]
  readonly next: PageCursor | null
}
/**
 * Somebody is signed in to the pages.
 */
export interface SessionRecord {
  readonly id: string
  readonly person: Code
  readonly organization: Code
  /**
   * The key on which it rests: when that is revoked or expires, the session is over.
   */
  readonly key?: {
    readonly id: string
    /**
     * The beginning of the key, by which keys are told apart.
     */
    readonly prefix: string
  }
  /**
   * The issuer that sent the person back, where the session rests on an identity and not on a key.
   */
  readonly issuer?: string
  readonly openedAt: Instant
  readonly lastSeenAt: Instant
  readonly idleUntil: Instant
  readonly expiresAt: Instant
  readonly endedAt?: Instant
  /**
   * Whether it is the one by which you ask.
   */
  readonly isCurrent: boolean
}
/**
 * Which session.
 */
export interface SessionPath {
  readonly id: string
}
/**
 * Which sessions to list.
 */
export interface SessionSearch {
  readonly person?: Code
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * As whom a request is known, and what it may do.
 */
export interface WhoAsks {
  readonly person: {
    readonly code: Code
    readonly name: Line
  }
  readonly organization: {
    readonly code: Code
    readonly name: LocalizedText
  }
  /**
   * @minItems 1
   * @maxItems 8
   */
  readonly roles: readonly KeyRole[]
  /**
   * Of what the roles may do only these actions; all of it, if not stated.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly scopes?: readonly string[]
  /**
   * What may be done as it is asked here, as `x-action` of each operation in the OpenAPI document names it.
   *
   * @maxItems 100
   */
  readonly actions: readonly string[]
  /**
   * What may be done besides by showing the key with the request: signing.
   *
   * @maxItems 100
   */
  readonly actionsWithKey: readonly string[]
  /**
   * By what you are known: a key, a token of an issuer, or a session of the pages.
   */
  readonly shown: 'key' | 'token' | 'session'
  /**
   * The key that was shown, or on which the session rests.
   */
  readonly key?: {
    readonly id: string
    /**
     * The beginning of the key, by which keys are told apart.
     */
    readonly prefix: string
    readonly expiresAt?: Instant
  }
  readonly session?: SessionRecord
}
/**
 * A further competence that certificates of some kinds need when the work is done for others.
 */
export interface PolicyAlsoNeeded {
  /**
   * @minItems 1
   * @maxItems 10
   */
  readonly competence: readonly CompetenceKind[]
  /**
   * @minItems 1
   * @maxItems 10
   */
  readonly certificateKinds: readonly CertificateKindWord[]
  /**
   * Whoever has one of these roles needs none.
   *
   * @maxItems 20
   */
  readonly exceptRoles: readonly OrganizationRole[]
}
/**
 * Which edition; the newest if absent.
 */
export interface PolicyEditionQuery {
  readonly edition?: number
}
/**
 * A page of policies.
 */
export interface PolicyPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly PolicyRecord[]
  readonly next: PageCursor | null
}
/**
 * A policy of traceability.
 */
export interface PolicyRecord {
  readonly code: Code
  readonly edition: number
  /**
   * Whether it comes with the program or was registered here.
   */
  readonly origin: 'program' | 'registry'
  readonly name: PolicyWords
  readonly document: Line
  /**
   * Part of u² from which an input counts.
   */
  readonly significantShare: number
  /**
   * After how many days a record is told to be late.
   */
  readonly lateRecordingDays: number
  /**
   * Whether standards named on a verification certificate (检定证书) stand for the budget it does not print.
   */
  readonly verificationByClass: boolean
  /**
   * @minItems 1
   * @maxItems 20
   */
  readonly routes: readonly PolicyRoute[]
  /**
   * @minItems 1
   * @maxItems 30
   */
  readonly roots: readonly PolicyRoot[]
  /**
   * From which levels a standard of a level may take its value; levels that are absent are free.
   */
  readonly levels?: {
    /**
     * @maxItems 10
     */
    readonly 'national-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'public-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'enterprise-highest-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'working-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'transfer-standard'?: readonly EquipmentLevel[]
  }
  readonly recordedBy?: Code
  readonly recordedAt?: Instant
}
/**
 * A name in both languages: findings are told in both.
 */
export interface PolicyWords {
  readonly en: Line
  readonly zh: Line
}
/**
 * One way in which a policy admits the issuer of a certificate; routes are tried in their order.
 */
export interface PolicyRoute {
  readonly code: Code
  readonly name: PolicyWords
  /**
   * The issuer holds, on the days of the calibration, a competence of one of these kinds that covers the result.
   *
   * @maxItems 10
   */
  readonly competence: readonly CompetenceKind[]
  /**
   * And has one of these roles.
   *
   * @minItems 1
   * @maxItems 20
   */
  readonly roles?: readonly OrganizationRole[]
  /**
   * For certificates of these kinds only.
   *
   * @minItems 1
   * @maxItems 10
   */
  readonly certificateKinds?: readonly CertificateKindWord[]
  /**
   * Or the issuer itself holds the root it used, of one of these kinds.
   *
   * @minItems 1
   * @maxItems 10
   */
  readonly holdsRoot?: readonly ReferenceKind[]
  readonly also?: PolicyAlsoNeeded
  /**
   * Whether a certificate by this route is a sufficient end of a branch.
   */
  readonly anchors: boolean
  readonly effect: 'none' | 'traceable-with-conditions'
}
/**
 * One way in which a root of some kinds is admitted; what it names must all hold on the day of use.
 */
export interface PolicyRoot {
  /**
   * @minItems 1
   * @maxItems 10
   */
  readonly kinds: readonly ReferenceKind[]
  /**
   * @maxItems 10
   */
  readonly evidence: readonly ReferenceEvidenceKind[]
  /**
   * Evidence of a producer's competence counts if that competence is of one of these kinds.
   *
   * @minItems 1
   * @maxItems 10
   */
  readonly producerCompetence?: readonly CompetenceKind[]
  /**
   * @minItems 1
   * @maxItems 20
   */
  readonly holderRoles?: readonly OrganizationRole[]
  /**
   * The holder has a competence of one of these kinds for the measurand.
   *
   * @minItems 1
   * @maxItems 10
   */
  readonly holderCompetence?: readonly CompetenceKind[]
}
/**
 * Which policy.
 */
export interface PolicyPath {
  readonly id: Code
}
/**
 * A policy of traceability, as data: who is admitted by which route, and what admits a root.
 */
export interface PolicyEntry {
  readonly code: Code
  readonly name: PolicyWords
  readonly document: Line
  /**
   * Part of u² from which an input counts.
   */
  readonly significantShare: number
  /**
   * After how many days a record is told to be late.
   */
  readonly lateRecordingDays: number
  /**
   * Whether standards named on a verification certificate (检定证书) stand for the budget it does not print.
   */
  readonly verificationByClass: boolean
  /**
   * @minItems 1
   * @maxItems 20
   */
  readonly routes: readonly PolicyRoute[]
  /**
   * @minItems 1
   * @maxItems 30
   */
  readonly roots: readonly PolicyRoot[]
  /**
   * From which levels a standard of a level may take its value; levels that are absent are free.
   */
  readonly levels?: {
    /**
     * @maxItems 10
     */
    readonly 'national-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'public-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'enterprise-highest-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'working-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'transfer-standard'?: readonly EquipmentLevel[]
  }
}
/**
 * A policy stated anew: a further edition.
 */
export interface PolicyRevision {
  readonly name: PolicyWords
  readonly document: Line
  /**
   * Part of u² from which an input counts.
   */
  readonly significantShare: number
  /**
   * After how many days a record is told to be late.
   */
  readonly lateRecordingDays: number
  /**
   * Whether standards named on a verification certificate (检定证书) stand for the budget it does not print.
   */
  readonly verificationByClass: boolean
  /**
   * @minItems 1
   * @maxItems 20
   */
  readonly routes: readonly PolicyRoute[]
  /**
   * @minItems 1
   * @maxItems 30
   */
  readonly roots: readonly PolicyRoot[]
  /**
   * From which levels a standard of a level may take its value; levels that are absent are free.
   */
  readonly levels?: {
    /**
     * @maxItems 10
     */
    readonly 'national-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'public-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'enterprise-highest-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'working-standard'?: readonly EquipmentLevel[]
    /**
     * @maxItems 10
     */
    readonly 'transfer-standard'?: readonly EquipmentLevel[]
  }
}
/**
 * Which result is proved, when it is used, as known when, by which policy.
 */
export interface ProofQuery {
  readonly result?: Code
  readonly version?: number
  readonly at?: Instant
  readonly asKnownAt?: Instant
  readonly policy?: TraceabilityPolicy
}
/**
 * Takes note, for the owner of the equipment.
 */
export interface RecallAcknowledgementEntry {
  readonly remark?: Passage
}
/**
 * What was last decided of a result.
 */
export interface RecallDisposition {
  readonly decision: RecallDecision
  readonly reason: Passage
  readonly by: Code
  readonly at: Instant
}
/**
 * One step in the history of a recall.
 */
export interface RecallEventView {
  readonly kind: 'opened' | 'scoped' | 'assessed' | 'notified' | 'acknowledged' | 'closed' | 'reopened'
  readonly reason?: Passage
  readonly by: Code
  readonly at: Instant
}
/**
 * The impact from which the set of a recall is made.
 */
export interface RecalledImpact {
  readonly subject: ImpactSubject
  readonly since?: Instant
  readonly until?: Instant
  readonly hypothesis?: ImpactHypothesis
}
/**
 * A page of items.
 */
export interface RecallItemPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly RecallItem[]
  readonly next: PageCursor | null
}
/**
 * A result of the frozen set, with its figures as they were when the recall was opened.
 */
export interface RecallItem {
  readonly certificate: CertificateNumber
  readonly version: number
  readonly result: Code
  readonly equipment: Code
  readonly component: Code
  readonly issuer: Code
  readonly owner: Code
  readonly depth: number
  readonly unit: string
  readonly before: ImpactFigure
  readonly after: ImpactFigure
  readonly flipped: boolean
  readonly lost?: boolean
  readonly disposition?: RecallDisposition
}
/**
 * Which items to list.
 */
export interface RecallItemSearch {
  /**
   * With a disposition, or without.
   */
  readonly decided?: boolean
  readonly decision?: RecallDecision
  readonly flipped?: boolean
  readonly owner?: Code
  readonly issuer?: Code
  readonly certificate?: CertificateNumber
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * What an owner has been told, and whether somebody of theirs has taken note.
 */
export interface RecallNotice {
  readonly id: string
  readonly owner: Code
  readonly items: number
  readonly decisions: {
    readonly 'no-effect': number
    readonly amend: number
    readonly recall: number
    readonly 'customer-decides': number
  }
  readonly at: Instant
  readonly acknowledged?: {
    readonly by: Code
    readonly at: Instant
    readonly remark?: Passage
  }
}
/**
 * The notices of a recall, the newest first.
 */
export interface RecallNotices {
  /**
   * @maxItems 500
   */
  readonly items: readonly RecallNotice[]
  readonly next: PageCursor | null
}
/**
 * The recalls that concern a certificate.
 */
export interface CertificateRecalls {
  /**
   * @maxItems 1000
   */
  readonly items: readonly RecallConcern[]
}
/**
 * A page of recalls.
 */
export interface RecallPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly RecallSummary[]
  readonly next: PageCursor | null
}
/**
 * A recall in a list.
 */
export interface RecallSummary {
  readonly id: string
  readonly code: Code
  readonly organization: Code
  readonly state: RecallState
  readonly cause: Passage
  readonly results: number
  readonly undecided: number
  readonly recordedAt: Instant
}
/**
 * Which recall: its identifier or its code.
 */
export interface RecallPath {
  readonly id: Code
}
/**
 * Opens a recall: the results that rest on the subject are frozen with their figures before and after.
 */
export interface RecallEntry {
  readonly code: Code
  readonly cause: Passage
  readonly impact: RecalledImpact
}
/**
 * A recall as it stands.
 */
export interface RecallView {
  readonly id: string
  readonly code: Code
  readonly organization: Code
  readonly state: RecallState
  readonly cause: Passage
  readonly impact: RecalledImpact
  readonly summary: ImpactSummary
  /**
   * How many items have no disposition yet.
   */
  readonly undecided: number
  /**
   * How many items have been decided how.
   */
  readonly decisions: {
    readonly 'no-effect': number
    readonly amend: number
    readonly recall: number
    readonly 'customer-decides': number
  }
  readonly notices: {
    /**
     * How many owners have been told.
     */
    readonly owners: number
    /**
     * How many of them have taken note of the last they were told.
     */
    readonly acknowledged: number
  }
  /**
   * @maxItems 10000
   */
  readonly history: readonly RecallEventView[]
  readonly recordedBy: Code
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * Opens a closed recall again.
 */
export interface RecallReopening {
  readonly reason: Passage
}
/**
 * Which recalls to list.
 */
export interface RecallSearch {
  readonly state?: RecallState
  readonly organization?: Code
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * What supports a reference that has nothing above it.
 */
export interface ReferenceEvidenceEntry {
  readonly kind: ReferenceEvidenceKind
  readonly description: Passage
  readonly source: Line
  readonly competence?: Code
  readonly validFrom: CivilDate
  readonly validTo?: CivilDate
}
/**
 * What supports a reference, as recorded.
 */
export interface ReferenceEvidenceRecord {
  readonly id: string
  readonly kind: ReferenceEvidenceKind
  readonly description: Passage
  readonly source: Line
  readonly competence?: Code
  readonly validFrom: CivilDate
  readonly validTo?: CivilDate
  readonly recordedAt: Instant
}
/**
 * A page of references.
 */
export interface ReferencePage {
  /**
   * @maxItems 500
   */
  readonly items: readonly ReferenceRecord[]
  readonly next: PageCursor | null
}
/**
 * A reference as recorded.
 */
export interface ReferenceRecord {
  readonly id: string
  readonly code: Code
  readonly kind: ReferenceKind
  readonly holder: Code
  readonly name: LocalizedText
  readonly measurandKind: Code
  readonly value: Decimal
  readonly standardUncertainty: Decimal
  readonly unit: Unit
  readonly degreesOfFreedom: DegreesOfFreedom
  readonly source: Line
  /**
   * @maxItems 1000
   */
  readonly evidence: readonly ReferenceEvidenceRecord[]
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * Which reference: its identifier or its code.
 */
export interface ReferencePath {
  readonly id: Code
}
/**
 * A reference that chains end in, with its evidence.
 */
export interface ReferenceEntry {
  readonly code: Code
  readonly kind: ReferenceKind
  readonly holder: Code
  readonly name: LocalizedText
  readonly measurandKind: Code
  readonly value: Decimal
  readonly standardUncertainty: Decimal
  readonly unit: Unit
  readonly degreesOfFreedom?: DegreesOfFreedom
  readonly source: Line
  /**
   * @minItems 1
   * @maxItems 50
   */
  readonly evidence: readonly ReferenceEvidenceEntry[]
}
/**
 * What is said of a reference from now on. Its figures stay: results rest on them.
 */
export interface ReferenceRevision {
  readonly name: LocalizedText
  readonly source: Line
}
/**
 * Which references to list.
 */
export interface ReferenceSearch {
  readonly kind?: ReferenceKind
  readonly holder?: Code
  readonly measurandKind?: Code
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * How certificates are numbered: `{lab}`, `{year}`, `{month}` are filled in; `{sequence:4}` counts, with at least so many digits, for every other content of the text.
 */
export interface NumberTemplate {
  /**
   * For which kinds; all others if absent.
   *
   * @minItems 1
   * @maxItems 4
   */
  readonly kinds?: readonly CertificateKindWord[]
  readonly template: string
}
/**
 * How a laboratory numbers and signs its certificates from now on.
 */
export interface ReportingRulesEntry {
  /**
   * @maxItems 5
   */
  readonly numbers?: readonly NumberTemplate[]
  readonly signing?: SigningRule
  readonly reason: Passage
}
/**
 * What the laboratory asks of a signature beside a valid key.
 */
export interface SigningRule {
  /**
   * The signer states their own code with each signature.
   */
  readonly signerNamed?: boolean
  /**
   * The key was issued at most so many days before.
   */
  readonly keyDays?: number
}
/**
 * One version of the rules by which a laboratory numbers and signs.
 */
export interface ReportingRulesRecord {
  readonly laboratory: Code
  readonly sequence: number
  /**
   * @maxItems 5
   */
  readonly numbers: readonly NumberTemplate[]
  readonly signing?: SigningRule
  readonly reason: Passage
  readonly recordedBy: Code
  readonly recordedAt: Instant
}
/**
 * Every version, the newest first; the first is in force.
 */
export interface ReportingRulesVersions {
  /**
   * @maxItems 10000
   */
  readonly items: readonly ReportingRulesRecord[]
}
/**
 * Whether a result is traceable, by which chain, and what every link contributes.
 */
export interface TraceabilityAnswer {
  readonly subject: {
    readonly certificate?: CertificateNumber
    readonly version?: number
    readonly result?: Code
    readonly equipment: string
    readonly component: string
    readonly measurandKind: string
    readonly point?: {
      readonly value: number
      readonly unit: string
    }
  }
  readonly at: Instant
  readonly asKnownAt: Instant
  readonly policy: string
  readonly verdict: TraceabilityVerdict
  readonly resolution: 'resolved' | 'anchored' | 'none'
  readonly depth: number
  /**
   * @maxItems 1000
   */
  readonly roots: readonly {
    readonly reference: string
    readonly kind: string
    readonly organization: BothLanguages
    readonly share: number
  }[]
  /**
   * @maxItems 1000
   */
  readonly anchors: readonly {
    readonly certificate: string
    readonly competence: string
    readonly organization: BothLanguages
    readonly share: number
  }[]
  /**
   * @maxItems 10000
   */
  readonly nodes: readonly TraceabilityNode[]
  /**
   * @maxItems 50000
   */
  readonly links: readonly TraceabilityLink[]
  /**
   * @maxItems 10000
   */
  readonly ladder: readonly TraceabilityRung[]
  /**
   * @maxItems 100000
   */
  readonly rules: readonly TraceabilityRuleOutcome[]
  readonly influences?: TraceabilityInfluences
  /**
   * @maxItems 1000
   */
  readonly recomputations: readonly TraceabilityRecomputation[]
}
/**
 * A text in both languages.
 */
export interface BothLanguages {
  readonly en: string
  readonly zh: string
}
/**
 * A result, a root, or a standard whose certificate is not known.
 */
export interface TraceabilityNode {
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly level: number
  readonly end?: 'root' | 'anchor'
  readonly significant: boolean
  readonly share: number
  readonly local: number
  readonly organization?: BothLanguages
  readonly equipment?: string
  readonly component?: string
  readonly measurandKind?: string
  readonly estimate?: number
  readonly expandedUncertainty?: number
  readonly coverageFactor?: number
  readonly unit?: string
  readonly finished?: Instant
}
/**
 * An input quantity that was taken from what stands above.
 */
export interface TraceabilityLink {
  readonly from: string
  readonly to: string
  readonly input: string
  readonly sensitivity: number | null
  readonly share: number | null
  readonly significant: boolean
}
/**
 * One level of the ladder of uncertainty: in the unit of the asked result, and as its own certificate states it.
 */
export interface TraceabilityRung {
  readonly level: number
  readonly node: string
  readonly label: string
  readonly holder: BothLanguages
  readonly expandedUncertainty: number | null
  readonly unit: string
  readonly coverageFactor: number | null
  readonly stated: {
    readonly expandedUncertainty: number
    readonly unit: string
  } | null
}
/**
 * What a rule says, of which record, and what it leads to.
 */
export interface TraceabilityRuleOutcome {
  readonly code: string
  readonly outcome: 'pass' | 'fail' | 'warn' | 'unknown'
  readonly reason: string
  readonly effect: TraceabilityVerdict | 'none'
  readonly node: string
  readonly label: string
  readonly message: BothLanguages
  /**
   * @maxItems 500
   */
  readonly evidence: readonly {
    readonly record: string
    readonly id: string
    readonly day?: string
  }[]
  readonly weight: string
}
/**
 * The variance of the asked result, spread over its elementary influences; the shares of each list sum to one, but for those of the roots.
 */
export interface TraceabilityInfluences {
  readonly unit: string
  /**
   * By the chain, with what its inputs share.
   */
  readonly standardUncertainty: number
  /**
   * @maxItems 1000
   */
  readonly roots: readonly {
    readonly reference: string
    readonly share: number
  }[]
  /**
   * @maxItems 1000
   */
  readonly laboratories: readonly {
    readonly organization: BothLanguages
    readonly share: number
  }[]
  /**
   * @maxItems 10000
   */
  readonly levels: readonly {
    readonly level: number
    readonly share: number
  }[]
  /**
   * The largest first. Contribution: |Cu| in the unit of the result; with a minus where a correlation takes from the variance.
   *
   * @maxItems 1000
   */
  readonly items: readonly {
    readonly influence: TraceabilityInfluence
    readonly level: number
    readonly contribution: number
    readonly share: number
  }[]
  /**
   * What is not listed one by one.
   */
  readonly others: {
    readonly count: number
    readonly share: number
  }
}
/**
 * A place where uncertainty enters a chain: an own input quantity of a result, a root, or what a certificate states beyond its budget.
 */
export interface TraceabilityInfluence {
  /**
   * `input`: an own input quantity. `root`: what a chain ends in. `result`: all of a result whose budget is not known. `unexplained`: what is stated beyond the budget. `correlation`: what a budget declares of two of its inputs.
   */
  readonly kind: 'input' | 'root' | 'result' | 'unexplained' | 'correlation'
  readonly label: string
  readonly certificate?: string
  readonly version?: number
  readonly result?: string
  readonly input?: string
  readonly reference?: string
  readonly organization: BothLanguages
}
/**
 * The asked result once more, in its unit, with what is known now of a standard above it.
 */
export interface TraceabilityRecomputation {
  readonly because: 'superseded-value' | 'as-found-shift'
  readonly node: string
  readonly source: string
  readonly unit: string
  readonly before: {
    readonly estimate: number
    readonly standardUncertainty?: number
    readonly expandedUncertainty?: number
    readonly conformity?: string
    readonly conformanceProbability?: number
  }
  readonly after: {
    readonly estimate: number
    readonly standardUncertainty?: number
    readonly expandedUncertainty?: number
    readonly conformity?: string
    readonly conformanceProbability?: number
  }
  readonly flipped: boolean
}
/**
 * Which result, when it is used, as known when, by which policy.
 */
export interface CertificateTraceabilityQuery {
  readonly result?: Code
  readonly version?: number
  readonly at?: Instant
  readonly asKnownAt?: Instant
  readonly policy?: TraceabilityPolicy
  /**
   * Whether the answer decomposes the result into its elementary influences.
   */
  readonly influences?: boolean
}
/**
 * One of two results that are compared.
 */
export interface ComparedResult {
  readonly certificate: string
  readonly version: number
  readonly result: string
  readonly unit: string
  /**
   * By its chain, in its unit.
   */
  readonly standardUncertainty: number
}
/**
 * Results of certificates that are to be compared with each other.
 */
export interface CertifiedComparisonQuestion {
  /**
   * @minItems 2
   * @maxItems 50
   */
  readonly results: readonly {
    readonly certificate: CertificateNumber
    readonly result?: Code
    /**
     * The newest if absent.
     */
    readonly version?: number
  }[]
  readonly unit?: Unit
  readonly asKnownAt?: Instant
}
/**
 * What several certified results say together, with all that their chains share.
 */
export interface CertifiedComparison {
  readonly unit: string
  readonly asKnownAt: Instant
  /**
   * @maxItems 50
   */
  readonly results: readonly {
    readonly certificate: string
    readonly version: number
    readonly result: string
    readonly value: number
    /**
     * By its chain.
     */
    readonly standardUncertainty: number
  }[]
  /**
   * Of results that share standards, by their places from 0; the others are independent as far as the registry knows.
   *
   * @maxItems 1225
   */
  readonly correlations: readonly ResultCorrelation[]
  readonly evaluation: InterlaboratoryEvaluation
}
/**
 * Which result of this certificate, with which result of which other one.
 */
export interface CovarianceQuery {
  readonly result?: Code
  readonly version?: number
  readonly with: CertificateNumber
  readonly withResult?: Code
  readonly withVersion?: number
  readonly asKnownAt?: Instant
}
/**
 * How two results depend on each other through the standards they share (GUM 5.2.2, F.1.2.3).
 */
export interface Covariance {
  readonly result: ComparedResult
  readonly with: ComparedResult
  readonly asKnownAt: Instant
  readonly covariance: number
  /**
   * The product of the units of both results.
   */
  readonly unit: string
  readonly correlation: number
  /**
   * The largest first; none: independent, as far as the registry knows. Contribution: part of the covariance.
   *
   * @maxItems 1000
   */
  readonly shared: readonly {
    readonly influence: TraceabilityInfluence
    readonly contribution: number
  }[]
  /**
   * What is shared and not listed one by one.
   */
  readonly others: {
    readonly count: number
    readonly contribution: number
  }
}
/**
 * Which equipment.
 */
export interface EquipmentTraceabilityPath {
  readonly code: Code
}
/**
 * What is measured with the equipment: kind, value, component; when; as known when; by which policy.
 */
export interface EquipmentTraceabilityQuery {
  readonly measurandKind: Code
  readonly component?: Code
  readonly value?: DecimalText
  readonly unit?: Unit
  readonly at?: Instant
  readonly asKnownAt?: Instant
  readonly policy?: TraceabilityPolicy
  /**
   * Whether the answer decomposes the result into its elementary influences.
   */
  readonly influences?: boolean
}
/**
 * Which result, when it is used, as known when, by which policy; and in which form it is explained.
 */
export interface ExplanationQuery {
  readonly result?: Code
  readonly version?: number
  readonly at?: Instant
  readonly asKnownAt?: Instant
  readonly policy?: TraceabilityPolicy
  /**
   * As the Accept header says if absent. The text is in the language of Accept-Language.
   */
  readonly format?: 'json' | 'text' | 'mermaid'
}
/**
 * The verdict as a paragraph for a report, the chain as a Mermaid flowchart and as coordinates for a drawing.
 */
export interface TraceabilityExplanation {
  readonly certificate: string
  readonly version: number
  readonly result: string
  readonly at: Instant
  readonly asKnownAt: Instant
  readonly policy: string
  readonly verdict: TraceabilityVerdict
  readonly text: {
    readonly en: string
    readonly zh: string
  }
  readonly mermaid: string
  readonly layout: ChainLayout
}
/**
 * Where to draw the chain: boxes by level, roots above; one unit is one pixel at the size of ordinary text.
 */
export interface ChainLayout {
  readonly width: number
  readonly height: number
  /**
   * @maxItems 10000
   */
  readonly nodes: readonly {
    readonly id: string
    readonly label: string
    readonly level: number
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }[]
  /**
   * @maxItems 50000
   */
  readonly edges: readonly ChainLayoutEdge[]
}
/**
 * An input quantity, drawn from its standard to its result.
 */
export interface ChainLayoutEdge {
  readonly from: string
  readonly to: string
  readonly input: string
  /**
   * @maxItems 20000
   */
  readonly points: readonly {
    readonly x: number
    readonly y: number
  }[]
}
/**
 * Why a point cannot be calibrated (检不了), or not well enough (检不准).
 */
export interface CalibrationGap {
  readonly gap: 'no-competence-for-point' | 'uncertainty-too-large'
  readonly message: BothLanguages
  /**
   * Competences for the kind that do not serve.
   *
   * @maxItems 100
   */
  readonly misses: readonly {
    readonly competence: string
    readonly organization: string
    readonly why: 'outside-range' | 'parameter-outside' | 'not-active' | 'not-admitted'
  }[]
  /**
   * The smallest U there is.
   */
  readonly smallest: {
    readonly value: number
    readonly unit: string
  } | null
}
/**
 * Which of these points can nobody calibrate (检不了), or nobody well enough (检不准)?
 */
export interface GapsQuestion {
  /**
   * @minItems 1
   * @maxItems 1000
   */
  readonly wanted: readonly WantedPoint[]
  readonly at?: CivilDate
  readonly asKnownAt?: Instant
  readonly policy?: TraceabilityPolicy
}
/**
 * A point that is to be calibrated, and the largest U (k = 2) that would do.
 */
export interface WantedPoint {
  readonly measurandKind: Code
  readonly point: Quantity
  readonly parameters?: PointParameters
  readonly expandedUncertainty?: Quantity
  readonly label?: Line
}
/**
 * The wanted points in their order, and how many of them nobody serves.
 */
export interface CalibrationGaps {
  readonly at: CivilDate
  readonly asKnownAt: Instant
  readonly policy: string
  readonly summary: {
    readonly points: number
    readonly served: number
    /**
     * 检不了
     */
    readonly noCompetence: number
    /**
     * 检不准
     */
    readonly uncertaintyTooLarge: number
  }
  /**
   * @maxItems 1000
   */
  readonly items: readonly WantedAnswer[]
}
/**
 * Whether a wanted point is served, by whom best, and if not why.
 */
export interface WantedAnswer {
  /**
   * In the list that was asked.
   */
  readonly position: number
  readonly label?: string
  readonly measurandKind: string
  readonly point: {
    readonly value: number
    readonly unit: string
  }
  readonly target?: {
    readonly value: number
    readonly unit: string
  }
  readonly served: boolean
  /**
   * The competence that comes nearest to what is wanted.
   */
  readonly best: {
    readonly competence: string
    readonly organization: string
    readonly expandedUncertainty: {
      readonly value: number
      readonly unit: string
    } | null
  } | null
  /**
   * @maxItems 2
   */
  readonly gaps: readonly CalibrationGap[]
}
/**
 * A competence that covers the point.
 */
export interface CalibrationRoute {
  readonly rank: number
  readonly competence: string
  readonly kind: string
  readonly organization: string
  readonly name: BothLanguages
  /**
   * Route of the policy by which its certificate is admitted.
   */
  readonly by: string
  readonly expandedUncertainty: {
    readonly value: number
    readonly unit: string
  } | null
  /**
   * Whether U is small enough; null where the scope states none.
   */
  readonly reaches: boolean | null
  /**
   * Steps from its own work to the root, where recorded.
   */
  readonly depth: number | null
  /**
   * The certificate by which the depth was found.
   */
  readonly certificate: string | null
  /**
   * The laboratories between, the nearest to the root last.
   *
   * @maxItems 100
   */
  readonly through: readonly string[]
}
/**
 * What is to be calibrated: kind, point, parameters, and the largest U that would do.
 */
export interface RoutesQuery {
  readonly measurandKind: Code
  readonly value: DecimalText
  readonly unit: Unit
  /**
   * Each as name=value unit, with semicolons between.
   */
  readonly parameters?: string
  readonly expandedUncertainty?: DecimalText
  readonly uncertaintyUnit?: Unit
  readonly at?: CivilDate
  readonly asKnownAt?: Instant
  readonly policy?: TraceabilityPolicy
}
/**
 * Where a point could be calibrated, the best first; what the flatter route gains; and the gaps.
 */
export interface CalibrationRoutes {
  readonly measurandKind: string
  readonly point: {
    readonly value: number
    readonly unit: string
  }
  readonly target?: {
    readonly value: number
    readonly unit: string
  }
  readonly at: CivilDate
  readonly asKnownAt: Instant
  readonly policy: string
  /**
   * @maxItems 500
   */
  readonly routes: readonly CalibrationRoute[]
  /**
   * How many more there are.
   */
  readonly others: number
  readonly flatter: {
    readonly from: string
    readonly to: string
    readonly stepsSaved: number
    readonly uncertaintyGained: {
      readonly value: number
      readonly unit: string
    } | null
    readonly message: BothLanguages
  } | null
  /**
   * @maxItems 100
   */
  readonly gaps: readonly CalibrationGap[]
}
/**
 * A certificate that is to be trusted.
 */
export interface TrustAnchorEntry {
  /**
   * One X.509 certificate in PEM: a signer's own, or one above it.
   */
  readonly pem: string
  readonly organization?: Code
  readonly note?: Passage
}
/**
 * A page of trust anchors.
 */
export interface TrustAnchorPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly TrustAnchorView[]
  readonly next: PageCursor | null
}
/**
 * A certificate that is or was trusted to vouch for signers.
 */
export interface TrustAnchorView {
  readonly id: string
  readonly pem: string
  readonly subject: string
  /**
   * SHA-256 of the certificate in DER.
   */
  readonly fingerprint: string
  /**
   * A moment; 9999-12-31T23:59:59Z is without end (RFC 5280, 4.1.2.5).
   */
  readonly notBefore: string
  /**
   * A moment; 9999-12-31T23:59:59Z is without end (RFC 5280, 4.1.2.5).
   */
  readonly notAfter: string
  readonly organization?: Code
  readonly note?: Passage
  readonly recordedBy: Code
  readonly recordedAt: Instant
  readonly retired?: {
    readonly at: Instant
    readonly by: Code
    readonly cause: Passage
  }
  readonly version: number
}
/**
 * Which trust anchor.
 */
export interface TrustAnchorPath {
  readonly id: string
}
/**
 * Why an anchor is trusted no longer.
 */
export interface TrustAnchorRetirement {
  readonly cause: Passage
}
/**
 * Which trust anchors to list.
 */
export interface TrustAnchorSearch {
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * A value, or a difference of values, to be stated in another unit.
 */
export interface UnitConversionRequest {
  readonly value: Decimal
  readonly standardUncertainty?: Decimal
  readonly from: UnitText
  readonly to: UnitText
  /**
   * 20 °C as a value is 293.15 K, as a difference 20 K. An uncertainty is always a difference.
   */
  readonly kind?: 'value' | 'difference'
}
/**
 * The converted value in the form in which it was stated: a number, or text with its digits.
 */
export interface UnitConversion {
  readonly value: Decimal
  /**
   * null where none was stated.
   */
  readonly standardUncertainty: Decimal | null
  /**
   * As the SI Brochure writes it.
   */
  readonly unit: string
  /**
   * In D-SI; a unit that D-SI lacks stands behind a bar.
   */
  readonly dsi: string
  /**
   * The UCUM code; null where there is none.
   */
  readonly ucum: string | null
}
/**
 * How many uses of a file were recorded, and their identifiers in the order of the file.
 */
export interface UsagesImported {
  readonly recorded: number
  /**
   * @maxItems 1000
   */
  readonly ids: readonly string[]
}
/**
 * A page of records of use.
 */
export interface UsagePage {
  /**
   * @maxItems 500
   */
  readonly items: readonly UsageRecord[]
  readonly next: PageCursor | null
}
/**
 * Which record of use.
 */
export interface UsagePath {
  readonly id: string
}
/**
 * Which uses of the equipment to list; for NDJSON and CSV limit and cursor have no effect.
 */
export interface EquipmentUsageSearch {
  readonly component?: Code
  readonly from?: Instant
  readonly to?: Instant
  readonly job?: Line
  readonly product?: Line
  readonly batch?: Line
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * Which uses to list; for NDJSON and CSV limit and cursor have no effect.
 */
export interface UsageSearch {
  readonly equipment?: Code
  readonly component?: Code
  readonly from?: Instant
  readonly to?: Instant
  readonly job?: Line
  readonly product?: Line
  readonly batch?: Line
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * A page of deliveries, the newest first.
 */
export interface WebhookDeliveryPage {
  /**
   * @maxItems 500
   */
  readonly items: readonly WebhookDeliveryRecord[]
  readonly next: PageCursor | null
}
/**
 * What came of sending one event to one webhook.
 */
export interface WebhookDeliveryRecord {
  readonly id: string
  /**
   * The `webhook-id` of the request.
   */
  readonly event: string
  readonly position: string
  readonly type: EventKind
  readonly state: WebhookDeliveryState
  readonly attempts: number
  readonly lastStatus?: number
  /**
   * Why there was no usable answer: `ECONNREFUSED`, `timeout`, `target-address`, `redirect` …
   */
  readonly lastFault?: string
  readonly recordedAt: Instant
  readonly attemptedAt?: Instant
  readonly nextAt?: Instant
}
/**
 * Which deliveries to list.
 */
export interface WebhookDeliverySearch {
  readonly state?: WebhookDeliveryState
  readonly limit: PageLimit
  readonly cursor?: PageCursor
}
/**
 * A webhook of your organization.
 */
export interface WebhookEntry {
  readonly url: WebhookUrl
  readonly kinds?: WebhookKinds
  readonly description?: Line
}
/**
 * A webhook with its secret, shown this once.
 */
export interface WebhookIssued {
  readonly id: string
  readonly url: WebhookUrl
  readonly kinds?: WebhookKinds
  readonly description?: Line
  readonly active: boolean
  readonly previousSecretUntil?: Instant
  readonly recordedAt: Instant
  readonly version: number
  /**
   * `whsec_` and 256 bits in base 64: by it the signature of each delivery is checked. It is not shown again.
   */
  readonly secret: string
}
/**
 * The webhooks of an organization; there are never so many that they need pages.
 */
export interface WebhookPage {
  /**
   * @maxItems 20
   */
  readonly items: readonly WebhookRecord[]
}
/**
 * A webhook as recorded; its secret is not shown again.
 */
export interface WebhookRecord {
  readonly id: string
  readonly url: WebhookUrl
  readonly kinds?: WebhookKinds
  readonly description?: Line
  readonly active: boolean
  readonly previousSecretUntil?: Instant
  readonly recordedAt: Instant
  readonly version: number
}
/**
 * Which webhook.
 */
export interface WebhookPath {
  readonly id: string
}
/**
 * Which deliveries to send again: those that are named, or all that are dead (the oldest 500).
 */
export interface WebhookReplay {
  /**
   * @minItems 1
   * @maxItems 500
   */
  readonly deliveries?: readonly string[]
}
/**
 * How many deliveries were ordered again.
 */
export interface WebhookReplayed {
  readonly replayed: number
}
/**
 * What is to change of a webhook; what is absent stays.
 */
export interface WebhookRevision {
  readonly url?: WebhookUrl
  /**
   * Null: all kinds.
   */
  readonly kinds?: WebhookKinds | null
  readonly description?: Line
  /**
   * A paused webhook is sent nothing, and nothing is kept for it: read the feed from where you were.
   */
  readonly active?: boolean
}

export type SchemaName = keyof SchemaTypes
