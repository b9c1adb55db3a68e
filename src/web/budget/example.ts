import { emptyRow, type Sheet } from './sheet.ts'

const rectangular = (symbol: string, halfWidth: string) => ({
  ...emptyRow,
  symbol,
  unit: 'mg',
  form: 'rectangular' as const,
  figure: halfWidth,
})

/** EA-4/02 M:2022, S2: calibration of a weight of nominal value 10 kg. U = 59 mg for k = 2. */
export const exampleSheet: Sheet = {
  model: 'm_X = m_S + dm_D + dm + dm_C + dB',
  output: 'm_X',
  unit: 'g',
  rows: [
    {
      ...emptyRow,
      symbol: 'm_S',
      unit: 'g',
      estimate: '10000.005',
      form: 'expanded',
      figure: '0.045',
      factor: '2',
    },
    rectangular('dm_D', '15'),
    { ...emptyRow, symbol: 'dm', unit: 'mg', estimate: '20', form: 'standard', figure: '14.43' },
    rectangular('dm_C', '10'),
    rectangular('dB', '10'),
  ],
  correlations: '',
  coverage: 'k',
  coverageValue: '2',
}
