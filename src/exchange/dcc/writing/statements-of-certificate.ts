import { element, text, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource, Words } from './certificate-source.ts'
import { around, contents, line, wordsOf } from './dcc-text.ts'
import { declaration, said, statement } from './statement.ts'

export interface StatementContext {
  readonly origin: string
  /** The identity of the certificate: the SHA-256 of its canonical JSON. */
  readonly sha256: string
}

/** From what this file was made, and where its validity can be asked for. */
export function identity(
  { number, version }: CertificateSource,
  { origin, sha256 }: StatementContext,
): WrittenElement {
  const address = `${origin}/v1/certificates/${encodeURIComponent(number)}`
  return statement(
    { refType: 'etalon_canonicalDocument', name: { en: 'Canonical document', zh: '规范文件' } },
    text('dcc:reference', `sha256:${sha256}`),
    text('dcc:link', `${address}.json?version=${version}`),
    text('dcc:link', `${address}/validity`),
    declaration({
      en: 'This file says in DCC what the canonical JSON document (RFC 8785) with this SHA-256 says; that document is the certificate.',
      zh: '本文件以DCC格式表达具有该SHA-256值的规范化JSON文件（RFC 8785）的内容；证书以该文件为准。',
    }),
  )
}

export const fictional = ({ issuer }: CertificateSource): WrittenElement | undefined =>
  issuer.fictional
    ? said(
        'etalon_fictional',
        { en: 'Fictional', zh: '虚构' },
        {
          en: 'The issuer is fictional: a demonstration, not a certificate',
          zh: '签发机构为虚构：仅供演示，不是证书',
        },
      )
    : undefined

/** 检定有效期: a verification is valid until a day that the regulation sets. */
export const validity = ({ validUntil }: CertificateSource): WrittenElement | undefined =>
  validUntil === undefined
    ? undefined
    : statement(
        { refType: 'etalon_validUntil', name: { en: 'Valid until', zh: '有效期至' } },
        text('dcc:date', validUntil),
      )

/** 7.8.4.3: only where it was agreed, and then it is the customer's word. */
export function recalibration(source: CertificateSource): WrittenElement | undefined {
  const { recalibration: agreed, customer } = source
  if (!agreed) return undefined
  return statement(
    { refType: 'basic_recalibration', name: { en: 'Recalibration agreed', zh: '约定的复校日期' } },
    declaration(agreed.agreement),
    text('dcc:date', agreed.due),
    customer &&
      element(
        'dcc:respAuthority',
        {},
        wordsOf('dcc:name', customer.name),
        element('dcc:location', {}, element('dcc:further', {}, contents({ en: 'The customer', zh: '客户' }))),
      ),
  )
}

export const placeId = 'place-of-performance'

/** Where the address that is stated is not that of the laboratory. */
export const isElsewhere = ({
  place: stated,
  issuer,
}: Pick<CertificateSource, 'place' | 'issuer'>): boolean =>
  stated !== undefined && JSON.stringify(stated) !== JSON.stringify(issuer.address)

export function place({ place: stated, issuer }: CertificateSource): WrittenElement | undefined {
  if (stated === undefined || !isElsewhere({ place: stated, issuer })) return undefined
  return statement(
    {
      refType: 'etalon_placeOfPerformance',
      id: placeId,
      name: { en: 'Place of the work', zh: '校准地点' },
    },
    declaration(stated),
    element('dcc:location', {}, element('dcc:further', {}, contents(stated))),
  )
}

/** 7.8.8: what was changed, and why. */
export const change = ({ change: made }: CertificateSource): WrittenElement | undefined =>
  said(
    'etalon_change',
    { en: 'Amendment', zh: '修改说明' },
    made &&
      around(made.reason, { en: (text) => `${made.class}: ${text}`, zh: (text) => `${made.class}：${text}` }),
  )

/** 7.8.7: marked as an opinion, with what it is based on. */
export const opinion = ({
  text: words,
  basis,
}: {
  readonly text: Words
  readonly basis: string
}): WrittenElement =>
  statement(
    { refType: 'etalon_opinion', name: { en: 'Opinion and interpretation', zh: '意见和解释' } },
    line('dcc:reference', basis),
    declaration(words),
  )

export const attachment = ({
  name,
  sha256,
}: {
  readonly name: string
  readonly sha256: string
}): WrittenElement =>
  statement(
    { refType: 'etalon_attachment', name: { en: 'Attachment', zh: '附件' } },
    text('dcc:reference', `sha256:${sha256}`),
    declaration(name),
  )
