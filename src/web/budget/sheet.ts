import type { ShownBudget, ShownLine } from '#faces/shown-budget.ts'

export const forms = [
  'standard',
  'expanded',
  'rectangular',
  'triangular',
  'arcsine',
  'readings',
  'constant',
] as const
export type Form = (typeof forms)[number]

/** An input as it is filled in: texts, as somebody typed them. */
export interface SheetRow {
  readonly symbol: string
  readonly unit: string
  readonly estimate: string
  readonly form: Form
  /** u, U, the half-width, or readings, as the form says. */
  readonly figure: string
  /** The coverage factor of U. */
  readonly factor: string
  readonly degreesOfFreedom: string
}

/** A budget as it is filled in. */
export interface Sheet {
  /** One output a line: `m_X = m_S + dm`. */
  readonly model: string
  readonly output: string
  readonly unit: string
  readonly rows: readonly SheetRow[]
  /** One pair a line: `m_S dm 0.5`. */
  readonly correlations: string
  readonly coverage: 'k' | 'probability'
  readonly coverageValue: string
}

export const emptyRow: SheetRow = {
  symbol: '',
  unit: '1',
  estimate: '0',
  form: 'standard',
  figure: '',
  factor: '2',
  degreesOfFreedom: '',
}

export const mostRows = 64

/** The names of the fields of a row in the form. */
export const fieldOf = (row: number, member: keyof SheetRow): string => `row-${row}-${member}`

/** What was sent; and, where a button of the table was pressed, with one row more or less. */
export function sheetOfForm(form: FormData): Sheet {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n') : ''
  }
  const count = Math.min(mostRows, Number.parseInt(text('rows'), 10) || 0)
  const rows = Array.from({ length: count }, (_, i): SheetRow => {
    const stated = text(fieldOf(i, 'form'))
    return {
      symbol: text(fieldOf(i, 'symbol')),
      unit: text(fieldOf(i, 'unit')),
      estimate: text(fieldOf(i, 'estimate')),
      form: forms.find((each) => each === stated) ?? 'standard',
      figure: text(fieldOf(i, 'figure')),
      factor: text(fieldOf(i, 'factor')),
      degreesOfFreedom: text(fieldOf(i, 'degreesOfFreedom')),
    }
  })
  return {
    model: text('model'),
    output: text('output'),
    unit: text('unit'),
    rows: rowsAfter(text('act'), rows),
    correlations: text('correlations'),
    coverage: text('coverage') === 'probability' ? 'probability' : 'k',
    coverageValue: text('coverageValue'),
  }
}

function rowsAfter(act: string, rows: readonly SheetRow[]): readonly SheetRow[] {
  if (act === 'add') return [...rows, emptyRow].slice(0, mostRows)
  const [, removed] = /^remove-(\d+)$/.exec(act) ?? []
  return removed === undefined ? rows : rows.filter((_, i) => i !== Number(removed))
}

/** A budget that is kept, as it would be filled in. */
export function sheetOfBudget(budget: ShownBudget): Sheet {
  const { coverageProbability: p, coverageFactor: k } = budget
  return {
    model: Object.entries(budget.model)
      .map(([name, expression]) => `${name} = ${expression}`)
      .join('\n'),
    output: budget.output,
    unit: budget.unit,
    rows: budget.lines.map(rowOfLine),
    correlations: budget.correlations.map(({ between, r }) => `${between.join(' ')} ${r}`).join('\n'),
    coverage: p === undefined ? 'k' : 'probability',
    coverageValue: String(p ?? k ?? 2),
  }
}

/** Half-width over standard uncertainty (GUM 4.3.7, 4.3.9; JCGM 101:2008, 6.4). */
const halfWidths: Readonly<Record<string, number>> = {
  rectangular: Math.sqrt(3),
  triangular: Math.sqrt(6),
  arcsine: Math.SQRT2,
}

function rowOfLine({
  symbol,
  unit,
  estimate,
  standardUncertainty: u,
  distribution,
  ...line
}: ShownLine): SheetRow {
  const width = halfWidths[distribution ?? '']
  const form = u === 0 ? 'constant' : width === undefined ? 'standard' : (distribution as Form)
  return {
    symbol,
    unit,
    estimate: figureText(estimate, 15),
    form,
    figure: u === 0 ? '' : figureText(u * (width ?? 1), 9),
    factor: '2',
    degreesOfFreedom:
      form !== 'standard' || line.degreesOfFreedom === 'infinity' ? '' : figureText(line.degreesOfFreedom, 6),
  }
}

/** As somebody types it: no spaces, no sign but the hyphen. */
const figureText = (value: number, digits: number): string => String(Number(value.toPrecision(digits)))
