import type { Place } from '../../content-model/place.ts'
import type { RealForm } from './dcc-quantity.ts'
import { about, numbersIn, unitsIn } from './read-members.ts'
import { readUncertainty } from './read-uncertainty.ts'
import type { Reader } from '../reader.ts'

export function readReal(reader: Reader, place: Place): RealForm {
  const { name } = place.element
  const uncertainty = readUncertainty(reader, place)
  return {
    kind: name === 'constant' ? 'constant' : 'real',
    isList: /xmllist$/i.test(name),
    ...about(reader, place),
    values: numbersIn(reader, place, 'value'),
    units: unitsIn(reader, place, 'unit'),
    ...(uncertainty && { uncertainty }),
  }
}
