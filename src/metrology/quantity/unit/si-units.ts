import type { NamedUnit } from './named-unit.ts'
import { one } from '../rational.ts'

type Rest = Partial<Pick<NamedUnit, 'prefixes' | 'aliases' | 'quantityKind'>>

const coherentUnit = (symbol: string, dsi: string, ucum: string, of: string, rest: Rest = {}): NamedUnit => ({
  symbol,
  dsi: dsi.split(' '),
  ucum,
  of,
  factor: one,
  prefixes: 'si',
  aliases: [],
  scale: { kind: 'linear' },
  exact: true,
  quantityKind: undefined,
  ...rest,
})

/** The base units and what counts as one (SI Brochure, table 2), each the whole of its own dimension. */
const baseUnits: readonly NamedUnit[] = [
  coherentUnit('m', 'metre meter', 'm', 'm'),
  coherentUnit('kg', 'kilogram', 'kg', 'kg', { prefixes: 'none' }),
  coherentUnit('s', 'second', 's', 's'),
  coherentUnit('A', 'ampere', 'A', 'A'),
  coherentUnit('K', 'kelvin Kelvin', 'K', 'K'),
  coherentUnit('mol', 'mole', 'mol', 'mol'),
  coherentUnit('cd', 'candela', 'cd', 'cd'),
  coherentUnit('1', 'one', '1', '', { prefixes: 'none' }),
  coherentUnit('rad', 'radian', 'rad', 'rad'),
  coherentUnit('sr', 'steradian', 'sr', 'sr'),
  coherentUnit('bit', 'bit', 'bit', 'bit', { prefixes: 'binary' }),
]

/** The derived units with special names (SI Brochure, table 4), in base units. */
const derivedUnits: readonly NamedUnit[] = [
  coherentUnit('Hz', 'hertz', 'Hz', 's-1', { quantityKind: 'frequency' }),
  coherentUnit('N', 'newton Newton', 'N', 'kg m s-2'),
  coherentUnit('Pa', 'pascal', 'Pa', 'kg m-1 s-2'),
  coherentUnit('J', 'joule', 'J', 'kg m2 s-2'),
  coherentUnit('W', 'watt', 'W', 'kg m2 s-3'),
  coherentUnit('C', 'coulomb', 'C', 'A s'),
  coherentUnit('V', 'volt', 'V', 'kg m2 s-3 A-1'),
  coherentUnit('F', 'farad', 'F', 'kg-1 m-2 s4 A2'),
  coherentUnit('Ω', 'ohm Ohm', 'Ohm', 'kg m2 s-3 A-2', { aliases: ['ohm'] }),
  coherentUnit('S', 'siemens', 'S', 'kg-1 m-2 s3 A2'),
  coherentUnit('Wb', 'weber', 'Wb', 'kg m2 s-2 A-1'),
  coherentUnit('T', 'tesla', 'T', 'kg s-2 A-1'),
  coherentUnit('H', 'henry', 'H', 'kg m2 s-2 A-2'),
  coherentUnit('lm', 'lumen', 'lm', 'cd sr'),
  coherentUnit('lx', 'lux', 'lx', 'cd sr m-2'),
  coherentUnit('Bq', 'becquerel', 'Bq', 's-1', { quantityKind: 'activity' }),
  coherentUnit('Gy', 'gray', 'Gy', 'm2 s-2', { quantityKind: 'absorbed dose' }),
  coherentUnit('Sv', 'sievert', 'Sv', 'm2 s-2', { quantityKind: 'dose equivalent' }),
  coherentUnit('kat', 'katal', 'kat', 'mol s-1'),
]

export const siUnits: readonly NamedUnit[] = [...baseUnits, ...derivedUnits]
