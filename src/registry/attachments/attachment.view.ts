import type { AttachmentContent } from './attachment-content.entity.ts'
import { attachableMedia } from './media-of-bytes.ts'

/** As a file may be sent, and as it is asked for. */
export const anyBytes: readonly string[] = ['application/octet-stream', ...attachableMedia]

/** A file is saved and never shown in place, and no browser guesses what it is. */
export const viewFile = ({
  name,
  content,
}: {
  readonly name: string
  readonly content: AttachmentContent
}) => ({
  status: 200 as const,
  media: content.media,
  content: content.bytes,
  headers: {
    'content-disposition': `attachment; filename="${content.sha256.slice(0, 16)}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  },
})
