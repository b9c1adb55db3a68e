import type { Actor } from '#http/actor.ts'
import { tooManyAtOnce } from '../imports.refusals.ts'

/**
 * Each import that is under way holds a connection of the pool for most of the time, and its file (at most 64 MiB) lies on the disk
 * from its first byte on. Whoever sends slowly leaves room for others.
 */
const mostAtOnce = 4
const mostOfOne = 2

const holders: string[] = []

/** A place among the imports of this process, until it is given back; taken before anything of the file is received. */
export function takePlace({ person: { id } }: Actor): () => void {
  const own = holders.filter((holder) => holder === id).length
  if (holders.length >= mostAtOnce || own >= mostOfOne) {
    throw tooManyAtOnce(
      {
        en: `${mostAtOnce} at once, ${mostOfOne} of one person; try again in a moment`,
        zh: `同时最多 ${mostAtOnce} 个，每人最多 ${mostOfOne} 个，请稍后重试`,
      },
      { most: mostAtOnce, mostOfOne, retryAfterSeconds: 5 },
    )
  }
  holders.push(id)
  let isHeld = true
  return () => {
    if (isHeld) holders.splice(holders.indexOf(id), 1)
    isHeld = false
  }
}

/** 64 MiB over a line of 2 Mbit/s. */
export const importFileTaken = { takePlace, mostSeconds: 300 } as const
