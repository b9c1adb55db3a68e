import { attributeOf } from '#exchange/xml/xml-element.ts'
import { xmlTooComplex } from '#exchange/xml/xml.refusals.ts'
import { pathOf, type Place } from '../content-model/place.ts'
import { checkColumns, lengthOf } from './quantities/check-lengths.ts'
import type { DccQuantity } from './quantities/dcc-quantity.ts'
import type { DccResult, DccText } from './dcc-read.ts'
import { textsAmong } from './read-data.ts'
import { readQuantity } from './quantities/read-quantity.ts'
import {
  inherited,
  noSurroundings,
  readSurroundings,
  type Collected,
  type Surroundings,
} from './read-surroundings.ts'
import { rich } from './rich-text.ts'
import { stageOf, type StageSigns } from './stage.ts'
import { all, refTypesOf, text, type Reader } from './reader.ts'

/** Where a quantity stands, and what it inherits from there. */
interface Level {
  readonly measurement: number
  readonly measurementName: DccText
  readonly resultName: DccText
  readonly table?: NonNullable<DccResult['table']>
  readonly surroundings: Surroundings
  readonly signs: readonly StageSigns[]
}

/** Every quantity of the results, in the order of the file, with the surroundings of its nearest levels. */
export function readResults(reader: Reader, place: Place, collected: Collected): readonly DccResult[] {
  const common = readSurroundings(reader, place, collected)
  return all(reader, place, 'measurementResult').flatMap((measurement, i) => {
    const name = text(reader, measurement, 'name') ?? []
    rich(reader, measurement, 'description')
    const own = readSurroundings(reader, measurement, collected)
    const level: Level = {
      measurement: i,
      measurementName: name,
      resultName: [],
      surroundings: inherited(own, common, collected),
      signs: [signsOf(measurement, name, own, collected)],
    }
    return all(reader, measurement, 'results').flatMap((results) =>
      all(reader, results, 'result').flatMap((result) => readResult(reader, result, level, collected)),
    )
  })
}

function signsOf(place: Place, names: DccText, own: Surroundings, { conditions }: Collected): StageSigns {
  return {
    statuses: own.conditions.flatMap((i) => conditions[i]?.status ?? []),
    refTypes: refTypesOf(place),
    names: [...names.map((each) => each.text), attributeOf(place.element, 'id') ?? ''],
  }
}

function readResult(reader: Reader, place: Place, level: Level, collected: Collected): readonly DccResult[] {
  const name = text(reader, place, 'name') ?? []
  rich(reader, place, 'description')
  const signs = signsOf(place, name, noSurroundings, collected)
  return all(reader, place, 'data').flatMap((data) => {
    const ofData = signsOf(data, [], noSurroundings, collected)
    const here = { ...level, resultName: name, signs: [ofData, signs, ...level.signs] }
    return readData(reader, data, here, collected)
  })
}

function readData(reader: Reader, data: Place, level: Level, collected: Collected): readonly DccResult[] {
  const texts = textsAmong(reader, data).map((quantity) => resultOf(quantity, level, collected))
  const listed = all(reader, data, 'quantity', 'list').flatMap((place) =>
    place.element.name === 'list'
      ? readTable(reader, place, level, collected)
      : [readColumn(reader, place, level, collected)],
  )
  return [...texts, ...listed]
}

/** dcc:list: its quantities are the columns of a table, and lists in it tables of their own. */
function readTable(reader: Reader, place: Place, level: Level, collected: Collected): readonly DccResult[] {
  const name = text(reader, place, 'name')
  rich(reader, place, 'description')
  all(reader, place, 'dateTime', 'dateTimeXMLList')
  const own = readSurroundings(reader, place, collected)
  const here: Level = {
    ...level,
    surroundings: inherited(own, level.surroundings, collected),
    signs: [signsOf(place, name ?? [], own, collected), ...level.signs],
  }
  const path = pathOf(place)
  const columns = all(reader, place, 'quantity').map((quantity, column) =>
    readColumn(reader, quantity, { ...here, table: { path, column, ...(name && { name }) } }, collected),
  )
  checkColumns(reader, place, columns.map(lengthOf))
  return [
    ...columns,
    ...all(reader, place, 'list').flatMap((list) => readTable(reader, list, here, collected)),
  ]
}

function readColumn(reader: Reader, place: Place, level: Level, collected: Collected): DccResult {
  const quantity = readQuantity(reader, place)
  const own = readSurroundings(reader, place, collected, lengthOf(quantity))
  const here: Level = {
    ...level,
    surroundings: inherited(own, level.surroundings, collected),
    signs: [signsOf(place, quantity.name ?? [], own, collected), ...level.signs],
  }
  return resultOf(quantity, here, collected)
}

/** So many references of results to what applies to them are kept; real files have some thousands. */
const mostReferences = 1_000_000

/** Before they are kept: a hundred thousand results under a thousand conditions would fill the memory. */
function count({ methods, equipment, conditions, metadata }: Surroundings, { spent }: Collected): void {
  spent.references += methods.length + equipment.length + conditions.length + metadata.length
  if (spent.references <= mostReferences) return
  const detail = {
    en: `More than ${mostReferences} references of results`,
    zh: `结果的引用超过 ${mostReferences} 处`,
  }
  throw xmlTooComplex(detail, { most: mostReferences })
}

function resultOf(quantity: DccQuantity, level: Level, collected: Collected): DccResult {
  count(level.surroundings, collected)
  const stage = stageOf(level.signs)
  return {
    ...quantity,
    measurement: level.measurement,
    measurementName: level.measurementName,
    resultName: level.resultName,
    ...(level.table && { table: level.table }),
    ...(stage && { stage }),
    ...level.surroundings,
  }
}
