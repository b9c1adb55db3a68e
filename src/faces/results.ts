import { both, wording, type Both } from './both.ts'
import type { Certificate, Result } from './certificate.ts'
import { rangeText } from './facts.ts'
import { numberText, padding, quantityText, unitText, withUnit } from './numbers.ts'
import { outcomes, stages } from './words.ts'

export interface Cell {
  readonly text: string
  /** Digits that are not there, so that the points of a column stand below each other. */
  readonly pad?: string
}

export interface ResultRow {
  readonly code: string
  readonly point: Cell
  /** Influence parameters and the interval in which the result holds, one a line. */
  readonly remarks: readonly Both[]
  readonly value: Cell
  readonly expandedUncertainty: Cell
  readonly coverageFactor: Cell
  readonly coverageProbability: string
  readonly outcome?: { readonly word: Both; readonly isGood: boolean }
}

export interface ResultBand {
  readonly stage: Both
  readonly rows: readonly ResultRow[]
}

/** The results of one measurand in one unit: one table, with a band for each stage (ISO/IEC 17025:2017, 7.8.4.1 d). */
export interface ResultTable {
  readonly measurand: Both
  readonly pointUnit: string
  readonly unit: string
  readonly hasConformity: boolean
  readonly hasOneProbability: boolean
  readonly bands: readonly ResultBand[]
}

export function resultTablesOf({ results }: Certificate): ResultTable[] {
  const tables = Map.groupBy(results, ({ measurandKind, reported, point }) =>
    JSON.stringify([measurandKind, unitText(reported.unit), unitText(point.nominal.unit)]),
  )
  return [...tables.values()].map(tableOf)
}

function tableOf(results: readonly Result[]): ResultTable {
  const [first] = results
  const column = {
    point: results.map(({ point }) => numberText(point.nominal.value)),
    value: results.map(({ reported }) => numberText(reported.value)),
    U: results.map(({ reported }) => uncertaintyText(reported)),
    k: results.map(({ reported }) => numberText(reported.coverageFactor ?? '–')),
  }
  const cell = (text: string, of: keyof typeof column): Cell => {
    const pad = padding(text, column[of])
    return pad === '' ? { text } : { text, pad }
  }
  const row = (result: Result): ResultRow => ({
    code: result.code,
    point: cell(numberText(result.point.nominal.value), 'point'),
    remarks: remarksOf(result),
    value: cell(numberText(result.reported.value), 'value'),
    expandedUncertainty: cell(uncertaintyText(result.reported), 'U'),
    coverageFactor: cell(numberText(result.reported.coverageFactor ?? '–'), 'k'),
    coverageProbability: probabilityOf(result),
    ...outcomeOf(result),
  })
  const bands = [...Map.groupBy(results, ({ stage }) => stage)].map(([stage, of]) => ({
    stage: stages[stage],
    rows: of.map(row),
  }))
  const probabilities = new Set(results.map(probabilityOf))
  return {
    measurand: measurandOf(first),
    pointUnit: unitColumn(first?.point.nominal.unit),
    unit: unitColumn(first?.reported.unit),
    hasConformity: results.some(({ conformity }) => conformity !== undefined),
    hasOneProbability: probabilities.size === 1,
    bands,
  }
}

const uncertaintyText = ({ expandedUncertainty }: Result['reported']): string =>
  expandedUncertainty === undefined ? '–' : numberText(expandedUncertainty)

const unitColumn = (unit = '1'): string => (unitText(unit) === '1' ? '' : unitText(unit))

/** Stated with the result where it was asked for; elsewhere it is what k = 2 stands for in a normal distribution. */
export function probabilityOf({ reported, coverageProbability }: Result): string {
  const stated = reported.coverageProbability ?? coverageProbability
  if (stated === undefined) return ''
  const share = Number(stated)
  return Number.isFinite(share) ? withUnit(numberText(String(Number((share * 100).toPrecision(4)))), '%') : ''
}

/** The name of the measurand where the document has it; else its code, which is made of words. */
export function measurandOf(result: Result | undefined): Both {
  const { measurandName, measurandKind = '' } = (result ?? {}) as Partial<Result> & {
    readonly measurandName?: Parameters<typeof both>[0]
  }
  return measurandName === undefined
    ? both(measurandKind.replaceAll('.', ' · ').replaceAll('-', ' '))
    : both(measurandName)
}

function remarksOf({ point, interval }: Result): Both[] {
  const parameters = Object.entries(point.parameters ?? {}).map(([name, quantity]) =>
    both(`${name} = ${quantityText(quantity)}`),
  )
  const range = interval && rangeText(interval.lower, interval.upper)
  return [...parameters, ...(range === undefined ? [] : [wording(`适用 ${range}`, `valid for ${range}`)])]
}

const outcomeOf = ({ conformity }: Result): Pick<ResultRow, 'outcome'> | undefined =>
  conformity && {
    outcome: { word: outcomes[conformity.outcome], isGood: conformity.outcome === 'pass' },
  }
