/** A form as it is filled in: texts by the names of their fields. */
export type Fields = Readonly<Record<string, string>>

export const inputForms = [
  'certificate',
  'readings',
  'pooled',
  'standard',
  'expanded',
  'rectangular',
  'triangular',
  'arcsine',
  'constant',
  'kept',
] as const
export type InputForm = (typeof inputForms)[number]

export const mostInputs = 64

export const inputField = (row: number, member: string): string => `input-${row}-${member}`

export const inputCount = (fields: Fields): number =>
  Math.min(mostInputs, Number.parseInt(fields['inputs'] ?? '0', 10) || 0)

export const formOf = (fields: Fields, row: number): InputForm =>
  inputForms.find((form) => form === fields[inputField(row, 'form')]) ?? 'standard'

/** What was sent, without the spaces around it. */
export function fieldsOf(form: FormData): Fields {
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n').trim()] as const] : [],
  )
  return Object.fromEntries(texts)
}

const rowPattern = /^input-(\d+)-(.*)$/

/** The same form without one of its inputs. */
export function withoutInput(fields: Fields, removed: number): Fields {
  const kept = Object.entries(fields).flatMap(([name, value]) => {
    const [, row, member = ''] = rowPattern.exec(name) ?? []
    if (row === undefined) return [[name, value] as const]
    const i = Number(row)
    if (i === removed) return []
    return [[inputField(i > removed ? i - 1 : i, member), value] as const]
  })
  return { ...Object.fromEntries(kept), inputs: String(Math.max(0, inputCount(fields) - 1)) }
}

export const withInput = (fields: Fields): Fields => {
  const row = inputCount(fields)
  if (row >= mostInputs) return fields
  return {
    ...fields,
    [inputField(row, 'form')]: 'readings',
    [inputField(row, 'unit')]: fields['unit'] ?? '',
    inputs: String(row + 1),
  }
}

/** What belongs to the result that is shown, so that another one can take its place. */
export const resultFields = [
  'code',
  'measurandKind',
  'stage',
  'nominal',
  'nominalUnit',
  'parameters',
  'unit',
  'model',
  'output',
  'coverage',
  'coverageValue',
  'correlations',
  'lowerLimit',
  'upperLimit',
  'limitUnit',
  'rule',
  'specification',
] as const

export const withoutResult = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) => !rowPattern.test(name) && name !== 'inputs' && !resultFields.some((each) => each === name),
    ),
  )
