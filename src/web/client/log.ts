import { etalonClient } from '#client/client.ts'
import { wording } from '#faces/both.ts'
import { consistencyCheck, consistencyOf, type KeptHead } from '../log/checking/consistency-check.ts'
import { provedEntry } from '../log/checking/entry-checks.ts'
import { headOf, type Head } from '../log/checking/head.ts'
import { check, type Check } from '../verify/checking/check.ts'
import { checksList } from '../verify/checks-list.ts'

const api = etalonClient({ origin: location.origin, language: document.documentElement.lang.slice(0, 2) })

function show(place: HTMLElement, checks: readonly Check[]): void {
  place.innerHTML = String(checksList(checks, place.dataset['language'] === 'zh' ? 'zh' : 'en'))
  place.dataset['checkedIn'] = 'browser'
  const note = document.querySelector<HTMLElement>('[data-checked-by]')
  if (note) note.textContent = note.dataset['checkedBy'] ?? ''
}

/** The head that this browser has seen last: a log that was changed since cannot be shown to it as the same. */
const memory = 'etalon.log-head'

interface Remembered extends KeptHead {
  readonly name: string
  readonly at: string
}

function remembered(name: string): Remembered | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(memory) ?? 'null') as Remembered | null
    return kept?.name === name ? kept : undefined
  } catch {
    return undefined // storage is turned off, or holds something else
  }
}

function remember({ name, size, rootText }: Head): void {
  const kept: Remembered = { name, size, root: rootText, at: new Date().toISOString() }
  try {
    localStorage.setItem(memory, JSON.stringify(kept))
  } catch {
    // storage is turned off: the next visit begins anew
  }
}

async function sinceLastVisit(head: Head): Promise<Check> {
  const before = remembered(head.name)
  if (!before)
    return check(
      'unknown',
      '此浏览器首次查看：已记住该树头',
      'This browser sees the log for the first time, and remembers its head',
    )
  const now = { size: head.size, root: head.rootText }
  const path =
    before.size <= head.size ? (await consistencyOf(api, { from: before.size, to: head.size })).path : []
  const { outcome } = consistencyCheck(before, now, path)
  const day = before.at.slice(0, 10)
  const evidence = wording(
    `${before.size} → ${head.size} 条 · RFC 9162`,
    `${before.size} → ${head.size} entries · RFC 9162`,
  )
  return outcome === 'holds'
    ? check(
        'holds',
        `自此浏览器上次查看（${day}）以来只有追加`,
        `Only appended to since this browser last saw it (${day})`,
        evidence,
      )
    : check(
        'fails',
        `自此浏览器上次查看（${day}）以来被更改`,
        `Changed since this browser last saw it (${day})`,
        evidence,
      )
}

async function checkHead(place: HTMLElement): Promise<void> {
  const head = await headOf(api)
  const since = head.check.outcome === 'holds' ? [await sinceLastVisit(head)] : []
  show(place, [head.check, ...since])
  // A head that contradicts the one before is not to be remembered in its place.
  if (head.check.outcome === 'holds' && since.every(({ outcome }) => outcome !== 'fails')) remember(head)
}

async function checkEntry(place: HTMLElement): Promise<void> {
  const proved = await provedEntry(api, Number(place.dataset['logEntry']))
  if (proved) show(place, proved.checks)
}

async function checkConsistency(place: HTMLElement): Promise<void> {
  const { logFrom, logTo } = place.dataset
  const proof = await consistencyOf(api, { from: Number(logFrom), to: Number(logTo) })
  const [from, to] = [
    { size: proof.from, root: proof.fromRoot },
    { size: proof.to, root: proof.toRoot },
  ]
  show(place, [consistencyCheck(from, to, proof.path)])
}

if ('subtle' in crypto) {
  for (const place of document.querySelectorAll<HTMLElement>('[data-log-head]')) await checkHead(place)
  for (const place of document.querySelectorAll<HTMLElement>('[data-log-entry]')) await checkEntry(place)
  for (const place of document.querySelectorAll<HTMLElement>('[data-log-from]')) await checkConsistency(place)
}
