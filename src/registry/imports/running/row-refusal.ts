import type { Refusal } from '#refusal.ts'
import type { RowFault, RowRefusal } from '../outcome.ts'

/** Of a row with many faults the first are told. */
const mostErrors = 20

/** A refusal of the single operation, as a row of the report has it: the same code, the same places. */
export function rowRefusalOf(
  { definition, detail, place }: Refusal,
  columnOf: (pointer: string) => RowFault['column'] = () => undefined,
): RowRefusal {
  const errors = place.errors?.length
    ? place.errors
    : [{ pointer: place.pointer ?? '', code: definition.code, detail }]
  return {
    code: definition.code,
    detail,
    errors: errors.slice(0, mostErrors).map((fault) => {
      const column = columnOf(fault.pointer)
      return column ? { ...fault, column } : fault
    }),
  }
}
