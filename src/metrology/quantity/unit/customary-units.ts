import type { NamedUnit } from './named-unit.ts'
import { parseRational } from '../rational.ts'

const customary = (
  symbol: string,
  factor: string,
  of: string,
  ucum: string | undefined,
  aliases = '',
  prefixes: NamedUnit['prefixes'] = 'none',
): NamedUnit => ({
  symbol,
  dsi: [],
  ucum,
  aliases: aliases ? aliases.split(' ') : [],
  prefixes,
  factor: parseRational(factor),
  of,
  scale: { kind: 'linear' },
  exact: true,
  quantityKind: undefined,
})

/**
 * Units outside the SI that certificates still print; every factor is exact by definition (international yard
 * and pound of 1959, standard gravity 9.80665 m/s²). Columns of liquid other than mmHg are left out: their size
 * depends on a temperature that the symbol does not tell. So are gallon, calorie, ton and horsepower without a name.
 */
export const customaryUnits: readonly NamedUnit[] = [
  customary('in', '0.0254', 'm', '[in_i]', 'inch'),
  customary('µin', '2.54e-8', 'm', undefined, 'uin'),
  customary('ft', '0.3048', 'm', '[ft_i]'),
  customary('yd', '0.9144', 'm', '[yd_i]'),
  customary('mi', '1609.344', 'm', '[mi_i]'),
  customary('lb', '0.45359237', 'kg', '[lb_av]'),
  customary('oz', '0.028349523125', 'kg', '[oz_av]'),
  customary('gr', '0.00006479891', 'kg', '[gr]'),
  customary('gf', '0.00980665', 'N', 'gf', '', 'si'),
  customary('lbf', '4.4482216152605', 'N', '[lbf_av]'),
  customary('ozf', '0.27801385095378125', 'N', undefined),
  customary('dyn', '1e-5', 'N', 'dyn', '', 'si'),
  customary('psi', '4.4482216152605/0.00064516', 'Pa', '[psi]'),
  customary('Torr', '101325/760', 'Pa', undefined, 'torr', 'si'),
  customary('atm', '101325', 'Pa', 'atm'),
  customary('at', '98066.5', 'Pa', 'att'),
  customary('erg', '1e-7', 'J', 'erg', '', 'si'),
  customary('cal_th', '4.184', 'J', 'cal_th', '[cal_th]', 'si'),
  customary('cal_IT', '4.1868', 'J', 'cal_IT', '[cal_IT]', 'si'),
  customary('P', '0.1', 'Pa s', 'P', '', 'si'),
  customary('St', '1e-4', 'm2 s-1', 'St', '', 'si'),
  customary('Gal', '0.01', 'm s-2', 'Gal', '', 'si'),
  customary('G', '1e-4', 'T', 'G', '', 'si'),
  customary('Ci', '3.7e10', 'Bq', 'Ci', '', 'si'),
  customary('R', '2.58e-4', 'C kg-1', 'R', '', 'si'),
  customary('rem', '0.01', 'Sv', 'REM', '', 'si'),
  customary('mho', '1', 'S', 'mho', '', 'si'),
  customary('gal_us', '0.003785411784', 'm3', '[gal_us]'),
]
