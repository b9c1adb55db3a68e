import { pathOf, type Place } from '../content-model/place.ts'
import type { DccItem, DccSoftware, DccText } from './dcc-read.ts'
import { readIdentifications } from './read-parties.ts'
import { readQuantity } from './quantities/read-quantity.ts'
import { readFile, rich } from './rich-text.ts'
import { all, idOf, line, one, text, within, type Reader } from './reader.ts'

/** Items in the order of the file; parts of an item follow it (3.3). What describes a set is said of each of its items. */
export function readItems(reader: Reader, place: Place): readonly DccItem[] {
  const set: SetOfItems = {
    description: rich(reader, place, 'description'),
    owner: nameOf(reader, place, 'owner'),
    manufacturer: nameOf(reader, place, 'manufacturer'),
    identifications: readIdentifications(reader, place),
    classes: classesOf(reader, place),
  }
  text(reader, place, 'name')
  return all(reader, place, 'item').flatMap((item) => [
    readItem(reader, item, set),
    ...all(reader, item, 'subItems').flatMap((parts) => readItems(reader, parts)),
  ])
}

interface SetOfItems {
  readonly description: DccText | undefined
  readonly owner: DccText | undefined
  readonly manufacturer: DccText | undefined
  readonly identifications: DccItem['identifications']
  readonly classes: DccItem['classes']
}

function readItem(reader: Reader, place: Place, set: SetOfItems): DccItem {
  for (const file of all(reader, place, 'descriptionData')) readFile(reader, file)
  const description = rich(reader, place, 'description') ?? set.description
  const manufacturer = nameOf(reader, place, 'manufacturer') ?? set.manufacturer
  const owner = nameOf(reader, place, 'owner') ?? set.owner
  const model = line(reader, place, 'model')
  return {
    path: pathOf(place),
    ...idOf(place),
    name: text(reader, place, 'name') ?? [],
    ...(manufacturer && { manufacturer }),
    ...(model !== undefined && model !== '' && { model }),
    ...(owner && { owner }),
    ...(description && { description }),
    classes: [...classesOf(reader, place), ...set.classes],
    identifications: [...readIdentifications(reader, place), ...set.identifications],
    quantities: all(reader, place, 'itemQuantities').flatMap((list) =>
      all(reader, list, 'itemQuantity').map((quantity) => readQuantity(reader, quantity)),
    ),
  }
}

/** The name of a party; its address is not needed to know who it is. */
export const nameOf = (reader: Reader, place: Place, name: string): DccText | undefined =>
  within(one(reader, place, name), (party) => {
    for (const part of all(reader, party, 'location', 'eMail', 'phone', 'fax', 'link')) markAll(reader, part)
    for (const data of all(reader, party, 'descriptionData')) readFile(reader, data)
    return text(reader, party, 'name')
  })

function markAll(reader: Reader, place: Place): void {
  for (const element of place.element.children) {
    reader.seen.add(element)
    markAll(reader, { element, parent: place })
  }
}

const classesOf = (reader: Reader, place: Place): DccItem['classes'] =>
  all(reader, place, 'equipmentClass').map((each) => {
    line(reader, each, 'link')
    return {
      reference: line(reader, each, 'reference') ?? '',
      classId: line(reader, each, 'classID') ?? '',
    }
  })

/** Every list of software inside an element, wherever it stands. */
export function readSoftware(
  reader: Reader,
  place: Place,
  ...names: readonly string[]
): readonly DccSoftware[] {
  return all(reader, place, ...names).flatMap((list) =>
    all(reader, list, 'software').map((software) => {
      const kind = line(reader, software, 'type')
      rich(reader, software, 'description')
      return {
        path: pathOf(software),
        name: text(reader, software, 'name') ?? [],
        release: line(reader, software, 'release') ?? '',
        ...(kind !== undefined && { kind }),
      }
    }),
  )
}
