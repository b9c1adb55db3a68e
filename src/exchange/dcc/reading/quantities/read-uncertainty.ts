import type { Place } from '../../content-model/place.ts'
import type { DccRegion, DccUncertainty } from './dcc-quantity.ts'
import { inLists, numbersIn, unitsIn, wordsIn } from './read-members.ts'
import { all, one, warn, type Reader } from '../reader.ts'

/** Elements that hold an uncertainty and say nothing themselves; the misspelling is the name in D-SI 2.2. */
const wrappers = [
  'measurementUncertaintyUnivariate',
  'measurementUncertaintyUnivaraite',
  'measurementUncertaintyUnivariateXMLList',
  'listMeasurementUncertaintyUnivariate',
  'listUnivariateUnc',
]

/** Both generations of D-SI: expandedUnc and expandedMU, coverageInterval and coverageIntervalMU, standardMU. */
export function readUncertainty(reader: Reader, place: Place): DccUncertainty | undefined {
  const holder = one(reader, place, ...wrappers) ?? place
  const expanded = one(reader, holder, ...inLists('expandedUnc', 'expandedMU'))
  if (expanded) return uncertaintyIn(reader, expanded, 'expanded')
  const interval = one(reader, holder, ...inLists('coverageInterval', 'coverageIntervalMU'))
  if (interval) return uncertaintyIn(reader, interval, 'interval')
  const standard = one(reader, holder, ...inLists('standardMU'))
  if (standard) return uncertaintyIn(reader, standard, 'standard')
  // A constant states its standard uncertainty beside its value.
  return place.element.name === 'constant' ? uncertaintyIn(reader, place, 'standard') : undefined
}

function uncertaintyIn(
  reader: Reader,
  place: Place,
  kind: DccUncertainty['kind'],
): DccUncertainty | undefined {
  const values = numbersIn(reader, place, 'uncertainty', 'valueExpandedMU', 'standardUnc', 'valueStandardMU')
  if (values.length === 0) return undefined
  const coverageFactors = numbersIn(reader, place, 'coverageFactor')
  if (kind === 'expanded' && coverageFactors.includes(null)) {
    warn(reader, place, 'coverage-factor-missing', {
      en: 'U without k: nothing can be propagated from it (ILAC-P14)',
      zh: 'U 未给出 k，无法用于传播（ILAC-P14）',
    })
  }
  return {
    kind,
    values,
    coverageFactors,
    coverageProbabilities: numbersIn(reader, place, 'coverageProbability'),
    lower: numbersIn(reader, place, 'intervalMin'),
    upper: numbersIn(reader, place, 'intervalMax'),
    distributions: wordsIn(reader, place, 'distribution', 'distributionXMLList'),
  }
}

const regionNames = ['ellipsoidalRegion', 'rectangularRegion', 'ellipsoidalRegionMU', 'rectangularRegionMU']

/** The covariances of complex numbers (JCGM 102:2011, 3.21); of several kinds of region the first that is there. */
export function readRegion(reader: Reader, place: Place): DccRegion | undefined {
  const holder = one(reader, place, 'measurementUncertaintyBivariateXMLList', 'listBivariateUnc') ?? place
  const region = one(reader, holder, ...inLists(...regionNames))
  if (!region) return undefined
  const matrix = one(reader, region, ...inLists('covarianceMatrix'))
  const columns = matrix ? all(reader, matrix, ...inLists('column')) : []
  return {
    shape: region.element.name.startsWith('ellipsoidal') ? 'ellipsoidal' : 'rectangular',
    covariances: columns.map((column) =>
      all(reader, column, ...inLists('covariance')).map((covariance) => ({
        values: numbersIn(reader, covariance, 'value'),
        units: unitsIn(reader, covariance, 'unit'),
      })),
    ),
    coverageFactors: numbersIn(reader, region, 'coverageFactor'),
    coverageProbabilities: numbersIn(reader, region, 'coverageProbability'),
  }
}
