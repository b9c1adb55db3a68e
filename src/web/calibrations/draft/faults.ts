import type { EtalonProblem } from '#client/client.ts'
import type { PageLanguage } from '#faces/page.ts'
import { calibrationWords } from '../words.ts'
import { entryOfFields, positionOf } from './entry-of-fields.ts'
import { conditionsWithField } from './fields-of-entry.ts'
import { formOf, inputCount, inputField, type Fields } from './fields.ts'

/** What is wrong with a field, by its name; and what belongs to none. */
export interface DraftFaults {
  readonly at: ReadonlyMap<string, string>
  readonly elsewhere: readonly string[]
}

export const noFaults: DraftFaults = { at: new Map(), elsewhere: [] }

/** A decimal comma is said where it stands: what it means is not guessed at. */
export function localFaults(fields: Fields, language: PageLanguage): ReadonlyMap<string, string> {
  const words = calibrationWords[language]
  const faults = new Map<string, string>()
  const numeric = [
    'nominal',
    'lowerLimit',
    'upperLimit',
    'coverageValue',
    'temperature',
    'humidity',
    'pressure',
  ]
  const inRows = Array.from({ length: inputCount(fields) }, (_, i) => i).flatMap((i) =>
    formOf(fields, i) === 'kept' || formOf(fields, i) === 'certificate'
      ? []
      : ['estimate', 'figure', 'factor', 'degreesOfFreedom'].map((member) => inputField(i, member)),
  )
  for (const name of [...numeric, ...inRows])
    if (/[,，]/.test(fields[name] ?? '')) faults.set(name, words.comma)
  for (const line of (fields['model'] ?? '').split('\n'))
    if (line.trim() !== '' && !/^\s*\w+\s*=\s*\S/.test(line)) faults.set('model', words.unreadableLine(line))
  return faults
}

/** Each fault of a problem at the field that its pointer was filled in with. */
export function faultsOf(problem: EtalonProblem, fields: Fields): DraftFaults {
  const own = problem.title === problem.detail ? problem.detail : `${problem.title}: ${problem.detail}`
  const listed =
    problem.errors.length > 0 ? problem.errors : [{ pointer: problem.pointer ?? '', detail: own }]
  const at = new Map<string, string>()
  const elsewhere: string[] = []
  for (const { pointer, detail } of listed) {
    const field = fieldAt(pointer, fields)
    if (field === undefined) elsewhere.push(pointer === '' ? detail : `${pointer}: ${detail}`)
    else if (!at.has(field)) at.set(field, detail)
  }
  return { at, elsewhere }
}

const work: Readonly<Record<string, string>> = {
  item: 'equipment',
  method: 'method',
  site: 'place',
}

function fieldAt(pointer: string, fields: Fields): string | undefined {
  const [, first = '', second = '', ...rest] = pointer.split('/')
  if (first === 'environment') return conditionField(Number(second), fields)
  if (first !== 'results') return work[first] ?? (first === '' ? undefined : first)
  return Number(second) === positionOf(fields) ? fieldOfResult(rest, fields) : undefined
}

function conditionField(i: number, fields: Fields): string | undefined {
  const quantity = entryOfFields(fields).environment?.[i]?.quantity
  return conditionsWithField.find((one) => one.quantity === quantity)?.field
}

function fieldOfResult(
  [member = '', second = '', third = '']: readonly string[],
  fields: Fields,
): string | undefined {
  if (member === 'inputs') return fieldOfInput(second, third, fields)
  if (member === 'point')
    return second === 'parameters' ? 'parameters' : third === 'unit' ? 'nominalUnit' : 'nominal'
  if (member === 'conformity') return 'lowerLimit'
  if (member === 'coverage') return 'coverageValue'
  return member === '' ? 'code' : member
}

function fieldOfInput(symbol: string, member: string, fields: Fields): string | undefined {
  const row = Array.from({ length: inputCount(fields) }, (_, i) => i).find(
    (i) => fields[inputField(i, 'symbol')] === symbol,
  )
  if (row === undefined) return 'model'
  const form = formOf(fields, row)
  const own = ['unit', 'estimate', 'degreesOfFreedom'].find((each) => each === member)
  if (form === 'certificate') return inputField(row, member === 'measurandKind' ? 'kind' : 'from')
  if (own !== undefined) return inputField(row, own)
  if (member === 'coverageFactor' || member === 'numberOfReadings') return inputField(row, 'factor')
  return inputField(row, member === '' || form === 'kept' ? 'symbol' : 'figure')
}
