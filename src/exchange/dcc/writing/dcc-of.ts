import { element, writeXml, type WrittenElement } from '../../xml/write-xml.ts'
import type { SealingKey } from '../../xml-signature/sealing-key.ts'
import { signCanonical } from '../../xml-signature/sign-enveloped.ts'
import { wordsOf } from './dcc-text.ts'
import { administrativeData, type AdministrativeContext } from './write-administrative-data.ts'
import type { CertificateSource, SourceResult, SourceStage } from './certificate-source.ts'
import { influenceConditions } from './write-conditions.ts'
import { measuringEquipments, type EquipmentContext } from './write-equipment.ts'
import { usedMethods } from './write-methods.ts'
import { resultsOf, stagesOf } from './write-results.ts'

/** What the file says that is not in the certificate: where it is served, in which state it was issued, and who seals it. */
export interface DccContext extends AdministrativeContext, EquipmentContext {
  readonly key: SealingKey
}

/**
 * A certificate as a DCC 3.3.0 with D-SI 2.2, sealed. The same certificate is the same file: nothing of it depends on when
 * or how often it is made.
 */
export function dccOf(source: CertificateSource, context: DccContext): Uint8Array {
  return signCanonical(writeXml(dccElement(source, context)), context.key, sealedAt(source, context.key))
}

/** The day of issue is claimed, or the first of the key where that is later: no key has sealed anything before it was made. */
function sealedAt({ issued }: CertificateSource, { certificate }: SealingKey): Date {
  return new Date(Math.max(Date.parse(issued), certificate.validFromDate.getTime()))
}

export const dccElement = (source: CertificateSource, context: Omit<DccContext, 'key'>): WrittenElement =>
  element(
    'dcc:digitalCalibrationCertificate',
    { 'xmlns:dcc': 'https://ptb.de/dcc', 'xmlns:si': 'https://ptb.de/si', schemaVersion: '3.3.0' },
    administrativeData(source, context),
    element(
      'dcc:measurementResults',
      {},
      stagesOf(source).map((results) => measurementResult(source, results, context)),
    ),
  )

const stageNames: Readonly<Record<SourceStage, { readonly en: string; readonly zh: string }>> = {
  'as-found': { en: 'Results as found, before the adjustment', zh: '调整前结果' },
  'as-left': { en: 'Results as left, after the adjustment', zh: '调整后结果' },
  'as-found-and-left': { en: 'Results', zh: '校准结果' },
}

/** Methods, standards and conditions stand with the results they belong to, where readers since DCC 3.0 look for them. */
function measurementResult(
  source: CertificateSource,
  results: readonly SourceResult[],
  context: EquipmentContext,
): WrittenElement {
  const stage = results[0]?.stage ?? 'as-found-and-left'
  return element(
    'dcc:measurementResult',
    { refId: 'item' },
    wordsOf('dcc:name', stageNames[stage]),
    usedMethods(source, results),
    measuringEquipments(source, results, context),
    influenceConditions(source, stage),
    resultsOf(results),
  )
}
