import type { CertificatePage, PageLanguage, Standing } from '#faces/page.ts'
import { dayOf } from '#faces/facts.ts'
import type { MediaAnswer } from '#http/operation.ts'
import { answerValidity } from '../validity/answer-validity.ts'
import { faceOfVersion, type Asked, type Seen } from './read-face.ts'
import { hasXml } from './xml-face.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** The page of a certificate, and what a browser may do on it. */
    readonly certificatePage: (page: CertificatePage) => {
      readonly html: string
      readonly policy: string
    }
  }
}

/** Whoever scans the code on the paper: what it says, and what it is worth at this moment. */
export async function pageFace(asked: Asked, { version, versions }: Seen): Promise<MediaAnswer> {
  const { facilities } = asked
  const standing = await standingOf(asked)
  const { html, policy } = facilities.certificatePage({
    face: faceOfVersion(version, facilities),
    language: languageOf(asked),
    ...(standing && { standing }),
    versions: versions.map(({ edition, issuedAt, sha256 }) => ({
      version: edition,
      issued: dayOf(issuedAt.toISOString()),
      sha256,
    })),
    hasXml: await hasXml(asked, version),
  })
  const scope = versions[0]?.visibility === 'public' ? 'public' : 'private'
  return {
    status: 200,
    media: 'text/html; charset=utf-8',
    content: html,
    headers: {
      // It says what is so now.
      'cache-control': `${scope}, no-cache`,
      'content-language': languageOf(asked),
      'content-security-policy': policy,
      vary: 'Accept, Accept-Language',
    },
  }
}

const languageOf = ({ query, language }: Asked): PageLanguage =>
  query.language === undefined ? language : query.language === 'en' ? 'en' : 'zh'

/** As it is stated to this reader. */
async function standingOf(asked: Asked): Promise<Standing | undefined> {
  const answer = await answerValidity(asked, { number: asked.params.number })
  if (!answer) return undefined
  const { status, at, due, supersededBy, cause } = answer.body
  return { status, at, due, supersededBy, ...(cause !== undefined && { cause }) }
}
