import { etalonClient } from '#client/client.ts'
import { knownOf } from '../verify/checking/known.ts'
import { standingChecks } from '../verify/checking/standing-checks.ts'
import { checksList } from '../verify/checks-list.ts'

/** Whoever looks at the page need not believe the service: signatures, hashes and proofs are verified here. */
const api = etalonClient({ origin: location.origin, language: document.documentElement.lang.slice(0, 2) })

async function checkAgain(list: HTMLElement): Promise<void> {
  const { checks: number = '', version, language } = list.dataset
  const known = await knownOf(api, { number, version: Number(version) })
  if (!known) return
  list.innerHTML = String(checksList(await standingChecks(known), language === 'zh' ? 'zh' : 'en'))
  const note = document.querySelector<HTMLElement>('[data-checked-by]')
  if (note) note.textContent = note.dataset['checkedBy'] ?? ''
  list.dataset['checkedIn'] = 'browser'
}

export async function checkAllAgain(): Promise<void> {
  for (const list of document.querySelectorAll<HTMLElement>('[data-checks]:not([data-checked-in])'))
    await checkAgain(list)
}

// Only over https, or on the machine itself, a browser can verify; else the service has done it.
if ('subtle' in crypto) await checkAllAgain()
