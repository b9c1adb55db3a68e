import type { CertificateEvent } from '#metrology/traceability/records.ts'

import { calibrate, event, fromReference, on, revise } from './chain-book.ts'
import type { Book } from './chain-book.ts'
import type { Calibrated } from './random-registry.ts'

/** What goes wrong in a random registry, and what happens to its items afterwards. */

export const dayAfter = (days: number) => new Date(Number(on('2024-03-01')) + days * 86_400_000)
const textOf = (date: Date) => date.toISOString().slice(0, 10)

export const bias = 2e-5
export const permissibleError = 1e-5

export const temperature = (lower: number, upper = lower) => ({
  quantity: 'temperature',
  lower,
  upper,
  unit: '°C',
})

export const classOf = (measurandKind: string) => ({
  measurandKind,
  lower: 0,
  upper: 10,
  maximumPermissibleError: permissibleError,
  recordedAt: on('2000-01-01'),
})

/** A recall decided of every standard that was used that what was found about it does no harm. */
export const dispositionsOf = ({ inputs }: Calibrated, i: number, day: number) =>
  inputs.map(({ back }, n) => ({
    recall: `RC-${i}-${n}`,
    decision: 'no-effect' as const,
    flipped: false,
    about: { equipment: `E${i - back}` },
    recordedAt: dayAfter(day + 300),
  }))

export function eventsOf(one: Calibrated, day: number): CertificateEvent[] {
  const recordedAt = dayAfter(day + 90)
  const cause = 'error'
  const events: CertificateEvent[] = []
  if (one.faults.includes('revoked')) events.push({ kind: 'revoked', cause, recordedAt })
  if (one.faults.includes('withdrawn-early'))
    events.push({ kind: 'withdrawn', cause, effectiveFrom: dayAfter(day + 2), recordedAt })
  if (one.faults.includes('withdrawn-late'))
    events.push({ kind: 'withdrawn', cause, effectiveFrom: dayAfter(day + 100), recordedAt })
  if (one.faults.includes('checked-copy'))
    events.push({ kind: 'checked', by: 'bob', recordedAt: dayAfter(day + 3) })
  return events
}

export function supersede(book: Book, one: Calibrated, i: number, day: number) {
  const isValue = one.faults.includes('superseded-value')
  if (!isValue && !one.faults.includes('superseded-editorial')) return
  const certificate = book.certificates.find((each) => each.id === `cert-s${i}`)!
  const result = book.results.find((each) => each.id === `s${i}`)!
  const when = { issuedAt: dayAfter(day + 120), recordedAt: dayAfter(day + 120) }
  const changeClass = isValue ? 'value' : 'editorial'
  book.certificates.push({ ...certificate, ...when, id: `cert-s${i}-2`, version: 2, changeClass })
  book.results.push({
    ...result,
    id: `s${i}-2`,
    certificateId: `cert-s${i}-2`,
    estimate: result.estimate + (isValue ? 1e-5 : 0),
  })
}

export function compare(book: Book, one: Calibrated, i: number, day: number) {
  const isResolved = one.faults.includes('resolved-comparison')
  if (!isResolved && !one.faults.includes('bad-comparison')) return
  for (const line of ['accreditation', 'kcdb-cmc'])
    book.comparisons.push({
      id: `c${i}-${line}`,
      code: `PT-${i}`,
      competenceId: `${one.by}-${line}-${one.kind}`,
      day: textOf(dayAfter(day - 10)),
      normalizedError: 1.4,
      resolutions: isResolved ? [{ day: textOf(dayAfter(day - 5)), recordedAt: dayAfter(day) }] : [],
      recordedAt: dayAfter(day - 8),
    })
}

export function happen(
  book: Book,
  what: Calibrated['happenings'][number]['what'],
  id: string,
  i: number,
  day: number,
  kind: string,
) {
  const at = textOf(dayAfter(day))
  const equipment = book.equipment.find((each) => each.id === `E${i}`)!
  if (what === 'found-good' || what === 'found-bad' || what === 'left-only') {
    const rule = 'simple' as const
    calibrate(book, {
      id: `later-${id}`,
      by: 'NMI',
      of: `E${i}`,
      day: at,
      from: [fromReference(kind)],
      result: {
        measurandKind: kind,
        stage: what === 'left-only' ? 'as-left' : 'as-found',
        estimate: what === 'found-bad' ? 1 + 1e-5 : 1,
        conformity: { rule, outcome: what === 'found-bad' ? 'fail' : 'pass' },
      },
    })
    return
  }
  const word = what.startsWith('check') ? 'intermediate-check' : what
  const outcome = what === 'check-failed' ? 'failed' : what === 'check-passed' ? 'passed' : undefined
  const more = outcome === undefined ? {} : { outcome }
  revise(book.equipment, `E${i}`, {
    events: [...equipment.events, event(word, at, { id: `event-${id}`, ...more } as never)],
  })
}
