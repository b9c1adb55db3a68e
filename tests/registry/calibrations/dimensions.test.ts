import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { rowsOf } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, laboratory, standardTranscription, weightResult } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const code = 'measurement-model.dimension-mismatch'

describe('the dimensions of the model of a calibration', () => {
  const s = service()
  const lab = laboratory(s)

  const { inputs } = weightResult()
  const results = (unit: string, m_X = 'm_S + dm_D + dm + dm_C + dB') => ({
    results: [
      weightResult({ model: { outputs: { m_X } }, inputs: { ...inputs, dm_D: { ...inputs.dm_D, unit } } }),
    ],
  })

  it('are checked before it is evaluated: kilograms and seconds are refused with their place, in both languages', async () => {
    const before = await rowsOf(s)
    const { status, body } = await lab.technician.post('/v1/calibrations', entryOfWeight(results('s')))
    expect({ status, body }).toMatchObject({
      status: 422,
      body: {
        code,
        pointer: '/results/0/model/outputs/m_X',
        position: 5,
        dimensions: ['kg', 's'],
        detail: expect.stringContaining('"+" at character 5 brings together kg and s'),
      },
    })
    const chinese = await lab.technician.post('/v1/calibrations', entryOfWeight(results('s')), {
      'accept-language': 'zh',
    })
    expect(chinese.body.detail).toContain('第 5 个字符处的 "+" 涉及不同的量纲：kg 与 s')
    expect(await rowsOf(s)).toBe(before)
  })

  it('must end in that of the unit of the result', async () => {
    const { body } = await lab.technician.post(
      '/v1/calibrations',
      entryOfWeight(results('mg', 'm_S*dm/(dB + dm_C)^2')),
    )
    expect(body).toMatchObject({ code, pointer: '/results/0/model/outputs/m_X', dimensions: ['1', 'kg'] })
  })

  it('agree whatever the units of one dimension are', async () => {
    must(await lab.technician.post('/v1/calibrations', entryOfWeight(results('t'))))
  })

  it('are checked in the budget of a transcribed certificate as well', async () => {
    const [result] = standardTranscription().results
    const { body } = await lab.technician.post(
      '/v1/certificates',
      standardTranscription({
        number: 'NMI-2025-0002',
        results: [{ ...result, inputs: { ...result?.inputs, d: { ...result?.inputs.d, unit: 'm' } } }],
      }),
    )
    expect(body).toMatchObject({ code, pointer: '/results/0/model/outputs/m', dimensions: ['kg', 'm'] })
  })

  it('are not asked for by an evaluation that is not stored: there, units are only labels', async () => {
    const { status } = await lab.technician.post('/v1/evaluate/measurement-model', {
      method: ['gum'],
      model: { outputs: { y: 'a + b' } },
      inputs: {
        a: { estimate: 1, standardUncertainty: 0.1, unit: 'm' },
        b: { estimate: 1, standardUncertainty: 0.1, unit: 's' },
      },
    })
    expect(status).toBe(200)
  })
})
