import { element, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource } from './certificate-source.ts'
import { said } from './statement.ts'
import {
  attachment,
  change,
  fictional,
  identity,
  opinion,
  place,
  recalibration,
  validity,
  type StatementContext,
} from './statements-of-certificate.ts'
import {
  competence,
  conditionOfUse,
  decisionRules,
  foreignUnits,
  traceability,
  verification,
} from './statements-of-results.ts'

/** What a certificate states beside its results (ISO/IEC 17025:2017, 7.8.2, 7.8.4, 7.8.6, 7.8.7). */
export const statements = (source: CertificateSource, context: StatementContext): WrittenElement =>
  element('dcc:statements', {}, [
    identity(source, context),
    fictional(source),
    traceability(source),
    competence(source),
    decisionRules(source),
    verification(source),
    validity(source),
    recalibration(source),
    place(source),
    source.conditionsOfUse?.map(conditionOfUse),
    said(
      'etalon_asFoundOmitted',
      { en: 'No results as found', zh: '未给出调整前结果' },
      source.asFoundOmitted,
    ),
    change(source),
    source.opinions?.map(opinion),
    said('etalon_remarks', { en: 'Remarks', zh: '备注' }, source.remarks),
    source.attachments?.map(attachment),
    foreignUnits(source),
  ])
