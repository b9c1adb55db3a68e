import { defineRefusal } from '#refusal.ts'

export const notANumber = defineRefusal({
  code: 'quantity.not-a-number',
  kind: 'malformed',
  title: { en: 'This is not a decimal number', zh: '不是十进制数' },
})

export const numberTooLong = defineRefusal({
  code: 'quantity.too-long',
  kind: 'malformed',
  title: { en: 'A number has at most 40 characters', zh: '数字不得超过40个字符' },
})

export const numberOutOfRange = defineRefusal({
  code: 'quantity.out-of-range',
  kind: 'malformed',
  title: { en: 'This number is too large for a double', zh: '数值超出双精度范围' },
})

export const numberUnderflows = defineRefusal({
  code: 'quantity.underflow',
  kind: 'malformed',
  title: { en: 'This number is too small for a double and would become zero', zh: '数值过小，将下溢为零' },
})

export const uncertaintyNotPositive = defineRefusal({
  code: 'quantity.uncertainty-not-positive',
  kind: 'unprocessable',
  title: { en: 'An uncertainty is a finite number that is not negative', zh: '不确定度应为有限的非负数' },
})
