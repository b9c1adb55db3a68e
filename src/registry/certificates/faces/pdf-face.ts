import { createHash } from 'node:crypto'
import type { MediaAnswer } from '#http/operation.ts'
import { certificateSheet, type Attachment } from '#typesetting/certificate-sheet.ts'
import type { Sheet } from '#typesetting/messages.ts'
import type { CertificateVersion } from '../certificate.queries.ts'
import { fileName, headersOf } from './face-headers.ts'
import { faceOfVersion, type Asked, type Seen } from './read-face.ts'
import { xmlFace } from './xml-face.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** A sheet as PDF/A-3a, made in a process of its own. */
    readonly typeset: (sheet: Sheet) => Promise<Uint8Array>
  }
}

/** Raised with every change of the template that can be seen: the same certificate is then another file. */
const sheetRevision = 1

/** Nothing is stored: the same version gives the same bytes whenever it is asked for. */
export function pdfFace(asked: Asked, seen: Seen): MediaAnswer {
  const { language = 'zh-en' } = asked.query
  const { version } = seen
  return {
    status: 200,
    media: 'application/pdf',
    content: () => pdfOf(asked, version, language),
    etag: `${version.sha256}.pdf.${language}.${sheetRevision}`,
    headers: {
      ...headersOf(asked, seen, fileName(version, '.pdf')),
      'content-language': language.replace('-', ', '),
    },
  }
}

async function pdfOf(
  { em, facilities }: Pick<Asked, 'em' | 'facilities'>,
  version: CertificateVersion,
  language: 'zh-en' | 'zh' | 'en',
): Promise<Uint8Array> {
  const xml = await xmlFace({ em, facilities }, version)
  const sheet = certificateSheet({
    face: faceOfVersion(version, facilities),
    language,
    issuedAt: version.issuedAt,
    attachments: [documentOf(version), ...(xml ? [dccOf(version, xml)] : [])],
  })
  return facilities.typeset(sheet)
}

const documentOf = (version: CertificateVersion): Attachment => ({
  name: fileName(version, '.json'),
  media: 'application/json',
  relationship: 'data',
  words: {
    zh: '规范 JSON 文件（RFC 8785）：其散列值即证书的身份',
    en: 'The canonical document (RFC 8785): its hash is the identity of the certificate',
  },
  bytes: Buffer.from(version.document),
  sha256: version.sha256,
})

const dccOf = (version: CertificateVersion, xml: Uint8Array): Attachment => ({
  name: fileName(version, '.dcc.xml'),
  media: 'application/xml',
  relationship: 'source',
  words:
    version.origin === 'issued'
      ? { zh: '数字校准证书（DCC），含电子签名', en: 'The digital calibration certificate (DCC), sealed' }
      : {
          zh: '数字校准证书（DCC），原件',
          en: 'The digital calibration certificate (DCC), as it was imported',
        },
  bytes: xml,
  sha256: createHash('sha256').update(xml).digest('hex'),
})
