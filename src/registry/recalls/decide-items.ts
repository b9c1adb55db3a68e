import type { EntityManager } from '@mikro-orm/postgresql'
import type { RecallDispositionEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireEitherOwn } from '../people/may.ts'
import { afterDecision, type Acting } from './advance-recall.ts'
import {
  disposeOf,
  disposeOfRemaining,
  itemsNumbered,
  type DecidableItem,
  type Decided,
} from './dispositions.queries.ts'
import type { Recall } from './recall.entity.ts'
import { partyOf, recallHeld } from './recall.queries.ts'
import { itemUnknown, nothingLeftToDecide, recallClosed } from './recall.refusals.ts'

/** Decides results of the frozen set; each by whoever opened the recall or issued the certificate (7.8.8, 7.10.1). */
export async function decideItems(
  em: EntityManager,
  { id, entry }: { readonly id: string; readonly entry: RecallDispositionEntry },
  acting: Acting,
): Promise<Recall> {
  const { actor, now } = acting
  const recall = await recallHeld(em, id, actor)
  if (recall.state === 'closed') throw recallClosed(recallClosed.definition.title)
  const { decision, reason } = entry
  const decided = { decision, reason, person: actor.person.id, at: now }

  const owners =
    'items' in entry
      ? await decideNamed(em, recall, entry.items, { actor, decided })
      : await decideRemaining(em, recall, entry.remaining.flipped, { actor, decided })
  await afterDecision(em, recall, owners, acting)
  return recall
}

type NamedItems = Extract<RecallDispositionEntry, { items: unknown }>['items']

async function decideNamed(
  em: EntityManager,
  recall: Recall,
  named: NamedItems,
  { actor, decided }: { readonly actor: Actor; readonly decided: Decided },
): Promise<readonly string[]> {
  const numbers = [...new Set(named.map(({ certificate }) => certificate))]
  const known = await itemsNumbered(em, recall, numbers)
  const items = new Map<string, DecidableItem>()
  for (const [i, asked] of named.entries()) {
    const found = known.filter((item) => isMeant(item, asked))
    const place = { pointer: `/items/${i}` }
    if (found.length === 0) {
      const { certificate, result } = asked
      const detail = {
        en: `${result} of ${certificate} is not in ${recall.code}`,
        zh: `${recall.code} 不包含 ${certificate} 的 ${result}`,
      }
      throw itemUnknown(detail, { certificate, result }, place)
    }
    for (const item of found) {
      requireEitherOwn(actor, [item.organization, recall.organization.id], place.pointer)
      items.set(item.id, item)
    }
  }
  await disposeOf(em, [...items.keys()], decided)
  return [...new Set([...items.values()].map(({ owner }) => owner))]
}

const isMeant = (item: DecidableItem, { certificate, result, version }: NamedItems[number]): boolean =>
  item.certificate === certificate &&
  item.result === result &&
  (version === undefined || item.version === version)

async function decideRemaining(
  em: EntityManager,
  recall: Recall,
  flipped: boolean | undefined,
  { actor, decided }: { readonly actor: Actor; readonly decided: Decided },
): Promise<readonly string[]> {
  const owners = await disposeOfRemaining(em, recall, { organization: partyOf(actor), flipped }, decided)
  if (owners.length > 0) return owners
  throw nothingLeftToDecide(nothingLeftToDecide.definition.title, {}, { pointer: '/remaining' })
}
