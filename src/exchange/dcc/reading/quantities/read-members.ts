import { wordsOf } from '#exchange/xml/xml-element.ts'
import type { Place } from '../../content-model/place.ts'
import type { DccUnit } from './dcc-quantity.ts'
import { all, warn, type Reader } from '../reader.ts'
import { readUnit } from './read-unit.ts'

/** The name of a member, and the name of the same member as a list. */
export const inLists = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [name, `${name}XMLList`])

/** Numbers by name, single or as a list; `null` where NaN says that there is none. */
export function numbersIn(
  reader: Reader,
  place: Place,
  ...names: readonly string[]
): readonly (string | null)[] {
  return all(reader, place, ...inLists(...names)).flatMap((numbers) => {
    const written = wordsOf(numbers.element.text)
    if (written.includes('NaN')) warnMissing(reader, numbers)
    return written.map((text) => (text === 'NaN' ? null : text))
  })
}

function warnMissing(reader: Reader, place: Place): void {
  const detail = {
    en: `NaN in ${place.element.name}: there is no value, and it is not zero`,
    zh: `${place.element.name} 中的 NaN 表示没有值，而不是零`,
  }
  warn(reader, place, 'value-missing', detail)
}

/** What stands beside the numbers. How many digits are significant is told by the digits. */
export function about(reader: Reader, place: Place) {
  all(reader, place, 'significantDigit', 'significantDigitXMLList', 'listsignificantDigit')
  return {
    labels: wordsIn(reader, place, 'label', 'labelXMLList'),
    quantityTypes: wordsIn(
      reader,
      place,
      'quantityType',
      'quantityTypeQUDT',
      'quantityTypeXMLList',
      'quantityTypeQUDTXMLList',
      'listQuantityType',
      'listQuantityTypeQUDT',
    ),
    times: wordsIn(reader, place, 'dateTime', 'dateTimeXMLList'),
  }
}

export const wordsIn = (reader: Reader, place: Place, ...names: readonly string[]): readonly string[] =>
  all(reader, place, ...names).flatMap(({ element }) =>
    element.name.endsWith('XMLList') ? wordsOf(element.text) : [element.text.trim()],
  )

export function unitsIn(reader: Reader, place: Place, name: string): readonly DccUnit[] {
  return all(reader, place, name, `${name}XMLList`).flatMap((unit) => {
    const written = unit.element.name === name ? [unit.element.text] : wordsOf(unit.element.text)
    return written.map((text) => readUnit(reader, unit, text))
  })
}
