import { html } from 'hono/html'
import type { TraceabilityAnswer } from '#contract/types.ts'
import { ruleName } from '../chain/rule-names.ts'
import { findingsOf } from '../chain/standing-of-node.ts'
import { chainWords } from '../chain/words.ts'
import { banner } from '../ground/blocks/banner.ts'
import { chip } from '../ground/blocks/chip.ts'
import type { Tone } from '../ground/blocks/tone.ts'
import { when } from '../ground/html.ts'
import { dayText } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import type { Item } from './read-item.ts'
import { toneOfStanding } from './standing-chip.ts'
import { equipmentWords } from './words.ts'

type Verdict = TraceabilityAnswer['verdict']

const toneOfVerdict: Readonly<Record<Verdict, Tone>> = {
  traceable: 'good',
  'traceable-with-conditions': 'caution',
  suspect: 'caution',
  indeterminate: 'quiet',
  'not-traceable': 'bad',
}

const fromGoodToBad: readonly Tone[] = ['good', 'quiet', 'caution', 'bad']
const worse = (a: Tone, b: Tone): Tone => (fromGoodToBad.indexOf(a) >= fromGoodToBad.indexOf(b) ? a : b)

/** In one glance: until when it is in calibration, and whether what it measures is traceable. */
export function statusBanner({ inventory, traceability }: Item, language: Visit['language']): Html {
  if (!inventory && !traceability) return html``
  const tone = [
    ...(inventory ? [toneOfStanding[inventory.standing]] : []),
    ...(traceability ? [toneOfVerdict[traceability.verdict]] : []),
  ].reduce(worse)
  return banner({
    tone,
    title: titleOf(inventory, language),
    text: html`${traceability ? verdictText(traceability, language) : ''}`,
    ...(inventory?.certificate !== undefined && { small: restsOn(inventory.certificate, language) }),
  })
}

function titleOf(inventory: Item['inventory'], language: Visit['language']): string {
  const words = equipmentWords[language]
  if (!inventory) return words.notYours
  const { standing, due } = inventory
  if (due === undefined || standing === 'out-of-use') return words[standing]
  const day = dayText(due, language)
  return standing === 'overdue' ? words.overdueSince(day) : words.until(day)
}

function verdictText(answer: TraceabilityAnswer, language: Visit['language']): Html {
  const words = chainWords[language]
  const [finding] = findingsOf(answer)
  return html`${chip(toneOfVerdict[answer.verdict], words.verdicts[answer.verdict])}
  ${equipmentWords[language].policyOf(answer.policy)}
  ${when(
    finding,
    () =>
      html`· <b>${finding?.code} ${ruleName(finding?.code ?? '')[language]}</b>: ${finding?.message[language]}`,
  )}`
}

const restsOn = (certificate: string, language: Visit['language']): Html =>
  html`${equipmentWords[language].restsOn}
    <a href="/certificates/${encodeURIComponent(certificate)}">${certificate}</a>`
