import { defineRefusal } from '#refusal.ts'

export const unknownPerson = defineRefusal({
  code: 'person.unknown',
  kind: 'absent',
  title: { en: 'There is no such person', zh: '没有该人员' },
})

export const noSuchPerson = defineRefusal({
  code: 'person.not-registered',
  kind: 'unprocessable',
  title: { en: 'It names a person who is not registered', zh: '所引用的人员未登记' },
})

export const personCodeTaken = defineRefusal({
  code: 'person.code-taken',
  kind: 'conflict',
  title: { en: 'Another person has this code', zh: '人员代码已被使用' },
})

export const personConstraints = { people_code_unique: personCodeTaken } as const

export const unknownAuthorization = defineRefusal({
  code: 'authorization.unknown',
  kind: 'absent',
  title: { en: 'There is no such authorization', zh: '没有该授权' },
})

export const authorizationDatesReversed = defineRefusal({
  code: 'authorization.dates-reversed',
  kind: 'unprocessable',
  title: { en: 'The authorization ends before it begins', zh: '授权终止日期早于开始日期' },
})

export const authorizationConstraints = { authorizations_dates_check: authorizationDatesReversed } as const

export const unknownApiKey = defineRefusal({
  code: 'api-key.unknown',
  kind: 'absent',
  title: { en: 'There is no such key', zh: '没有该密钥' },
})

export const alreadyExpired = defineRefusal({
  code: 'api-key.already-expired',
  kind: 'unprocessable',
  title: { en: 'The key would have expired before it is given out', zh: '密钥的失效时间已过' },
})

export const administratorOnly = defineRefusal({
  code: 'api-key.administrators-only',
  kind: 'forbidden',
  title: { en: 'Only an administrator gives out the role of one', zh: '只有管理员可以授予管理员角色' },
})

export const rolesExclude = defineRefusal({
  code: 'api-key.roles-exclude-each-other',
  kind: 'unprocessable',
  title: {
    en: 'Whoever administers the registry neither reviews nor authorises',
    zh: '管理员不得兼任审核或签发',
  },
})
