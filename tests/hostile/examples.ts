import { readSchema } from '#contract/schema-files.ts'

/** The examples that a schema shows, which OpenAPI repeats. */
export function examplesOf(schema: string): readonly Readonly<Record<string, unknown>>[] {
  const { examples } = readSchema(schema)
  return Array.isArray(examples) ? (examples as Record<string, unknown>[]) : []
}

/** The members by which a record is known: two records never have the same. */
const naturalKeys = ['code', 'number', 'edition', 'serialNumber', 'legalIdentifier', 'certificateNumber']

/** The same entry for another record: `EX-LAB` becomes `EX-LAB.x`. */
export const asAnother = (
  entry: Readonly<Record<string, unknown>>,
  suffix = 'x',
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [
      name,
      naturalKeys.includes(name) && typeof value === 'string' ? `${value}.${suffix}` : value,
    ]),
  )
