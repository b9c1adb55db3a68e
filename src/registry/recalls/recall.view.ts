import type { EntityManager } from '@mikro-orm/postgresql'
import type {
  CertificateRecalls,
  RecallConcern,
  RecallItem as RecallItemView,
  RecallNotice as RecallNoticeView,
  RecallSummary,
  RecallView,
} from '#contract/types.ts'
import type { ListedNotice } from './notices.queries.ts'
import type { ListedItem, RecallOfCertificate } from './recall-items.queries.ts'
import type { RecallEvent } from './recall-event.entity.ts'
import type { Recall } from './recall.entity.ts'
import { historyOf, progressOf, type ListedRecall } from './recall.queries.ts'

/** PostgreSQL writes `+00:00` where we write `Z`. */
const instantText = (text: string): string => new Date(text).toISOString()

/** A recall as it stands; how far it is, is counted as it is shown. */
export async function viewRecall(em: EntityManager, row: Recall): Promise<RecallView> {
  await em.populate(row, ['organization', 'recordedBy'])
  const progress = await progressOf(em, row)
  const { undecided, noEffect, amend, recall, customerDecides, owners, acknowledged } = progress
  return {
    id: row.id,
    code: row.code,
    organization: row.organization.getEntity().code,
    state: row.state,
    cause: row.cause,
    impact: row.impact,
    summary: row.summary,
    undecided,
    decisions: { 'no-effect': noEffect, amend, recall, 'customer-decides': customerDecides },
    notices: { owners, acknowledged },
    history: (await historyOf(em, row)).map(viewEvent),
    recordedBy: row.recordedBy.getEntity().code,
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  }
}

const viewEvent = ({ kind, reason, recordedBy, recordedAt }: RecallEvent) => ({
  kind,
  ...(reason && { reason }),
  by: recordedBy.getEntity().code,
  at: recordedAt.toISOString(),
})

export const viewSummary = ({ recordedAt, ...row }: ListedRecall): RecallSummary => ({
  ...row,
  recordedAt: instantText(recordedAt),
})

export const viewItem = (listed: ListedItem): RecallItemView => {
  const { id: _, lost, decision, reason, by, at, ...row } = listed
  const isDecided = decision !== null && reason !== null && by !== null && at !== null
  return {
    ...row,
    ...(lost && { lost }),
    ...(isDecided && { disposition: { decision, reason, by, at: instantText(at) } }),
  }
}

export const viewNotice = ({ id, document, at, ...row }: ListedNotice): RecallNoticeView => ({
  id,
  owner: document.owner,
  items: document.items,
  decisions: document.decisions as RecallNoticeView['decisions'],
  at: instantText(at),
  ...(row.acknowledgedBy !== null &&
    row.acknowledgedAt !== null && {
      acknowledged: {
        by: row.acknowledgedBy,
        at: instantText(row.acknowledgedAt),
        ...(row.remark !== null && { remark: row.remark }),
      },
    }),
})

export const viewOfCertificate = (rows: readonly RecallOfCertificate[]): CertificateRecalls => ({
  items: rows.map(viewConcern),
})

/** At the certificate it concerns. */
export const viewConcern = ({
  disposition,
  opened,
  moves: _,
  ...row
}: RecallOfCertificate): RecallConcern => ({
  ...row,
  ...(disposition !== null && { disposition }),
  opened: instantText(opened),
})
