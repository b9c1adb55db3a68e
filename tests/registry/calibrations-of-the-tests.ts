import type { Service } from '../service.ts'
import { must, type Answer, type Asking } from './people-of-the-tests.ts'

/** Says that this is the version that was seen. */
export const seen = (answer: Answer): Record<string, string> => ({
  'if-match': answer.headers.get('etag') ?? '',
})

/** One move of a calibration, by somebody who has seen the last answer. */
export const moved = (by: Asking, step: string, last: Answer, body?: unknown): Promise<Answer> =>
  by.post(`/v1/calibrations/${last.body.id}/${step}`, body, seen(last))

/** A calibration in the state that these moves lead to. */
export async function broughtTo(
  people: { readonly technician: Asking; readonly reviewer: Asking },
  entry: unknown,
  state: 'evaluated' | 'submitted' | 'returned' | 'reviewed',
): Promise<Answer> {
  const logged = must(await people.technician.post('/v1/calibrations', entry))
  if (state === 'evaluated') return logged
  const submitted = must(await moved(people.technician, 'submit', logged))
  if (state === 'submitted') return submitted
  const decision =
    state === 'reviewed' ? { decision: 'approve' } : { decision: 'return', reason: 'The nominal is wrong' }
  return must(await moved(people.reviewer, 'review', submitted, decision))
}

/** How many rows stand in the tables that a calibration or a certificate could be written into. */
export async function rowsOf(s: Service): Promise<string> {
  const tables = [
    'calibrations',
    'calibration_results',
    'result_links',
    'certificates',
    'certificate_events',
    'certificate_counters',
    'audit_events',
    'idempotency_keys',
  ]
  const counts = await s.orm.em
    .fork()
    .execute<{ text: string }[]>(
      `select concat_ws(' ', ${tables.map((table) => `'${table}', (select count(*) from ${table})`).join(', ')}) as text`,
    )
  return counts[0]?.text ?? ''
}

/** A body as it is written, for what `JSON.stringify` cannot write. */
export async function sent(s: Service, key: string, path: string, body: string): Promise<Answer> {
  const response = await s.app.request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body,
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
