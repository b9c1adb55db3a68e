import type { OperationId } from '#client/client.ts'
import type { Action } from '#http/actor.ts'
import type { Visit } from '../ground/page-route.ts'

interface ImportedKind {
  readonly kind:
    | 'equipment'
    | 'people'
    | 'organizations'
    | 'measurand-kinds'
    | 'competences'
    | 'usages'
    | 'certificates'
    | 'calibrations'
  readonly operation: Extract<OperationId, `bulk-import-${string}`>
  /** What whoever imports must be allowed to do, as for each record by itself. */
  readonly action: Action
}

const kinds: readonly ImportedKind[] = [
  { kind: 'equipment', operation: 'bulk-import-equipment', action: 'equipment.register' },
  { kind: 'certificates', operation: 'bulk-import-certificates', action: 'certificate.transcribe' },
  { kind: 'usages', operation: 'bulk-import-usages', action: 'usage.record' },
  { kind: 'people', operation: 'bulk-import-people', action: 'person.register' },
  { kind: 'competences', operation: 'bulk-import-competences', action: 'competence.register' },
  { kind: 'organizations', operation: 'bulk-import-organizations', action: 'organization.register' },
  { kind: 'measurand-kinds', operation: 'bulk-import-measurand-kinds', action: 'measurand-kind.register' },
  { kind: 'calibrations', operation: 'bulk-import-calibrations', action: 'calibration.log' },
]

/** What the visitor may import; the interface decides. */
export const kindsFor = ({ who }: Visit): readonly ImportedKind[] =>
  kinds.filter(({ action }) => who?.may(action) === true)

export const kindNamed = (name: string): ImportedKind | undefined => kinds.find(({ kind }) => kind === name)

/** Without a table there is no template: a calibration is no flat row. */
export const hasTemplate = (kind: string): boolean => kind !== 'calibrations'

const mediaByEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/csv',
  txt: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** By the name of the file: browsers call a CSV what the programs of the machine call it. */
export const mediaOf = (name: string): string =>
  mediaByEnding[/\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? ''] ?? 'text/csv'
