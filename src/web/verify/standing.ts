import type { Validity } from '#contract/types.ts'
import { html } from 'hono/html'
import { standings } from '../certificate/words.ts'
import { banner } from '../ground/blocks/banner.ts'
import { when } from '../ground/html.ts'
import { dayText, instant, instantText } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import type { Known } from './checking/known.ts'
import { verifyWords } from './words.ts'

/** Of the certificate the newest version counts: whoever holds a former one must be told so first. */
function standingOf({ validity, version, record }: Known): {
  readonly status: Validity['status']
  readonly newest: number
} {
  const newest = record?.versions[0]?.version ?? validity.version
  const isEnded = validity.status === 'revoked' || validity.status === 'withdrawn'
  return { status: newest > version && !isEnded ? 'superseded' : validity.status, newest }
}

/** In force or not, since when, and why: in one glance. */
export function answerBanner(known: Known, { language }: Visit): Html {
  const words = verifyWords[language]
  const { validity } = known
  const { status, newest } = standingOf(known)
  const { tone, ...said } = standings[status]
  const since = sinceOf(known, status)
  const isLasting = status === 'in-force' || status === 'overdue' || status === 'suspect'
  const about = [
    since === undefined
      ? ''
      : (status === 'revoked' ? words.recorded : words.since)(instantText(since, language)),
    isLasting ? words.issuedOn(dayText(validity.issued, language)) : '',
    isLasting && validity.due !== null ? words.dueOn(dayText(validity.due, language)) : '',
  ].filter(Boolean)
  return banner({
    tone,
    title: said[language],
    text: html`${about.join(' · ')}
    ${when(status === 'superseded', () => html`${words.supersededBy(String(newest))} <a href="/verify/${encodeURIComponent(known.number)}?version=${newest}">${words.openNewest}</a>`)}
    ${when(validity.cause, () => html`<br />${validity.cause}`)}`,
    small: html`<code>${known.number}</code> · ${instant(validity.at, language)}`,
  })
}

/** When it ended, by the log, which everybody may read; by the record where it may be read. */
function sinceOf({ log, record, version }: Known, status: Validity['status']): string | undefined {
  if (status === 'superseded') return record?.versions.find((one) => one.version === version + 1)?.issued
  if (status !== 'revoked' && status !== 'withdrawn') return undefined
  const event = record?.events.find(({ kind }) => kind === status)
  // A revocation counts from the beginning; what can be said is when it was written down.
  return event?.effectiveFrom ?? event?.recordedAt ?? log?.entries.find(({ kind }) => kind === status)?.at
}
