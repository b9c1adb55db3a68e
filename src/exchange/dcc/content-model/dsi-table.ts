import type { Table } from './table.ts'

/** What a D-SI quantity may hold; the releases are those of D-SI (1.3.0 to 2.2.1). */
export const dsiTable: Table = {
  real: `label:string?, (quantityType:string | quantityTypeQUDT:string)?{2.2}, value:decimal, unit:unit,
    significantDigit:integer?{2.2}, dateTime:dateTime?,
    (measurementUncertaintyUnivariate:univariate{2.2} | expandedUnc:expandedUnc | coverageInterval:coverageInterval)?`,
  univariate: 'standardMU:standardMU | expandedMU:expandedMU | coverageIntervalMU:coverageIntervalMU',
  standardMU: 'valueStandardMU:uncertainty, distribution:string?',
  expandedMU:
    'valueExpandedMU:uncertainty, coverageFactor:factor, coverageProbability:probability, distribution:string?',
  coverageIntervalMU: `valueStandardMU:uncertainty, intervalMin:decimal, intervalMax:decimal,
    coverageProbability:probability, distribution:string?`,
  expandedUnc:
    'uncertainty:uncertainty, coverageFactor:factor, coverageProbability:probability, distribution:string?',
  coverageInterval: `standardUnc:uncertainty, intervalMin:decimal, intervalMax:decimal, coverageProbability:probability,
    distribution:string?`,
  constant: `label:string?, (quantityType:string | quantityTypeQUDT:string)?{2.2}, value:decimal, unit:unit,
    significantDigit:integer?{2.2}, dateTime:dateTime?, valueStandardMU:uncertainty?{2.2}, uncertainty:uncertainty?,
    distribution:string?`,
  complex: `label:string?, (quantityType:string | quantityTypeQUDT:string)?{2.2},
    ((valueReal:decimal, valueImag:decimal, unit:unit)
    | (valueMagnitude:decimal, valuePhase:decimal, unit:unit, unitPhase:unit)), dateTime:dateTime?,
    (ellipsoidalRegion:region | rectangularRegion:region)?`,
  region: `covarianceMatrix:matrix, coverageFactor:factor, coverageProbability:probability, distribution:string?`,
  matrix: 'column:column+',
  column: 'covariance:covariance+',
  covariance: 'value:decimal, unit:unit',
  realList: `label:string?, dateTime:dateTime?, (listQuantityType:string | listQuantityTypeQUDT:string)?{2.2},
    listUnit:unit?, listsignificantDigit:integer?{2.2}, listMeasurementUncertaintyUnivariate:listUnivariate?{2.2},
    listUnivariateUnc:listUnivariateUnc?, real:realInList+, (ellipsoidalRegion:region | rectangularRegion:region)?`,
  realInList: `label:string?, (quantityType:string | quantityTypeQUDT:string)?{2.2}, value:decimal, unit:unit?,
    significantDigit:integer?{2.2}, dateTime:dateTime?,
    (measurementUncertaintyUnivaraite:univariate{2.2} | expandedUnc:expandedUnc | coverageInterval:coverageInterval)?`,
  listUnivariate: `standardMU:standardMU | expandedMU:expandedMU | coverageIntervalMU:coverageInterval
    | expandedUnc:expandedUnc | coverageInterval:coverageInterval`,
  listUnivariateUnc: 'expandedUnc:expandedUnc | coverageInterval:coverageInterval',
  complexList: `label:string?, dateTime:dateTime?, (listQuantityType:string | listQuantityTypeQUDT:string)?{2.2},
    listUnit:unit?, listUnitPhase:string?, listBivariateUnc:listBivariateUnc?, complex:complexInList+,
    (ellipsoidalRegion:region | rectangularRegion:region)?`,
  complexInList: `label:string?, (quantityType:string | quantityTypeQUDT:string)?{2.2},
    ((valueReal:decimal, valueImag:decimal, unit:unit?)
    | (valueMagnitude:decimal, valuePhase:decimal, unit:unit?, unitPhase:unit?)), dateTime:dateTime?,
    (ellipsoidalRegion:region | rectangularRegion:region)?`,
  listBivariateUnc:
    '(ellipsoidalRegion:region | rectangularRegion:region){<2}, (ellipsoidalRegion:region | rectangularRegion:region)?{2}',
  list: `label:string?, dateTime:dateTime?,
    ((listUnit:unit?, ((listUnivariateUnc:listUnivariateUnc?, real:realInList+)
    | (listUnitPhase:string?, listBivariateUnc:listBivariateUnc?, complex:complexInList+)),
    (ellipsoidalRegion:region | rectangularRegion:region)?) | list:list+){<2},
    (realList:realList | realListXMLList:realListXMLList{2.2} | complexList:complexList
    | complexListXMLList:complexListXMLList{2.2} | list:list)+{2}`,
  hybrid: `real:real+ | complex:complex+ | list:list+ | realList:realList+{2} | realListXMLList:realListXMLList+{2.1}
    | complexList:complexList+{2} | complexListXMLList:complexListXMLList+{2.2} | constant:constant+`,
  realListXMLList: `labelXMLList:words?, (quantityTypeXMLList:string | quantityTypeQUDTXMLList:string)?{2.2},
    valueXMLList:decimals, unitXMLList:units, significantDigitXMLList:integers?{2.2}, dateTimeXMLList:dateTimes?,
    (measurementUncertaintyUnivariateXMLList:univariates{2.2} | expandedUncXMLList:expandedUncs
    | coverageIntervalXMLList:coverageIntervals)?,
    (measurementUncertaintyMultivariateXMLList:multivariates{2.2} | ellipsoidalRegionXMLList:region
    | rectangularRegionXMLList:region)?`,
  univariates: `standardMUXMLList:standardMUs | expandedMUXMLList:expandedMUs
    | coverageIntervalMUXMLList:coverageIntervalMUs`,
  standardMUs: 'valueStandardMUXMLList:uncertainties, distributionXMLList:words?',
  expandedMUs: `valueExpandedMUXMLList:uncertainties, coverageFactorXMLList:factors,
    coverageProbabilityXMLList:probabilities, distributionXMLList:words?`,
  coverageIntervalMUs: `valueStandardMUXMLList:uncertainties, intervalMinXMLList:decimals, intervalMaxXMLList:decimals,
    coverageProbabilityXMLList:probabilities, distributionXMLList:words?`,
  expandedUncs: `uncertaintyXMLList:uncertainties, coverageFactorXMLList:factors,
    coverageProbabilityXMLList:probabilities, distributionXMLList:words?`,
  coverageIntervals: `standardUncXMLList:uncertainties, intervalMinXMLList:decimals, intervalMaxXMLList:decimals,
    coverageProbabilityXMLList:probabilities, distributionXMLList:words?`,
  multivariates: '(ellipsoidalRegionMUXMLList:regions | rectangularRegionMUXMLList:regions)?',
  regions: `covarianceMatrixXMLList:matrixOfLists, coverageFactorXMLList:factors,
    coverageProbabilityXMLList:probabilities, distributionXMLList:words?`,
  matrixOfLists: 'columnXMLList:columnOfLists+',
  columnOfLists: 'covarianceXMLList:covariances+',
  covariances: 'valueXMLList:decimals, unitXMLList:units',
  complexListXMLList: `labelXMLList:words?, (quantityTypeXMLList:string | quantityTypeQUDTXMLList:string)?,
    ((valueRealXMLList:decimals, valueImagXMLList:decimals, unitXMLList:units)
    | (valueMagnitudeXMLList:decimals, valuePhaseXMLList:decimals, unitXMLList:units, unitPhaseXMLList:units)),
    dateTimeXMLList:dateTimes?, measurementUncertaintyBivariateXMLList:multivariates?,
    measurementUncertaintyMultivariateXMLList:multivariates?`,
}
