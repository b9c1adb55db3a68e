import { pathOf, type Place } from '../content-model/place.ts'
import type { DccCondition, DccEquipment, DccMethod, DccSoftware, DccStatement } from './dcc-read.ts'
import type { DccQuantity } from './quantities/dcc-quantity.ts'
import { readQuantities } from './read-data.ts'
import { readHash } from './read-hash.ts'
import { nameOf, readSoftware } from './read-items.ts'
import { readIdentifications } from './read-parties.ts'
import { readQuantity } from './quantities/read-quantity.ts'
import { readStatement } from './read-statement.ts'
import { readFile, rich } from './rich-text.ts'
import { all, line, lines, one, refTypesOf, text, within, type Reader } from './reader.ts'

/** What stands around results, each thing once, in the order of the file. */
export interface Collected {
  readonly methods: DccMethod[]
  readonly equipment: DccEquipment[]
  readonly conditions: DccCondition[]
  readonly metadata: DccStatement[]
  readonly software: DccSoftware[]
  /** How many references of results to these have been kept. */
  readonly spent: { references: number }
}

export const nothingCollected = (): Collected => ({
  methods: [],
  equipment: [],
  conditions: [],
  metadata: [],
  software: [],
  spent: { references: 0 },
})

/** What applies at one level: places in the lists of `Collected`. */
export interface Surroundings {
  readonly methods: readonly number[]
  readonly equipment: readonly number[]
  readonly conditions: readonly number[]
  readonly metadata: readonly number[]
}

export const noSurroundings: Surroundings = { methods: [], equipment: [], conditions: [], metadata: [] }

/** The methods, software, equipment, conditions and metadata stated at a level: all results, one, a list, a quantity. */
export function readSurroundings(
  reader: Reader,
  place: Place,
  collected: Collected,
  points?: number,
): Surroundings {
  collected.software.push(...readSoftware(reader, place, 'usedSoftware'))
  return {
    methods: kept(collected.methods, readMethods(reader, place)),
    equipment: kept(collected.equipment, readEquipments(reader, place, collected)),
    conditions: kept(collected.conditions, readConditions(reader, place)),
    metadata: kept(
      collected.metadata,
      all(reader, place, 'measurementMetaData').flatMap((list) =>
        all(reader, list, 'metaData').map((statement) => readStatement(reader, statement, points)),
      ),
    ),
  }
}

function kept<T>(list: T[], read: readonly T[]): readonly number[] {
  const first = list.length
  list.push(...read)
  return read.map((_, i) => first + i)
}

/** The nearest level wins, and what is stated further out still applies. */
export function inherited(near: Surroundings, far: Surroundings, { conditions }: Collected): Surroundings {
  if (Object.values(near).every((list: readonly number[]) => list.length === 0)) return far
  const nearer = new Set(near.conditions.flatMap((i) => conditions[i]?.refTypes ?? []))
  const isRepeated = (i: number) => conditions[i]?.refTypes.some((word) => nearer.has(word)) === true
  return {
    methods: [...near.methods, ...far.methods],
    equipment: [...near.equipment, ...far.equipment],
    conditions: [...near.conditions, ...far.conditions.filter((i) => !isRepeated(i))],
    metadata: [...near.metadata, ...far.metadata],
  }
}

const readMethods = (reader: Reader, place: Place): readonly DccMethod[] =>
  all(reader, place, 'usedMethods').flatMap((list) =>
    all(reader, list, 'usedMethod').map((method) => {
      const description = rich(reader, method, 'description')
      all(reader, method, 'link')
      return {
        path: pathOf(method),
        name: text(reader, method, 'name') ?? [],
        ...(description && { description }),
        norms: lines(reader, method, 'norm'),
        references: lines(reader, method, 'reference'),
        refTypes: refTypesOf(method),
        quantities: quantitiesOf(reader, method, 'usedMethodQuantities', 'usedMethodQuantity'),
      }
    }),
  )

const quantitiesOf = (reader: Reader, place: Place, list: string, each: string): readonly DccQuantity[] =>
  all(reader, place, list).flatMap((quantities) =>
    all(reader, quantities, each).map((quantity) => readQuantity(reader, quantity)),
  )

/** A set of equipment may have a name and identifications of its own: those are of each of its members. */
function readEquipments(reader: Reader, place: Place, collected: Collected): readonly DccEquipment[] {
  return all(reader, place, 'measuringEquipments').flatMap((set) => {
    text(reader, set, 'name')
    rich(reader, set, 'description')
    nameOf(reader, set, 'owner')
    const shared = readIdentifications(reader, set)
    return all(reader, set, 'measuringEquipment').map((equipment) => {
      const read = readEquipment(reader, equipment, collected)
      return { ...read, identifications: [...read.identifications, ...shared] }
    })
  })
}

function readEquipment(reader: Reader, place: Place, collected: Collected): DccEquipment {
  for (const file of all(reader, place, 'descriptionData')) readFile(reader, file)
  collected.software.push(...readSoftware(reader, place, 'installedSoftware'))
  const description = rich(reader, place, 'description')
  const manufacturer = nameOf(reader, place, 'manufacturer')
  const model = line(reader, place, 'model')
  const certificate = within(one(reader, place, 'certificate'), (hash) => readHash(reader, hash))
  return {
    path: pathOf(place),
    name: text(reader, place, 'name') ?? [],
    ...(description && { description }),
    ...(manufacturer && { manufacturer }),
    ...(model !== undefined && model !== '' && { model }),
    identifications: readIdentifications(reader, place),
    refTypes: refTypesOf(place),
    ...(certificate && { certificate }),
    quantities: quantitiesOf(reader, place, 'measuringEquipmentQuantities', 'measuringEquipmentQuantity'),
  }
}

const readConditions = (reader: Reader, place: Place): readonly DccCondition[] =>
  all(reader, place, 'influenceConditions').flatMap((list) =>
    all(reader, list, 'influenceCondition').map((condition) => {
      const description = rich(reader, condition, 'description')
      const status = line(reader, condition, 'status', 'state')
      const certificate = within(one(reader, condition, 'certificate'), (hash) => readHash(reader, hash))
      return {
        path: pathOf(condition),
        name: text(reader, condition, 'name') ?? [],
        ...(description && { description }),
        ...(status !== undefined && { status }),
        refTypes: refTypesOf(condition),
        ...(certificate && { certificate }),
        quantities: all(reader, condition, 'data').flatMap((data) => readQuantities(reader, data)),
      }
    }),
  )
