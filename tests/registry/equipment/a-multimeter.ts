/** A voltmeter with two components, one of them without a measuring interval. */
export const multimeter = {
  code: 'DMM-1',
  owner: 'LAB',
  name: { en: 'Digital multimeter', zh: '数字多用表' },
  manufacturer: 'Fluke',
  model: '8588A',
  serialNumber: '0001',
  firmware: '1.0',
  level: 'working-standard',
  usedBy: 'value',
  calibrationIntervalMonths: 12,
  driftAllowance: { value: '0.000 010', unit: 'V' },
  components: [
    {
      code: 'dcv',
      name: 'DC voltage',
      intervals: [
        {
          measurandKind: 'voltage.dc',
          range: { lower: '-10.00', upper: '10.00', unit: 'V' },
          resolution: '1e-7',
          maximumPermissibleError: '0.000 04',
        },
      ],
    },
    { code: 'ohm', intervals: [] },
  ],
}
const {
  code: _,
  owner: __,
  firmware: ___,
  components: ____,
  ...stated
} = { ...multimeter, state: 'in-service' }

/** What of it a revision states. */
export const revision = stated
