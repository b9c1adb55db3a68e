import { existsSync } from 'node:fs'
import { readSchemas } from '#compute/certificate-files/schema-directory.ts'
import { checkContent } from '#exchange/dcc/content-model/check-content.ts'
import type { DccRead, DccResult } from '#exchange/dcc/reading/dcc-read.ts'
import type { RealForm } from '#exchange/dcc/reading/quantities/dcc-quantity.ts'
import { readDcc } from '#exchange/dcc/reading/read-dcc.ts'
import { schemaCheckOf } from '#exchange/dcc/schema-check/check-against-schemas.ts'
import type { CertificateSource } from '#exchange/dcc/writing/certificate-source.ts'
import { readXml } from '#exchange/xml/read-xml.ts'
import { schemaDirectory } from '../published-files.ts'

/** The official schemas lie beside the repository where they are checked out; without them our own content model decides. */
export const areSchemasHere = existsSync(schemaDirectory)
const official = areSchemasHere ? schemaCheckOf(readSchemas(schemaDirectory)) : undefined

/** What is wrong with a file by the content model, and by the official schema of DCC 3.3.0. */
export const faultsOf = (bytes: Uint8Array): readonly unknown[] => [
  ...checkContent(readXml(bytes), '3.3.0'),
  ...(official?.faultsOf(bytes, '3.3.0') ?? []),
]

interface Figures {
  readonly code: string
  readonly value: string | null | undefined
  readonly uncertainty: string | null | undefined
  readonly factor: string | null | undefined
}

/** The figures that a file states, by the code of the result, as a stranger reads them. */
export function figuresIn(bytes: Uint8Array): readonly Figures[] {
  const read = readDcc(bytes)
  const tables = Map.groupBy(read.results, ({ table }) => table?.path ?? '')
  return [...tables.values()].flatMap(figuresOfTable)
}

function figuresOfTable(columns: readonly DccResult[]): readonly Figures[] {
  const codes = columns.find(({ refTypes }) => refTypes.includes('etalon_resultCode'))?.words ?? []
  const measured = columns.find(({ refTypes }) =>
    refTypes.some((role) => role === 'basic_measuredValue' || role === 'basic_measurementError'),
  )
  // Of a hybrid the last form is in the unit of the certificate.
  const form = measured?.forms.at(-1) as RealForm | undefined
  return codes.map((code, row) => ({
    code,
    value: form?.values[row],
    uncertainty: form?.uncertainty?.kind === 'expanded' ? form.uncertainty.values[row] : undefined,
    factor: form?.uncertainty?.coverageFactors[row],
  }))
}

/** The same as the certificate has them. */
export const figuresOf = ({ results }: CertificateSource): readonly Figures[] =>
  results.map(({ code, reported }) => {
    const isExpanded =
      reported.expandedUncertainty !== undefined && Number(reported.coverageFactor ?? Number.NaN) >= 1
    return {
      code,
      value: reported.value,
      uncertainty: isExpanded ? reported.expandedUncertainty : undefined,
      factor: isExpanded ? reported.coverageFactor : undefined,
    }
  })

export const byCode = (figures: readonly Figures[]): readonly Figures[] =>
  figures.toSorted((a, b) => (a.code < b.code ? -1 : 1))

/** What a strict reader finds odd. */
export const oddities = ({ warnings, notUnderstood }: DccRead): readonly unknown[] => [
  ...warnings,
  ...notUnderstood,
]
