import type { Place } from '../../content-model/place.ts'
import type { ComplexForm, DccForm } from './dcc-quantity.ts'
import { all, one, type Reader } from '../reader.ts'
import { about, numbersIn, unitsIn } from './read-members.ts'
import { readReal } from './read-real.ts'
import { readRegion } from './read-uncertainty.ts'
import { readVerboseList } from './read-verbose-list.ts'

const formNames = [
  'real',
  'constant',
  'complex',
  'realListXMLList',
  'complexListXMLList',
  'list',
  'realList',
  'complexList',
] as const

/** The numbers of a quantity: one form, or with `hybrid` several that say the same in different units. */
export function readForms(reader: Reader, place: Place): readonly DccForm[] {
  const hybrid = one(reader, place, 'hybrid')
  return all(reader, hybrid ?? place, ...formNames).flatMap((form) => readForm(reader, form) ?? [])
}

export function readForm(reader: Reader, place: Place): DccForm | undefined {
  switch (place.element.name) {
    case 'real':
    case 'constant':
    case 'realListXMLList':
    case 'relativeUncertaintyXmlList':
    case 'relativeUncertaintySingle':
    case 'relativeUncertainty':
      return readReal(reader, place)
    case 'complex':
    case 'complexListXMLList':
      return readComplex(reader, place)
    default:
      return readNested(reader, place) ?? readVerboseList(reader, place)
  }
}

/** A list of lists is read where it holds one; more are several quantities under one name: left unread, and so listed. */
function readNested(reader: Reader, place: Place): DccForm | undefined {
  const nested = one(reader, place, 'realList', 'realListXMLList', 'complexListXMLList', 'list')
  return nested && readForm(reader, nested)
}

function readComplex(reader: Reader, place: Place): ComplexForm {
  const real = numbersIn(reader, place, 'valueReal')
  const isPolar = real.length === 0
  const region = readRegion(reader, place)
  return {
    kind: 'complex',
    isList: place.element.name.endsWith('XMLList'),
    parts: isPolar ? 'magnitude-phase' : 'real-imaginary',
    ...about(reader, place),
    first: isPolar ? numbersIn(reader, place, 'valueMagnitude') : real,
    second: numbersIn(reader, place, isPolar ? 'valuePhase' : 'valueImag'),
    units: unitsIn(reader, place, 'unit'),
    phaseUnits: unitsIn(reader, place, 'unitPhase'),
    ...(region && { region }),
  }
}
