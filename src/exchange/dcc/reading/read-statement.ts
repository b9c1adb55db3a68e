import { wordsOf } from '#exchange/xml/xml-element.ts'
import { pathOf, type Place } from '../content-model/place.ts'
import { checkMember, lengthOf } from './quantities/check-lengths.ts'
import type { DccQuantity } from './quantities/dcc-quantity.ts'
import type { DccStatement } from './dcc-read.ts'
import { readQuantities } from './read-data.ts'
import { nameOf } from './read-items.ts'
import { readAddress } from './read-parties.ts'
import { rich } from './rich-text.ts'
import { all, isTrue, line, lines, refTypesOf, text, truth, type Reader } from './reader.ts'

/** A statement, or what is said of the values of a quantity; `points` is how many values those are. */
export function readStatement(reader: Reader, place: Place, points?: number): DccStatement {
  const [convention, date, period, nonSiUnit, nonSiDefinition] = [
    'convention',
    'date',
    'period',
    'nonSIUnit',
    'nonSIDefinition',
  ].map((name) => line(reader, place, name))
  const traceable = truth(reader, place, 'traceable')
  const authority = nameOf(reader, place, 'respAuthority')
  const valid = wordsAt(reader, place, 'valid', 'validXMLList').map(isTrue)
  const conformity = wordsAt(reader, place, 'conformity', 'conformityXMLList')
  if (points !== undefined) {
    checkMember(reader, place, { name: 'statements of validity', length: valid.length }, points)
    checkMember(reader, place, { name: 'statements of conformity', length: conformity.length }, points)
  }
  for (const location of all(reader, place, 'location')) readAddress(reader, location)
  all(reader, place, 'link', 'refId')
  const quantities = all(reader, place, 'data').flatMap((data) => readQuantities(reader, data))
  if (points !== undefined) checkLimits(reader, place, quantities, points)
  return {
    path: pathOf(place),
    refTypes: refTypesOf(place),
    text: [
      ...(text(reader, place, 'name') ?? []),
      ...(rich(reader, place, 'declaration', 'description') ?? []),
    ],
    ...(convention !== undefined && { convention }),
    norms: lines(reader, place, 'norm'),
    references: lines(reader, place, 'reference'),
    countries: lines(reader, place, 'countryCodeISO3166_1'),
    ...(traceable !== undefined && { traceable }),
    valid,
    conformity,
    ...(date !== undefined && { date }),
    ...(period !== undefined && { period }),
    ...(authority && { authority }),
    quantities,
    ...(nonSiUnit !== undefined && { nonSiUnit }),
    ...(nonSiDefinition !== undefined && { nonSiDefinition }),
  }
}

const wordsAt = (reader: Reader, place: Place, ...names: readonly string[]): readonly string[] =>
  all(reader, place, ...names).flatMap(({ element }) => wordsOf(element.text))

/** Limits and nominal values that are stated of a list: one for all its values, or one for each. */
function checkLimits(reader: Reader, place: Place, quantities: readonly DccQuantity[], points: number): void {
  for (const quantity of quantities.filter(({ refTypes }) =>
    refTypes.some((word) => /limit|nominal/i.test(word)),
  )) {
    checkMember(reader, place, { name: quantity.refTypes.join(' '), length: lengthOf(quantity) }, points)
  }
}
