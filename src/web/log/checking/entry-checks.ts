import type { EtalonClient } from '#client/client.ts'
import type { LogEntryView, LogInclusion } from '#contract/types.ts'
import { canonicalText } from '#evidence/canonical-form.ts'
import { base64Of, bytesOfBase64 } from '#evidence/encoding.ts'
import { leafHash } from '#evidence/merkle/hashing.ts'
import { verifyInclusion } from '#evidence/merkle/verification.ts'
import { wording } from '#faces/both.ts'
import { beginningOf, check, type Check } from '../../verify/checking/check.ts'
import { found } from '../../verify/checking/known.ts'
import { headOf, type Head } from './head.ts'

export interface ProvedEntry {
  readonly entry: LogEntryView
  /** What was hashed. */
  readonly leaf: string
  readonly inclusion: LogInclusion
  readonly head: Head
  readonly checks: readonly Check[]
}

/** One entry, and that it stands in the tree whose root the log has signed; undefined where there is none. */
export async function provedEntry(api: EtalonClient, index: number): Promise<ProvedEntry | undefined> {
  const head = await headOf(api)
  if (index >= head.size) return undefined
  const { size } = head
  const [listed, inclusion] = await Promise.all([
    found(api.ask('list-log-entries', { query: { from: index, limit: 1 } })),
    found(api.ask('prove-log-inclusion', { query: { index, size } })),
  ])
  const entry = listed?.entries[0]
  if (!entry || !inclusion) return undefined
  const leaf = canonicalText(entry.statement)
  return {
    entry,
    leaf,
    inclusion,
    head,
    checks: [leafCheck(entry, leaf), head.check, pathCheck(leaf, inclusion, head)],
  }
}

function leafCheck({ leafHash: stated }: LogEntryView, leaf: string): Check {
  const made = base64Of(leafHash(leaf))
  const evidence = `SHA-256(0x00 ‖ …) = ${beginningOf(made)}`
  return made === stated
    ? check('holds', '叶散列由原文算得', 'The hash of the leaf is that of what it says', evidence)
    : check('fails', '叶散列与原文不符', 'The hash of the leaf is that of something else', evidence)
}

function pathCheck(leaf: string, { index, path }: LogInclusion, { size, root }: Head): Check {
  const hashes = path.map(bytesOfBase64).filter((hash) => hash !== undefined)
  const claim = { leaf: leafHash(leaf), index, size, root }
  const evidence = wording(`RFC 9162 · ${path.length} 个散列`, `RFC 9162 · ${path.length} hashes`)
  return hashes.length === path.length && verifyInclusion(claim, hashes)
    ? check('holds', '此条在树头之下', 'The entry stands under the signed head', evidence)
    : check('fails', '此条不在树头之下', 'The entry does not stand under the signed head', evidence)
}
