import { lnTen, pi, type NamedUnit } from './named-unit.ts'
import { over, parseRational, times } from '../rational.ts'

interface Words {
  readonly dsi?: string
  readonly ucum?: string
  readonly aliases?: string
  readonly prefixes?: NamedUnit['prefixes']
  readonly quantityKind?: string
}

const words = (text: string | undefined): readonly string[] => (text ? text.split(' ') : [])

/** A unit of size `factor` (decimal or fraction) in `of`. */
const sized = (symbol: string, factor: string, of: string, also: Words = {}): NamedUnit => ({
  symbol,
  dsi: words(also.dsi),
  ucum: also.ucum,
  aliases: words(also.aliases),
  prefixes: also.prefixes ?? 'none',
  factor: parseRational(factor),
  of,
  scale: { kind: 'linear' },
  exact: true,
  quantityKind: also.quantityKind,
})

/** A size that is measured (CODATA 2022) or known with an uncertainty. */
const measured = (symbol: string, factor: string, of: string, also: Words = {}): NamedUnit => ({
  ...sized(symbol, factor, of, also),
  exact: false,
})

const angle = (symbol: string, dsi: string, ucum: string, fraction: string, aliases = ''): NamedUnit => ({
  ...sized(symbol, '1', 'rad', { dsi, ucum, aliases }),
  factor: times(parseRational(pi), parseRational(fraction)),
})

/** Non-SI units accepted for use with the SI (SI Brochure, table 8) and those of D-SI beside them. */
const acceptedUnits: readonly NamedUnit[] = [
  sized('g', '1e-3', 'kg', { dsi: 'gram', ucum: 'g', prefixes: 'si' }),
  sized('min', '60', 's', { dsi: 'minute', ucum: 'min' }),
  sized('h', '3600', 's', { dsi: 'hour', ucum: 'h' }),
  sized('d', '86400', 's', { dsi: 'day', ucum: 'd' }),
  sized('a', '31557600', 's', { ucum: 'a' }), // UCUM: the Julian year of 365.25 d
  angle('°', 'degree', 'deg', '1/180'),
  angle('′', 'arcminute', "'", '1/10800', 'arcmin'),
  angle('″', 'arcsecond', "''", '1/648000', 'arcsec'),
  { ...angle('gon', '', 'gon', '1/200'), prefixes: 'si', dsi: [] },
  sized('r', '1', '', { dsi: 'one', ucum: '{rev}', aliases: 'rev' }), // counted turns: r/min is a frequency, not rad/s
  sized('ha', '1e4', 'm2', { dsi: 'hectare', ucum: 'har' }),
  sized('L', '1e-3', 'm3', { dsi: 'litre liter', ucum: 'L', aliases: 'l ℓ', prefixes: 'si' }),
  sized('t', '1e3', 'kg', { dsi: 'tonne', ucum: 't', prefixes: 'si' }),
  sized('au', '149597870700', 'm', { dsi: 'astronomicalunit', ucum: 'AU' }),
  sized('eV', '1.602176634e-19', 'J', { dsi: 'electronvolt', ucum: 'eV', prefixes: 'si' }),
  measured('Da', '1.66053906892e-27', 'kg', { dsi: 'dalton', ucum: 'u', prefixes: 'si' }),
  measured('u', '1.66053906892e-27', 'kg', { dsi: 'atomicmassunit', ucum: 'u' }),
  sized('bar', '1e5', 'Pa', { dsi: 'bar', ucum: 'bar', prefixes: 'si' }),
  // 13595.1 kg/m³ · 9.80665 m/s² · 1 mm, the conventional millimetre of mercury.
  sized('mmHg', '133.322387415', 'Pa', { dsi: 'mmhg mmHg', ucum: 'mm[Hg]' }),
  sized('mHg', '133322.387415', 'Pa', { ucum: 'm[Hg]', aliases: 'm[Hg]', prefixes: 'si' }),
  sized('Å', '1e-10', 'm', { dsi: 'angstrom', ucum: 'Ao' }),
  sized('nmi', '1852', 'm', { dsi: 'nauticalmile', ucum: '[nmi_i]' }),
  sized('kn', '1852/3600', 'm s-1', { dsi: 'knot', ucum: '[kn_i]' }),
  sized('b', '1e-28', 'm2', { dsi: 'barn', ucum: 'b' }),
  sized('byte', '8', 'bit', { dsi: 'byte', ucum: 'By', prefixes: 'binary' }),
  sized('var', '1', 'W', { prefixes: 'si' }),
]

/** Parts of one: what is left when a quantity is divided by its own kind. */
const partsOfOne: readonly NamedUnit[] = [
  sized('%', '1e-2', '', { dsi: 'percent', ucum: '%' }),
  sized('%RH', '1e-2', '', { dsi: 'percent', ucum: '%{RH}', aliases: '%rh' }),
  sized('‰', '1e-3', '', { ucum: '[ppth]' }),
  sized('ppm', '1e-6', '', { dsi: 'ppm', ucum: '[ppm]' }),
  sized('ppb', '1e-9', '', { ucum: '[ppb]' }),
]

/**
 * Constants of nature that D-SI admits as units (SI Brochure, 8th edition, table 7; CODATA 2022). A bare e is
 * not read: on a balance it is the verification scale interval.
 */
const naturalUnits: readonly NamedUnit[] = [
  sized('c_0', '299792458', 'm s-1', { dsi: 'clight', ucum: '[c]' }),
  { ...sized('ħ', '1', 'J s', { dsi: 'planckbar' }), factor: reducedPlanckConstant() },
  measured('m_e', '9.1093837139e-31', 'kg', { dsi: 'electronmass', ucum: '[m_e]' }),
  sized('[e]', '1.602176634e-19', 'C', { dsi: 'elementarycharge', ucum: '[e]' }),
  measured('t_n', '1.28808866644e-21', 's', { dsi: 'naturalunittime' }),
  measured('a_0', '5.29177210544e-11', 'm', { dsi: 'bohr' }),
  measured('E_h', '4.3597447222060e-18', 'J', { dsi: 'hartree' }),
  measured('t_a', '2.4188843265864e-17', 's', { dsi: 'atomicunittime' }),
  sized('g_n', '9.80665', 'm s-2', { ucum: '[g]' }),
]

/** h/2π with h exact. */
function reducedPlanckConstant() {
  return over(parseRational('6.62607015e-34'), times(parseRational('2'), parseRational(pi)))
}

const level = (symbol: string, also: Words, reference: string, offset: string): NamedUnit => ({
  ...sized(symbol, '1', 'dB', also),
  scale: { kind: 'logarithmic', reference, offset: parseRational(offset) },
})

/** 1 Np = 20/ln 10 dB by the definition of both as levels of a root-power quantity (ISO 80000-3:2006, C.2). */
const levels: readonly NamedUnit[] = [
  { ...level('dB', { dsi: 'decibel', ucum: 'dB', aliases: 'dBc' }, '', '0'), prefixes: 'none' },
  { ...level('B', { dsi: 'bel', ucum: 'B' }, '', '0'), prefixes: 'si', factor: parseRational('10') },
  {
    ...level('Np', { dsi: 'neper', ucum: 'Np' }, '', '0'),
    prefixes: 'si',
    factor: over(parseRational('20'), parseRational(lnTen)),
  },
  level('dBm', { aliases: 'dB[mW]' }, '1 W', '-30'),
  level('dBW', { ucum: 'dB[W]' }, '1 W', '0'),
  level('dBV', { ucum: 'dB[V]' }, '1 V', '0'),
  level('dBµV', { ucum: 'dB[uV]', aliases: 'dBuV' }, '1 V', '-120'),
  // Without the brackets of UCUM, pH is the picohenry.
  { ...level('[pH]', { ucum: '[pH]' }, 'pH', '0'), of: 'pH' },
]

const temperature = (symbol: string, factor: string, offset: string, also: Words): NamedUnit => ({
  ...sized(symbol, factor, 'K', also),
  scale: { kind: 'affine', offset: parseRational(offset) },
})

const temperatures: readonly NamedUnit[] = [
  temperature('°C', '1', '273.15', {
    dsi: 'degreecelsius degreeCelsius degreecelcius degreeCelcius',
    ucum: 'Cel',
    aliases: 'degC',
    prefixes: 'si',
  }),
  temperature('°F', '5/9', '45967/180', { ucum: '[degF]', aliases: 'degF' }),
]

export const otherUnits: readonly NamedUnit[] = [
  ...acceptedUnits,
  ...partsOfOne,
  ...naturalUnits,
  ...levels,
  ...temperatures,
]
