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

export const scopeNotOfRoles = defineRefusal({
  code: 'api-key.scope-beyond-roles',
  kind: 'unprocessable',
  title: { en: 'None of the roles may do this', zh: '所列角色均无此权限' },
})

export const noSuchNetwork = defineRefusal({
  code: 'api-key.no-such-network',
  kind: 'unprocessable',
  title: { en: 'This is neither an address nor a network', zh: '不是有效的地址或网段' },
})

export const keyNoLongerValid = defineRefusal({
  code: 'api-key.no-longer-valid',
  kind: 'conflict',
  title: { en: 'A key that is revoked or has expired is not rotated', zh: '已撤销或过期的密钥不能轮换' },
})

export const unknownIdentity = defineRefusal({
  code: 'identity.unknown',
  kind: 'absent',
  title: { en: 'There is no such identity', zh: '没有该身份' },
})

export const identityTaken = defineRefusal({
  code: 'identity.taken',
  kind: 'conflict',
  title: { en: 'This identity is already that of a person', zh: '该身份已属于某人' },
})

export const identityConstraints = {
  person_identities_subject_unique: identityTaken,
  person_identities_email_unique: identityTaken,
} as const

export const subjectOrEmail = defineRefusal({
  code: 'identity.subject-or-email',
  kind: 'unprocessable',
  title: { en: 'State either the subject or the e-mail address', zh: '须填写 subject 或电子邮件二者之一' },
})

export const noIssuer = defineRefusal({
  code: 'identity.no-issuer',
  kind: 'unprocessable',
  title: {
    en: 'This node trusts no issuer of tokens: state which is meant',
    zh: '本节点未配置令牌签发方，须写明签发方',
  },
})
