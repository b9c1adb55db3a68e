import { defineRefusal } from '#refusal.ts'

export const unknownKey = defineRefusal({
  code: 'node-key.unknown',
  kind: 'absent',
  title: { en: 'This node never had such a key', zh: '本节点没有此密钥' },
})

export const keyRetired = defineRefusal({
  code: 'node-key.retired',
  kind: 'conflict',
  title: { en: 'The key is retired already', zh: '密钥已停用' },
})

export const keyInUse = defineRefusal({
  code: 'node-key.in-use',
  kind: 'conflict',
  title: {
    en: 'The node signs by this key: it is retired by rotation',
    zh: '节点正在使用此密钥：请通过轮换停用',
  },
})
