// Written by `npm run contract` from the OpenAPI document. Do not edit.

import type {
  ApiKeyEntry,
  ApiKeyIssued,
  ApiKeyPage,
  ApiKeyPath,
  ApiKeyRecord,
  ApiKeyRotation,
  ApiKeySearch,
  AttachingQuery,
  AttachmentQuery,
  AuditEventPage,
  AuditEventSearch,
  AuthorizationEntry,
  AuthorizationPage,
  AuthorizationPath,
  AuthorizationRecord,
  AuthorizationRevision,
  AuthorizationSearch,
  CalibrationAssessment,
  CalibrationCancellation,
  CalibrationEntry,
  CalibrationGaps,
  CalibrationIntervalEvaluation,
  CalibrationIntervalTask,
  CalibrationPage,
  CalibrationPath,
  CalibrationRoutes,
  CalibrationSearch,
  CalibrationView,
  CandidateStandards,
  CandidateStandardsQuestion,
  CapabilityAtPoint,
  CapabilityQuery,
  CertificateAmendment,
  CertificateDifferences,
  CertificateFaceQuery,
  CertificateImportPage,
  CertificateImportPath,
  CertificateImportQuery,
  CertificateImportSearch,
  CertificateImportView,
  CertificatePage,
  CertificatePath,
  CertificatePreviewQuery,
  CertificateRecalls,
  CertificateRevocation,
  CertificateSearch,
  CertificateSignatures,
  CertificateTraceabilityQuery,
  CertificateTranscription,
  CertificateVersionQuery,
  CertificateView,
  CertificateWithdrawal,
  CertifiedComparison,
  CertifiedComparisonQuestion,
  ComparisonClosingEntry,
  ComparisonEntry,
  ComparisonPage,
  ComparisonPath,
  ComparisonResolutionEntry,
  ComparisonResultEntry,
  ComparisonSearch,
  ComparisonView,
  CompetenceAsOfQuery,
  CompetenceEntry,
  CompetencePage,
  CompetencePath,
  CompetenceRecord,
  CompetenceSearch,
  CompetenceStatusEntry,
  CompetenceVersionEntry,
  ConformityEvaluation,
  ConformityTask,
  CorrelationMatrixEvaluation,
  CorrelationMatrixTask,
  Covariance,
  CovarianceQuery,
  DccMappingEntry,
  DccMappingPage,
  DccMappingPath,
  DccMappingSearch,
  DccMappingView,
  DetachingQuery,
  DifferencesQuery,
  DistributionEvaluation,
  DistributionTask,
  DueCalendarSearch,
  DuePage,
  DueSearch,
  EquipmentComponent,
  EquipmentDrift,
  EquipmentDriftQuery,
  EquipmentEntry,
  EquipmentEventEntry,
  EquipmentEventPage,
  EquipmentEventRecord,
  EquipmentEventSearch,
  EquipmentPage,
  EquipmentPath,
  EquipmentRecord,
  EquipmentRestrictionEnding,
  EquipmentRestrictionEntry,
  EquipmentRestrictionPage,
  EquipmentRestrictionPath,
  EquipmentRestrictionRecord,
  EquipmentRevision,
  EquipmentSearch,
  EquipmentTraceabilityPath,
  EquipmentTraceabilityQuery,
  EquipmentUsageSearch,
  EvaluationKindPath,
  EventPage,
  EventSearch,
  ExplanationQuery,
  FeedKeyIssued,
  FeedKeyPath,
  GapsQuestion,
  HashMatches,
  HashPath,
  IdentityEntry,
  IdentityList,
  IdentityPath,
  IdentityRecord,
  ImpactAnswer,
  ImpactQuestion,
  ImpactUsages,
  ImpactUsagesQuestion,
  ImportPage,
  ImportPath,
  ImportQuery,
  ImportReport,
  ImportSearch,
  ImportTemplatePath,
  ImportTemplateQuery,
  InterlaboratoryEvaluation,
  InterlaboratoryTask,
  InventoryPage,
  InventorySearch,
  InventorySummary,
  InventorySummaryQuery,
  KcdbImportQuery,
  LogBundlePath,
  LogConsistency,
  LogConsistencyQuery,
  LogEntries,
  LogEntriesQuery,
  LogInclusion,
  LogInclusionQuery,
  LogPlaces,
  LogTilePath,
  MeasurandKindEntry,
  MeasurandKindPage,
  MeasurandKindPath,
  MeasurandKindRecord,
  MeasurandKindRevision,
  MeasurandKindSearch,
  MeasurementModelEvaluation,
  MeasurementModelTask,
  NodeKeyPath,
  NodeKeyRetirement,
  NodeKeyRotation,
  NormativeDocumentEntry,
  NormativeDocumentPage,
  NormativeDocumentPath,
  NormativeDocumentRecord,
  NormativeDocumentRevision,
  NormativeDocumentSearch,
  OrganizationEntry,
  OrganizationPage,
  OrganizationPath,
  OrganizationRecord,
  OrganizationRevision,
  OrganizationSearch,
  PageQuery,
  PersonEntry,
  PersonPage,
  PersonPath,
  PersonRecord,
  PersonRevision,
  PersonSearch,
  PolicyEditionQuery,
  PolicyEntry,
  PolicyPage,
  PolicyPath,
  PolicyRecord,
  PolicyRevision,
  ProofQuery,
  PublishedKeys,
  RecallAcknowledgementEntry,
  RecallDispositionEntry,
  RecallEntry,
  RecallItemPage,
  RecallItemSearch,
  RecallNotices,
  RecallPage,
  RecallPath,
  RecallReopening,
  RecallSearch,
  RecallView,
  ReferenceEntry,
  ReferenceEvidenceEntry,
  ReferenceEvidenceRecord,
  ReferencePage,
  ReferencePath,
  ReferenceRecord,
  ReferenceRevision,
  ReferenceSearch,
  RegressionEvaluation,
  RegressionTask,
  ReportingRulesEntry,
  ReportingRulesRecord,
  ReportingRulesVersions,
  ReviewDecision,
  RoutesQuery,
  SealKeys,
  SelfTest,
  SessionPage,
  SessionPath,
  SessionRecord,
  SessionSearch,
  SigningQuery,
  StatisticsEvaluation,
  StatisticsTask,
  TraceabilityAnswer,
  TraceabilityExplanation,
  TrustAnchorEntry,
  TrustAnchorPage,
  TrustAnchorPath,
  TrustAnchorRetirement,
  TrustAnchorSearch,
  TrustAnchorView,
  UnitConversion,
  UnitConversionRequest,
  UsageEntry,
  UsagePage,
  UsagePath,
  UsageRecord,
  UsageSearch,
  UsagesImported,
  Validity,
  ValidityAnswers,
  ValidityBatch,
  ValidityQuery,
  WebhookDeliveryPage,
  WebhookDeliverySearch,
  WebhookEntry,
  WebhookIssued,
  WebhookPage,
  WebhookPath,
  WebhookRecord,
  WebhookReplay,
  WebhookReplayed,
  WebhookRevision,
  WhoAsks,
} from '#contract/types.ts'

import type { Bytes, Query, RequestLine } from './shapes.ts'

export interface Operations {
  /** Take note of a recall, for the owner of equipment that it concerns */
  readonly 'acknowledge-recall': {
    readonly params: RecallPath
    readonly query: undefined
    readonly body: RecallAcknowledgementEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 200: RecallView }
    readonly media: never
  }

  /** Add a component with its measuring intervals */
  readonly 'add-equipment-component': {
    readonly params: EquipmentPath
    readonly query: undefined
    readonly body: EquipmentComponent
    readonly ifMatch: string | number
    readonly answers: { readonly 201: EquipmentRecord }
    readonly media: never
  }

  /** Add evidence to a reference */
  readonly 'add-reference-evidence': {
    readonly params: ReferencePath
    readonly query: undefined
    readonly body: ReferenceEvidenceEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: ReferenceEvidenceRecord }
    readonly media: never
  }

  /** Issue a new version that names what it changes and why */
  readonly 'amend-certificate': {
    readonly params: CertificatePath
    readonly query: Query<SigningQuery>
    readonly body: CertificateAmendment
    readonly ifMatch: string | number
    readonly answers: { readonly 201: CertificateView }
    readonly media: never
  }

  /** Ask which expanded uncertainty the competence states at a point */
  readonly 'ask-capability': {
    readonly params: CompetencePath
    readonly query: Query<CapabilityQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CapabilityAtPoint }
    readonly media: never
  }

  /** Evaluate the budgets of a calibration and ask the rules, without logging it */
  readonly 'assess-calibration': {
    readonly params: undefined
    readonly query: undefined
    readonly body: CalibrationEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CalibrationAssessment }
    readonly media: never
  }

  /** What if a standard had another value? Every result below it, before and after */
  readonly 'assess-impact': {
    readonly params: undefined
    readonly query: undefined
    readonly body: ImpactQuestion
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImpactAnswer }
    readonly media: 'application/x-ndjson'
  }

  /** Attach a file to a draft; its SHA-256 is stated and checked */
  readonly 'attach-file': {
    readonly params: CalibrationPath
    readonly query: Query<AttachingQuery>
    readonly body: Bytes<
      'application/octet-stream' | 'application/pdf' | 'image/png' | 'image/jpeg' | 'text/csv'
    >
    readonly ifMatch: string | number
    readonly answers: { readonly 201: CalibrationView }
    readonly media: never
  }

  /** The bytes of a file that is attached to a calibration */
  readonly 'attachment-of-calibration': {
    readonly params: CalibrationPath
    readonly query: Query<AttachmentQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'application/octet-stream' | 'application/pdf' | 'image/png' | 'image/jpeg' | 'text/csv'
  }

  /** The bytes of a file that belongs to a certificate, by the SHA-256 that stands on it */
  readonly 'attachment-of-certificate': {
    readonly params: CertificatePath
    readonly query: Query<AttachmentQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'application/octet-stream' | 'application/pdf' | 'image/png' | 'image/jpeg' | 'text/csv'
  }

  /** Authorise a reviewed calibration and issue its certificate */
  readonly 'authorise-calibration': {
    readonly params: CalibrationPath
    readonly query: Query<SigningQuery>
    readonly body: undefined
    readonly ifMatch: string | number
    readonly answers: { readonly 201: CertificateView }
    readonly media: never
  }

  /** Log many calibrations */
  readonly 'bulk-import-calibrations': {
    readonly params: undefined
    readonly query: Query<ImportQuery, 'mode' | 'dryRun'>
    readonly body: Bytes<'application/x-ndjson'>
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport; readonly 201: ImportReport }
    readonly media: 'application/x-ndjson' | 'text/event-stream'
  }

  /** Record many certificates that were issued elsewhere */
  readonly 'bulk-import-certificates': {
    readonly params: undefined
    readonly query: Query<ImportQuery, 'mode' | 'dryRun'>
    readonly body: Bytes<
      | 'application/x-ndjson'
      | 'text/csv'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    >
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport; readonly 201: ImportReport }
    readonly media: 'application/x-ndjson' | 'text/event-stream'
  }

  /** Register the lines of a scope */
  readonly 'bulk-import-competences': {
    readonly params: undefined
    readonly query: Query<ImportQuery, 'mode' | 'dryRun'>
    readonly body: Bytes<
      | 'application/x-ndjson'
      | 'text/csv'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    >
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport; readonly 201: ImportReport }
    readonly media: 'application/x-ndjson' | 'text/event-stream'
  }

  /** Register a list of equipment */
  readonly 'bulk-import-equipment': {
    readonly params: undefined
    readonly query: Query<ImportQuery, 'mode' | 'dryRun'>
    readonly body: Bytes<
      | 'application/x-ndjson'
      | 'text/csv'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    >
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport; readonly 201: ImportReport }
    readonly media: 'application/x-ndjson' | 'text/event-stream'
  }

  /** Register what the KCDB publishes of an institute (CMCs) as lines of its scope */
  readonly 'bulk-import-kcdb-cmc': {
    readonly params: undefined
    readonly query: Query<KcdbImportQuery, 'mode' | 'dryRun'>
    readonly body: Bytes<'application/json'>
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport; readonly 201: ImportReport }
    readonly media: 'application/x-ndjson' | 'text/event-stream'
  }

  /** Register a list of kinds of measurands */
  readonly 'bulk-import-measurand-kinds': {
    readonly params: undefined
    readonly query: Query<ImportQuery, 'mode' | 'dryRun'>
    readonly body: Bytes<
      | 'application/x-ndjson'
      | 'text/csv'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    >
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport; readonly 201: ImportReport }
    readonly media: 'application/x-ndjson' | 'text/event-stream'
  }

  /** Register a list of organizations */
  readonly 'bulk-import-organizations': {
    readonly params: undefined
    readonly query: Query<ImportQuery, 'mode' | 'dryRun'>
    readonly body: Bytes<
      | 'application/x-ndjson'
      | 'text/csv'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    >
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport; readonly 201: ImportReport }
    readonly media: 'application/x-ndjson' | 'text/event-stream'
  }

  /** Register a list of people */
  readonly 'bulk-import-people': {
    readonly params: undefined
    readonly query: Query<ImportQuery, 'mode' | 'dryRun'>
    readonly body: Bytes<
      | 'application/x-ndjson'
      | 'text/csv'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    >
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport; readonly 201: ImportReport }
    readonly media: 'application/x-ndjson' | 'text/event-stream'
  }

  /** Record a list of uses of equipment */
  readonly 'bulk-import-usages': {
    readonly params: undefined
    readonly query: Query<ImportQuery, 'mode' | 'dryRun'>
    readonly body: Bytes<
      | 'application/x-ndjson'
      | 'text/csv'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    >
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport; readonly 201: ImportReport }
    readonly media: 'application/x-ndjson' | 'text/event-stream'
  }

  /** Which of these points can nobody calibrate, and which nobody well enough? */
  readonly 'calibration-gaps': {
    readonly params: undefined
    readonly query: undefined
    readonly body: GapsQuestion
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CalibrationGaps }
    readonly media: never
  }

  /** Where could this point be calibrated well enough, and how far from the root is each route? */
  readonly 'calibration-routes': {
    readonly params: undefined
    readonly query: Query<RoutesQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CalibrationRoutes }
    readonly media: never
  }

  /** Give up a calibration that has not been issued */
  readonly 'cancel-calibration': {
    readonly params: CalibrationPath
    readonly query: undefined
    readonly body: CalibrationCancellation
    readonly ifMatch: string | number
    readonly answers: { readonly 200: CalibrationView }
    readonly media: never
  }

  /** State what the line says from a day on */
  readonly 'change-competence-scope': {
    readonly params: CompetencePath
    readonly query: undefined
    readonly body: CompetenceVersionEntry
    readonly ifMatch: string | number
    readonly answers: { readonly 201: CompetenceRecord }
    readonly media: never
  }

  /** Suspend, withdraw or reinstate a competence from a day on */
  readonly 'change-competence-status': {
    readonly params: CompetencePath
    readonly query: undefined
    readonly body: CompetenceStatusEntry
    readonly ifMatch: string | number
    readonly answers: { readonly 201: CompetenceRecord }
    readonly media: never
  }

  /** Confirm, as a second person, that a transcription agrees with its certificate */
  readonly 'check-certificate': {
    readonly params: CertificatePath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: string | number
    readonly answers: { readonly 200: CertificateView }
    readonly media: never
  }

  /** Close a round: the reference value, and En of every result */
  readonly 'close-comparison': {
    readonly params: ComparisonPath
    readonly query: undefined
    readonly body: ComparisonClosingEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ComparisonView }
    readonly media: never
  }

  /** Close a recall of which every item has a disposition */
  readonly 'close-recall': {
    readonly params: RecallPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: string | number
    readonly answers: { readonly 200: RecallView }
    readonly media: never
  }

  /** Compare results of several certificates, with all that their chains share */
  readonly 'compare-certified-results': {
    readonly params: undefined
    readonly query: undefined
    readonly body: CertifiedComparisonQuestion
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertifiedComparison }
    readonly media: never
  }

  /** State a value, or a difference, in another unit */
  readonly 'convert-unit': {
    readonly params: undefined
    readonly query: undefined
    readonly body: UnitConversionRequest
    readonly ifMatch: undefined
    readonly answers: { readonly 200: UnitConversion }
    readonly media: never
  }

  /** How two results of any two certificates depend on each other through the standards they share */
  readonly 'covariance-of-results': {
    readonly params: CertificatePath
    readonly query: Query<CovarianceQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: Covariance }
    readonly media: never
  }

  /** Decide results of a recall: no effect, amend, recall, or the customer decides */
  readonly 'decide-recall-items': {
    readonly params: RecallPath
    readonly query: undefined
    readonly body: RecallDispositionEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 200: RecallView }
    readonly media: never
  }

  /** Take a file from a draft */
  readonly 'detach-file': {
    readonly params: CalibrationPath
    readonly query: Query<DetachingQuery>
    readonly body: undefined
    readonly ifMatch: string | number
    readonly answers: { readonly 200: CalibrationView }
    readonly media: never
  }

  /** What differs between two versions of a certificate */
  readonly 'differences-of-certificate': {
    readonly params: CertificatePath
    readonly query: Query<DifferencesQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertificateDifferences }
    readonly media: never
  }

  /** How have the results of this equipment changed at a point, and when will they meet a limit? */
  readonly 'drift-of-equipment': {
    readonly params: EquipmentPath
    readonly query: Query<EquipmentDriftQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: EquipmentDrift }
    readonly media: never
  }

  /** What is due as a calendar, for programs that subscribe to one */
  readonly 'due-calendar': {
    readonly params: undefined
    readonly query: Query<DueCalendarSearch, 'within'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'text/calendar'
  }

  /** Sign out: the session by which you ask is over */
  readonly 'end-current-session': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 204: undefined }
    readonly media: never
  }

  /** End a restriction on the use of equipment */
  readonly 'end-equipment-restriction': {
    readonly params: EquipmentRestrictionPath
    readonly query: undefined
    readonly body: EquipmentRestrictionEnding
    readonly ifMatch: undefined
    readonly answers: { readonly 200: EquipmentRestrictionRecord }
    readonly media: never
  }

  /** End an identity: from the next request on nobody is this person by it */
  readonly 'end-identity': {
    readonly params: IdentityPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: IdentityRecord }
    readonly media: never
  }

  /** End a session of your own, or, for whoever looks after keys, one of the organization */
  readonly 'end-session': {
    readonly params: SessionPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: SessionRecord }
    readonly media: never
  }

  /** Tell how long the next calibration can wait, from what calibrations have found so far */
  readonly 'evaluate-calibration-interval': {
    readonly params: undefined
    readonly query: undefined
    readonly body: CalibrationIntervalTask
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CalibrationIntervalEvaluation }
    readonly media: never
  }

  /** Judge results against limits: probability of conformity, acceptance limits, specific and global risks */
  readonly 'evaluate-conformity': {
    readonly params: undefined
    readonly query: undefined
    readonly body: ConformityTask
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ConformityEvaluation }
    readonly media: never
  }

  /** Check a matrix of correlation coefficients, and find the nearest one that is possible */
  readonly 'evaluate-correlation-matrix': {
    readonly params: undefined
    readonly query: undefined
    readonly body: CorrelationMatrixTask
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CorrelationMatrixEvaluation }
    readonly media: never
  }

  /** Tell moments, densities and probabilities of the distributions of JCGM 101 */
  readonly 'evaluate-distribution': {
    readonly params: undefined
    readonly query: undefined
    readonly body: DistributionTask
    readonly ifMatch: undefined
    readonly answers: { readonly 200: DistributionEvaluation }
    readonly media: never
  }

  /** Compare several results of one measurand: means, consistency, degrees of equivalence, scores */
  readonly 'evaluate-interlaboratory': {
    readonly params: undefined
    readonly query: undefined
    readonly body: InterlaboratoryTask
    readonly ifMatch: undefined
    readonly answers: { readonly 200: InterlaboratoryEvaluation }
    readonly media: never
  }

  /** Evaluate a measurement model by the law of propagation of uncertainty, or by Monte Carlo */
  readonly 'evaluate-measurement-model': {
    readonly params: undefined
    readonly query: undefined
    readonly body: MeasurementModelTask
    readonly ifMatch: undefined
    readonly answers: { readonly 200: MeasurementModelEvaluation }
    readonly media: never
  }

  /** Tell which kinds of task there are, where another one is asked for */
  readonly 'evaluate-other': {
    readonly params: EvaluationKindPath
    readonly query: undefined
    readonly body: Bytes<'application/json'>
    readonly ifMatch: undefined
    readonly answers: {}
    readonly media: never
  }

  /** Fit a calibration curve: coefficients with their covariance, values, and x for a value of y */
  readonly 'evaluate-regression': {
    readonly params: undefined
    readonly query: undefined
    readonly body: RegressionTask
    readonly ifMatch: undefined
    readonly answers: { readonly 200: RegressionEvaluation }
    readonly media: never
  }

  /** Sum up readings: scatter, analysis of variance, pooled deviations, robust mean */
  readonly 'evaluate-statistics': {
    readonly params: undefined
    readonly query: undefined
    readonly body: StatisticsTask
    readonly ifMatch: undefined
    readonly answers: { readonly 200: StatisticsEvaluation }
    readonly media: never
  }

  /** The verdict as text for a report, the chain as a flowchart and as a drawing */
  readonly 'explain-traceability': {
    readonly params: CertificatePath
    readonly query: Query<ExplanationQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: TraceabilityExplanation }
    readonly media: 'text/plain' | 'text/vnd.mermaid'
  }

  /** Of which certificate a file is, by its SHA-256. No key needed */
  readonly 'find-by-hash': {
    readonly params: HashPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: HashMatches }
    readonly media: never
  }

  /** Which standards of a laboratory could be used on a day, and why the others could not */
  readonly 'find-candidate-standards': {
    readonly params: undefined
    readonly query: undefined
    readonly body: CandidateStandardsQuestion
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CandidateStandards }
    readonly media: never
  }

  /** Follow an import while it is done */
  readonly 'follow-import': {
    readonly params: ImportPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'text/event-stream'
  }

  /** Into which jobs, products and batches have results gone that rest on this standard? */
  readonly 'follow-usages': {
    readonly params: undefined
    readonly query: undefined
    readonly body: ImpactUsagesQuestion
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImpactUsages }
    readonly media: 'application/x-ndjson' | 'text/csv'
  }

  /** Authorize a person to perform, review or authorise */
  readonly 'grant-authorization': {
    readonly params: undefined
    readonly query: undefined
    readonly body: AuthorizationEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: AuthorizationRecord }
    readonly media: never
  }

  /** Import a digital calibration certificate (DCC 2.2 to 3.3) */
  readonly 'import-certificate': {
    readonly params: undefined
    readonly query: Query<CertificateImportQuery>
    readonly body: Bytes<'application/xml' | 'text/xml'>
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertificateImportView; readonly 201: CertificateImportView }
    readonly media: never
  }

  /** Record the uses of a CSV file, all of them or none */
  readonly 'import-usages': {
    readonly params: undefined
    readonly query: undefined
    readonly body: Bytes<'text/csv'>
    readonly ifMatch: undefined
    readonly answers: { readonly 201: UsagesImported }
    readonly media: never
  }

  /** How much of the equipment of an owner is overdue, due soon, in force; and what falls due in which week */
  readonly 'inventory-summary': {
    readonly params: undefined
    readonly query: Query<InventorySummaryQuery, 'soonWithin'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: InventorySummary }
    readonly media: never
  }

  /** Issue a key to a person; it is shown this once */
  readonly 'issue-api-key': {
    readonly params: undefined
    readonly query: undefined
    readonly body: ApiKeyEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: ApiKeyIssued }
    readonly media: never
  }

  /** Make a key by which a calendar reads what is due; it is shown this once */
  readonly 'issue-feed-key': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 201: FeedKeyIssued }
    readonly media: never
  }

  /** List the keys of your organization, without the keys themselves */
  readonly 'list-api-keys': {
    readonly params: undefined
    readonly query: Query<ApiKeySearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ApiKeyPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** Read the audit trail: what was done by whom, before and after */
  readonly 'list-audit-events': {
    readonly params: undefined
    readonly query: Query<AuditEventSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: AuditEventPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List authorizations */
  readonly 'list-authorizations': {
    readonly params: undefined
    readonly query: Query<AuthorizationSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: AuthorizationPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List the calibrations of your laboratory, the newest first */
  readonly 'list-calibrations': {
    readonly params: undefined
    readonly query: Query<CalibrationSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CalibrationPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List imported files of your organization, the newest first */
  readonly 'list-certificate-imports': {
    readonly params: undefined
    readonly query: Query<CertificateImportSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertificateImportPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List certificates, the newest first */
  readonly 'list-certificates': {
    readonly params: undefined
    readonly query: Query<CertificateSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertificatePage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List rounds of comparisons */
  readonly 'list-comparisons': {
    readonly params: undefined
    readonly query: Query<ComparisonSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ComparisonPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List competences as they stand on a day */
  readonly 'list-competences': {
    readonly params: undefined
    readonly query: Query<CompetenceSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CompetencePage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List what columns of digital certificates mean, the newest first */
  readonly 'list-dcc-mappings': {
    readonly params: undefined
    readonly query: Query<DccMappingSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: DccMappingPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** Which equipment is overdue, or due soon, by the programme of its owner? */
  readonly 'list-due': {
    readonly params: undefined
    readonly query: Query<DueSearch, 'within' | 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: DuePage }
    readonly media:
      | 'text/csv'
      | 'application/x-ndjson'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  }

  /** List equipment */
  readonly 'list-equipment': {
    readonly params: undefined
    readonly query: Query<EquipmentSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: EquipmentPage }
    readonly media:
      | 'text/csv'
      | 'application/x-ndjson'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  }

  /** List what happened to equipment */
  readonly 'list-equipment-events': {
    readonly params: EquipmentPath
    readonly query: Query<EquipmentEventSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: EquipmentEventPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List where equipment may not be used, and where it might not */
  readonly 'list-equipment-restrictions': {
    readonly params: EquipmentPath
    readonly query: Query<PageQuery, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: EquipmentRestrictionPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** Follow what happens to the records to which your organization is a party */
  readonly 'list-events': {
    readonly params: undefined
    readonly query: Query<EventSearch, 'after' | 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: EventPage }
    readonly media: 'text/event-stream'
  }

  /** As whom issuers of tokens know a person */
  readonly 'list-identities': {
    readonly params: PersonPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: IdentityList }
    readonly media: never
  }

  /** List the imports of your organization, the newest first */
  readonly 'list-imports': {
    readonly params: undefined
    readonly query: Query<ImportSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** All equipment of an owner with how it stands, the most urgent first */
  readonly 'list-inventory': {
    readonly params: undefined
    readonly query: Query<InventorySearch, 'soonWithin' | 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: InventoryPage }
    readonly media:
      | 'text/csv'
      | 'application/x-ndjson'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  }

  /** What the log says, entry by entry. No key needed */
  readonly 'list-log-entries': {
    readonly params: undefined
    readonly query: Query<LogEntriesQuery, 'from' | 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: LogEntries }
    readonly media: never
  }

  /** List kinds of measurand */
  readonly 'list-measurand-kinds': {
    readonly params: undefined
    readonly query: Query<MeasurandKindSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: MeasurandKindPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List normative documents */
  readonly 'list-normative-documents': {
    readonly params: undefined
    readonly query: Query<NormativeDocumentSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: NormativeDocumentPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List organizations */
  readonly 'list-organizations': {
    readonly params: undefined
    readonly query: Query<OrganizationSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: OrganizationPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List people */
  readonly 'list-people': {
    readonly params: undefined
    readonly query: Query<PersonSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: PersonPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List the policies by which chains are judged, as data */
  readonly 'list-policies': {
    readonly params: undefined
    readonly query: Query<PageQuery, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: PolicyPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List the frozen set of a recall, standards before what used them */
  readonly 'list-recall-items': {
    readonly params: RecallPath
    readonly query: Query<RecallItemSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: RecallItemPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List what the owners have been told, and whether they have taken note */
  readonly 'list-recall-notices': {
    readonly params: RecallPath
    readonly query: Query<PageQuery, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: RecallNotices }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List the recalls to which the organization is a party, the newest first */
  readonly 'list-recalls': {
    readonly params: undefined
    readonly query: Query<RecallSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: RecallPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List references */
  readonly 'list-references': {
    readonly params: undefined
    readonly query: Query<ReferenceSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ReferencePage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** The sessions that you have open; for whoever looks after keys, those of the organization */
  readonly 'list-sessions': {
    readonly params: undefined
    readonly query: Query<SessionSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: SessionPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List who is or was trusted to vouch for signers, the newest first */
  readonly 'list-trust-anchors': {
    readonly params: undefined
    readonly query: Query<TrustAnchorSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: TrustAnchorPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List what equipment was used for, in the order of time */
  readonly 'list-usages': {
    readonly params: undefined
    readonly query: Query<UsageSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: UsagePage }
    readonly media: 'application/x-ndjson' | 'text/csv'
  }

  /** List what was sent to a webhook and what came of it, the newest first */
  readonly 'list-webhook-deliveries': {
    readonly params: WebhookPath
    readonly query: Query<WebhookDeliverySearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: WebhookDeliveryPage }
    readonly media: 'text/csv' | 'application/x-ndjson'
  }

  /** List the webhooks of your organization */
  readonly 'list-webhooks': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: WebhookPage }
    readonly media: never
  }

  /** Log a calibration; its budgets are evaluated at once */
  readonly 'log-calibration': {
    readonly params: undefined
    readonly query: undefined
    readonly body: CalibrationEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: CalibrationView }
    readonly media: never
  }

  /** What the log says about a certificate, with proofs and a checkpoint. No key needed */
  readonly 'log-of-certificate': {
    readonly params: CertificatePath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: LogPlaces }
    readonly media: never
  }

  /** Open a round of a comparison: one artefact at one point */
  readonly 'open-comparison': {
    readonly params: undefined
    readonly query: undefined
    readonly body: ComparisonEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: ComparisonView }
    readonly media: never
  }

  /** Open a recall from an impact: its set of results is frozen */
  readonly 'open-recall': {
    readonly params: undefined
    readonly query: undefined
    readonly body: RecallEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: RecallView }
    readonly media: never
  }

  /** Sign in to the pages: show a key once, and take a cookie that stands for it */
  readonly 'open-session': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 201: WhoAsks }
    readonly media: never
  }

  /** The certificate of a calibration as it would be issued now, as PDF */
  readonly 'preview-certificate': {
    readonly params: CalibrationPath
    readonly query: Query<CertificatePreviewQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'application/pdf'
  }

  /** The proof of a result and its whole chain, to be checked without the registry */
  readonly 'prove-certificate': {
    readonly params: CertificatePath
    readonly query: Query<ProofQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: never
  }

  /** That the log has only been appended to between two sizes (RFC 9162) */
  readonly 'prove-log-consistency': {
    readonly params: undefined
    readonly query: Query<LogConsistencyQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: LogConsistency }
    readonly media: never
  }

  /** That the log of a size has an entry at a place (RFC 9162) */
  readonly 'prove-log-inclusion': {
    readonly params: undefined
    readonly query: Query<LogInclusionQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: LogInclusion }
    readonly media: never
  }

  /** The public keys that verify the signed statements of this node, present and former. No key needed */
  readonly 'published-keys': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: PublishedKeys }
    readonly media: never
  }

  /** The key by which digital calibration certificates (DCC) are sealed, as a JWK set. No key needed */
  readonly 'published-seal': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: SealKeys }
    readonly media: never
  }

  /** The same key as an X.509 certificate in PEM, as programs that check XML signatures want it */
  readonly 'published-seal-certificate': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'application/x-pem-file'
  }

  /** Read an authorization */
  readonly 'read-authorization': {
    readonly params: AuthorizationPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: AuthorizationRecord }
    readonly media: never
  }

  /** Read a calibration with its budgets and what the rules of traceability find */
  readonly 'read-calibration': {
    readonly params: CalibrationPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CalibrationView }
    readonly media: never
  }

  /** Read a calibration as it was stated: to revise it, or to state another one like it */
  readonly 'read-calibration-entry': {
    readonly params: CalibrationPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CalibrationEntry }
    readonly media: never
  }

  /** Read a certificate: as a record, as the document that was issued, as DCC, PDF or page */
  readonly 'read-certificate': {
    readonly params: CertificatePath
    readonly query: Query<CertificateFaceQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertificateView }
    readonly media: 'text/html' | 'application/pdf' | 'application/xml'
  }

  /** What was understood of an imported file; as XML, the very bytes that came */
  readonly 'read-certificate-import': {
    readonly params: CertificateImportPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertificateImportView }
    readonly media: 'application/xml'
  }

  /** Read a round with its results; they are sealed until it closes */
  readonly 'read-comparison': {
    readonly params: ComparisonPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ComparisonView }
    readonly media: never
  }

  /** Read a competence as it stood on a day, as known at a moment */
  readonly 'read-competence': {
    readonly params: CompetencePath
    readonly query: Query<CompetenceAsOfQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CompetenceRecord }
    readonly media: never
  }

  /** As whom you are known, and what you may do: by a session, a key or a token */
  readonly 'read-current-session': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: WhoAsks }
    readonly media: never
  }

  /** Read one mapping */
  readonly 'read-dcc-mapping': {
    readonly params: DccMappingPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: DccMappingView }
    readonly media: never
  }

  /** Read equipment by its identifier or code */
  readonly 'read-equipment': {
    readonly params: EquipmentPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: EquipmentRecord }
    readonly media: never
  }

  /** What became of an import; as NDJSON, of every row */
  readonly 'read-import': {
    readonly params: ImportPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ImportReport }
    readonly media: 'application/x-ndjson'
  }

  /** A spreadsheet to fill in and import: its columns, what belongs in them, and an example */
  readonly 'read-import-template': {
    readonly params: ImportTemplatePath
    readonly query: Query<ImportTemplateQuery, 'language'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' | 'text/csv'
  }

  /** The size and root of the log, signed (C2SP checkpoint). No key needed */
  readonly 'read-log-checkpoint': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'text/plain'
  }

  /** The bytes of 256 entries, each behind its length in two bytes (C2SP tlog-tiles) */
  readonly 'read-log-entry-bundle': {
    readonly params: LogBundlePath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'application/octet-stream'
  }

  /** 256 hashes of the tree, side by side (C2SP tlog-tiles) */
  readonly 'read-log-tile': {
    readonly params: LogTilePath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: undefined }
    readonly media: 'application/octet-stream'
  }

  /** Read a kind of measurand by its identifier or code */
  readonly 'read-measurand-kind': {
    readonly params: MeasurandKindPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: MeasurandKindRecord }
    readonly media: never
  }

  /** Read a normative document by its identifier or code */
  readonly 'read-normative-document': {
    readonly params: NormativeDocumentPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: NormativeDocumentRecord }
    readonly media: never
  }

  /** Read an organization by its identifier or code */
  readonly 'read-organization': {
    readonly params: OrganizationPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: OrganizationRecord }
    readonly media: never
  }

  /** Read a person by their identifier or code */
  readonly 'read-person': {
    readonly params: PersonPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: PersonRecord }
    readonly media: never
  }

  /** Read a policy by its code: its newest edition, or another */
  readonly 'read-policy': {
    readonly params: PolicyPath
    readonly query: Query<PolicyEditionQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: PolicyRecord }
    readonly media: never
  }

  /** Read a recall: how far it is, and how it came there */
  readonly 'read-recall': {
    readonly params: RecallPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: RecallView }
    readonly media: never
  }

  /** Read a reference by its identifier or code */
  readonly 'read-reference': {
    readonly params: ReferencePath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ReferenceRecord }
    readonly media: never
  }

  /** The rules by which a laboratory numbers and signs, every version, the newest first */
  readonly 'read-reporting-rules': {
    readonly params: OrganizationPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ReportingRulesVersions }
    readonly media: never
  }

  /** Read one trust anchor */
  readonly 'read-trust-anchor': {
    readonly params: TrustAnchorPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: TrustAnchorView }
    readonly media: never
  }

  /** Read one record of use */
  readonly 'read-usage': {
    readonly params: UsagePath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: UsageRecord }
    readonly media: never
  }

  /** Read a webhook, without its secret */
  readonly 'read-webhook': {
    readonly params: WebhookPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: WebhookRecord }
    readonly media: never
  }

  /** Which recalls concern this certificate, how far are they, and what was decided? */
  readonly 'recalls-of-certificate': {
    readonly params: CertificatePath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertificateRecalls }
    readonly media: never
  }

  /** Say once what the columns of an issuer's digital certificates mean */
  readonly 'record-dcc-mapping': {
    readonly params: undefined
    readonly query: undefined
    readonly body: DccMappingEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: DccMappingView }
    readonly media: never
  }

  /** Record what happened to equipment: a check, an adjustment, a repair, a change of firmware, quarantine … */
  readonly 'record-equipment-event': {
    readonly params: EquipmentPath
    readonly query: undefined
    readonly body: EquipmentEventEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: EquipmentEventRecord }
    readonly media: never
  }

  /** Record for which job, product or batch equipment was used */
  readonly 'record-usage': {
    readonly params: undefined
    readonly query: undefined
    readonly body: UsageEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: UsageRecord }
    readonly media: never
  }

  /** Register one line of what an organization may do */
  readonly 'register-competence': {
    readonly params: undefined
    readonly query: undefined
    readonly body: CompetenceEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: CompetenceRecord }
    readonly media: never
  }

  /** Register measuring equipment, a measurement standard or not */
  readonly 'register-equipment': {
    readonly params: undefined
    readonly query: undefined
    readonly body: EquipmentEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: EquipmentRecord }
    readonly media: never
  }

  /** Say as whom an issuer of tokens (OpenID Connect) knows a person, and what they may do with such a token */
  readonly 'register-identity': {
    readonly params: PersonPath
    readonly query: undefined
    readonly body: IdentityEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: IdentityRecord }
    readonly media: never
  }

  /** Register a kind of measurand */
  readonly 'register-measurand-kind': {
    readonly params: undefined
    readonly query: undefined
    readonly body: MeasurandKindEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: MeasurandKindRecord }
    readonly media: never
  }

  /** Register a normative document */
  readonly 'register-normative-document': {
    readonly params: undefined
    readonly query: undefined
    readonly body: NormativeDocumentEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: NormativeDocumentRecord }
    readonly media: never
  }

  /** Register an organization */
  readonly 'register-organization': {
    readonly params: undefined
    readonly query: undefined
    readonly body: OrganizationEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: OrganizationRecord }
    readonly media: never
  }

  /** Register a person */
  readonly 'register-person': {
    readonly params: undefined
    readonly query: undefined
    readonly body: PersonEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: PersonRecord }
    readonly media: never
  }

  /** Register a policy: who is admitted by which route, and what admits a root */
  readonly 'register-policy': {
    readonly params: undefined
    readonly query: undefined
    readonly body: PolicyEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: PolicyRecord }
    readonly media: never
  }

  /** Register a reference in which traceability chains end, with its evidence */
  readonly 'register-reference': {
    readonly params: undefined
    readonly query: undefined
    readonly body: ReferenceEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: ReferenceRecord }
    readonly media: never
  }

  /** Trust a certificate to vouch for the signers of imported files */
  readonly 'register-trust-anchor': {
    readonly params: undefined
    readonly query: undefined
    readonly body: TrustAnchorEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: TrustAnchorView }
    readonly media: never
  }

  /** End a webhook: what is still on its way to it is given up */
  readonly 'remove-webhook': {
    readonly params: WebhookPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 204: undefined }
    readonly media: never
  }

  /** Open a closed recall again; its set stays frozen */
  readonly 'reopen-recall': {
    readonly params: RecallPath
    readonly query: undefined
    readonly body: RecallReopening
    readonly ifMatch: string | number
    readonly answers: { readonly 200: RecallView }
    readonly media: never
  }

  /** Send again what was given up, or deliveries that are named */
  readonly 'replay-webhook-deliveries': {
    readonly params: WebhookPath
    readonly query: undefined
    readonly body: WebhookReplay
    readonly ifMatch: undefined
    readonly answers: { readonly 200: WebhookReplayed }
    readonly media: never
  }

  /** Record that the cause of |En| > 1 was found and removed, and from which day on */
  readonly 'resolve-comparison-result': {
    readonly params: ComparisonPath
    readonly query: undefined
    readonly body: ComparisonResolutionEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: ComparisonView }
    readonly media: never
  }

  /** Limit the use of equipment: a component, a part of its range, of its parameters */
  readonly 'restrict-equipment': {
    readonly params: EquipmentPath
    readonly query: undefined
    readonly body: EquipmentRestrictionEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: EquipmentRestrictionRecord }
    readonly media: never
  }

  /** Say in the log that nothing signed by this key from now on is to be believed */
  readonly 'retire-node-key': {
    readonly params: NodeKeyPath
    readonly query: undefined
    readonly body: NodeKeyRetirement
    readonly ifMatch: undefined
    readonly answers: { readonly 200: PublishedKeys }
    readonly media: never
  }

  /** Trust it no longer; what it vouched for before stands */
  readonly 'retire-trust-anchor': {
    readonly params: TrustAnchorPath
    readonly query: undefined
    readonly body: TrustAnchorRetirement
    readonly ifMatch: string | number
    readonly answers: { readonly 200: TrustAnchorView }
    readonly media: never
  }

  /** Approve a calibration, or return it with a reason */
  readonly 'review-calibration': {
    readonly params: CalibrationPath
    readonly query: Query<SigningQuery>
    readonly body: ReviewDecision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: CalibrationView }
    readonly media: never
  }

  /** End, extend or correct an authorization */
  readonly 'revise-authorization': {
    readonly params: AuthorizationPath
    readonly query: undefined
    readonly body: AuthorizationRevision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: AuthorizationRecord }
    readonly media: never
  }

  /** State a draft anew; its budgets are evaluated again */
  readonly 'revise-calibration': {
    readonly params: CalibrationPath
    readonly query: undefined
    readonly body: CalibrationEntry
    readonly ifMatch: string | number
    readonly answers: { readonly 200: CalibrationView }
    readonly media: never
  }

  /** State equipment anew */
  readonly 'revise-equipment': {
    readonly params: EquipmentPath
    readonly query: undefined
    readonly body: EquipmentRevision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: EquipmentRecord }
    readonly media: never
  }

  /** State a kind of measurand anew */
  readonly 'revise-measurand-kind': {
    readonly params: MeasurandKindPath
    readonly query: undefined
    readonly body: MeasurandKindRevision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: MeasurandKindRecord }
    readonly media: never
  }

  /** State a normative document anew */
  readonly 'revise-normative-document': {
    readonly params: NormativeDocumentPath
    readonly query: undefined
    readonly body: NormativeDocumentRevision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: NormativeDocumentRecord }
    readonly media: never
  }

  /** State an organization anew */
  readonly 'revise-organization': {
    readonly params: OrganizationPath
    readonly query: undefined
    readonly body: OrganizationRevision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: OrganizationRecord }
    readonly media: never
  }

  /** State a person anew */
  readonly 'revise-person': {
    readonly params: PersonPath
    readonly query: undefined
    readonly body: PersonRevision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: PersonRecord }
    readonly media: never
  }

  /** State a policy anew; what was known before is judged by the edition before */
  readonly 'revise-policy': {
    readonly params: PolicyPath
    readonly query: undefined
    readonly body: PolicyRevision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: PolicyRecord }
    readonly media: never
  }

  /** State anew how a reference is called and where its figures are published */
  readonly 'revise-reference': {
    readonly params: ReferencePath
    readonly query: undefined
    readonly body: ReferenceRevision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: ReferenceRecord }
    readonly media: never
  }

  /** Change where or what a webhook is sent, pause it, or take it up again */
  readonly 'revise-webhook': {
    readonly params: WebhookPath
    readonly query: undefined
    readonly body: WebhookRevision
    readonly ifMatch: string | number
    readonly answers: { readonly 200: WebhookRecord }
    readonly media: never
  }

  /** Revoke a key: from the next request on it opens nothing */
  readonly 'revoke-api-key': {
    readonly params: ApiKeyPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ApiKeyRecord }
    readonly media: never
  }

  /** Revoke a certificate from the beginning */
  readonly 'revoke-certificate': {
    readonly params: CertificatePath
    readonly query: undefined
    readonly body: CertificateRevocation
    readonly ifMatch: string | number
    readonly answers: { readonly 200: CertificateView }
    readonly media: never
  }

  /** Revoke a feed key: from the next request on it opens nothing */
  readonly 'revoke-feed-key': {
    readonly params: FeedKeyPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 204: undefined }
    readonly media: never
  }

  /** Give a key a new secret, shown this once; the former one still opens for the hours stated */
  readonly 'rotate-api-key': {
    readonly params: ApiKeyPath
    readonly query: undefined
    readonly body: ApiKeyRotation
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ApiKeyIssued }
    readonly media: never
  }

  /** Sign by a new key from now on, and retire the present one; both stand in the log */
  readonly 'rotate-node-key': {
    readonly params: undefined
    readonly query: undefined
    readonly body: NodeKeyRotation
    readonly ifMatch: undefined
    readonly answers: { readonly 200: PublishedKeys }
    readonly media: never
  }

  /** Make a new secret, shown this once; for a day the former one signs beside it */
  readonly 'rotate-webhook-secret': {
    readonly params: WebhookPath
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: WebhookIssued }
    readonly media: never
  }

  /** Compute published examples anew, and compare each figure with the printed one. No key needed */
  readonly 'self-test': {
    readonly params: undefined
    readonly query: undefined
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: SelfTest }
    readonly media: never
  }

  /** Who signed a version, in which meaning, and whether each signature is bound to its content */
  readonly 'signatures-of-certificate': {
    readonly params: CertificatePath
    readonly query: Query<CertificateVersionQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertificateSignatures }
    readonly media: never
  }

  /** State how a laboratory numbers and signs its certificates from now on */
  readonly 'state-reporting-rules': {
    readonly params: OrganizationPath
    readonly query: undefined
    readonly body: ReportingRulesEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: ReportingRulesRecord }
    readonly media: never
  }

  /** Hand a calibration to review */
  readonly 'submit-calibration': {
    readonly params: CalibrationPath
    readonly query: Query<SigningQuery>
    readonly body: undefined
    readonly ifMatch: string | number
    readonly answers: { readonly 200: CalibrationView }
    readonly media: never
  }

  /** Take part in a round with a result; sealed until it closes */
  readonly 'submit-comparison-result': {
    readonly params: ComparisonPath
    readonly query: undefined
    readonly body: ComparisonResultEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: ComparisonView }
    readonly media: never
  }

  /** Have events of your organization sent to a URL; the secret is shown this once */
  readonly 'subscribe-webhook': {
    readonly params: undefined
    readonly query: undefined
    readonly body: WebhookEntry
    readonly ifMatch: undefined
    readonly answers: { readonly 201: WebhookIssued }
    readonly media: never
  }

  /** Is a result of this certificate traceable, by which chain, and what does every link contribute? */
  readonly 'traceability-of-certificate': {
    readonly params: CertificatePath
    readonly query: Query<CertificateTraceabilityQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: TraceabilityAnswer }
    readonly media: never
  }

  /** Is what this equipment measures traceable, for a kind and a value, at a moment? */
  readonly 'traceability-of-equipment': {
    readonly params: EquipmentTraceabilityPath
    readonly query: Query<EquipmentTraceabilityQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: TraceabilityAnswer }
    readonly media: never
  }

  /** Record a certificate that was issued elsewhere; a second person checks it */
  readonly 'transcribe-certificate': {
    readonly params: undefined
    readonly query: undefined
    readonly body: CertificateTranscription
    readonly ifMatch: undefined
    readonly answers: { readonly 200: CertificateView; readonly 201: CertificateView }
    readonly media: never
  }

  /** Which jobs, products and batches were measured with this equipment, within a window? */
  readonly 'usages-of-equipment': {
    readonly params: EquipmentPath
    readonly query: Query<EquipmentUsageSearch, 'limit'>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: UsagePage }
    readonly media: 'application/x-ndjson' | 'text/csv'
  }

  /** Is this certificate valid, at a moment, as known at another? No key needed */
  readonly 'validity-of-certificate': {
    readonly params: CertificatePath
    readonly query: Query<ValidityQuery>
    readonly body: undefined
    readonly ifMatch: undefined
    readonly answers: { readonly 200: Validity }
    readonly media: never
  }

  /** The same for up to a thousand certificates at once, in the order of the question */
  readonly 'validity-of-certificates': {
    readonly params: undefined
    readonly query: undefined
    readonly body: ValidityBatch
    readonly ifMatch: undefined
    readonly answers: { readonly 200: ValidityAnswers }
    readonly media: never
  }

  /** Withdraw a certificate from a moment on */
  readonly 'withdraw-certificate': {
    readonly params: CertificatePath
    readonly query: undefined
    readonly body: CertificateWithdrawal
    readonly ifMatch: string | number
    readonly answers: { readonly 200: CertificateView }
    readonly media: never
  }
}

export const requestLines: { readonly [Id in keyof Operations]: RequestLine } = {
  'acknowledge-recall': { method: 'post', path: '/v1/recalls/{id}/acknowledge', keyed: true },
  'add-equipment-component': { method: 'post', path: '/v1/equipment/{id}/components', keyed: true },
  'add-reference-evidence': { method: 'post', path: '/v1/references/{id}/evidence', keyed: true },
  'amend-certificate': { method: 'post', path: '/v1/certificates/{number}/amend', keyed: true },
  'ask-capability': { method: 'get', path: '/v1/competences/{id}/capability' },
  'assess-calibration': { method: 'post', path: '/v1/calibrations/assessment' },
  'assess-impact': { method: 'post', path: '/v1/impact', media: ['application/x-ndjson'] },
  'attach-file': { method: 'post', path: '/v1/calibrations/{id}/attachments', keyed: true, bytes: true },
  'attachment-of-calibration': {
    method: 'get',
    path: '/v1/calibrations/{id}/attachment',
    media: ['application/octet-stream', 'application/pdf', 'image/png', 'image/jpeg', 'text/csv'],
  },
  'attachment-of-certificate': {
    method: 'get',
    path: '/v1/certificates/{number}/attachment',
    media: ['application/octet-stream', 'application/pdf', 'image/png', 'image/jpeg', 'text/csv'],
  },
  'authorise-calibration': { method: 'post', path: '/v1/calibrations/{id}/authorise', keyed: true },
  'bulk-import-calibrations': {
    method: 'post',
    path: '/v1/import/calibrations',
    keyed: true,
    bytes: true,
    media: ['application/x-ndjson', 'text/event-stream'],
  },
  'bulk-import-certificates': {
    method: 'post',
    path: '/v1/import/certificates',
    keyed: true,
    bytes: true,
    media: ['application/x-ndjson', 'text/event-stream'],
  },
  'bulk-import-competences': {
    method: 'post',
    path: '/v1/import/competences',
    keyed: true,
    bytes: true,
    media: ['application/x-ndjson', 'text/event-stream'],
  },
  'bulk-import-equipment': {
    method: 'post',
    path: '/v1/import/equipment',
    keyed: true,
    bytes: true,
    media: ['application/x-ndjson', 'text/event-stream'],
  },
  'bulk-import-kcdb-cmc': {
    method: 'post',
    path: '/v1/import/kcdb-cmc',
    keyed: true,
    bytes: true,
    media: ['application/x-ndjson', 'text/event-stream'],
  },
  'bulk-import-measurand-kinds': {
    method: 'post',
    path: '/v1/import/measurand-kinds',
    keyed: true,
    bytes: true,
    media: ['application/x-ndjson', 'text/event-stream'],
  },
  'bulk-import-organizations': {
    method: 'post',
    path: '/v1/import/organizations',
    keyed: true,
    bytes: true,
    media: ['application/x-ndjson', 'text/event-stream'],
  },
  'bulk-import-people': {
    method: 'post',
    path: '/v1/import/people',
    keyed: true,
    bytes: true,
    media: ['application/x-ndjson', 'text/event-stream'],
  },
  'bulk-import-usages': {
    method: 'post',
    path: '/v1/import/usages',
    keyed: true,
    bytes: true,
    media: ['application/x-ndjson', 'text/event-stream'],
  },
  'calibration-gaps': { method: 'post', path: '/v1/routes/gaps' },
  'calibration-routes': { method: 'get', path: '/v1/routes' },
  'cancel-calibration': { method: 'post', path: '/v1/calibrations/{id}/cancel', keyed: true },
  'change-competence-scope': { method: 'post', path: '/v1/competences/{id}/versions', keyed: true },
  'change-competence-status': { method: 'post', path: '/v1/competences/{id}/statuses', keyed: true },
  'check-certificate': { method: 'post', path: '/v1/certificates/{number}/check', keyed: true },
  'close-comparison': { method: 'post', path: '/v1/comparisons/{id}/close', keyed: true },
  'close-recall': { method: 'post', path: '/v1/recalls/{id}/close', keyed: true },
  'compare-certified-results': { method: 'post', path: '/v1/certificates/compare' },
  'convert-unit': { method: 'post', path: '/v1/units/convert' },
  'covariance-of-results': { method: 'get', path: '/v1/certificates/{number}/covariance' },
  'decide-recall-items': { method: 'post', path: '/v1/recalls/{id}/dispositions', keyed: true },
  'detach-file': { method: 'delete', path: '/v1/calibrations/{id}/attachments' },
  'differences-of-certificate': { method: 'get', path: '/v1/certificates/{number}/differences' },
  'drift-of-equipment': { method: 'get', path: '/v1/equipment/{id}/drift' },
  'due-calendar': { method: 'get', path: '/v1/due.ics', media: ['text/calendar'] },
  'end-current-session': { method: 'delete', path: '/v1/sessions/current' },
  'end-equipment-restriction': { method: 'post', path: '/v1/equipment-restrictions/{id}/end', keyed: true },
  'end-identity': { method: 'post', path: '/v1/identities/{id}/end', keyed: true },
  'end-session': { method: 'post', path: '/v1/sessions/{id}/end', keyed: true },
  'evaluate-calibration-interval': { method: 'post', path: '/v1/evaluate/calibration-interval' },
  'evaluate-conformity': { method: 'post', path: '/v1/evaluate/conformity' },
  'evaluate-correlation-matrix': { method: 'post', path: '/v1/evaluate/correlation-matrix' },
  'evaluate-distribution': { method: 'post', path: '/v1/evaluate/distribution' },
  'evaluate-interlaboratory': { method: 'post', path: '/v1/evaluate/interlaboratory' },
  'evaluate-measurement-model': { method: 'post', path: '/v1/evaluate/measurement-model' },
  'evaluate-other': { method: 'post', path: '/v1/evaluate/{kind}', bytes: true },
  'evaluate-regression': { method: 'post', path: '/v1/evaluate/regression' },
  'evaluate-statistics': { method: 'post', path: '/v1/evaluate/statistics' },
  'explain-traceability': {
    method: 'get',
    path: '/v1/certificates/{number}/explanation',
    media: ['text/plain', 'text/vnd.mermaid'],
  },
  'find-by-hash': { method: 'get', path: '/v1/hashes/{sha256}' },
  'find-candidate-standards': { method: 'post', path: '/v1/calibrations/standards' },
  'follow-import': { method: 'get', path: '/v1/imports/{id}/events', media: ['text/event-stream'] },
  'follow-usages': { method: 'post', path: '/v1/impact/usages', media: ['application/x-ndjson', 'text/csv'] },
  'grant-authorization': { method: 'post', path: '/v1/authorizations', keyed: true },
  'import-certificate': { method: 'post', path: '/v1/certificates/import', keyed: true, bytes: true },
  'import-usages': { method: 'post', path: '/v1/usages/import', keyed: true, bytes: true },
  'inventory-summary': { method: 'get', path: '/v1/inventory/summary' },
  'issue-api-key': { method: 'post', path: '/v1/api-keys', keyed: true },
  'issue-feed-key': { method: 'post', path: '/v1/due/feed-keys', keyed: true },
  'list-api-keys': { method: 'get', path: '/v1/api-keys', media: ['text/csv', 'application/x-ndjson'] },
  'list-audit-events': {
    method: 'get',
    path: '/v1/audit-events',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-authorizations': {
    method: 'get',
    path: '/v1/authorizations',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-calibrations': {
    method: 'get',
    path: '/v1/calibrations',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-certificate-imports': {
    method: 'get',
    path: '/v1/certificates/imports',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-certificates': {
    method: 'get',
    path: '/v1/certificates',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-comparisons': { method: 'get', path: '/v1/comparisons', media: ['text/csv', 'application/x-ndjson'] },
  'list-competences': { method: 'get', path: '/v1/competences', media: ['text/csv', 'application/x-ndjson'] },
  'list-dcc-mappings': {
    method: 'get',
    path: '/v1/dcc-mappings',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-due': {
    method: 'get',
    path: '/v1/due',
    media: [
      'text/csv',
      'application/x-ndjson',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  },
  'list-equipment': {
    method: 'get',
    path: '/v1/equipment',
    media: [
      'text/csv',
      'application/x-ndjson',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  },
  'list-equipment-events': {
    method: 'get',
    path: '/v1/equipment/{id}/events',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-equipment-restrictions': {
    method: 'get',
    path: '/v1/equipment/{id}/restrictions',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-events': { method: 'get', path: '/v1/events', media: ['text/event-stream'] },
  'list-identities': { method: 'get', path: '/v1/people/{id}/identities' },
  'list-imports': { method: 'get', path: '/v1/imports', media: ['text/csv', 'application/x-ndjson'] },
  'list-inventory': {
    method: 'get',
    path: '/v1/inventory',
    media: [
      'text/csv',
      'application/x-ndjson',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  },
  'list-log-entries': { method: 'get', path: '/log/entries' },
  'list-measurand-kinds': {
    method: 'get',
    path: '/v1/measurand-kinds',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-normative-documents': {
    method: 'get',
    path: '/v1/normative-documents',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-organizations': {
    method: 'get',
    path: '/v1/organizations',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-people': { method: 'get', path: '/v1/people', media: ['text/csv', 'application/x-ndjson'] },
  'list-policies': { method: 'get', path: '/v1/policies', media: ['text/csv', 'application/x-ndjson'] },
  'list-recall-items': {
    method: 'get',
    path: '/v1/recalls/{id}/items',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-recall-notices': {
    method: 'get',
    path: '/v1/recalls/{id}/notices',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-recalls': { method: 'get', path: '/v1/recalls', media: ['text/csv', 'application/x-ndjson'] },
  'list-references': { method: 'get', path: '/v1/references', media: ['text/csv', 'application/x-ndjson'] },
  'list-sessions': { method: 'get', path: '/v1/sessions', media: ['text/csv', 'application/x-ndjson'] },
  'list-trust-anchors': {
    method: 'get',
    path: '/v1/trust-anchors',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-usages': { method: 'get', path: '/v1/usages', media: ['application/x-ndjson', 'text/csv'] },
  'list-webhook-deliveries': {
    method: 'get',
    path: '/v1/webhooks/{id}/deliveries',
    media: ['text/csv', 'application/x-ndjson'],
  },
  'list-webhooks': { method: 'get', path: '/v1/webhooks' },
  'log-calibration': { method: 'post', path: '/v1/calibrations', keyed: true },
  'log-of-certificate': { method: 'get', path: '/v1/certificates/{number}/log' },
  'open-comparison': { method: 'post', path: '/v1/comparisons', keyed: true },
  'open-recall': { method: 'post', path: '/v1/recalls', keyed: true },
  'open-session': { method: 'post', path: '/v1/sessions', keyed: true },
  'preview-certificate': { method: 'get', path: '/v1/calibrations/{id}/preview', media: ['application/pdf'] },
  'prove-certificate': { method: 'get', path: '/v1/certificates/{number}/proof' },
  'prove-log-consistency': { method: 'get', path: '/log/proof/consistency' },
  'prove-log-inclusion': { method: 'get', path: '/log/proof/inclusion' },
  'published-keys': { method: 'get', path: '/.well-known/jwks.json' },
  'published-seal': { method: 'get', path: '/.well-known/dcc-seal.json' },
  'published-seal-certificate': {
    method: 'get',
    path: '/.well-known/dcc-seal.pem',
    media: ['application/x-pem-file'],
  },
  'read-authorization': { method: 'get', path: '/v1/authorizations/{id}' },
  'read-calibration': { method: 'get', path: '/v1/calibrations/{id}' },
  'read-calibration-entry': { method: 'get', path: '/v1/calibrations/{id}/entry' },
  'read-certificate': {
    method: 'get',
    path: '/v1/certificates/{number}',
    media: ['text/html', 'application/pdf', 'application/xml'],
  },
  'read-certificate-import': {
    method: 'get',
    path: '/v1/certificates/imports/{id}',
    media: ['application/xml'],
  },
  'read-comparison': { method: 'get', path: '/v1/comparisons/{id}' },
  'read-competence': { method: 'get', path: '/v1/competences/{id}' },
  'read-current-session': { method: 'get', path: '/v1/sessions/current' },
  'read-dcc-mapping': { method: 'get', path: '/v1/dcc-mappings/{id}' },
  'read-equipment': { method: 'get', path: '/v1/equipment/{id}' },
  'read-import': { method: 'get', path: '/v1/imports/{id}', media: ['application/x-ndjson'] },
  'read-import-template': {
    method: 'get',
    path: '/v1/import/{kind}/template',
    media: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
  },
  'read-log-checkpoint': { method: 'get', path: '/log/checkpoint', media: ['text/plain'] },
  'read-log-entry-bundle': {
    method: 'get',
    path: '/log/tile/entries/{+path}',
    media: ['application/octet-stream'],
  },
  'read-log-tile': { method: 'get', path: '/log/tile/{level}/{+path}', media: ['application/octet-stream'] },
  'read-measurand-kind': { method: 'get', path: '/v1/measurand-kinds/{id}' },
  'read-normative-document': { method: 'get', path: '/v1/normative-documents/{id}' },
  'read-organization': { method: 'get', path: '/v1/organizations/{id}' },
  'read-person': { method: 'get', path: '/v1/people/{id}' },
  'read-policy': { method: 'get', path: '/v1/policies/{id}' },
  'read-recall': { method: 'get', path: '/v1/recalls/{id}' },
  'read-reference': { method: 'get', path: '/v1/references/{id}' },
  'read-reporting-rules': { method: 'get', path: '/v1/organizations/{id}/reporting-rules' },
  'read-trust-anchor': { method: 'get', path: '/v1/trust-anchors/{id}' },
  'read-usage': { method: 'get', path: '/v1/usages/{id}' },
  'read-webhook': { method: 'get', path: '/v1/webhooks/{id}' },
  'recalls-of-certificate': { method: 'get', path: '/v1/certificates/{number}/recalls' },
  'record-dcc-mapping': { method: 'post', path: '/v1/dcc-mappings', keyed: true },
  'record-equipment-event': { method: 'post', path: '/v1/equipment/{id}/events', keyed: true },
  'record-usage': { method: 'post', path: '/v1/usages', keyed: true },
  'register-competence': { method: 'post', path: '/v1/competences', keyed: true },
  'register-equipment': { method: 'post', path: '/v1/equipment', keyed: true },
  'register-identity': { method: 'post', path: '/v1/people/{id}/identities', keyed: true },
  'register-measurand-kind': { method: 'post', path: '/v1/measurand-kinds', keyed: true },
  'register-normative-document': { method: 'post', path: '/v1/normative-documents', keyed: true },
  'register-organization': { method: 'post', path: '/v1/organizations', keyed: true },
  'register-person': { method: 'post', path: '/v1/people', keyed: true },
  'register-policy': { method: 'post', path: '/v1/policies', keyed: true },
  'register-reference': { method: 'post', path: '/v1/references', keyed: true },
  'register-trust-anchor': { method: 'post', path: '/v1/trust-anchors', keyed: true },
  'remove-webhook': { method: 'delete', path: '/v1/webhooks/{id}' },
  'reopen-recall': { method: 'post', path: '/v1/recalls/{id}/reopen', keyed: true },
  'replay-webhook-deliveries': { method: 'post', path: '/v1/webhooks/{id}/replay', keyed: true },
  'resolve-comparison-result': { method: 'post', path: '/v1/comparisons/{id}/resolutions', keyed: true },
  'restrict-equipment': { method: 'post', path: '/v1/equipment/{id}/restrictions', keyed: true },
  'retire-node-key': { method: 'post', path: '/v1/keys/{kid}/retire', keyed: true },
  'retire-trust-anchor': { method: 'post', path: '/v1/trust-anchors/{id}/retire', keyed: true },
  'review-calibration': { method: 'post', path: '/v1/calibrations/{id}/review', keyed: true },
  'revise-authorization': { method: 'put', path: '/v1/authorizations/{id}' },
  'revise-calibration': { method: 'put', path: '/v1/calibrations/{id}' },
  'revise-equipment': { method: 'put', path: '/v1/equipment/{id}' },
  'revise-measurand-kind': { method: 'put', path: '/v1/measurand-kinds/{id}' },
  'revise-normative-document': { method: 'put', path: '/v1/normative-documents/{id}' },
  'revise-organization': { method: 'put', path: '/v1/organizations/{id}' },
  'revise-person': { method: 'put', path: '/v1/people/{id}' },
  'revise-policy': { method: 'put', path: '/v1/policies/{id}' },
  'revise-reference': { method: 'put', path: '/v1/references/{id}' },
  'revise-webhook': { method: 'patch', path: '/v1/webhooks/{id}' },
  'revoke-api-key': { method: 'post', path: '/v1/api-keys/{id}/revoke', keyed: true },
  'revoke-certificate': { method: 'post', path: '/v1/certificates/{number}/revoke', keyed: true },
  'revoke-feed-key': { method: 'delete', path: '/v1/due/feed-keys/{id}' },
  'rotate-api-key': { method: 'post', path: '/v1/api-keys/{id}/rotate', keyed: true },
  'rotate-node-key': { method: 'post', path: '/v1/keys/rotate', keyed: true },
  'rotate-webhook-secret': { method: 'post', path: '/v1/webhooks/{id}/rotate', keyed: true },
  'self-test': { method: 'get', path: '/v1/self-test' },
  'signatures-of-certificate': { method: 'get', path: '/v1/certificates/{number}/signatures' },
  'state-reporting-rules': { method: 'post', path: '/v1/organizations/{id}/reporting-rules', keyed: true },
  'submit-calibration': { method: 'post', path: '/v1/calibrations/{id}/submit', keyed: true },
  'submit-comparison-result': { method: 'post', path: '/v1/comparisons/{id}/results', keyed: true },
  'subscribe-webhook': { method: 'post', path: '/v1/webhooks', keyed: true },
  'traceability-of-certificate': { method: 'get', path: '/v1/certificates/{number}/traceability' },
  'traceability-of-equipment': { method: 'get', path: '/v1/equipment/{code}/traceability' },
  'transcribe-certificate': { method: 'post', path: '/v1/certificates', keyed: true },
  'usages-of-equipment': {
    method: 'get',
    path: '/v1/equipment/{id}/usages',
    media: ['application/x-ndjson', 'text/csv'],
  },
  'validity-of-certificate': { method: 'get', path: '/v1/certificates/{number}/validity' },
  'validity-of-certificates': { method: 'post', path: '/v1/validity' },
  'withdraw-certificate': { method: 'post', path: '/v1/certificates/{number}/withdraw', keyed: true },
}
