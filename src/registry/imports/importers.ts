import type { Operation } from '#http/operation.ts'
import { calibrationOperations } from '../calibrations/calibrations.api.ts'
import { certificateOperations } from '../certificates/certificates.api.ts'
import { competenceOperations } from '../competences/competences.api.ts'
import { equipmentOperations } from '../equipment/equipment.api.ts'
import { measurandKindOperations } from '../measurand-kinds/measurand-kinds.api.ts'
import { organizationOperations } from '../organizations/organizations.api.ts'
import { personOperations } from '../people/people.api.ts'
import { usageOperations } from '../usages/usages.api.ts'
import { sheetOf } from './columns.ts'
import type { Sheet } from './sheets/sheet.ts'

/** How a file of one kind becomes records: each row is the body of an operation that stands for itself as well. */
export interface Importer {
  readonly kind: string
  readonly summary: string
  readonly operation: Operation
  /** By what a person knows a record: members of the body. */
  readonly key: readonly string[]
  /** How a record that has the same key is read; where there is none, rows are known again by their content. */
  readonly read?: Operation
  /** How a table states it, where it can. */
  readonly sheet?: Sheet
}

interface Taken extends Omit<Importer, 'kind' | 'operation' | 'read' | 'sheet'> {
  readonly operations: readonly Operation[]
  readonly writes: string
  readonly reads?: string
}

const taken: Readonly<Record<string, Taken>> = {
  equipment: {
    summary: 'Register a list of equipment',
    operations: equipmentOperations,
    writes: 'register-equipment',
    reads: 'read-equipment',
    key: ['code'],
  },
  people: {
    summary: 'Register a list of people',
    operations: personOperations,
    writes: 'register-person',
    reads: 'read-person',
    key: ['code'],
  },
  organizations: {
    summary: 'Register a list of organizations',
    operations: organizationOperations,
    writes: 'register-organization',
    reads: 'read-organization',
    key: ['code'],
  },
  'measurand-kinds': {
    summary: 'Register a list of kinds of measurands',
    operations: measurandKindOperations,
    writes: 'register-measurand-kind',
    reads: 'read-measurand-kind',
    key: ['code'],
  },
  competences: {
    summary: 'Register the lines of a scope',
    operations: competenceOperations,
    writes: 'register-competence',
    reads: 'read-competence',
    key: ['code'],
  },
  usages: {
    summary: 'Record a list of uses of equipment',
    operations: usageOperations,
    writes: 'record-usage',
    key: ['equipment', 'usedAt'],
  },
  calibrations: {
    summary: 'Log many calibrations',
    operations: calibrationOperations,
    writes: 'log-calibration',
    key: ['certificateNumber', 'started'],
  },
  certificates: {
    summary: 'Record many certificates that were issued elsewhere',
    operations: certificateOperations,
    writes: 'transcribe-certificate',
    key: ['number'],
  },
}

function named(operations: readonly Operation[], id: string): Operation {
  const found = operations.find((operation) => operation.id === id)
  if (!found) throw new Error(`There is no operation ${id}`)
  return found
}

export const importers: readonly Importer[] = Object.entries(taken).map(
  ([kind, { operations, writes, reads, ...rest }]) => {
    const sheet = sheetOf(kind)
    return {
      ...rest,
      kind,
      operation: named(operations, writes),
      ...(reads !== undefined && { read: named(operations, reads) }),
      ...(sheet && { sheet }),
    }
  },
)

/** What the KCDB publishes becomes lines of the scope of an organization. */
export const kcdbImporter: Importer = {
  kind: 'kcdb-cmc',
  summary: 'Register what the KCDB publishes of an institute (CMCs) as lines of its scope',
  operation: named(competenceOperations, 'register-competence'),
  read: named(competenceOperations, 'read-competence'),
  key: ['code'],
}
