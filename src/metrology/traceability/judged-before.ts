import type { ChainLink, ResultNode } from './graph.ts'
import type { Policy } from './policies.ts'
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
  /** What a result adds of its own to what rests on it. */
  readonly influences: WeakMap<ResultRecord, Said>
}

interface Circumstances {
  readonly policy: Policy
  readonly day: string
  readonly standards: readonly unknown[]
}

interface Said extends Circumstances {
  readonly said: unknown
}

export const nothingJudged = (): JudgedBefore => ({
  results: new WeakMap(),
  uses: new WeakMap(),
  found: new WeakMap(),
  influences: new WeakMap(),
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
export function saidOfResult<T>(
  setting: Setting,
  node: ResultNode,
  say: () => T,
  part: 'results' | 'influences' = 'results',
): T {
  const links = setting.chain.linksInto(node.id)
  if (links.some(({ closesCycle }) => closesCycle)) return say()
  return said(setting, setting.judgedBefore?.[part], node.result, () => standardsOf(setting, links), say)
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
  const circumstances = { policy: setting.policy, day: dayAsked(setting), standards: standards() }
  const last = before.get(key)
  // It was put there under the same key by the same function.
  if (last && isSame(last, circumstances)) return last.said as T
  const saidNow = say()
  before.set(key, { ...circumstances, said: saidNow })
  return saidNow
}

const isSame = (one: Circumstances, other: Circumstances) =>
  one.policy === other.policy &&
  one.day === other.day &&
  one.standards.length === other.standards.length &&
  one.standards.every((standard, i) => standard === other.standards[i])

const days = new WeakMap<Setting, string>()

function dayAsked(setting: Setting): string {
  const day = days.get(setting) ?? setting.dayOf(setting.at)
  days.set(setting, day)
  return day
}

/** The record of a result itself; a reference by its name, since its record changes with everything else. */
const standardsOf = (setting: Setting, links: readonly ChainLink[]): readonly unknown[] =>
  links.map(({ from }) => {
    const node = setting.chain.nodes.get(from)
    return node?.kind === 'result' ? node.result : from
  })
