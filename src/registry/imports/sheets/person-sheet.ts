import { required, text, type Sheet } from './sheet.ts'

/** ISO/IEC 17025:2017, 6.2. */
export const personSheet: Sheet = {
  title: { en: 'People', zh: '人员' },
  columns: [
    text('code', '/code', { en: 'Code', zh: '人员代码' }, 'EX-LAB.T1', required),
    text('organization', '/organization', { en: 'Organization', zh: '所属机构' }, 'EX-LAB', {
      isOwnOrganization: true,
      hint: { en: 'Code of the organization; your own if empty', zh: '机构代码；空白表示本机构' },
    }),
    text('name', '/name', { en: 'Name', zh: '姓名' }, 'Li Na', required),
    text('email', '/email', { en: 'E-mail', zh: '电子邮箱' }, 'li.na@example.org'),
  ],
}
