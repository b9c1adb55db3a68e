import type {
  CalibrationResultView,
  CertificateView,
  EnvironmentCondition,
  LocalizedText,
  StandardUsed,
} from '#contract/types.ts'
import type { Calibration } from '../calibrations/calibration.entity.ts'
import { viewResult } from '../calibrations/results/result.view.ts'
import { conclusionOf } from './conclusion.view.ts'

/** What is signed and hashed: the certificate without what is only known about it from outside. */
export type CertificateDocument = Omit<CertificateView, 'sha256' | 'recordedAt' | 'versions' | 'events'>

/** What a person signs: the document before it has a number, an issue and signatures. */
export type CertificateContent = Omit<
  CertificateDocument,
  'number' | 'version' | 'issued' | 'change' | 'traceability' | 'signatures'
>

/** What the content takes from beside the calibration. */
export interface Beside {
  readonly standards: readonly StandardUsed[]
  readonly attachments: NonNullable<CertificateView['attachments']>
  /** A place that is corrected by an editorial amendment. */
  readonly place?: LocalizedText
}

/**
 * ISO/IEC 17025:2017, 7.8.2.1 and 7.8.4.1, with every name as it is now. Laboratory, equipment and its owner, component,
 * customer, method, competence and results must be loaded.
 */
export function contentOf(row: Calibration, { standards, attachments, place }: Beside): CertificateContent {
  const conclusion = conclusionOf(row)
  const { received, recalibrationAgreed, opinions, remarks } = row.particulars ?? {}
  return {
    kind: row.certificateKind,
    origin: row.origin,
    issuer: issuerOf(row),
    customer: customerOf(row),
    item: itemOf(row),
    ...(received !== undefined && { received }),
    ...methodOf(row),
    ...competenceOf(row),
    started: row.startedAt.toISOString(),
    finished: row.finishedAt.toISOString(),
    ...(row.validUntil && { validUntil: row.validUntil }),
    ...(recalibrationAgreed && { recalibration: recalibrationAgreed }),
    ...placeOf(row, place),
    environment: row.environment as readonly EnvironmentCondition[],
    ...(row.conditionsOfUse && {
      conditionsOfUse: row.conditionsOfUse as CertificateView['conditionsOfUse'],
    }),
    ...(standards.length > 0 && { standards }),
    results: row.results.getItems().map((result): CalibrationResultView => viewResult(result)),
    ...(conclusion && { verification: conclusion }),
    ...(row.asFoundOmitted && { asFoundOmitted: row.asFoundOmitted }),
    ...(row.traceabilityStatement && { traceabilityStatement: row.traceabilityStatement }),
    ...(opinions && { opinions }),
    ...(remarks !== undefined && { remarks }),
    ...(attachments.length > 0 && { attachments }),
    visibility: row.visibility,
  } as CertificateContent
}

interface Named {
  readonly code: string
  readonly name: unknown
}

const namesOf = ({ code, name }: Named) => ({ code, name: name as LocalizedText })

/** The site at which the work was done: the one that is named, else the first. */
function siteOf(row: Calibration) {
  const { sites } = row.laboratory.getEntity()
  return sites.find(({ code }) => code === row.site) ?? sites[0]
}

function issuerOf(row: Calibration): CertificateContent['issuer'] {
  const laboratory = row.laboratory.getEntity()
  const address = siteOf(row)?.address
  const claimed = row.competence?.getEntity()
  return {
    ...namesOf(laboratory),
    fictional: laboratory.fictional,
    ...(address !== undefined && { address: address as LocalizedText }),
    ...(claimed?.kind === 'accreditation' && {
      accreditation: { body: claimed.issuer, number: claimed.number },
    }),
  }
}

/** The owner of the item unless another was stated, with the address of the first site. */
function customerOf(row: Calibration): CertificateContent['customer'] {
  const customer = row.customer?.getEntity() ?? row.equipment.getEntity().owner.getEntity()
  const address = customer.sites[0]?.address
  return { ...namesOf(customer), ...(address !== undefined && { address: address as LocalizedText }) }
}

function itemOf(row: Calibration): CertificateContent['item'] {
  const { code, name, manufacturer, model, serialNumber, owner } = row.equipment.getEntity()
  const condition = row.particulars?.itemCondition
  return {
    equipment: code,
    component: row.component.getEntity().code,
    name: name as LocalizedText,
    manufacturer,
    model,
    serialNumber,
    owner: namesOf(owner.getEntity()),
    ...(condition !== undefined && { condition }),
  }
}

function methodOf(row: Calibration): Pick<CertificateContent, 'method'> {
  const method = row.method?.getEntity()
  if (!method) return {}
  const { code, number, title, edition } = method
  const deviation = row.methodDeviation
  return {
    method: {
      document: code,
      number,
      title: title as LocalizedText,
      edition,
      ...(deviation && { deviation }),
    },
  }
}

function competenceOf(row: Calibration): Pick<CertificateContent, 'competence'> {
  const claimed = row.competence?.getEntity()
  if (!claimed) return {}
  const { code, kind, number, issuer } = claimed
  return { competence: { code, kind, number, issuer } }
}

/** Work of this registry was done at the laboratory's site unless it says otherwise; a transcription says what is printed. */
function placeOf(row: Calibration, corrected: LocalizedText | undefined): Pick<CertificateContent, 'place'> {
  const site = row.origin === 'issued' ? siteOf(row)?.address : undefined
  const place = corrected ?? row.place ?? site
  return place ? { place: place as LocalizedText } : {}
}
