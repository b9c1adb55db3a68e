import { describe, expect, it } from 'vitest'
import { numberText, significant, withUnit } from '#faces/numbers.ts'
import { statedResult } from '#faces/stated-result.ts'
import { raised } from '../../../src/web/ground/raised.ts'

const written = (text: string): string =>
  String(raised(text)).replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ')

describe('a figure on a page', () => {
  it('has its power of ten raised by the page, whatever the typeface', () => {
    expect(written(numberText('1.50e-7'))).toBe('1.50 × 10<sup>−7</sup>')
    expect(written(significant(1.2e12, 2))).toBe('1.2 × 10<sup>12</sup>')
    expect(written(withUnit(significant(2.5e-9, 2), 'kg/m^3'))).toBe('2.5 × 10<sup>−9</sup> kg/m³')
    expect(written(`${significant(1.5e-7, 2)} … ${significant(2.5e-10, 2)}`)).toBe(
      '1.5 × 10<sup>−7</sup> … 2.5 × 10<sup>−10</sup>',
    )
  })

  it('is otherwise what was written, and nothing in it becomes markup', () => {
    const plain = statedResult({ estimate: 10000.0042, expandedUncertainty: 0.0034, unit: 'Ω' })
    expect(raised(plain)).toBe(plain)
    expect(raised('m²')).toBe('m²')
    expect(written('<b> 1\u202f×\u202f10⁻⁵')).toBe('&lt;b&gt; 1 × 10<sup>−5</sup>')
  })
})
