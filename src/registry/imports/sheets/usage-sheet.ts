import { decimal, instant, required, text, type Sheet } from './sheet.ts'

/** For what equipment was used (去向可追). */
export const usageSheet: Sheet = {
  title: { en: 'Uses of equipment', zh: '使用记录' },
  columns: [
    text('equipment', '/equipment', { en: 'Equipment', zh: '设备编号' }, 'EX-STANDARD', required),
    text('component', '/component', { en: 'Component', zh: '部件' }, 'main'),
    instant('usedAt', '/usedAt', { en: 'Used at', zh: '使用时间' }, '2026-02-20T09:30:00+08:00', {
      ...required,
      hint: { en: 'With the zone of the time', zh: '须带时区' },
    }),
    text('job', '/job', { en: 'Job', zh: '任务' }, 'WO-2026-0412', {
      hint: { en: 'At least one of job, product and batch', zh: '任务、产品、批次至少填写一个' },
    }),
    text('product', '/product', { en: 'Product', zh: '产品' }, 'Balance 60 kg'),
    text('batch', '/batch', { en: 'Batch', zh: '批次' }, 'B-77'),
    text('operator', '/operator', { en: 'Operator', zh: '操作人员' }, ''),
    text(
      'measurandKind',
      '/measurandKind',
      { en: 'Kind of measurand', zh: '被测量种类' },
      'mass.conventional',
    ),
    decimal('value', '/point/nominal/value', { en: 'Value', zh: '量值' }, '10'),
    text('unit', '/point/nominal/unit', { en: 'Unit', zh: '单位' }, 'kg'),
    text('despite', '/despite', { en: 'Used despite', zh: '例外使用理由' }, ''),
    text('note', '/note', { en: 'Note', zh: '备注' }, 'Check before filling'),
  ],
}
