import { etalonClient } from '#client/client.ts'
import { checkFile } from '../verify/checking/check-file.ts'
import { knownOf } from '../verify/checking/known.ts'
import { standingChecks } from '../verify/checking/standing-checks.ts'
import { checksList } from '../verify/checks-list.ts'
import { fileSection } from '../verify/file-section.ts'

/** Whoever looks at the page need not believe the service: signatures, hashes and proofs are verified here. */
const languageOf = (element: HTMLElement) => (element.dataset['language'] === 'zh' ? 'zh' : 'en')
const api = etalonClient({ origin: location.origin, language: document.documentElement.lang.slice(0, 2) })

/** Only over https, or on the machine itself, a browser can verify; else the service does it. */
const canVerify = 'subtle' in crypto && 'DecompressionStream' in window

async function checkAgain(list: HTMLElement): Promise<void> {
  const { checks: number = '', version } = list.dataset
  const known = await knownOf(api, { number, version: Number(version) })
  if (!known) return
  list.innerHTML = String(checksList(await standingChecks(known), languageOf(list)))
  const note = document.querySelector<HTMLElement>('[data-checked-by]')
  if (note) note.textContent = note.dataset['checkedBy'] ?? ''
  list.dataset['checkedIn'] = 'browser'
}

function checkFilesOf(form: HTMLFormElement): void {
  const input = form.querySelector('input')
  const hint = form.querySelector<HTMLElement>('[data-hint]')
  const button = form.querySelector('button')
  if (!input || !hint || !button) return
  const said = hint.dataset['hint'] ?? ''
  hint.textContent = said
  button.hidden = true
  form.classList.add('live')
  const take = async (file: File) => {
    hint.textContent = form.dataset['checking'] ?? ''
    await showFile(file, languageOf(form)).finally(() => {
      hint.textContent = said
      input.value = ''
    })
  }
  input.addEventListener('change', () => void (input.files?.[0] && take(input.files[0])))
  takeDropped(form, take)
}

/** Anywhere on the page: nobody aims. */
function takeDropped(form: HTMLFormElement, take: (file: File) => Promise<void>): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    form.classList.add('over')
  })
  document.addEventListener('dragleave', () => form.classList.remove('over'))
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    form.classList.remove('over')
    const file = event.dataTransfer?.files[0]
    if (file) void take(file)
  })
}

async function showFile(file: File, language: 'zh' | 'en'): Promise<void> {
  const answer = document.querySelector<HTMLElement>('#file-answer')
  if (!answer) return
  answer.replaceChildren()
  const report = await checkFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, api)
  answer.innerHTML = String(fileSection(report, language))
  answer.scrollIntoView({ block: 'start' })
  if (report.about) await showStanding(report.about)
}

/** How the certificate itself stands: as its own page says it. */
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

async function checkAllAgain(): Promise<void> {
  for (const list of document.querySelectorAll<HTMLElement>('[data-checks]')) await checkAgain(list)
}

if (canVerify) {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-file-form]')) checkFilesOf(form)
  await checkAllAgain()
}
