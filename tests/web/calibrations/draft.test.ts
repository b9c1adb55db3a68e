import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CalibrationEntry } from '#contract/types.ts'
import { entryOfFields } from '#web/calibrations/draft/entry-of-fields.ts'
import { localFaults } from '#web/calibrations/draft/faults.ts'
import { asTemplate, fieldsOfEntry } from '#web/calibrations/draft/fields-of-entry.ts'
import { inputField, withInput, withoutInput } from '#web/calibrations/draft/fields.ts'

const schema = JSON.parse(readFileSync('schemas/calibrations/calibration-entry.json', 'utf8')) as {
  readonly examples: readonly CalibrationEntry[]
}

/** As a form states it: figures as texts, and what has a default stated. */
const asStated = (entry: CalibrationEntry): unknown =>
  JSON.parse(
    JSON.stringify({
      certificateKind: 'calibration',
      ...entry,
      results: entry.results.map((each) => ({ correlations: [], ...each })),
    }),
    (name, value: unknown) =>
      typeof value === 'number' && !['r', 'k', 'probability', 'version', 'numberOfReadings'].includes(name)
        ? String(value)
        : value,
  )

describe('a calibration in a form', () => {
  it.each(schema.examples.map((entry) => [entry.certificateNumber ?? 'without a number', entry] as const))(
    'says the same when it comes back from it: %s',
    (_, entry) => {
      const back = entryOfFields(fieldsOfEntry(entry, 0))
      expect(asStated(back)).toEqual(asStated(entry))
    },
  )

  it('keeps what has no field, and whatever another result says', () => {
    const [entry] = schema.examples
    const [result] = entry?.results ?? []
    if (!entry || !result) throw new Error('The schema has an example')
    const odd = {
      estimate: 1,
      distribution: { type: 'trapezoidal', halfWidth: 2, topHalfWidth: 1 },
      unit: 'mg',
    } as const
    const correlations = [{ between: ['dm', 'dB'], r: 0.5, reason: 'Weighed at once' }]
    const second = { ...result, correlations, code: 'm2', inputs: { ...result.inputs, odd } }
    const both = { ...entry, results: [result, second] }
    const back = entryOfFields({ ...fieldsOfEntry(both, 0), nominal: '11' })
    expect(back.results[1]).toEqual(second)
    expect(back.results[0]?.point.nominal.value).toBe('11')
    expect(back.opinions).toEqual(entry.opinions)
    const shown = entryOfFields(fieldsOfEntry(both, 1)).results[1]
    expect([shown?.inputs['odd'], shown?.correlations]).toEqual([odd, correlations])
  })

  it('is a template without its dates, its number and its readings', () => {
    const [entry] = schema.examples
    if (!entry) throw new Error('The schema has an example')
    const fields = fieldsOfEntry(asTemplate(entry), 0)
    expect([fields['started'], fields['certificateNumber'], fields['temperature']]).toEqual([
      '',
      '',
      undefined,
    ])
    const readings = Object.keys(fields).filter(
      (name) => name.endsWith('-form') && fields[name] === 'readings',
    )
    expect(readings).toHaveLength(1)
    expect(readings.map((name) => fields[name.replace('-form', '-figure')])).toEqual([''])
    expect(fields['method']).toBe(entry.method.document)
  })

  it('has inputs in the order of the model, however they were kept', () => {
    const [entry] = schema.examples
    const [result] = entry?.results ?? []
    if (!entry || !result) throw new Error('The schema has an example')
    const inputs = Object.fromEntries(Object.entries(result.inputs).toReversed())
    const fields = fieldsOfEntry({ ...entry, results: [{ ...result, inputs }] }, 0)
    const symbols = [0, 1, 2, 3, 4].map((i) => fields[inputField(i, 'symbol')])
    expect(symbols).toEqual(['m_S', 'dm_D', 'dm', 'dm_C', 'dB'])
    const fewer = withInput(withoutInput(fields, 1))
    expect([0, 1, 2, 3, 4].map((i) => fewer[inputField(i, 'symbol')])).toEqual([
      'm_S',
      'dm',
      'dm_C',
      'dB',
      undefined,
    ])
  })

  it('takes one reading a line, and refuses a decimal comma instead of guessing', () => {
    const [entry] = schema.examples
    if (!entry) throw new Error('The schema has an example')
    const fields = { ...fieldsOfEntry(entry, 0), 'input-2-figure': '0.010\n0.000 02\n\n0.03' }
    expect(entryOfFields(fields).results[0]?.inputs['dm']?.readings).toEqual(['0.010', '0.000 02', '0.03'])
    expect(localFaults(fields, 'en').size).toBe(0)
    expect([
      ...localFaults({ ...fields, 'input-2-figure': '0,010\n0,03', nominal: '1，5' }, 'zh').keys(),
    ]).toEqual(['nominal', 'input-2-figure'])
  })
})
