import { describe, expect, it } from 'vitest'
import { charactersOf } from '#fonts/character-map.ts'
import { fontFiles } from '#fonts/font-files.ts'
import { codeName, isPrintable, printed, unprintableIn } from '#fonts/printable.ts'

const codes = (file = '') =>
  charactersOf(file).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))

describe('what can be printed', () => {
  it('is Latin with its accents, Greek, Cyrillic, Chinese with rare names, and what measurement writes', () => {
    for (const text of [
      'Häfner, Łódź, Çelik',
      'μΩ·m, Δλ',
      'Метрология',
      '仝䶮㛃𬭊',
      '±≤≥×÷°′″‰√∞',
      '〔2026〕第３号',
    ])
      expect(unprintableIn(text)).toBeUndefined()
  })

  it('is not what no typeface of ours has: it is named', () => {
    expect(unprintableIn('田中𠮷')).toBe('𠮷')
    expect(codeName('𠮷')).toBe('U+20BB7')
    expect(unprintableIn('한국')).toBe('한')
    expect(unprintableIn('OK 👍')).toBe('👍')
  })

  it('includes what the page draws from other shapes', () => {
    expect(unprintableIn('10⁻⁶ m·s⁻², ⌀ 20 mm, x ⩽ 3')).toBeUndefined()
  })

  it('is written with its name where it was recorded before characters were checked', () => {
    expect(printed('田中𠮷')).toBe('田中[U+20BB7]')
    expect(printed('plain')).toBe('plain')
  })

  it('is the same in every weight, so that a heading can say what a line says', () => {
    const [sans, , bold] = fontFiles()
    const [noto, notoBold] = fontFiles().slice(-2)
    for (const [light, heavy] of [
      [sans, bold],
      [noto, notoBold],
    ]) {
      const inHeavy = new Set(codes(heavy))
      expect(codes(light).filter((code) => !inHeavy.has(code))).toEqual([])
    }
    expect(isPrintable(0x41)).toBe(true)
  })
})
