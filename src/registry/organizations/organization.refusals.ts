import { defineRefusal } from '#refusal.ts'

export const unknownOrganization = defineRefusal({
  code: 'organization.unknown',
  kind: 'absent',
  title: { en: 'There is no such organization', zh: '没有该机构' },
})

export const noSuchOrganization = defineRefusal({
  code: 'organization.not-registered',
  kind: 'unprocessable',
  title: { en: 'It names an organization that is not registered', zh: '所引用的机构未登记' },
})

export const organizationCodeTaken = defineRefusal({
  code: 'organization.code-taken',
  kind: 'conflict',
  title: { en: 'Another organization has this code', zh: '机构代码已被使用' },
})

export const legalIdentifierTaken = defineRefusal({
  code: 'organization.legal-identifier-taken',
  kind: 'conflict',
  title: {
    en: 'Another organization of this economy has this legal identifier',
    zh: '该经济体中已有机构使用此法定标识',
  },
})

export const siteRepeated = defineRefusal({
  code: 'organization.site-repeated',
  kind: 'unprocessable',
  title: { en: 'Two sites have the same code', zh: '场所代码重复' },
})

/** The constraint is the rule; looking first only tells a better story. */
export const organizationConstraints = {
  organizations_code_unique: organizationCodeTaken,
  organizations_legal_identifier_unique: legalIdentifierTaken,
} as const
