import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateFaceQuery, CertificatePath } from '#contract/types.ts'
import { faceOf, type Face } from '#faces/face.ts'
import type { Actor } from '#http/actor.ts'
import type { Facilities } from '#http/facilities.ts'
import type { Language } from '#http/language.ts'
import type { MediaAnswer } from '#http/operation.ts'
import { certificateSeen, versionSeen } from '../certificate-seen.ts'
import type { CertificateVersion } from '../certificate.queries.ts'
import type { CertificateDocument } from '../certificate.view.ts'
import { importedXmlNumbered, originalAnswer, originalXmlOf } from '../importing/original-xml.ts'
import { noSuchFace } from './face.refusals.ts'
import { fileName, headersOf } from './face-headers.ts'
import { pageFace } from './page-face.ts'
import { pdfFace } from './pdf-face.ts'
import { xmlFace } from './xml-face.ts'

/** What a face is asked with. */
export interface Asked {
  readonly em: EntityManager
  readonly now: Date
  readonly actor: Actor | null
  readonly params: CertificatePath
  readonly query: CertificateFaceQuery
  readonly accept: string
  readonly ending: string | undefined
  readonly language: Language
  readonly facilities: Facilities
}

/** A version that may be read, and all there are. */
export interface Seen {
  readonly version: CertificateVersion
  readonly versions: readonly CertificateVersion[]
}

/** One certificate in many forms: who may read one of them may read all, and all are made from the same document. */
export async function readFace(asked: Asked) {
  const { em, params, query, actor, accept, ending } = asked
  if (accept === 'application/json' && ending === undefined) {
    const seen = await certificateSeen(em, params.number, actor, query.version)
    return { ...seen, headers: { vary: 'Accept' } }
  }
  if (accept === 'application/xml') {
    const file = await importedXmlNumbered(em, params.number, actor)
    if (file) return originalAnswer(file)
  }
  const { asked: version, versions } = await versionSeen(em, params.number, actor, query.version)
  return faceIn(accept, asked, { version, versions })
}

function faceIn(medium: string, asked: Asked, seen: Seen): Promise<MediaAnswer> | MediaAnswer {
  if (medium === 'text/html') return pageFace(asked, seen)
  if (medium === 'application/pdf') return pdfFace(asked, seen)
  return medium === 'application/xml' ? dccFace(asked, seen) : documentFace(asked, seen)
}

/** The bytes that were hashed, logged and signed: nothing is written anew. */
function documentFace(asked: Asked, seen: Seen): MediaAnswer {
  const { document, sha256 } = seen.version
  const digest = `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`
  return {
    status: 200,
    media: 'application/json',
    content: document,
    etag: sha256,
    headers: { ...headersOf(asked, seen, fileName(seen.version, '.json')), 'repr-digest': digest },
  }
}

async function dccFace(asked: Asked, seen: Seen): Promise<MediaAnswer> {
  const original = await originalXmlOf(asked.em, seen.version.id)
  if (original) return originalAnswer(original)
  const xml = await xmlFace(asked, seen.version)
  if (!xml) {
    throw noSuchFace({
      en: 'It was transcribed from paper: there is no XML of it',
      zh: '该证书由纸质件转录，没有 XML 文件',
    })
  }
  return {
    status: 200,
    media: 'application/xml',
    content: xml,
    etag: `${seen.version.sha256}.xml`,
    headers: headersOf(asked, seen, fileName(seen.version, '.dcc.xml')),
  }
}

export const documentOfVersion = ({ document }: CertificateVersion): CertificateDocument =>
  JSON.parse(document) as CertificateDocument

export const faceOfVersion = (version: CertificateVersion, { origin }: Facilities): Face =>
  faceOf(documentOfVersion(version), { origin, sha256: version.sha256 })
