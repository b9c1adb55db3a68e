import { certificateSheet } from './sheets/certificate-sheet.ts'
import { competenceSheet } from './sheets/competence-sheet.ts'
import { equipmentSheet } from './sheets/equipment-sheet.ts'
import { measurandKindSheet } from './sheets/measurand-kind-sheet.ts'
import { organizationSheet } from './sheets/organization-sheet.ts'
import { personSheet } from './sheets/person-sheet.ts'
import type { Sheet } from './sheets/sheet.ts'
import { usageSheet } from './sheets/usage-sheet.ts'

/** What may come as a table, by the word of its path: the import reads by these columns, and the templates are made of them. */
export const sheets = {
  equipment: equipmentSheet,
  people: personSheet,
  organizations: organizationSheet,
  'measurand-kinds': measurandKindSheet,
  competences: competenceSheet,
  usages: usageSheet,
  certificates: certificateSheet,
} as const satisfies Readonly<Record<string, Sheet>>

export type SheetKind = keyof typeof sheets

export const sheetOf = (kind: string): Sheet | undefined =>
  Object.hasOwn(sheets, kind) ? sheets[kind as SheetKind] : undefined
