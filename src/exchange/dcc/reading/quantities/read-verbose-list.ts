import type { Place } from '../../content-model/place.ts'
import type { DccUncertainty, RealForm } from './dcc-quantity.ts'
import { about, unitsIn } from './read-members.ts'
import { readReal } from './read-real.ts'
import { readUncertainty } from './read-uncertainty.ts'
import { all, type Reader } from '../reader.ts'

/** si:list of D-SI 1.x and si:realList: numbers one by one, with unit and uncertainty beside each or once for all. */
export function readVerboseList(reader: Reader, place: Place): RealForm | undefined {
  const reals = all(reader, place, 'real').map((real) => readReal(reader, real))
  if (reals.length === 0) return undefined
  const common = unitsIn(reader, place, 'listUnit')
  const uncertainty = commonUncertainty(reals) ?? readUncertainty(reader, place)
  const { labels, quantityTypes, times } = about(reader, place)
  return {
    kind: 'real',
    isList: true,
    labels: labels.length > 0 ? labels : reals.flatMap((real) => real.labels),
    quantityTypes,
    times: times.length > 0 ? times : reals.flatMap((real) => real.times),
    values: reals.flatMap(({ values }) => values),
    units: unitsOf(reals, common),
    ...(uncertainty && { uncertainty }),
  }
}

function unitsOf(reals: readonly RealForm[], common: RealForm['units']): RealForm['units'] {
  const each = reals.flatMap(({ units }) => (units.length > 0 ? units : common.slice(0, 1)))
  const [first] = each
  return first && each.every(({ written }) => written === first.written) ? [first] : each
}

/** The uncertainties beside each number, as one with a member for each; undefined where some have none or another kind. */
function commonUncertainty(reals: readonly RealForm[]): DccUncertainty | undefined {
  const each = reals.flatMap(({ uncertainty }) => uncertainty ?? [])
  const [first] = each
  if (!first || each.length !== reals.length || each.some(({ kind }) => kind !== first.kind)) return undefined
  return {
    kind: first.kind,
    values: each.flatMap(({ values }) => values),
    coverageFactors: each.flatMap(({ coverageFactors }) => coverageFactors),
    coverageProbabilities: each.flatMap(({ coverageProbabilities }) => coverageProbabilities),
    lower: each.flatMap(({ lower }) => lower),
    upper: each.flatMap(({ upper }) => upper),
    distributions: each.flatMap(({ distributions }) => distributions),
  }
}
