import { pathOf, type Place } from '../content-model/place.ts'
import type { DccQuantity } from './quantities/dcc-quantity.ts'
import type { DccText } from './dcc-read.ts'
import { readQuantity } from './quantities/read-quantity.ts'
import { formulaOf, readFile, rich, richText } from './rich-text.ts'
import { all, idOf, refTypesOf, text, type Reader } from './reader.ts'

/** The quantities of a condition or statement, out of any lists. */
export function readQuantities(reader: Reader, data: Place): readonly DccQuantity[] {
  const listed = all(reader, data, 'quantity', 'list').flatMap((place) => {
    if (place.element.name === 'quantity') return [readQuantity(reader, place)]
    text(reader, place, 'name')
    rich(reader, place, 'description')
    all(reader, place, 'dateTime', 'dateTimeXMLList')
    return readQuantities(reader, place)
  })
  return [...textsAmong(reader, data), ...listed]
}

/** Texts and formulas that stand among quantities, as quantities without numbers. Foreign XML is not read, and so it is listed. */
export function textsAmong(reader: Reader, data: Place): readonly DccQuantity[] {
  for (const file of all(reader, data, 'byteData')) readFile(reader, file)
  const texts = all(reader, data, 'text').map((place) => textQuantity(place, richText(reader, place)))
  const formulas = all(reader, data, 'formula').map((place) => textQuantity(place, formulaOf(reader, place)))
  return [...texts, ...formulas].filter((quantity) => quantity.text?.length !== 0)
}

const textQuantity = (place: Place, said: DccText): DccQuantity => ({
  path: pathOf(place),
  ...idOf(place),
  refTypes: refTypesOf(place),
  forms: [],
  text: said,
})
