import { EtalonProblem } from '#client/client.ts'
import type { RecallDecision, RecallDispositionEntry, RecallEntry } from '#contract/types.ts'
import type { PageAnswer, Visit } from '../ground/page-route.ts'
import { text } from './actions-section.ts'
import { recallPage } from './recall-page.ts'

const pageOf = (id: string): string => `/recalls/${encodeURIComponent(id)}`

/** Carried out and shown anew, or shown with what was refused. */
async function carriedOut(visit: Visit, act: (id: string) => Promise<unknown>): Promise<PageAnswer> {
  const { id = '' } = visit.params
  try {
    await act(id)
    return { redirect: pageOf(id) }
  } catch (error) {
    if (!(error instanceof EtalonProblem) || error.status === 404 || error.status >= 500) throw error
    return recallPage(visit, error)
  }
}

/** From the page of an impact; what is refused is told by the page of the problem, with the way back. */
export async function openForm({ form, api }: Visit): Promise<PageAnswer> {
  // Our own page wrote it; whatever else comes is refused by the schema of the interface.
  const impact = parsed(text(form, 'impact')) as RecallEntry['impact']
  const { body } = await api.ask('open-recall', {
    body: { code: text(form, 'code').trim(), cause: text(form, 'cause').trim(), impact },
  })
  return { redirect: pageOf(body.code) }
}

export const decideForm = (visit: Visit): Promise<PageAnswer> =>
  carriedOut(visit, (id) =>
    visit.api.ask('decide-recall-items', { params: { id }, body: entryOf(visit.form) }),
  )

function entryOf(form: FormData): RecallDispositionEntry {
  const said = { decision: text(form, 'decision') as RecallDecision, reason: text(form, 'reason').trim() }
  const which = text(form, 'which')
  if (which !== 'chosen') {
    const remaining = which === 'flipped' ? { flipped: true } : which === 'holds' ? { flipped: false } : {}
    return { ...said, remaining }
  }
  const items = form.getAll('item').flatMap((value) => {
    const [certificate, result] = parsed(String(value)) as readonly string[]
    return certificate !== undefined && result !== undefined ? [{ certificate, result }] : []
  })
  return { ...said, items } as RecallDispositionEntry
}

export const acknowledgeForm = (visit: Visit): Promise<PageAnswer> =>
  carriedOut(visit, (id) => {
    const remark = text(visit.form, 'remark').trim()
    return visit.api.ask('acknowledge-recall', { params: { id }, body: remark === '' ? {} : { remark } })
  })

export const closeForm = (visit: Visit): Promise<PageAnswer> =>
  carriedOut(visit, (id) =>
    visit.api.ask('close-recall', { params: { id }, ifMatch: text(visit.form, 'etag') }),
  )

export const reopenForm = (visit: Visit): Promise<PageAnswer> =>
  carriedOut(visit, (id) =>
    visit.api.ask('reopen-recall', {
      params: { id },
      ifMatch: text(visit.form, 'etag'),
      body: { reason: text(visit.form, 'reason').trim() },
    }),
  )

/** Nothing where it is not JSON: then the interface says what is missing. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return []
  }
}
