import type { BudgetInput, CalibrationEntry, ResultEntry } from '#contract/types.ts'
import { conditionsWithField } from './fields-of-entry.ts'
import { formOf, inputCount, inputField, type Fields } from './fields.ts'

/**
 * What the form states, as the interface takes it: what has a field is taken from it, what has none stays as it was in the
 * entry that the form began with. Nothing is checked here but what could not be asked at all.
 */
export function entryOfFields(fields: Fields): CalibrationEntry {
  const base = baseOf(fields)
  const position = positionOf(fields)
  const results = [...(base.results ?? [])]
  results[position] = resultOf(fields, results[position])
  const environment = environmentOf(fields, base.environment ?? [])
  const stated = {
    ...base,
    laboratory: fields['laboratory'] ?? '',
    item: {
      equipment: fields['equipment'] ?? '',
      ...(fields['component'] && { component: fields['component'] }),
    },
    method: {
      document: fields['method'] ?? '',
      ...(fields['deviation'] && { deviation: fields['deviation'] }),
    },
    started: instantOf(fields['started'], fields['zone']),
    finished: instantOf(fields['finished'], fields['zone']),
    operator: fields['operator'] ?? '',
    environment,
    results,
  }
  const optional = [
    'place',
    'competence',
    'customer',
    'certificateNumber',
    'validUntil',
    'received',
    'itemCondition',
    'asFoundOmitted',
    'lateReason',
    'remarks',
  ] as const
  const words = Object.fromEntries(optional.map((name) => [name, fields[name] || undefined]))
  const certificateKind = fields['certificateKind'] || 'calibration'
  // The interface says what is wrong with it: it is asked in any case.
  return withoutEmpty({ ...stated, ...words, certificateKind }) as unknown as CalibrationEntry
}

export const positionOf = (fields: Fields): number => Number.parseInt(fields['position'] ?? '0', 10) || 0

export function baseOf(fields: Fields): Partial<CalibrationEntry> {
  try {
    const base: unknown = JSON.parse(fields['base'] ?? '{}')
    return typeof base === 'object' && base !== null ? (base as Partial<CalibrationEntry>) : {}
  } catch {
    return {}
  }
}

/** A clock on the wall with its offset: 2026-02-25T09:00 and +08:00. */
const instantOf = (local: string | undefined, zone: string | undefined): string => {
  if (local === undefined || local === '') return ''
  return `${local.length === 16 ? `${local}:00` : local}${zone || '+08:00'}`
}

function environmentOf(
  fields: Fields,
  before: NonNullable<CalibrationEntry['environment']>,
): NonNullable<CalibrationEntry['environment']> {
  const stated = conditionsWithField.flatMap(({ field, quantity, unit, unitOfU }) => {
    const value = fields[field]
    const u = fields[`${field}-u`]
    if (!value) return []
    return [
      { quantity, value: { value, unit }, ...(u && { standardUncertainty: { value: u, unit: unitOfU } }) },
    ]
  })
  const others = before.filter(
    ({ quantity, value }) =>
      !conditionsWithField.some((one) => one.quantity === quantity && one.unit === value.unit),
  )
  return [...stated, ...others]
}

function resultOf(fields: Fields, before: ResultEntry | undefined): ResultEntry {
  const { conformity: _, ...kept } = before ?? {}
  const parameters = parametersOf(fields['parameters'] ?? '')
  const rows = Array.from({ length: inputCount(fields) }, (_each, i) => i)
  const correlations = correlationsOf(fields['correlations'] ?? '')
  const value = fields['coverageValue'] ?? ''
  return {
    ...kept,
    code: fields['code'] ?? '',
    measurandKind: fields['measurandKind'] ?? '',
    stage: (fields['stage'] ?? 'as-found-and-left') as ResultEntry['stage'],
    point: {
      nominal: { value: fields['nominal'] ?? '', unit: fields['nominalUnit'] ?? '' },
      ...(Object.keys(parameters).length > 0 && { parameters }),
    },
    ...(fields['unit'] && { unit: fields['unit'] }),
    model: { outputs: outputsOf(fields['model'] ?? '') },
    output: fields['output'] ?? '',
    inputs: Object.fromEntries(rows.map((i) => [fields[inputField(i, 'symbol')] ?? '', inputOf(fields, i)])),
    ...(correlations.length > 0 ? { correlations } : { correlations: [] }),
    coverage: fields['coverage'] === 'probability' ? { probability: Number(value) } : { k: Number(value) },
    ...conformityOf(fields),
  }
}

function conformityOf(fields: Fields): Pick<ResultEntry, 'conformity'> {
  const { rule, lowerLimit: lower, upperLimit: upper, specification } = fields
  if (rule !== 'simple' && rule !== 'guarded-U') return {}
  const unit = fields['limitUnit'] || fields['unit'] || fields['nominalUnit'] || '1'
  const limits = {
    ...(lower && { lower: { value: lower, unit } }),
    ...(upper && { upper: { value: upper, unit } }),
  }
  return { conformity: { limits, rule, ...(specification && { specification }) } }
}

/** `m_X = m_S + dm`, one a line. */
export function outputsOf(model: string): Record<string, string> {
  const pairs = model.split('\n').flatMap((line) => {
    const [, name, expression] = /^\s*(\w+)\s*=\s*(\S.*)$/.exec(line) ?? []
    return name === undefined || expression === undefined ? [] : [[name, expression] as const]
  })
  return Object.fromEntries(pairs)
}

/** `frequency 18 GHz`, one a line. */
function parametersOf(text: string): Record<string, { value: string; unit: string }> {
  const pairs = text.split('\n').flatMap((line) => {
    const [name, value, unit = '1'] = line.trim().split(/\s+/)
    return name && value !== undefined ? [[name, { value, unit }] as const] : []
  })
  return Object.fromEntries(pairs)
}

/** `a b 0.5`, and behind it why it differs from what the standards share, one a line. */
const correlationsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const [a, b, r, ...why] = line.trim().split(/\s+/)
    return a && b && r !== undefined
      ? [{ between: [a, b], r: Number(r), ...(why.length > 0 && { reason: why.join(' ') }) }]
      : []
  })

export const readingsIn = (text: string): readonly string[] =>
  text
    .split(/[\n\t;；]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')

function inputOf(fields: Fields, row: number): BudgetInput {
  const of = (member: string) => fields[inputField(row, member)] ?? ''
  const kept = keptInput(of('kept'))
  const form = formOf(fields, row)
  if (form === 'kept') return kept
  const about = {
    ...(of('unit') && { unit: of('unit') }),
    ...(kept.note !== undefined && { note: kept.note }),
  }
  if (form === 'certificate') {
    const from = keptInput(of('from')) as unknown as NonNullable<BudgetInput['from']>
    const usedAt = kept.usedAt && { usedAt: kept.usedAt }
    return {
      ...about,
      ...(of('from') && { from }),
      ...usedAt,
      ...(of('kind') && { measurandKind: of('kind') }),
    }
  }
  const freedom = of('degreesOfFreedom') ? { degreesOfFreedom: of('degreesOfFreedom') } : {}
  const estimate = { estimate: of('estimate') }
  const figure = of('figure')
  switch (form) {
    case 'readings':
      return { readings: readingsIn(figure), ...about }
    case 'pooled':
      return {
        ...estimate,
        pooledStandardDeviation: figure,
        numberOfReadings: Number(of('factor')),
        ...freedom,
        ...about,
      }
    case 'standard':
      return { ...estimate, standardUncertainty: figure, ...freedom, ...about }
    case 'expanded':
      return { ...estimate, expandedUncertainty: figure, coverageFactor: of('factor'), ...freedom, ...about }
    case 'constant':
      return { ...estimate, ...about }
    default:
      return { ...estimate, distribution: { type: form, halfWidth: figure }, ...about }
  }
}

function keptInput(text: string): BudgetInput {
  try {
    return JSON.parse(text || '{}') as BudgetInput
  } catch {
    return {}
  }
}

/** What was left empty was not stated. */
const withoutEmpty = (entry: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
