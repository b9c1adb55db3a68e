import type { EtalonClient } from '#client/client.ts'
import { base64Of } from '#evidence/encoding.ts'
import { partsOfNote } from '#evidence/note.ts'
import { readCheckpoint } from '#evidence/checkpoint-text.ts'
import { wording } from '#faces/both.ts'
import { beginningOf, check, type Check } from '../../verify/checking/check.ts'
import { keysOf } from '../../verify/checking/known.ts'
import { verifiedCheckpoint } from '../../verify/checking/signed-by.ts'

/** What the log says of itself, as it was signed. */
export interface Head {
  readonly note: string
  readonly name: string
  readonly size: number
  readonly root: Uint8Array
  readonly rootText: string
  readonly check: Check
}

export async function headOf(api: EtalonClient): Promise<Head> {
  const [answer, keys] = await Promise.all([
    api.media('read-log-checkpoint', { accept: 'text/plain' }),
    keysOf(api),
  ])
  const note = await answer.text()
  const stated = readCheckpoint(partsOfNote(note)?.text ?? '')
  const name = stated?.origin ?? ''
  const verified = stated && (await verifiedCheckpoint(note, name, keys))
  const { size = 0, root = new Uint8Array() } = verified ?? stated ?? {}
  const rootText = base64Of(root)
  const evidence = wording(
    `Ed25519 · ${size} 条 · 根 ${beginningOf(rootText, 12)}`,
    `Ed25519 · ${size} entries · root ${beginningOf(rootText, 12)}`,
  )
  return {
    note,
    name,
    size,
    root,
    rootText,
    check: verified
      ? check('holds', '检查点的数字签名有效', 'The checkpoint is signed', evidence)
      : check('fails', '检查点的签名无效', 'The signature of the checkpoint is wrong', evidence),
  }
}
