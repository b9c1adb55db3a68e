import type { EvaluationInput, MeasurementModelTask } from '#contract/types.ts'
import type { PageLanguage } from '#faces/page.ts'
import { faultOfUnit, inCoherentUnit, sizeOfUnit } from '#faces/in-units.ts'
import { fieldOf, type Sheet, type SheetRow } from './sheet.ts'
import { budgetWords } from './words.ts'

/** What is wrong with a field, by its name. */
export type FieldFaults = ReadonlyMap<string, string>

/** A question to the interface, and where in the form each place of it was filled in. */
export interface SheetTask {
  readonly body: MeasurementModelTask
  /** The output that is the result in its own unit. */
  readonly result: string
  readonly fieldAt: (pointer: string) => string | undefined
}

/** The question that a sheet asks; or what cannot be asked, each at its field. */
export function taskOfSheet(sheet: Sheet, language: PageLanguage): SheetTask | FieldFaults {
  const faults = new Map<string, string>()
  const outputs = outputsOf(sheet, faults, language)
  sheet.rows.forEach((row, i) => checkRow(row, i, faults, language))
  const unitFault = faultOfUnit(sheet.unit)
  if (unitFault) faults.set('unit', unitFault[language])
  refuseComma(sheet.coverageValue, 'coverageValue', faults, language)
  const correlations = correlationsOf(sheet, faults, language)
  if (faults.size > 0) return faults

  const result = stateInUnit(outputs, sheet)
  const coverage = sheet.coverage === 'k' ? { k: sheet.coverageValue } : { probability: sheet.coverageValue }
  return {
    body: {
      method: ['gum', 'monte-carlo'],
      model: { outputs },
      inputs: Object.fromEntries(sheet.rows.map((row) => [row.symbol, inputOf(row)])),
      ...(correlations.length > 0 && { correlations }),
      coverage,
      monteCarlo: run(sheet),
    },
    result,
    fieldAt: (pointer) => fieldOfPointer(pointer, sheet),
  }
}

/** A number that is chosen before, for 95 % (JCGM 101:2008, 7.2.1): a tenth of a second, and both ends to 0.3 % of u. */
const trials = 1_000_000
const classes = 60

const run = ({ coverage, coverageValue }: Sheet) => ({
  trials,
  histogram: { classes },
  ...(coverage === 'k' && { probability: 0.95 }),
  ...(coverage === 'probability' && { probability: coverageValue }),
})

function outputsOf(
  { model }: Sheet,
  faults: Map<string, string>,
  language: PageLanguage,
): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const line of model.split('\n').filter((each) => each.trim() !== '')) {
    const [, name, expression] = /^\s*([A-Za-z][A-Za-z0-9_]*)\s*=\s*(\S.*)$/.exec(line) ?? []
    if (name === undefined || expression === undefined)
      faults.set('model', budgetWords[language].unreadableLine(line))
    else outputs[name] = expression
  }
  return outputs
}

/** The interface converts nothing: the model itself states its result in the unit that was asked for. */
function stateInUnit(outputs: Record<string, string>, { output, unit }: Sheet): string {
  const size = sizeOfUnit(unit)
  if (size === undefined || size === 1) return output
  const name = freeName(outputs, `${output.slice(0, 24)}_shown`)
  outputs[name] = `${output} / ${size}`
  return name
}

const freeName = (taken: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(taken, name) ? freeName(taken, `${name}_`) : name

function checkRow(row: SheetRow, i: number, faults: Map<string, string>, language: PageLanguage): void {
  const fault = faultOfUnit(row.unit)
  if (fault) faults.set(fieldOf(i, 'unit'), fault[language])
  for (const member of ['estimate', 'figure', 'factor', 'degreesOfFreedom'] as const)
    refuseComma(row[member], fieldOf(i, member), faults, language)
}

/** 1,5 may be one and a half or two readings: it is refused, and not guessed at. */
function refuseComma(text: string, field: string, faults: Map<string, string>, language: PageLanguage): void {
  if (/[,，]/.test(text)) faults.set(field, budgetWords[language].comma)
}

function inputOf(row: SheetRow): EvaluationInput {
  const difference = (text: string) => inCoherentUnit(text, row.unit, 'difference') ?? text
  const value = (text: string) => inCoherentUnit(text, row.unit, 'value') ?? text
  const estimate = value(row.estimate)
  const freedom = row.degreesOfFreedom === '' ? {} : { degreesOfFreedom: row.degreesOfFreedom }
  switch (row.form) {
    case 'constant':
      return { estimate }
    case 'readings':
      return { readings: readingsIn(row.figure).map(value) }
    case 'expanded':
      return { estimate, expandedUncertainty: difference(row.figure), coverageFactor: row.factor, ...freedom }
    case 'standard':
      return { estimate, standardUncertainty: difference(row.figure), ...freedom }
    default:
      return { estimate, distribution: { type: row.form, halfWidth: difference(row.figure) } }
  }
}

/** One a line, or apart by tabs or semicolons; a space stands within a number (SI Brochure, 5.4.4). */
export const readingsIn = (text: string): readonly string[] =>
  text
    .split(/[\n\t;；]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')

function correlationsOf({ correlations }: Sheet, faults: Map<string, string>, language: PageLanguage) {
  return correlations
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [a, b, r, ...more] = line.trim().split(/\s+/)
      if (
        a !== undefined &&
        b !== undefined &&
        r !== undefined &&
        more.length === 0 &&
        Number.isFinite(Number(r))
      )
        return [{ between: [a, b], r: Number(r) }]
      faults.set('correlations', budgetWords[language].unreadableLine(line))
      return []
    })
}

/** `/inputs/dm/distribution/halfWidth` was filled in as the figure of the row of dm. */
function fieldOfPointer(pointer: string, { rows }: Sheet): string | undefined {
  const [, part, symbol, member = ''] = pointer.split('/')
  if (part === 'model' || part === 'correlations') return part
  if (part === 'coverage' || part === 'monteCarlo') return 'coverageValue'
  if (part !== 'inputs') return undefined
  const row = rows.findIndex((each) => each.symbol === symbol)
  return row < 0 ? undefined : fieldOf(row, memberOf(member))
}

function memberOf(member: string): keyof SheetRow {
  if (member === 'estimate' || member === 'degreesOfFreedom') return member
  if (member === 'coverageFactor') return 'factor'
  return member === '' ? 'symbol' : 'figure'
}
