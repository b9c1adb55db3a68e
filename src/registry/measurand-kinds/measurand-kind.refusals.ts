import { defineRefusal } from '#refusal.ts'

export const unknownMeasurandKind = defineRefusal({
  code: 'measurand-kind.unknown',
  kind: 'absent',
  title: { en: 'There is no such kind of measurand', zh: '没有该被测量类别' },
})

export const noSuchMeasurandKind = defineRefusal({
  code: 'measurand-kind.not-registered',
  kind: 'unprocessable',
  title: { en: 'It names a kind of measurand that is not registered', zh: '所引用的被测量类别未登记' },
})

export const measurandKindCodeTaken = defineRefusal({
  code: 'measurand-kind.code-taken',
  kind: 'conflict',
  title: { en: 'Another kind of measurand has this code', zh: '被测量类别代码已被使用' },
})

export const unitNotCoherent = defineRefusal({
  code: 'measurand-kind.unit-not-coherent',
  kind: 'unprocessable',
  title: { en: 'The unit of a kind is a coherent one', zh: '被测量类别的单位须为一贯单位' },
})

export const parameterRepeated = defineRefusal({
  code: 'measurand-kind.parameter-repeated',
  kind: 'unprocessable',
  title: { en: 'Two parameters have the same name', zh: '参数名称重复' },
})

export const measurandKindConstraints = { measurand_kinds_code_unique: measurandKindCodeTaken } as const
