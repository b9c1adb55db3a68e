import { element, text, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource, Words } from './certificate-source.ts'
import { identifierOf } from './dcc-identifier.ts'
import { line, wordsOf } from './dcc-text.ts'
import { registryCode, serialNumber } from './write-equipment.ts'
import { isElsewhere, placeId, type StatementContext } from './statements-of-certificate.ts'
import { contactOf, laboratory, persons } from './write-parties.ts'
import { statements } from './write-statements.ts'

export interface AdministrativeContext extends StatementContext {
  /** Where the laboratory is, as ISO 3166-1 has it. */
  readonly country: string
}

export const administrativeData = (
  source: CertificateSource,
  context: AdministrativeContext,
): WrittenElement =>
  element(
    'dcc:administrativeData',
    {},
    software(source),
    vocabularies(context),
    coreData(source, context),
    items(source),
    laboratory(source, context),
    persons(source),
    element('dcc:customer', {}, ...contactOf(source.customer ?? source.item.owner ?? source.issuer)),
    statements(source, context),
  )

/** The release that evaluated the results, in the form that is asked for: one letter and numbers. */
function software({ results }: CertificateSource): WrittenElement {
  const { version } = results.find(({ budget }) => budget)?.budget?.engine ?? {}
  const release = /^\d+(?:\.\d+){0,3}/.exec(version ?? '')?.[0] ?? '1'
  return element(
    'dcc:dccSoftware',
    {},
    element(
      'dcc:software',
      {},
      wordsOf('dcc:name', 'Etalon'),
      text('dcc:release', `v${release}`),
      text('dcc:type', 'application'),
    ),
  )
}

const vocabularies = ({ origin }: AdministrativeContext): WrittenElement =>
  element(
    'dcc:refTypeDefinitions',
    {},
    element(
      'dcc:refTypeDefinition',
      {},
      wordsOf('dcc:name', { en: 'DKD refType database', zh: 'DKD refType 数据库' }),
      text('dcc:namespace', 'basic'),
      text('dcc:link', 'https://digilab.ptb.de/dkd/refType'),
    ),
    element(
      'dcc:refTypeDefinition',
      {},
      wordsOf('dcc:name', { en: 'Terms of this registry', zh: '本登记系统的术语' }),
      text('dcc:namespace', 'etalon'),
      text('dcc:link', `${origin}/docs`),
    ),
  )

const speaksChinese: ReadonlySet<string> = new Set(['CN', 'HK', 'MO', 'TW'])

function coreData(source: CertificateSource, { country }: AdministrativeContext): WrittenElement {
  const { number, version, received, started, finished, issued } = source
  return element(
    'dcc:coreData',
    {},
    text('dcc:countryCodeISO3166_1', country),
    text('dcc:usedLangCodeISO639_1', 'zh'),
    text('dcc:usedLangCodeISO639_1', 'en'),
    text('dcc:mandatoryLangCodeISO639_1', speaksChinese.has(country) ? 'zh' : 'en'),
    line('dcc:uniqueIdentifier', identifierOf(number, version)),
    identifications(source),
    received === undefined ? undefined : text('dcc:receiptDate', received),
    text('dcc:beginPerformanceDate', civilDay(started)),
    text('dcc:endPerformanceDate', civilDay(finished)),
    performanceLocation(source),
    text('dcc:issueDate', civilDay(issued)),
    version === 1
      ? undefined
      : element(
          'dcc:reportAmendedSubstituted',
          {},
          text('dcc:typeOfChange', 'amended'),
          line('dcc:replacedUniqueIdentifier', identifierOf(number, version - 1)),
        ),
  )
}

const identifications = ({ number, version }: CertificateSource): WrittenElement =>
  element(
    'dcc:identifications',
    {},
    identification(number, { en: 'Certificate number', zh: '证书编号' }, 'etalon_certificateNumber'),
    identification(String(version), { en: 'Version', zh: '版本' }, 'etalon_certificateVersion'),
  )

const identification = (value: string, name: Words, refType: string): WrittenElement =>
  element(
    'dcc:identification',
    { refType },
    text('dcc:issuer', 'calibrationLaboratory'),
    line('dcc:value', value),
    wordsOf('dcc:name', name),
  )

/** The day on which it was in China: a record keeps the instant, a certificate the civil day. */
function civilDay(instant: string): string {
  const chinaStandardTimeMs = 8 * 3_600_000
  return new Date(Date.parse(instant) + chinaStandardTimeMs).toISOString().slice(0, 10)
}

/** At the laboratory where no other place is stated; the address of another one is a statement. */
function performanceLocation(source: CertificateSource): WrittenElement {
  return isElsewhere(source)
    ? text('dcc:performanceLocation', 'other', { refId: placeId })
    : text('dcc:performanceLocation', 'laboratory')
}

function items({ item }: CertificateSource): WrittenElement {
  const { name, manufacturer, model, serialNumber: serial, owner, condition } = item
  const called = name ?? [manufacturer, model].filter(Boolean).join(' ')
  return element(
    'dcc:items',
    {},
    element(
      'dcc:item',
      { id: 'item' },
      wordsOf('dcc:name', called === '' ? item.equipment : called),
      condition === undefined ? undefined : wordsOf('dcc:description', condition),
      owner && element('dcc:owner', {}, ...contactOf(owner)),
      manufacturer === undefined
        ? undefined
        : element('dcc:manufacturer', {}, wordsOf('dcc:name', manufacturer)),
      line('dcc:model', model),
      element(
        'dcc:identifications',
        {},
        serial === undefined ? undefined : serialNumber(serial),
        registryCode(item.equipment, item.component),
      ),
    ),
  )
}
