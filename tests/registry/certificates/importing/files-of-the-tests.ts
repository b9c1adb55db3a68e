import { createHash } from 'node:crypto'
import { signEnveloped } from '#exchange/xml-signature/sign-enveloped.ts'
import type { SealingKey } from '#exchange/xml-signature/sealing-key.ts'
import type { Service } from '../../../service.ts'
import type { Answer } from '../../people-of-the-tests.ts'

const text = (name: string, words: string) =>
  `<dcc:${name}><dcc:content lang="en">${words}</dcc:content></dcc:${name}>`
const contact = (name: string) =>
  `${text('name', name)}<dcc:location><dcc:city>Beijing</dcc:city></dcc:location>`
const numbers = (list: string) => list.replaceAll(/(?<=\d) (?=\d{3})/g, '')

/** A certificate of a weight as its laboratory sends it; every part can be another one. */
export function certificateFile(
  change: {
    number?: string
    laboratory?: string
    accreditation?: string
    values?: string
    uncertainties?: string
    unit?: string
    equipment?: string
    serialNumber?: string
    beside?: string
  } = {},
): Uint8Array<ArrayBuffer> {
  const { serialNumber = 'STANDARD' } = change
  const { number = 'NMI-D-1', laboratory = 'Example Institute', accreditation, beside = '' } = change
  const {
    values = '10.000 005',
    uncertainties = '0.000 045',
    unit = String.raw`\kilogram`,
    equipment = '',
  } = change
  return new TextEncoder().encode(
    '<?xml version="1.0" encoding="UTF-8"?>' +
      '<dcc:digitalCalibrationCertificate schemaVersion="3.3.0" xmlns:dcc="https://ptb.de/dcc" xmlns:si="https://ptb.de/si">' +
      '<dcc:administrativeData><dcc:dccSoftware><dcc:software>' +
      `${text('name', 'Writer')}<dcc:release>v1</dcc:release></dcc:software></dcc:dccSoftware>` +
      '<dcc:coreData><dcc:countryCodeISO3166_1>CN</dcc:countryCodeISO3166_1><dcc:usedLangCodeISO639_1>en</dcc:usedLangCodeISO639_1>' +
      '<dcc:mandatoryLangCodeISO639_1>en</dcc:mandatoryLangCodeISO639_1>' +
      `<dcc:uniqueIdentifier>${number}</dcc:uniqueIdentifier>` +
      '<dcc:beginPerformanceDate>2025-06-02</dcc:beginPerformanceDate><dcc:endPerformanceDate>2025-06-03</dcc:endPerformanceDate>' +
      '<dcc:performanceLocation>laboratory</dcc:performanceLocation><dcc:issueDate>2025-06-05</dcc:issueDate></dcc:coreData>' +
      `<dcc:items><dcc:item>${text('name', 'Weight')}<dcc:identifications><dcc:identification>` +
      `<dcc:issuer>manufacturer</dcc:issuer><dcc:value>${serialNumber}</dcc:value></dcc:identification></dcc:identifications></dcc:item></dcc:items>` +
      '<dcc:calibrationLaboratory>' +
      (accreditation === undefined
        ? ''
        : `<dcc:calibrationLaboratoryCode>${accreditation}</dcc:calibrationLaboratoryCode>`) +
      `<dcc:contact>${contact(laboratory)}</dcc:contact></dcc:calibrationLaboratory>` +
      `<dcc:respPersons><dcc:respPerson><dcc:person>${text('name', 'Li')}</dcc:person><dcc:mainSigner>true</dcc:mainSigner>` +
      `</dcc:respPerson></dcc:respPersons><dcc:customer>${contact('Customer')}</dcc:customer></dcc:administrativeData>` +
      `<dcc:measurementResults><dcc:measurementResult>${text('name', 'Results')}${equipment}` +
      `<dcc:results><dcc:result>${text('name', 'Mass')}<dcc:data><dcc:list>` +
      `<dcc:quantity refType="basic_nominalValue">${text('name', 'Nominal')}<si:realListXMLList>` +
      `<si:valueXMLList>${numbers(values)
        .split(' ')
        .map(() => '10')
        .join(' ')}</si:valueXMLList>` +
      String.raw`<si:unitXMLList>\kilogram</si:unitXMLList></si:realListXMLList></dcc:quantity>` +
      `<dcc:quantity refType="basic_measuredValue">${text('name', 'Conventional mass')}<si:realListXMLList>` +
      `<si:valueXMLList>${numbers(values)}</si:valueXMLList><si:unitXMLList>${unit}</si:unitXMLList>` +
      '<si:measurementUncertaintyUnivariateXMLList><si:expandedMUXMLList>' +
      `<si:valueExpandedMUXMLList>${numbers(uncertainties)}</si:valueExpandedMUXMLList>` +
      '<si:coverageFactorXMLList>2</si:coverageFactorXMLList><si:coverageProbabilityXMLList>0.9545</si:coverageProbabilityXMLList>' +
      '</si:expandedMUXMLList></si:measurementUncertaintyUnivariateXMLList></si:realListXMLList></dcc:quantity>' +
      `</dcc:list></dcc:data></dcc:result></dcc:results></dcc:measurementResult></dcc:measurementResults>${beside}` +
      '</dcc:digitalCalibrationCertificate>',
  )
}

/** A standard that was used, and what the file says of its certificate. */
export const standardUsed = (hash: {
  number: string
  procedure?: string
  value?: string
  serial?: string
}): string =>
  '<dcc:measuringEquipments><dcc:measuringEquipment><dcc:name><dcc:content lang="en">Standard</dcc:content></dcc:name>' +
  '<dcc:certificate><dcc:referral><dcc:content lang="en">Institute</dcc:content></dcc:referral>' +
  `<dcc:referralID>${hash.number}</dcc:referralID><dcc:procedure>${hash.procedure ?? 'analogue'}</dcc:procedure>` +
  `<dcc:value>${hash.value ?? 'analogue'}</dcc:value></dcc:certificate><dcc:identifications><dcc:identification>` +
  `<dcc:issuer>manufacturer</dcc:issuer><dcc:value>${hash.serial ?? 'none'}</dcc:value></dcc:identification>` +
  '</dcc:identifications></dcc:measuringEquipment></dcc:measuringEquipments>'

/** Sends a file with a key. */
export async function imported(
  s: Service,
  key: string,
  file: Uint8Array<ArrayBuffer> | string,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await s.app.request(`/v1/certificates/import${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/xml', ...headers },
    body: file,
  })
  const body: unknown = await response.json()
  return { status: response.status, headers: response.headers, body }
}

/** The bytes that are served at a path. */
export async function bytesAt(s: Service, key: string, path: string) {
  const response = await s.app.request(path, { headers: { authorization: `Bearer ${key}` } })
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

/** What the columns of these files mean, and the records that a file is connected with. */
export const mapping = {
  code: 'NMI.WEIGHTS',
  issuer: 'NMI',
  rules: [
    {
      code: 'm1',
      measurandKind: 'mass.conventional',
      value: { refType: 'basic_measuredValue' },
      nominal: { column: { refType: 'basic_nominalValue' } },
    },
  ],
}

export const connected = '?issuer=NMI&equipment=STANDARD&competence=NMI-MASS'

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export const signed = (file: Uint8Array, key: SealingKey) =>
  new Uint8Array(signEnveloped(file, key, new Date('2025-06-05T00:00:00Z')))
