import { defineRefusal } from '#refusal.ts'

export const unknownPolicy = defineRefusal({
  code: 'policy.unknown',
  kind: 'absent',
  title: { en: 'There is no such policy', zh: '没有该溯源政策' },
})

/** Asked for in a question about a chain. */
export const policyUndefined = defineRefusal({
  code: 'policy.not-defined',
  kind: 'unprocessable',
  title: { en: 'It is asked by a policy that is not defined', zh: '所引用的溯源政策未定义' },
})

export const policyCodeTaken = defineRefusal({
  code: 'policy.code-taken',
  kind: 'conflict',
  title: { en: 'Another policy has this code', zh: '政策代码已被使用' },
})

export const policyOfProgram = defineRefusal({
  code: 'policy.of-the-program',
  kind: 'conflict',
  title: {
    en: 'A policy that comes with the program is not revised; register one of another code',
    zh: '程序自带的政策不可修订；请以其他代码登记',
  },
})

export const routeRepeated = defineRefusal({
  code: 'policy.route-repeated',
  kind: 'unprocessable',
  title: { en: 'Two routes have the same code', zh: '途径代码重复' },
})

export const rootWithoutEvidence = defineRefusal({
  code: 'policy.root-without-evidence',
  kind: 'unprocessable',
  title: {
    en: 'Nothing stands above a root: it is admitted by evidence, or by a competence of its holder',
    zh: '参照对象之上别无标准，须凭证据或保存单位的能力证明予以承认',
  },
})

export const policyConstraints = { policy_versions_edition_unique: policyCodeTaken } as const
