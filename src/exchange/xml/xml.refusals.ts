import { defineRefusal } from '#refusal.ts'

export const notWellFormed = defineRefusal({
  code: 'xml.not-well-formed',
  kind: 'unprocessable',
  title: { en: 'This is not well-formed XML', zh: '不是格式良好的 XML' },
})

export const doctypeRefused = defineRefusal({
  code: 'xml.doctype',
  kind: 'unprocessable',
  title: { en: 'A document type declaration is never read', zh: '不接受文档类型声明（DOCTYPE）' },
})

export const otherEncoding = defineRefusal({
  code: 'xml.encoding',
  kind: 'unprocessable',
  title: {
    en: 'XML is read in UTF-8, or in UTF-16 with a byte order mark',
    zh: '仅接受 UTF-8 或带 BOM 的 UTF-16 编码',
  },
})

export const otherXmlVersion = defineRefusal({
  code: 'xml.version',
  kind: 'unprocessable',
  title: { en: 'Only XML 1.0 is read', zh: '仅接受 XML 1.0' },
})

export const xmlTooComplex = defineRefusal({
  code: 'xml.too-complex',
  kind: 'unprocessable',
  title: { en: 'This XML is larger or deeper than any certificate', zh: 'XML 过深或过大' },
})

export const dividedValue = defineRefusal({
  code: 'xml.divided-value',
  kind: 'unprocessable',
  title: {
    en: 'A comment or an instruction stands inside a value: two readers would read two values',
    zh: '数值内含有注释或处理指令，不同软件会读出不同的值',
  },
})
