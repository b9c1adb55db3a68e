import type { ChainRecords } from '#metrology/traceability/records.ts'
import { certificateRecords, historyRecords, statementsOf } from './certificate-records.ts'
import type { ChainRows } from './chain-rows.ts'
import { equipmentRecords } from './equipment-records.ts'
import { rememberedRecords } from './memory/remembered-records.ts'
import { resultRecords } from './result-records.ts'
import {
  authorizationRecords,
  comparisonRecords,
  competenceRecords,
  documentRecords,
  organizationRecords,
  referenceRecords,
} from './standing-records.ts'

/** The rows of a chain as the rules read them: in coherent units, with times as moments. */
export const chainRecords = (rows: ChainRows): ChainRecords => rememberedRecords(rows, recordsOf)

const recordsOf = (rows: ChainRows): ChainRecords => ({
  organizations: organizationRecords(rows),
  certificates: certificateRecords(rows),
  results: resultRecords(rows, statementsOf(rows)),
  equipment: equipmentRecords(rows),
  history: historyRecords(rows),
  references: referenceRecords(rows),
  competences: competenceRecords(rows),
  authorizations: authorizationRecords(rows),
  normativeDocuments: documentRecords(rows),
  comparisons: comparisonRecords(rows),
})
