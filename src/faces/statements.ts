import { both, wording, type Both } from './both.ts'
import type { Certificate } from './certificate.ts'
import { dayOf } from './facts.ts'
import { changes, meanings } from './words.ts'

/** ISO/IEC 17025:2017, 7.8.8.1: what was changed, and why, stands on the new version. */
export interface Amendment {
  readonly former: string
  readonly change: Both
  readonly reason: string
  readonly differences: readonly Both[]
}

const mostDifferences = 40

export function amendmentOf({ version, change }: Certificate): Amendment | undefined {
  if (!change) return undefined
  const differences = change.differences ?? []
  const rest = differences.length - mostDifferences
  return {
    former: String(version - 1),
    change: changes[change.class],
    reason: change.reason,
    differences: [
      ...differences.slice(0, mostDifferences).map(({ words }) => both(words)),
      ...(rest > 0 ? [wording(`另有 ${rest} 处`, `and ${rest} more`)] : []),
    ],
  }
}

export interface Signatory {
  readonly meaning: Both
  readonly name: string
  readonly person: string
  readonly at: string
}

/** 21 CFR 11.50: the name, the time and the meaning of each signature. */
export const signatoriesOf = ({ signatures = [] }: Certificate): Signatory[] =>
  signatures.map(({ meaning, name, person, at }) => ({
    meaning: meanings[meaning],
    name,
    person,
    at: at === undefined ? '' : `${dayOf(at)} ${timeOf(at)}`,
  }))

const chinaStandardTimeMs = 8 * 3_600_000

const timeOf = (instant: string): string =>
  new Date(Date.parse(instant) + chinaStandardTimeMs).toISOString().slice(11, 16)

/** The conclusion of a verification (检定结论), or the items that do not conform. */
export interface Conclusion {
  readonly isGood: boolean
  readonly words: Both
  readonly nonconforming: readonly Both[]
}

export function conclusionOf({ verification, kind }: Certificate): Conclusion | undefined {
  if (!verification) return undefined
  const { conforms, accuracyClass, nonconforming = [], words } = verification
  const inClass =
    accuracyClass === undefined ? both('') : wording(`符合 ${accuracyClass}`, `: ${accuracyClass}`)
  const plain = conforms
    ? wording(accuracyClass === undefined ? '合格' : inClass.zh, `Conforms${inClass.en}`)
    : wording('不合格', 'Does not conform')
  return {
    isGood: conforms && kind !== 'verification-refusal',
    words: words === undefined ? plain : both(words),
    nonconforming: nonconforming.map(({ item, requirement, found }) => {
      const { zh, en } = both(item)
      const limit =
        requirement === undefined ? both('') : wording(`，要求 ${requirement}`, `, required ${requirement}`)
      const seen = found === undefined ? both('') : wording(`，实测 ${found}`, `, found ${found}`)
      return { zh: zh + limit.zh + seen.zh, en: en + limit.en + seen.en }
    }),
  }
}

/** What else the laboratory states: opinions and what they rest on (7.8.7), remarks, files that belong to it. */
export interface Note {
  readonly label: Both
  readonly text: Both
}

const note = (label: Both, text: Both | undefined): Note[] => (text === undefined ? [] : [{ label, text }])

export function notesOf({ asFoundOmitted, opinions = [], remarks, attachments = [] }: Certificate): Note[] {
  const files = attachments.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256.slice(0, 16)}…)`).join('; ')
  return [
    ...note(
      wording('无调整前数据的原因', 'Why there are no as-found results'),
      asFoundOmitted === undefined ? undefined : both(asFoundOmitted),
    ),
    ...opinions.flatMap(({ text, basis }) => {
      const { zh, en } = both(text)
      return note(wording('意见与解释', 'Opinion or interpretation'), {
        zh: `${zh}（依据：${basis}）`,
        en: `${en} (based on ${basis})`,
      })
    }),
    ...note(wording('备注', 'Remarks'), remarks === undefined ? undefined : both(remarks)),
    ...note(wording('附件', 'Attachments'), files === '' ? undefined : both(files)),
  ]
}
