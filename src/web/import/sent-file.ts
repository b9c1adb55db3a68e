import type { Visit } from '../ground/page-route.ts'
import { mediaOf } from './kinds.ts'

/** What was sent by one of the forms: a file, or the one that was looked at before. */
export interface SentFile {
  readonly name: string
  readonly media: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** More than this is not carried in a page from looking to recording. */
const mostBytesKept = 2_000_000

export async function fileSent({ form }: Visit): Promise<SentFile | undefined> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0)
    return { name: file.name, media: mediaOf(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }
  const [kept, name] = [form.get('content'), form.get('name')]
  if (typeof kept !== 'string' || kept === '' || typeof name !== 'string') return undefined
  return { name, media: mediaOf(name), bytes: Uint8Array.from(Buffer.from(kept, 'base64')) }
}

export const keptContent = ({ bytes }: SentFile): string | undefined =>
  bytes.length <= mostBytesKept ? Buffer.from(bytes).toString('base64') : undefined
