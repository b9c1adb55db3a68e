import type { EventRecord } from '#contract/types.ts'
import type { EventRow } from './event.queries.ts'

export const viewEvent = ({ id, position, kind, at, data }: EventRow): EventRecord => ({
  id,
  position,
  type: kind,
  timestamp: new Date(at).toISOString(),
  subject: subjectOf({ kind, data }),
  data,
})

/** The path of what it happened to. */
function subjectOf({ kind, data }: Pick<EventRow, 'kind' | 'data'>): string {
  const [family] = kind.split('.')
  if (family === 'certificate') return `/v1/certificates/${encodeURIComponent(data.certificate ?? '')}`
  if (family === 'calibration') return `/v1/calibrations/${data.calibration ?? ''}`
  if (family === 'recall') return `/v1/recalls/${encodeURIComponent(data.recall ?? '')}`
  return `/v1/equipment/${encodeURIComponent(data.equipment ?? '')}`
}
