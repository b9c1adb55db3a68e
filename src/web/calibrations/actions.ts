import { EtalonProblem } from '#client/client.ts'
import type { PageAnswer, Visit } from '../ground/page-route.ts'

const verbs = ['submit', 'approve', 'return', 'authorise', 'cancel'] as const
export type Verb = (typeof verbs)[number]

/** What was asked for and refused, to be said beside the button that was pressed. */
export interface Refused {
  readonly verb: Verb
  readonly problem: EtalonProblem
}

/** `POST /calibrations/:id`: one move. What signs is asked with the key that was shown for it, and with no other. */
export async function move(visit: Visit): Promise<PageAnswer | Refused> {
  const id = visit.params['id'] ?? ''
  const text = (name: string) => {
    const value = visit.form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const verb = verbs.find((each) => each === text('verb')) ?? 'submit'
  try {
    await carryOut(visit, { id, verb, key: text('key'), version: text('version'), reason: text('reason') })
    return { redirect: `/calibrations/${id}` }
  } catch (error) {
    if (error instanceof EtalonProblem) return { verb, problem: error }
    throw error
  }
}

interface Move {
  readonly id: string
  readonly verb: Verb
  readonly key: string
  readonly version: string
  readonly reason: string
}

async function carryOut({ api }: Visit, { id, verb, key, version, reason }: Move): Promise<void> {
  const asked = { params: { id }, ifMatch: version }
  // Without a key the session asks, and is told that it signs nothing.
  const signing = { ...asked, ...(key !== '' && { key }) }
  if (verb === 'submit') await api.ask('submit-calibration', signing)
  else if (verb === 'authorise') await api.ask('authorise-calibration', signing)
  else if (verb === 'cancel') await api.ask('cancel-calibration', { ...asked, body: { reason } })
  else {
    const stated = reason === '' ? {} : { reason }
    const body =
      verb === 'approve'
        ? { decision: 'approve' as const, ...stated }
        : { decision: 'return' as const, reason }
    await api.ask('review-calibration', { ...signing, body })
  }
}
