import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { Refusal } from '#refusal.ts'
import type { Place } from '../../content-model/place.ts'
import type { DccUnit } from './dcc-quantity.ts'
import { fault, warn, type Reader } from '../reader.ts'
import { suspectExponent } from './suspect-exponent.ts'

/** Old or capitalised names that occur in certificates; what they mean is beyond doubt (D-SI 1.x, GUIDE of the format). */
const currentForm = (written: string): string => written.replace(/[ \t\r\n]+/g, '')

/**
 * A unit as D-SI writes it. One written in symbols is read with a warning, one that nobody knows is kept as text with a
 * warning; but a wrong name behind a backslash is a fault, because a prefix may hide in it (\mili is no \milli).
 */
export function readUnit(reader: Reader, place: Place, text: string): DccUnit {
  const written = text.trim()
  const unit = understood(currentForm(written))
  if (typeof unit === 'string') return notUnderstood(reader, place, written, unit)
  if (!written.includes('\\') && !written.startsWith('|')) {
    warn(reader, place, 'unit-in-symbols', {
      en: `${written} is not D-SI; read as ${unit.symbol} (${unit.dsi})`,
      zh: `${written} 不是 D-SI 写法，按 ${unit.symbol}（${unit.dsi}）读取`,
    })
  } else if (hasOldName(written)) {
    warn(reader, place, 'unit-spelling', {
      en: `${written} is an old spelling of ${unit.dsi}`,
      zh: `${written} 是 ${unit.dsi} 的旧写法`,
    })
  }
  const meant = suspectExponent(unit)
  if (meant !== undefined) {
    warn(reader, place, 'unit-exponent', {
      en: `${unit.symbol} is a unit of no usual quantity; with one exponent of the other sign it would be ${meant}`,
      zh: `${unit.symbol} 不是常见量的单位；若某一指数反号则为 ${meant}`,
    })
  }
  return { written, symbol: unit.symbol }
}

/** Names of D-SI are in small letters; some of 1.x were not, and some are misspelt everywhere. */
const hasOldName = (written: string): boolean =>
  [...written.matchAll(/\\([A-Za-z]+)/g)].some(
    ([, name = '']) => /[A-Z]/.test(name) || name === 'degreecelcius',
  )

function understood(text: string) {
  try {
    return parseUnit(text)
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

function notUnderstood(reader: Reader, place: Place, written: string, why: string): DccUnit {
  const detail = { en: why, zh: `无法识读单位 ${written}` }
  if (written.includes('\\')) fault(reader, place, 'unit', detail)
  else warn(reader, place, 'unit-unmapped', detail)
  return { written }
}
