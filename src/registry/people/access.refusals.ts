import { defineRefusal } from '#refusal.ts'

export const notYourOrganization = defineRefusal({
  code: 'access.not-your-organization',
  kind: 'forbidden',
  title: { en: 'This belongs to another organization', zh: '该记录属于其他机构' },
})
