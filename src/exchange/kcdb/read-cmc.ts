/** A member of a record of the KCDB that was not understood, or not taken over; the place is in that record. */
export interface CmcRemark {
  readonly pointer: string
  readonly code:
    | 'kcdb-not-published'
    | 'kcdb-no-range'
    | 'kcdb-no-uncertainty'
    | 'kcdb-no-date'
    | 'kcdb-parameter-not-read'
    | 'kcdb-greater-uncertainty-taken'
    | 'kcdb-table-masked'
    | 'kcdb-not-taken-over'
  /** As it stands in the record. */
  readonly found: string
}

export interface CmcParameter {
  readonly name: string
  readonly lower: string
  readonly upper: string
  readonly unit: string
}

/** What a calibration and measurement capability says, as far as it is understood. */
export interface Cmc {
  readonly code: string
  readonly institute: string
  readonly category: string
  readonly range: { readonly lower: string; readonly upper: string; readonly unit: string }
  /** The expanded uncertainty that is reached anywhere in the range. */
  readonly uncertainty: {
    readonly value: string
    readonly unit: string
    readonly isRelative: boolean
    readonly coverageFactor: string
  }
  readonly parameters: readonly CmcParameter[]
  readonly method: string | undefined
  readonly validFrom: string
}

export interface CmcRead {
  readonly code: string | undefined
  readonly institute: string | undefined
  readonly category: string | undefined
  /** Absent where something is missing without which it is none. */
  readonly cmc?: Cmc
  readonly faults: readonly CmcRemark[]
  readonly remarks: readonly CmcRemark[]
}

type Members = Readonly<Record<string, unknown>>

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {}
const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
const shown = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 200)

/** They narrow what a record means, and a competence has no place for them. */
const notTakenOver = [
  'quantityValue',
  'instrument',
  'comments',
  'groupIdentifier',
  'internationalStandard',
  'referenceStandard',
  'traceabilitySource',
  'sourceValue',
  'mediumValue',
  'nuclideValue',
  'radiationSpecification',
] as const

/** A record as the search of the KCDB 2.0 answers it (`data[]`), of physics or of ionizing radiation. */
export function readCmc(record: unknown): CmcRead {
  const members = membersOf(record)
  const faults: CmcRemark[] = []
  const remarks: CmcRemark[] = []
  const fault = (code: CmcRemark['code'], pointer: string, found: unknown) =>
    void faults.push({ code, pointer, found: shown(found) })

  const { status } = members
  if (status !== 'Published') fault('kcdb-not-published', '/status', status)
  const range = rangeOf(members['cmc'])
  if (!range) fault('kcdb-no-range', '/cmc', members['cmc'])
  const uncertainty = uncertaintyOf(members, remarks)
  if (!uncertainty) fault('kcdb-no-uncertainty', '/cmcUncertainty', members['cmcUncertainty'])
  const validFrom = textOf(members['approvalDate']) ?? textOf(members['publicationDate'])
  if (validFrom === undefined) fault('kcdb-no-date', '/approvalDate', members['approvalDate'])
  const parameters = parametersOf(members['parameters'], faults)
  for (const name of notTakenOver) {
    const found = textOf(members[name])
    if (found !== undefined)
      remarks.push({ code: 'kcdb-not-taken-over', pointer: `/${name}`, found: shown(found) })
  }

  const code = textOf(members['kcdbCode'])
  const institute = textOf(members['nmiCode'])
  const category = textOf(members['kcdbServiceCategory'])
  const known = { code, institute, category, faults, remarks }
  if (faults.length > 0 || !code || !range || !uncertainty || !validFrom) return known
  const method = textOf(members['instrumentMethod'])
  const whose = { code, institute: institute ?? '', category: category ?? '' }
  return { ...known, cmc: { ...whose, range, uncertainty, parameters, method, validFrom } }
}

function rangeOf(stated: unknown): Cmc['range'] | undefined {
  const { lowerLimit, upperLimit, unit } = membersOf(stated)
  const [lower, upper, of] = [textOf(lowerLimit), textOf(upperLimit), textOf(unit)]
  return lower !== undefined && upper !== undefined && of !== undefined
    ? { lower, upper, unit: of }
    : undefined
}

/** Between two limits nobody can say how it runs: the greater one is reached everywhere. */
function uncertaintyOf(members: Members, remarks: CmcRemark[]): Cmc['uncertainty'] | undefined {
  const { lowerLimit, upperLimit, unit } = membersOf(members['cmcUncertainty'])
  const limits = [lowerLimit, upperLimit].filter((limit) => typeof limit === 'number')
  const of = textOf(unit)
  if (limits.length < 2 || of === undefined) return undefined
  const { tableContents } = membersOf(members['uncertaintyTable'])
  const { equation } = membersOf(members['uncertaintyEquation'])
  const greatest = Math.max(...limits)
  const say = (code: CmcRemark['code'], pointer: string, found: unknown) =>
    void remarks.push({ code, pointer, found: shown(found) })
  if (tableContents === '<masked>') say('kcdb-table-masked', '/uncertaintyTable/tableContents', tableContents)
  else if (textOf(tableContents))
    say('kcdb-greater-uncertainty-taken', '/uncertaintyTable/tableContents', tableContents)
  if (textOf(equation)) say('kcdb-greater-uncertainty-taken', '/uncertaintyEquation/equation', equation)
  else if (limits.some((limit) => limit !== greatest))
    say('kcdb-greater-uncertainty-taken', '/cmcUncertainty', members['cmcUncertainty'])
  return {
    value: String(greatest),
    unit: of,
    isRelative: members['uncertaintyMode'] === 'Relative',
    coverageFactor: textOf(members['coverageFactor']) ?? '2',
  }
}

/** `2700 K to 3000 K` */
const fromTo = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?) (\S+) to ([+-]?[\d.]+(?:[eE][+-]?\d+)?) (\S+)$/

function parametersOf(stated: unknown, faults: CmcRemark[]): readonly CmcParameter[] {
  const list = Array.isArray(stated) ? (stated as readonly unknown[]) : []
  return list.flatMap((each, i) => {
    const { parameterName, parameterValue } = membersOf(each)
    const [, lower, unit, upper, same] = fromTo.exec(textOf(parameterValue) ?? '') ?? []
    if (lower !== undefined && upper !== undefined && unit !== undefined && unit === same)
      return [{ name: slug(textOf(parameterName) ?? ''), lower, upper, unit }]
    faults.push({ code: 'kcdb-parameter-not-read', pointer: `/parameters/${i}`, found: shown(each) })
    return []
  })
}

/** `Correlated colour temperature` as the registry names parameters. */
const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 32)
