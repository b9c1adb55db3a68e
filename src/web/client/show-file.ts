import { etalonClient } from '#client/client.ts'
import { checkFile } from '../verify/checking/check-file.ts'
import { fileSection } from '../verify/file-section.ts'
import { checkAllAgain } from './recheck.ts'

const api = etalonClient({ origin: location.origin, language: document.documentElement.lang.slice(0, 2) })

/** What was found about a file, and how the certificate stands that it is, or says to be. */
export async function showFile(file: File, language: 'zh' | 'en', answer: HTMLElement): Promise<void> {
  const report = await checkFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, api)
  answer.innerHTML = String(fileSection(report, language))
  answer.scrollIntoView({ block: 'start' })
  if (report.about) await showStanding(report.about)
}

/** As its own page says it. */
async function showStanding({ number, version }: { readonly number: string; readonly version?: number }) {
  const place = document.querySelector<HTMLElement>('#answer')
  const query = version === undefined ? '' : `?version=${version}`
  const page = await fetch(`/verify/${encodeURIComponent(number)}${query}`)
  if (!place || !page.ok) return
  const read = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('#answer')
  if (!read) return
  read.querySelector('[data-standing-head]')?.removeAttribute('hidden')
  place.replaceWith(document.adoptNode(read))
  await checkAllAgain()
}
