import type { EtalonClient } from '#client/client.ts'
import type { LogConsistency } from '#contract/types.ts'
import { bytesOfBase64 } from '#evidence/encoding.ts'
import { verifyConsistency } from '#evidence/merkle/verification.ts'
import { wording } from '#faces/both.ts'
import { check, type Check } from '../../verify/checking/check.ts'

/** A head that somebody has kept, or that the log states of itself. */
export interface KeptHead {
  readonly size: number
  /** In base64, as in checkpoints. */
  readonly root: string
}

/** That the larger tree begins with every entry of the smaller one. The roots are whose they are said to be by the caller. */
export function consistencyCheck(from: KeptHead, to: KeptHead, path: readonly string[]): Check {
  const [fromRoot, toRoot, ...hashes] = [from.root, to.root, ...path].map(bytesOfBase64)
  const read = hashes.filter((hash) => hash !== undefined)
  const isWritten = fromRoot !== undefined && toRoot !== undefined && read.length === path.length
  const evidence = wording(
    `RFC 9162 · ${from.size} → ${to.size} 条 · ${path.length} 个散列`,
    `RFC 9162 · ${from.size} → ${to.size} entries · ${path.length} hashes`,
  )
  const holds =
    isWritten &&
    verifyConsistency(
      { from: { size: from.size, root: fromRoot }, to: { size: to.size, root: toRoot } },
      read,
    )
  return holds
    ? check('holds', '日志只有追加，没有更改', 'The log was only appended to', evidence)
    : check(
        'fails',
        '日志被更改：两个树头不一致',
        'The log was changed: the two heads do not agree',
        evidence,
      )
}

export async function consistencyOf(
  api: EtalonClient,
  asked: { readonly from: number; readonly to: number },
): Promise<LogConsistency> {
  return (await api.ask('prove-log-consistency', { query: asked })).body
}
