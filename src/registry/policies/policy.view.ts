import type { PolicyRecord } from '#contract/types.ts'
import type { Policy } from '#metrology/traceability/policies.ts'
import type { PolicyVersion } from './policy-version.entity.ts'

/** One that comes with the program, or an edition of one that was registered. */
export const viewPolicy = (found: PolicyVersion | Policy): PolicyRecord =>
  'definition' in found
    ? {
        edition: found.edition,
        origin: 'registry',
        ...(found.definition as Definition),
        recordedBy: found.recordedBy.getEntity().code,
        recordedAt: found.recordedAt.toISOString(),
      }
    : { edition: 1, origin: 'program', ...(found as Definition) }

/** What was checked against the schema when it was registered, or is written in the program: its words are those of the schema. */
type Definition = Omit<PolicyRecord, 'edition' | 'origin' | 'recordedBy' | 'recordedAt'>
