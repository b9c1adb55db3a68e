import { defineRefusal } from '#refusal.ts'

export const unknownEquipment = defineRefusal({
  code: 'equipment.unknown',
  kind: 'absent',
  title: { en: 'There is no such equipment', zh: '没有该设备' },
})

export const equipmentCodeTaken = defineRefusal({
  code: 'equipment.code-taken',
  kind: 'conflict',
  title: { en: 'Other equipment has this code', zh: '设备代码已被使用' },
})

export const identityTaken = defineRefusal({
  code: 'equipment.identity-taken',
  kind: 'conflict',
  title: {
    en: 'Equipment of this manufacturer, model and serial number is registered already',
    zh: '该制造商、型号和编号的设备已登记',
  },
})

export const componentRepeated = defineRefusal({
  code: 'equipment.component-repeated',
  kind: 'conflict',
  title: { en: 'The equipment has a component with this code already', zh: '部件代码重复' },
})

export const unknownComponent = defineRefusal({
  code: 'equipment.component-unknown',
  kind: 'unprocessable',
  title: { en: 'The equipment has no such component', zh: '该设备没有此部件' },
})

export const notAStandard = defineRefusal({
  code: 'equipment.not-a-standard',
  kind: 'unprocessable',
  title: {
    en: 'Only a measurement standard is used by value or by class',
    zh: '只有测量标准才按等或按级使用',
  },
})

export const figureNotPositive = defineRefusal({
  code: 'equipment.figure-not-positive',
  kind: 'unprocessable',
  title: { en: 'This figure is greater than zero or absent', zh: '该数值须大于零' },
})

export const stateNotReachable = defineRefusal({
  code: 'equipment.state-not-reachable',
  kind: 'conflict',
  title: {
    en: 'The equipment does not pass from its state into this one',
    zh: '设备不能由当前状态转入该状态',
  },
})

export const eventIncomplete = defineRefusal({
  code: 'equipment.event-incomplete',
  kind: 'unprocessable',
  title: { en: 'An event of this kind says more, or less', zh: '该类事件的内容不完整或有多余' },
})

export const eventInFuture = defineRefusal({
  code: 'equipment.event-in-future',
  kind: 'unprocessable',
  title: { en: 'An event is recorded after it has happened', zh: '事件只能在发生之后记录' },
})

export const equipmentConstraints = {
  equipment_code_unique: equipmentCodeTaken,
  equipment_identity_unique: identityTaken,
  equipment_components_code_unique: componentRepeated,
} as const
