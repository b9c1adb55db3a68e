import { createHash } from 'node:crypto'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A body that is kept apart from memory, from its last byte until it is discarded. */
export interface ReceivedFile {
  readonly media: string
  /** As it was stated, in small letters. */
  readonly charset: string | undefined
  readonly size: number
  readonly sha256: string
  /** From the beginning, however often it is asked. */
  readonly read: () => AsyncIterable<Uint8Array>
  readonly discard: () => Promise<void>
}

const pieceBytes = 1 << 18

/** Written as it arrives: a body that comes faster than the disk takes it waits. Nothing of it is left when the process is killed. */
export async function receiveFile(
  body: AsyncIterable<Uint8Array> | null,
  stated: { readonly media: string; readonly charset: string | undefined },
  refuseOver: (size: number) => void,
): Promise<ReceivedFile> {
  const handle = await openNameless()
  const digest = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length
      refuseOver(size)
      digest.update(chunk)
      await handle.writeFile(chunk)
    }
  } catch (error) {
    await handle.close()
    throw error
  }
  const sha256 = digest.digest('hex')
  return { ...stated, size, sha256, read: () => pieces(handle, size), discard: () => handle.close() }
}

/** Open, and in no directory any more: the system takes it back when it is closed, or when the process ends. */
async function openNameless(): Promise<FileHandle> {
  const directory = await mkdtemp(join(tmpdir(), 'etalon-body-'))
  try {
    return await open(join(directory, 'body'), 'wx+', 0o600)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function* pieces(handle: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes, at)
    if (bytesRead === 0) throw new Error('A received file has become shorter')
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}
