import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { refusedBy } from '#db/refused-by.ts'
import { sha256Hex } from '#evidence/digest.ts'
import type { Actor } from '#http/actor.ts'
import { calibrationToMove } from '../calibrations/calibration-to-move.ts'
import { Person } from '../people/person.entity.ts'
import { AttachmentContent } from './attachment-content.entity.ts'
import { Attachment } from './attachment.entity.ts'
import {
  attachmentNameTaken,
  fileNotAccepted,
  hashMismatch,
  tooManyAttachments,
  unknownAttachment,
} from './attachment.refusals.ts'
import { attachmentsOf } from './attachment.queries.ts'
import { attachableMedia, mediaOf } from './media-of-bytes.ts'

interface Draft {
  readonly id: string
  readonly seenVersion: number
}

const most = 50

/** A file becomes part of what is signed: until it is submitted, a draft may be given one. */
export async function attachFile(
  em: EntityManager,
  draft: Draft,
  { name, sha256, bytes }: { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array },
  actor: Actor,
  now: Date,
): Promise<void> {
  const calibration = await calibrationToMove(em, draft, actor, ['evaluated', 'returned'])
  const computed = sha256Hex(bytes)
  if (computed !== sha256) {
    throw hashMismatch(
      { en: `It is ${computed}`, zh: `实际为 ${computed}` },
      { stated: sha256, computed },
      { pointer: '/sha256' },
    )
  }
  const media = mediaOf(bytes)
  if (media === undefined) {
    throw fileNotAccepted(
      { en: `It may be ${attachableMedia.join(', ')}`, zh: `可接受 ${attachableMedia.join('、')}` },
      { accepted: attachableMedia },
    )
  }
  if ((await attachmentsOf(em, draft.id)).length >= most) {
    throw tooManyAttachments(tooManyAttachments.definition.title)
  }
  // Without naming what conflicts: whoever named it would have to see bytes that others have attached.
  await em.execute(
    `insert into attachment_contents (sha256, media, size, bytes, recorded_at) values (?, ?, ?, ?, ?)
     on conflict do nothing`,
    [sha256, media, bytes.length, Buffer.from(bytes), now],
    'run',
  )
  em.create(Attachment, {
    id: v7(),
    calibration,
    name,
    content: em.getReference(AttachmentContent, sha256, { wrapped: true }),
    recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
    recordedAt: now,
  })
  await em.flush().catch(refusedBy({ attachments_name_unique: attachmentNameTaken }))
  await countUp(em, draft.id)
}

/** A file that was attached by mistake; its bytes stay, nobody is shown them. */
export async function detachFile(em: EntityManager, draft: Draft, name: string, actor: Actor): Promise<void> {
  await calibrationToMove(em, draft, actor, ['evaluated', 'returned'])
  const removed = await em.nativeDelete(Attachment, { calibration: draft.id, name })
  if (removed === 0) {
    throw unknownAttachment(
      { en: `None is called ${name}`, zh: `没有名为 ${name} 的附件` },
      {},
      { pointer: '/name' },
    )
  }
  await countUp(em, draft.id)
}

/** Whoever has seen the calibration without this file has seen another one. */
const countUp = (em: EntityManager, id: string) =>
  em.execute('update calibrations set version = version + 1 where id = ?', [id], 'run')
