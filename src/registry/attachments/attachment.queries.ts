import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateAttachment } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'
import { AttachmentContent } from './attachment-content.entity.ts'

/** The files of a calibration, in the order of their names; without the bytes. */
export const attachmentsOf = (
  em: EntityManager,
  calibration: string,
): Promise<readonly CertificateAttachment[]> =>
  preparedRows<CertificateAttachment>(
    em,
    `select a.name, c.media, c.size as bytes, c.sha256
       from attachments a join attachment_contents c on c.sha256 = a.content_sha256
      where a.calibration_id = $1::uuid order by a.name`,
    [calibration],
  )

/** The bytes with this digest, if one of these calibrations has them. */
export async function attachedContent(
  em: EntityManager,
  calibrations: readonly string[],
  sha256: string,
): Promise<{ readonly name: string; readonly content: AttachmentContent } | undefined> {
  const [row] = await em.execute<{ name: string }[]>(
    `select name from attachments where content_sha256 = ? and calibration_id = any(?::uuid[]) order by name limit 1`,
    [sha256, `{${calibrations.join(',')}}`],
  )
  if (!row) return undefined
  return { name: row.name, content: await em.findOneOrFail(AttachmentContent, { sha256 }) }
}
