import { html } from 'hono/html'
import type { Face } from '#faces/face.ts'
import type { CertificatePage, PageLanguage, Standing } from '#faces/page.ts'
import { budgetSection, chainSection } from './chain-section.ts'
import { section, when } from '../ground/html.ts'
import { stillDocument } from '../ground/still-document.ts'
import type { Html } from '../ground/page-route.ts'
import { raised } from '../ground/raised.ts'
import { qrPicture } from './qr-picture.ts'
import { conformitySection, resultSection } from './result-section.ts'
import { standingBanner } from './standing-banner.ts'
import { wordsIn } from './words.ts'

/** The face that somebody may keep: what it is worth first, then the certificate itself, then its files. No script. */
export function certificatePage(asked: CertificatePage): string {
  const { face, language, standing } = asked
  const other = language === 'en' ? 'zh' : 'en'
  return stillDocument({
    title: `${face.title[language]} ${face.number}`,
    language,
    elsewhere: `?language=${other}&version=${face.version}`,
    content: html`${standing ? standingBanner(superseded(standing, asked), language) : ''}
    ${certificateSections(asked)}`,
  })
}

/** The certificate as it reads, its files and its versions. */
export const certificateSections = (asked: CertificatePage): Html => {
  const { face, language } = asked
  return html`${headOf(face, language)} ${resultSection(face, language)} ${conformitySection(face, language)}
  ${chainSection(face, language)} ${budgetSection(face, language)} ${notesOf(face, language)}
  ${signaturesOf(face, language)} ${filesOf(asked)} ${versionsOf(asked)}`
}

/** Of the certificate the newest version counts: whoever holds a former one must be told so first. */
function superseded(standing: Standing, { face, versions }: CertificatePage): Standing {
  const newest = versions[0]?.version ?? face.version
  const isFormer = newest > face.version
  const isEnded = standing.status === 'revoked' || standing.status === 'withdrawn'
  return isFormer && !isEnded ? { ...standing, status: 'superseded', supersededBy: newest } : standing
}

function headOf(face: Face, language: PageLanguage): Html {
  const words = wordsIn[language]
  const { amendment, laboratory } = face
  return html`<article class="head">
    <p class="laboratory">${laboratory.name[language]}</p>
    <h1>${face.title[language]}</h1>
    <p class="number">
      <span class="label">${words.number}</span> <code>${face.number}</code>
      <span class="label">${words.version}</span> <b>${face.version}</b>
    </p>
    ${when(face.isFictional, () => html`<p class="note caution">${words.fictional}</p>`)}
    ${when(face.isTranscript, () => html`<p class="note caution">${words.transcript}</p>`)}
    ${when(
      amendment,
      () =>
        html`<div class="note caution">
          <p><b>${words.replaces(amendment?.former ?? '')}</b> · ${amendment?.change[language]}</p>
          <p>${words.reason}: ${amendment?.reason}</p>
          <ul>
            ${amendment?.differences.map((each) => html`<li>${each[language]}</li>`)}
          </ul>
        </div>`,
    )}
    <dl class="facts">
      ${when(
        laboratory.accreditation.length > 0,
        () =>
          html`<div>
            <dt>${words.competence}</dt>
            <dd>${laboratory.accreditation.join(' · ')}</dd>
          </div>`,
      )}
      ${face.facts.map(
        ({ label, text, isCode }) =>
          html`<div>
            <dt>${label[language]}</dt>
            <dd>${isCode ? html`<code>${text[language]}</code>` : raised(text[language])}</dd>
          </div>`,
      )}
    </dl>
  </article>`
}

const notesOf = ({ notes }: Face, language: PageLanguage): Html =>
  when(notes.length > 0, () =>
    section(
      'notes',
      wordsIn[language].notes,
      html`<dl class="facts">
        ${notes.map(
          ({ label, text }) =>
            html`<div>
              <dt>${label[language]}</dt>
              <dd class="lines">${raised(text[language])}</dd>
            </div>`,
        )}
      </dl>`,
    ),
  )

const signaturesOf = ({ signatories }: Face, language: PageLanguage): Html =>
  when(signatories.length > 0, () =>
    section(
      'signatures',
      wordsIn[language].signatures,
      html`<ul class="signatures">
        ${signatories.map(
          ({ meaning, name, person, at }) =>
            html`<li>
              <span class="label">${meaning[language]}</span> <b>${name}</b>
              <span class="small"><code>${person}</code> ${at}</span>
            </li>`,
        )}
      </ul>`,
    ),
  )

function filesOf({ face, language, hasXml }: CertificatePage): Html {
  const words = wordsIn[language]
  const at = (ending: string) =>
    `/v1/certificates/${encodeURIComponent(face.number)}${ending}?version=${face.version}`
  const files = [
    ['.pdf', words.pdf],
    ['.json', words.json],
    ...(hasXml ? [['.xml', words.xml] as const] : []),
  ] as const
  return section(
    'files',
    words.files,
    html`<div class="files">
      <div>
        <ul class="downloads">
          ${files.map(([ending, what]) => html`<li><a href="${at(ending)}">${what}</a></li>`)}
        </ul>
        <dl class="facts">
          <div>
            <dt>${words.hashOf}</dt>
            <dd><code class="hash">${face.sha256}</code></dd>
          </div>
          <div>
            <dt>${words.verifyAddress}</dt>
            <dd><code class="hash">${face.verification}</code></dd>
          </div>
        </dl>
        <p class="small">${words.hashHint}</p>
      </div>
      ${qrPicture(face.qr, words.qr)}
    </div>`,
  )
}

const versionsOf = ({ versions, face, language }: CertificatePage): Html =>
  when(versions.length > 1, () =>
    section(
      'versions',
      wordsIn[language].versions,
      html`<ol class="versions" reversed>
        ${versions.map(
          ({ version, issued, sha256 }) =>
            html`<li>
              ${
                version === face.version
                  ? html`<b>${wordsIn[language].version} ${version}</b> (${wordsIn[language].shown})`
                  : html`<a href="?version=${version}&language=${language}"
                      >${wordsIn[language].version} ${version}</a
                    >`
              }
              · ${wordsIn[language].issued} ${issued} <code class="hash">${sha256}</code>
            </li>`,
        )}
      </ol>`,
    ),
  )
