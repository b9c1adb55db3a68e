import type { ChainLink, ResultNode } from './graph.ts'
import type { ChainRecords, LinkRecord, ResultRecord } from './records.ts'
import type { Setting } from './rules/outcome.ts'

/**
 * What rules said before about results and their uses. Nothing of it is needed: it only saves time. Found again by the very
 * records that it was said about, and by the standards of theirs, on the same day and under the same policy.
 */
export interface JudgedBefore {
  readonly results: WeakMap<ResultRecord, Said>
  readonly uses: WeakMap<LinkRecord, Said>
  /** What was found about a standard after a use of it. */
  readonly found: WeakMap<LinkRecord, Said>
}

interface Said {
  readonly circumstances: readonly unknown[]
  readonly said: unknown
}

export const nothingJudged = (): JudgedBefore => ({
  results: new WeakMap(),
  uses: new WeakMap(),
  found: new WeakMap(),
})

interface Promised {
  readonly before: JudgedBefore
  /** When the last of the records was recorded: who asks as known before sees less than all of them. */
  readonly lastRecordedAt: number
}

const promises = new WeakMap<ChainRecords, Promised>()

/**
 * Who calls this promises that a record of a result is made anew whenever anything changes that the rules read about its
 * item or about those who calibrated it.
 */
export const promiseNewRecords = (records: ChainRecords, promise: Promised): void =>
  void promises.set(records, promise)

/** Where to look, for a question about these records; undefined where all has to be judged. */
export function judgedBefore(records: ChainRecords, asKnownAt: Date): JudgedBefore | undefined {
  const promise = promises.get(records)
  return promise && promise.lastRecordedAt <= asKnownAt.getTime() ? promise.before : undefined
}

/** What the rules say about a result, unless it was said before. */
export function saidOfResult<T>(setting: Setting, node: ResultNode, say: () => T): T {
  const links = setting.chain.linksInto(node.id)
  if (links.some(({ closesCycle }) => closesCycle)) return say()
  return said(setting, setting.judgedBefore?.results, node.result, () => standardsOf(setting, links), say)
}

/** What the rules say about a use of a standard, unless it was said before. */
export function saidOfUse<T>(
  setting: Setting,
  link: ChainLink,
  say: () => T,
  part: 'uses' | 'found' = 'uses',
): T {
  if (link.closesCycle) return say()
  return said(setting, setting.judgedBefore?.[part], link.record, () => standardsOf(setting, [link]), say)
}

function said<Key extends object, T>(
  setting: Setting,
  before: WeakMap<Key, Said> | undefined,
  key: Key,
  standards: () => readonly unknown[],
  say: () => T,
): T {
  if (before === undefined) return say()
  const circumstances = [setting.policy, setting.dayOf(setting.at), ...standards()]
  const last = before.get(key)
  // It was put there under the same key by the same function.
  if (last && isSame(last.circumstances, circumstances)) return last.said as T
  const saidNow = say()
  before.set(key, { circumstances, said: saidNow })
  return saidNow
}

const isSame = (some: readonly unknown[], others: readonly unknown[]) =>
  some.length === others.length && some.every((one, i) => one === others[i])

/** The record of a result itself; a reference by its name, since its record changes with everything else. */
const standardsOf = (setting: Setting, links: readonly ChainLink[]): readonly unknown[] =>
  links.map(({ from }) => {
    const node = setting.chain.nodes.get(from)
    return node?.kind === 'result' ? node.result : from
  })
