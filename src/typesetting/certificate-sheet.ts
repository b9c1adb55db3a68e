import type { Both } from '#faces/both.ts'
import type { Face } from '#faces/face.ts'
import { printed } from '#fonts/printable.ts'
import type { Sheet } from './messages.ts'

export const sheetLanguages = ['zh-en', 'zh', 'en'] as const
export type SheetLanguage = (typeof sheetLanguages)[number]

/** A file that stands inside the PDF: what it is to the pages is told by PDF/A-3 (ISO 19005-3, Annex E). */
export interface Attachment {
  readonly name: string
  readonly media: string
  readonly relationship: 'source' | 'data' | 'alternative' | 'supplement'
  readonly words: Both
  readonly bytes: Uint8Array
  readonly sha256: string
}

export interface CertificateSheet {
  readonly face: Face
  readonly language: SheetLanguage
  readonly issuedAt: Date
  readonly attachments: readonly Attachment[]
}

/** What the template reads of a certificate. */
export function certificateSheet({ face, language, issuedAt, attachments }: CertificateSheet): Sheet {
  const placed = attachments.map((attachment, i) => ({ ...attachment, path: `attached-${i}` }))
  const data = {
    ...face,
    languages: language.split('-'),
    date: {
      year: issuedAt.getUTCFullYear(),
      month: issuedAt.getUTCMonth() + 1,
      day: issuedAt.getUTCDate(),
      hour: issuedAt.getUTCHours(),
      minute: issuedAt.getUTCMinutes(),
      second: issuedAt.getUTCSeconds(),
    },
    attachments: placed.map(({ bytes: _, path, ...told }) => ({ ...told, path: `/${path}` })),
  }
  return {
    data: JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printed(value) : value)),
    files: placed.map(({ path, bytes }) => ({ path, bytes })),
    createdAt: Math.floor(issuedAt.getTime() / 1000),
  }
}
