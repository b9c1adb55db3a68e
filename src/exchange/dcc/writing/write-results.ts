import { element, text, type Child, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource, SourceResult, SourceStage, Words } from './certificate-source.ts'
import { wordsOf } from './dcc-text.ts'
import { dsiOf, type Column } from './dsi-column.ts'
import { columnOf, isDifference, measuredColumn, tablesOf, type ResultsTable } from './results-table.ts'
import { conformityMetaData, intervalMetaData } from './write-meta-data.ts'

/** One measurement per stage, so that what was found before an adjustment is never read as what was left after it. */
export function stagesOf({ results }: CertificateSource): readonly (readonly SourceResult[])[] {
  const order: readonly SourceStage[] = ['as-found', 'as-found-and-left', 'as-left']
  return order
    .map((stage) => results.filter((result) => result.stage === stage))
    .filter((some) => some.length > 0)
}

/** `dcc:results`: a table of each kind of result; every column has one entry for each point. */
export const resultsOf = (results: readonly SourceResult[]): WrittenElement =>
  element('dcc:results', {}, tablesOf(results).map(tableElement))

function tableElement(table: ResultsTable): WrittenElement {
  const [first] = table.rows
  const name: Words = first?.measurandName ?? table.measurandKind
  return element(
    'dcc:result',
    {},
    wordsOf('dcc:name', name),
    element(
      'dcc:data',
      {},
      element(
        'dcc:list',
        { refType: 'basic_1IndexTable' },
        codes(table),
        nominals(table),
        parameters(table),
        measured(table, name),
      ),
    ),
  )
}

/** By its code a result is named in the registry: in questions of traceability, and where another certificate rests on it. */
const codes = ({ rows }: ResultsTable): WrittenElement =>
  element(
    'dcc:quantity',
    { refType: 'etalon_resultCode' },
    wordsOf('dcc:name', { en: 'Result', zh: '结果代号' }),
    text('dcc:charsXMLList', rows.map(({ code }) => code).join(' ')),
  )

const nominals = ({ rows }: ResultsTable): WrittenElement =>
  quantity(
    'basic_nominalValue basic_tableIndex0',
    { en: 'Nominal value', zh: '标称值' },
    columnOf(rows.map(({ point }) => point.nominal)),
  )

function parameters({ rows }: ResultsTable): readonly WrittenElement[] {
  const names = Object.keys(rows[0]?.point.parameters ?? {}).toSorted()
  return names.map((name) =>
    quantity(
      'basic_measurementSecondaryCondition',
      name,
      columnOf(rows.map(({ point }) => point.parameters?.[name])),
    ),
  )
}

function measured(table: ResultsTable, name: Words): WrittenElement {
  const refType = isDifference(table.measurandKind) ? 'basic_measurementError' : 'basic_measuredValue'
  const metaData = [...conformityMetaData(table), ...intervalMetaData(table)]
  return quantity(
    refType,
    name,
    measuredColumn(table),
    metaData.length > 0 ? element('dcc:measurementMetaData', {}, metaData) : undefined,
  )
}

/** A column, named and with its role. */
export const quantity = (
  refType: string,
  name: Words,
  column: Column,
  ...rest: readonly Child[]
): WrittenElement => element('dcc:quantity', { refType }, wordsOf('dcc:name', name), dsiOf(column), ...rest)
