import { wordsOf } from '#exchange/xml/xml-element.ts'
import { pathOf, type Place } from '../../content-model/place.ts'
import { checkForms, checkMember, lengthOf, pointsOf } from './check-lengths.ts'
import { checkHybrid } from './check-hybrid.ts'
import type { DccQuantity } from './dcc-quantity.ts'
import { readForm, readForms } from './read-form.ts'
import { rich } from '../rich-text.ts'
import { idOf, one, refTypesOf, text, within, type Reader } from '../reader.ts'

export function readQuantity(reader: Reader, place: Place): DccQuantity {
  const name = text(reader, place, 'name')
  const description = rich(reader, place, 'description')
  const forms = readForms(reader, place)
  checkForms(reader, place, forms)
  checkHybrid(reader, place, forms)
  const words = within(one(reader, place, 'charsXMLList'), ({ element }) => wordsOf(element.text))
  const said = rich(reader, place, 'noQuantity')
  const relative = readRelative(reader, place, lengthOf({ forms, ...(words && { words }) }))
  return {
    path: pathOf(place),
    ...idOf(place),
    ...(name && { name }),
    ...(description && { description }),
    refTypes: refTypesOf(place),
    forms,
    ...(words && { words }),
    ...(said && { text: said }),
    ...(relative && { relativeUncertainty: relative }),
  }
}

/** The relative uncertainty beside the absolute one. */
function readRelative(reader: Reader, place: Place, points: number) {
  const holder = one(reader, place, 'relativeUncertainty')
  const stated =
    holder &&
    one(reader, holder, 'relativeUncertaintyXmlList', 'relativeUncertaintySingle', 'relativeUncertainty')
  const form = stated && readForm(reader, stated)
  if (form) checkMember(reader, place, { name: 'relative uncertainties', length: pointsOf(form) }, points)
  return form
}
