import { required, text, type Column, type Sheet } from './sheet.ts'

const parameter = (n: number): readonly Column[] => [
  text(
    `parameter${n}`,
    `/parameters/${n - 1}/name`,
    { en: `Parameter ${n}`, zh: `影响参量 ${n}` },
    n === 1 ? 'temperature' : '',
  ),
  text(
    `parameter${n}Unit`,
    `/parameters/${n - 1}/unit`,
    { en: `Unit of parameter ${n}`, zh: `影响参量 ${n} 的单位` },
    n === 1 ? '°C' : '',
  ),
]

/** VIM 2.3; up to three influence parameters. */
export const measurandKindSheet: Sheet = {
  title: { en: 'Kinds of measurands', zh: '被测量种类' },
  columns: [
    text('code', '/code', { en: 'Code', zh: '代码' }, 'illuminance', required),
    text('nameZh', '/name/zh', { en: 'Name (Chinese)', zh: '名称' }, '照度', {
      hint: { en: 'At least one of the two names', zh: '中文、英文名称至少填写一个' },
    }),
    text('nameEn', '/name/en', { en: 'Name (English)', zh: '英文名称' }, 'Illuminance'),
    text(
      'quantityKind',
      '/quantityKind',
      { en: 'Kind of quantity', zh: '量的种类' },
      'illuminance',
      required,
    ),
    text('taxon', '/taxon', { en: 'Taxon', zh: '分类名' }, 'Measure.Illuminance'),
    text('unit', '/unit', { en: 'Unit', zh: '单位' }, 'lx', {
      ...required,
      hint: { en: 'Coherent: kg, not g', zh: '一贯单位：用 kg，不用 g' },
    }),
    ...[1, 2, 3].flatMap(parameter),
  ],
}
