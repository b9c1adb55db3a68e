import { tooManyAtOnce } from '../imports.refusals.ts'

/** Each import that is under way holds a connection of the pool for most of the time. */
const mostAtOnce = 4

let underWay = 0

/** A place among the imports of this process, until it is given back. */
export function takePlace(): () => void {
  if (underWay >= mostAtOnce) {
    throw tooManyAtOnce(
      { en: `${mostAtOnce} at once; try again in a moment`, zh: `同时最多 ${mostAtOnce} 个，请稍后重试` },
      { most: mostAtOnce, retryAfterSeconds: 5 },
    )
  }
  underWay += 1
  let isHeld = true
  return () => {
    if (isHeld) underWay -= 1
    isHeld = false
  }
}
