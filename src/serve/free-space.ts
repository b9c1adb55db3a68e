import { statfs } from 'node:fs/promises'

export interface Space {
  readonly freeBytes: number
  readonly bytes: number
}

const gibibyte = 2 ** 30
/** PostgreSQL ends itself when it cannot write ahead any more: long before, somebody has to hear of it. */
const leastShare = 0.1
/** A tenth of a large disk is no want. */
const plentyBytes = 20 * gibibyte

/** The space on the disk of a directory, for whoever is not root. */
export async function spaceOf(directory: string): Promise<Space> {
  const { bavail, blocks, bsize } = await statfs(directory)
  return { freeBytes: bavail * bsize, bytes: blocks * bsize }
}

/** What is looked at, and what is wrong with it. */
export function judgedSpace({ freeBytes, bytes }: Space): { check: string; fault?: string } {
  const share = freeBytes / bytes
  const check = `${Math.floor(share * 100)} % free`
  if (share >= leastShare || freeBytes >= plentyBytes) return { check }
  const mebibytes = Math.floor(freeBytes / 2 ** 20)
  return { check, fault: `The disk of the data directory is nearly full: ${mebibytes} MiB are left` }
}
