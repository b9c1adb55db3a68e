import { html } from 'hono/html'
import type { Quantity, RecallView } from '#contract/types.ts'
import { quantityText } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import type { Fact } from '../ground/blocks/facts.ts'
import { recallWords } from './words.ts'

const figures = ['shift', 'driftPerYear', 'expandedUncertainty'] as const

/** What was not in order, what was supposed of it, and the way to the impact as it would be now. */
export function subjectFact({ impact }: Pick<RecallView, 'impact'>, language: PageLanguage): readonly Fact[] {
  const words = recallWords[language]
  const { subject, since, until, hypothesis } = impact
  const [kind, name] =
    'reference' in subject
      ? (['references', subject.reference] as const)
      : 'certificate' in subject
        ? (['certificates', subject.certificate] as const)
        : (['equipment', subject.equipment] as const)
  const query = new URLSearchParams()
  if ('component' in subject && subject.component !== undefined) query.set('component', subject.component)
  if ('result' in subject && subject.result !== undefined) query.set('result', subject.result)
  for (const figure of figures) {
    const stated = hypothesis?.[figure]
    if (!stated) continue
    query.set(figure, String(stated.value))
    query.set(`${figure}Unit`, stated.unit)
  }
  if (hypothesis?.revoked === true) query.set('revoked', '1')
  if (since !== undefined) query.set('since', since)
  if (until !== undefined) query.set('until', until)
  const supposed = [
    ...figures.flatMap((figure) => {
      const stated: Quantity | undefined = hypothesis?.[figure]
      return stated ? [`${words[figure]} ${quantityText(stated)}`] : []
    }),
    ...(hypothesis?.revoked === true ? [words.revoked] : []),
  ]
  return [
    {
      label: words.subject,
      text: html`<code>${name}</code> ·
        <a href="/${kind}/${encodeURIComponent(name)}/impact?${query}">${words.seeImpact}</a>`,
    },
    ...(supposed.length > 0 ? [{ label: words.hypothesis, text: supposed.join(' · ') }] : []),
  ]
}
