import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImpactAnswer, ImpactItem, ImpactQuestion } from '#contract/types.ts'
import { followDownstream } from './follow-downstream.ts'
import { isSeenBy, viewImpacted } from './impact.view.ts'
import { countsBelow } from './summary.queries.ts'
import { understandInquiry, type Asking, type Inquiry } from './understand-inquiry.ts'

const usualLimit = 100

/** What rests on the subject, how much of it is decided otherwise, and the first items. */
export async function assessImpact(
  em: EntityManager,
  asked: ImpactQuestion,
  asking: Asking,
): Promise<ImpactAnswer> {
  const inquiry = await understandInquiry(em, asked, asking)
  const { limit = usualLimit, subject, since, until, hypothesis } = asked
  const counts = await countsBelow(em, allRoots(inquiry), asking.actor, asking.signal)
  const reader = asked.standards === true ? asking.actor : undefined
  const items: ImpactItem[] = []
  let decisionsFlipped = 0
  for await (const batch of followDownstream(em, inquiry, asking.signal)) {
    for (const impacted of batch) {
      if (!isSeenBy(asking.actor, impacted)) continue
      if (impacted.flipped) decisionsFlipped += 1
      if (items.length < limit) items.push(viewImpacted(impacted, reader))
    }
    // Where nothing is supposed nothing flips.
    if (hypothesis === undefined && items.length >= limit) break
  }
  return {
    subject,
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(hypothesis && { hypothesis }),
    summary: { ...counts, decisionsFlipped },
    items,
    complete: items.length === counts.results,
  }
}

/** Ancestry, and the uses of devices that it does not know. */
export const allRoots = ({ roots, devices }: Inquiry) => {
  const found = devices.layers.flat()
  return { above: [...roots.above, ...found], own: [...roots.own, ...found] }
}
