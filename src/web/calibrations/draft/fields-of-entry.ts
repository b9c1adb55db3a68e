import type { BudgetInput, CalibrationEntry, ResultEntry } from '#contract/types.ts'
import { inputField, type Fields, type InputForm } from './fields.ts'

/** A calibration that was stated, as it would be filled in; `position` is the result that is shown. */
export function fieldsOfEntry(entry: CalibrationEntry, position: number): Fields {
  const result = entry.results[position] ?? entry.results[0]
  return {
    base: JSON.stringify(entry),
    position: String(position),
    ...workFields(entry),
    ...environmentFields(entry),
    ...(result && resultAsFields(result)),
  }
}

/** As a model for the next one: what is done each time anew stays empty. */
export function asTemplate(entry: CalibrationEntry): CalibrationEntry {
  const { certificateNumber: _, lateReason: __, received: ___, itemCondition: ____, ...kept } = entry
  const results = entry.results.map((result) => ({
    ...result,
    inputs: Object.fromEntries(
      Object.entries(result.inputs).map(([symbol, input]) => [symbol, withoutReadings(input)]),
    ),
  }))
  return { ...kept, started: '', finished: '', environment: [], results }
}

const withoutReadings = ({ readings, ...input }: BudgetInput): BudgetInput =>
  readings === undefined ? input : { ...input, readings: [] }

const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

function workFields(entry: CalibrationEntry): Fields {
  const [, started = '', zone] = instant.exec(entry.started) ?? []
  const [, finished = ''] = instant.exec(entry.finished) ?? []
  return {
    laboratory: entry.laboratory,
    equipment: entry.item.equipment,
    component: entry.item.component ?? '',
    method: entry.method.document,
    deviation: entry.method.deviation ?? '',
    competence: entry.competence ?? '',
    operator: entry.operator,
    started,
    finished,
    zone: zone === 'Z' ? '+00:00' : (zone ?? '+08:00'),
    place: entry.place ?? '',
    certificateKind: entry.certificateKind ?? 'calibration',
    certificateNumber: entry.certificateNumber ?? '',
    customer: entry.customer ?? '',
    validUntil: entry.validUntil ?? '',
    received: entry.received ?? '',
    itemCondition: entry.itemCondition ?? '',
    asFoundOmitted: entry.asFoundOmitted ?? '',
    lateReason: entry.lateReason ?? '',
    remarks: entry.remarks ?? '',
  }
}

/** Conditions that have a field of their own, by the words and in the units that the form states them in. */
export const conditionsWithField = [
  { field: 'temperature', quantity: 'temperature', unit: '°C', unitOfU: 'K' },
  { field: 'humidity', quantity: 'relative humidity', unit: '%', unitOfU: '%' },
  { field: 'pressure', quantity: 'pressure', unit: 'hPa', unitOfU: 'hPa' },
] as const

function environmentFields({ environment = [] }: CalibrationEntry): Fields {
  return Object.fromEntries(
    conditionsWithField.flatMap(({ field, quantity, unit, unitOfU }) => {
      const stated = environment.find((each) => each.quantity === quantity && each.value.unit === unit)
      if (!stated) return []
      const u = stated.standardUncertainty
      return [
        [field, String(stated.value.value)],
        [`${field}-u`, u?.unit === unitOfU ? String(u.value) : ''],
      ]
    }),
  )
}

export function resultAsFields(result: ResultEntry): Fields {
  const { conformity, coverage, point } = result
  const limits = conformity?.limits
  const rows = inOrder(result).map(([symbol, input], i) => inputAsFields(symbol, input, i))
  return {
    code: result.code,
    measurandKind: result.measurandKind,
    stage: result.stage,
    nominal: String(point.nominal.value),
    nominalUnit: point.nominal.unit,
    parameters: Object.entries(point.parameters ?? {})
      .map(([name, { value, unit }]) => `${name} ${value} ${unit}`)
      .join('\n'),
    unit: result.unit ?? '',
    model: Object.entries(result.model.outputs)
      .map(([name, expression]) => `${name} = ${expression}`)
      .join('\n'),
    output: result.output,
    coverage: 'k' in coverage ? 'k' : 'probability',
    coverageValue: String('k' in coverage ? coverage.k : coverage.probability),
    correlations: (result.correlations ?? [])
      .map(({ between, r, reason = '' }) => `${between.join(' ')} ${r} ${reason}`.trim())
      .join('\n'),
    lowerLimit: limits?.lower === undefined ? '' : String(limits.lower.value),
    upperLimit: limits?.upper === undefined ? '' : String(limits.upper.value),
    limitUnit: limits?.lower?.unit ?? limits?.upper?.unit ?? '',
    rule: conformity?.rule ?? 'none',
    specification: conformity?.specification ?? '',
    inputs: String(rows.length),
    ...Object.assign({}, ...rows),
  }
}

/** As the model names them: an object has no order that a store would keep. */
function inOrder({ inputs, model, output }: ResultEntry): [string, BudgetInput][] {
  const { [output]: last = '', ...others } = model.outputs
  const named: readonly string[] = [last, ...Object.values(others)].join(' ').match(/[A-Za-z]\w*/g) ?? []
  const placeOf = (symbol: string) => (named.includes(symbol) ? named.indexOf(symbol) : named.length)
  return Object.entries(inputs).toSorted(([a], [b]) => placeOf(a) - placeOf(b))
}

function inputAsFields(symbol: string, input: BudgetInput, row: number): Fields {
  const members = {
    symbol,
    form: formOfInput(input),
    unit: input.unit ?? '',
    estimate: input.estimate === undefined ? '' : String(input.estimate),
    kind: input.measurandKind ?? '',
    from: input.from === undefined ? '' : JSON.stringify(input.from),
    degreesOfFreedom: input.degreesOfFreedom === undefined ? '' : String(input.degreesOfFreedom),
    kept: JSON.stringify(input),
    ...figuresOfInput(input),
  }
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [inputField(row, name), value]))
}

function figuresOfInput(input: BudgetInput): { readonly figure: string; readonly factor: string } {
  const { readings, pooledStandardDeviation: s, numberOfReadings: n, distribution } = input
  if (readings) return { figure: readings.join('\n'), factor: '' }
  if (s !== undefined) return { figure: String(s), factor: String(n ?? '') }
  if (input.expandedUncertainty !== undefined)
    return { figure: String(input.expandedUncertainty), factor: String(input.coverageFactor ?? '') }
  return { figure: String(input.standardUncertainty ?? distribution?.halfWidth ?? ''), factor: '' }
}

/** Which form states all that the input states; what none of them states stays as it was. */
function formOfInput(input: BudgetInput): InputForm {
  const stated = new Set(Object.keys(input).filter((name) => !['unit', 'note'].includes(name)))
  const isOnly = (...names: string[]) => [...stated].every((name) => names.includes(name))
  if (stated.has('from')) return isOnly('from', 'measurandKind', 'usedAt') ? 'certificate' : 'kept'
  if (stated.has('readings')) return isOnly('readings') ? 'readings' : 'kept'
  if (stated.has('pooledStandardDeviation'))
    return isOnly('estimate', 'pooledStandardDeviation', 'numberOfReadings', 'degreesOfFreedom')
      ? 'pooled'
      : 'kept'
  if (stated.has('expandedUncertainty'))
    return isOnly('estimate', 'expandedUncertainty', 'coverageFactor', 'degreesOfFreedom')
      ? 'expanded'
      : 'kept'
  if (stated.has('standardUncertainty'))
    return isOnly('estimate', 'standardUncertainty', 'degreesOfFreedom') ? 'standard' : 'kept'
  if (stated.has('distribution'))
    return isOnly('estimate', 'distribution') ? formOfDistribution(input) : 'kept'
  return isOnly('estimate') ? 'constant' : 'kept'
}

function formOfDistribution({ distribution }: BudgetInput): InputForm {
  const { type, halfWidth, ...more } = distribution ?? { type: 'normal' }
  const isPlain = halfWidth !== undefined && Object.keys(more).length === 0
  return isPlain && (type === 'rectangular' || type === 'triangular' || type === 'arcsine') ? type : 'kept'
}
