import { verifyCheckpoint } from '#evidence/checkpoint.ts'
import { thumbprintOf } from '#evidence/public-jwk.ts'
import type { Opened } from './bundle.ts'
import { checkPlaces } from './check-places.ts'
import type { Keys } from './check-seal.ts'
import { fails, type Check } from './report.ts'

/**
 * Every certificate of the chain, and everything that is said to have happened to one, stands in the log of the node: the
 * node cannot have shown others another log. That nothing else has happened since, no log can say.
 */
export function checkLog(opened: Opened, keys: Keys): Check {
  const { log, keys: carried } = opened.bundle
  const verdict = verifyCheckpoint(log.checkpoint, log.origin, keysOfLog(carried, keys))
  if (verdict.authentic) return checkPlaces(opened, verdict.checkpoint)
  return fails(
    'log',
    `the checkpoint is not authentic (${verdict.because})`,
    `检查点无效（${verdict.because}）`,
  )
}

/** The keys that are trusted, if there are any; whether that is so, the check of the seal has told. */
function keysOfLog(carried: Opened['bundle']['keys'], { trusted }: Keys): Opened['bundle']['keys'] {
  const kids = new Set(trusted.map(({ kid }) => kid))
  const known = carried.filter((jwk) => kids.has(thumbprintOf(jwk)))
  return known.length > 0 ? known : carried
}
