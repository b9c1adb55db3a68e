import { AttachmentContent } from './attachments/attachment-content.entity.ts'
import { Attachment } from './attachments/attachment.entity.ts'
import { AuditEvent, AuditHead } from './audit/audit-event.entity.ts'
import { IdempotencyKey } from './audit/idempotency-key.entity.ts'
import { CalibrationResult } from './calibrations/calibration-result.entity.ts'
import { Calibration } from './calibrations/calibration.entity.ts'
import { ResultLink } from './calibrations/result-link.entity.ts'
import { CertificateCounter } from './certificates/certificate-counter.entity.ts'
import { CertificateEvent } from './certificates/certificate-event.entity.ts'
import { Certificate } from './certificates/certificate.entity.ts'
import { CertificateImport } from './certificates/importing/certificate-import.entity.ts'
import { ImportedCertificate } from './certificates/importing/imported-certificate.entity.ts'
import {
  ComparisonResolution,
  ComparisonResult,
  ComparisonScore,
} from './comparisons/comparison-result.entity.ts'
import { Comparison, ComparisonClosing } from './comparisons/comparison.entity.ts'
import { CompetenceStatus } from './competences/competence-status.entity.ts'
import { CompetenceVersion } from './competences/competence-version.entity.ts'
import { Competence } from './competences/competence.entity.ts'
import { Component } from './equipment/component.entity.ts'
import { DccMapping } from './dcc-mappings/dcc-mapping.entity.ts'
import { EquipmentEvent } from './equipment/equipment-event.entity.ts'
import { EquipmentProgramme } from './equipment/equipment-programme.entity.ts'
import {
  EquipmentRestriction,
  EquipmentRestrictionEnd,
} from './equipment/limited-use/equipment-restriction.entity.ts'
import { EquipmentVersion } from './equipment/equipment-version.entity.ts'
import { Equipment } from './equipment/equipment.entity.ts'
import { MeasuringInterval } from './equipment/measuring-interval.entity.ts'
import { FeedKey } from './due/feed-key.entity.ts'
import { Event, EventParty } from './events/event.entity.ts'
import { RateLimit } from './limits/rate-limit.entity.ts'
import { LogEntry } from './log/log-entry.entity.ts'
import { LogHead, LogTile } from './log/log-tree.entity.ts'
import { MeasurandKind } from './measurand-kinds/measurand-kind.entity.ts'
import { NormativeDocumentVersion } from './normative-documents/normative-document-version.entity.ts'
import { NormativeDocument } from './normative-documents/normative-document.entity.ts'
import { OrganizationVersion } from './organizations/organization-version.entity.ts'
import { Organization } from './organizations/organization.entity.ts'
import { ApiKey } from './people/api-key.entity.ts'
import { AuthorizationVersion } from './people/authorization-version.entity.ts'
import { Authorization } from './people/authorization.entity.ts'
import { PersonContact } from './people/person-contact.entity.ts'
import { PersonIdentity } from './people/person-identity.entity.ts'
import { Person } from './people/person.entity.ts'
import { PageSession } from './people/sessions/page-session.entity.ts'
import { PolicyVersion } from './policies/policy-version.entity.ts'
import { RecallDisposition } from './recalls/recall-disposition.entity.ts'
import { RecallEvent } from './recalls/recall-event.entity.ts'
import { RecallItem } from './recalls/recall-item.entity.ts'
import { RecallAcknowledgement, RecallNotice } from './recalls/recall-notice.entity.ts'
import { Recall } from './recalls/recall.entity.ts'
import { MetrologicalReference } from './references/metrological-reference.entity.ts'
import { ReferenceEvidence } from './references/reference-evidence.entity.ts'
import { ReportingRule } from './reporting-rules/reporting-rule.entity.ts'
import { SignatureAct } from './signatures/signature-act.entity.ts'
import { TrustAnchor } from './trust-anchors/trust-anchor.entity.ts'
import { Usage } from './usages/usage.entity.ts'
import { Import, ImportRow } from './imports/import.entity.ts'
import { Webhook, WebhookDelivery } from './webhooks/webhook.entity.ts'

export const entities = [
  ApiKey,
  Attachment,
  AttachmentContent,
  AuditEvent,
  AuditHead,
  Authorization,
  AuthorizationVersion,
  Calibration,
  CalibrationResult,
  Certificate,
  CertificateCounter,
  CertificateEvent,
  CertificateImport,
  Comparison,
  ComparisonClosing,
  ComparisonResolution,
  ComparisonResult,
  ComparisonScore,
  Competence,
  CompetenceStatus,
  CompetenceVersion,
  Component,
  DccMapping,
  Equipment,
  EquipmentEvent,
  EquipmentProgramme,
  EquipmentRestriction,
  EquipmentRestrictionEnd,
  EquipmentVersion,
  IdempotencyKey,
  Import,
  ImportRow,
  ImportedCertificate,
  FeedKey,
  Event,
  EventParty,
  LogEntry,
  LogHead,
  LogTile,
  MeasurandKind,
  MeasuringInterval,
  MetrologicalReference,
  NormativeDocument,
  NormativeDocumentVersion,
  Organization,
  OrganizationVersion,
  PageSession,
  Person,
  PersonContact,
  PersonIdentity,
  PolicyVersion,
  RateLimit,
  Recall,
  RecallAcknowledgement,
  RecallDisposition,
  RecallEvent,
  RecallItem,
  RecallNotice,
  ReferenceEvidence,
  ReportingRule,
  ResultLink,
  SignatureAct,
  TrustAnchor,
  Usage,
  Webhook,
  WebhookDelivery,
]
