import type { InputQuantity } from '#metrology/uncertainty/input-quantity.ts'
import { readBudget } from './budget-figures.ts'
import { documents, type PublishedExample } from './published-example.ts'

const about = (estimate: number, halfWidth: number): InputQuantity => ({
  estimate,
  distribution: { type: 'rectangular', halfWidth },
})
const document = documents.ea

/** EA-4/02, supplement S2: a weight of 10 kg, in g. */
const weight: PublishedExample = {
  document,
  clause: 'S2',
  figures: () => {
    const { figure } = readBudget({
      model: { outputs: { m_X: 'm_S + dm_D + dm + dm_C + dB' } },
      inputs: {
        m_S: { estimate: 10000.005, expandedUncertainty: 0.045, coverageFactor: 2 },
        dm_D: about(0, 0.015),
        dm: { estimate: 0.02, pooledStandardDeviation: 0.025, numberOfReadings: 3 },
        dm_C: about(0, 0.01),
        dB: about(0, 0.01),
      },
      coverage: { k: 2 },
    })
    return [
      figure('y', 'm_X', { quantity: 'm_X', unit: 'kg', published: '10.000025', factor: 1e-3 }),
      figure('u', 'm_X', { quantity: 'u(m_X)', unit: 'mg', published: '29.3', factor: 1e3 }),
      figure('U', 'm_X', { quantity: 'U(m_X)', unit: 'mg', published: '59', factor: 1e3 }),
    ]
  },
}

/** S4: a gauge block of 50 mm. The product of two inputs estimated as zero is one input, as in the document. */
const gaugeBlock: PublishedExample = {
  document,
  clause: 'S4',
  figures: () => {
    const { figure } = readBudget({
      model: { outputs: { l_X: 'l_S + dl_D + dl + dl_C - L*(alpha*dt + dadt) - dl_V' } },
      inputs: {
        l_S: { estimate: 50.00002, expandedUncertainty: 3e-5, coverageFactor: 2 },
        dl_D: about(0, 3e-5),
        dl: { estimate: -9.4e-5, pooledStandardDeviation: 1.2e-5, numberOfReadings: 5 },
        dl_C: about(0, 3.2e-5),
        L: { estimate: 50 },
        alpha: { estimate: 11.5e-6 },
        dt: about(0, 0.05),
        dadt: { estimate: 0, standardUncertainty: (2e-6 / Math.sqrt(6)) * (0.5 / Math.sqrt(3)) },
        dl_V: about(0, 6.7e-6),
      },
      coverage: { k: 2 },
    })
    return [
      figure('y', 'l_X', { quantity: 'l_X', unit: 'mm', published: '49.999926' }),
      figure('u', 'l_X', { quantity: 'u(l_X)', unit: 'nm', published: '36.4', factor: 1e6 }),
      figure('U', 'l_X', { quantity: 'U(l_X)', unit: 'nm', published: '73', factor: 1e6 }),
    ]
  },
}

/** S7: a step attenuator at 30 dB, with mismatch that is arcsine distributed. */
const attenuator: PublishedExample = {
  document,
  clause: 'S7',
  figures: () => {
    const { figure } = readBudget({
      model: { outputs: { L_X: 'L_S + dL_S + dL_D + dL_M + dL_K + dL_ib - dL_ia + dL_0b - dL_0a' } },
      inputs: {
        L_S: { readings: [30.033, 30.058, 30.018, 30.052] },
        dL_S: { estimate: 0.003, expandedUncertainty: 0.005, coverageFactor: 2 },
        dL_D: about(0, 0.002),
        dL_M: { estimate: 0, distribution: { type: 'arcsine', halfWidth: 0.0283 } },
        dL_K: about(0, 0.003),
        dL_ib: about(0, 0.0005),
        dL_ia: about(0, 0.0005),
        dL_0b: { estimate: 0, standardUncertainty: 0.002 },
        dL_0a: { estimate: 0, standardUncertainty: 0.002 },
      },
      coverage: { k: 2 },
    })
    return [
      figure('y', 'L_X', { quantity: 'L_X', unit: 'dB', published: '30.043' }),
      figure('u', 'L_X', { quantity: 'u(L_X)', unit: 'dB', published: '0.0224' }),
      figure('U', 'L_X', { quantity: 'U(L_X)', unit: 'dB', published: '0.045' }),
    ]
  },
}

/** S9: a digital multimeter at 100 V; one rectangular contribution dominates. */
const multimeter: PublishedExample = {
  document,
  clause: 'S9',
  figures: () => {
    const { figure } = readBudget({
      model: { outputs: { E_X: 'V_iX - V_S + dV_iX - dV_S' } },
      inputs: {
        V_iX: { estimate: 100.1 },
        V_S: { estimate: 100, expandedUncertainty: 0.002, coverageFactor: 2 },
        dV_iX: about(0, 0.05),
        dV_S: about(0, 0.011),
      },
      coverage: { k: 1.65 },
    })
    return [
      figure('y', 'E_X', { quantity: 'E_X', unit: 'V', published: '0.1' }),
      figure('u', 'E_X', { quantity: 'u(E_X)', unit: 'V', published: '0.030' }),
      figure('U', 'E_X', { quantity: 'U(E_X)', unit: 'V', published: '0.05' }),
    ]
  },
}

/** S10: a vernier caliper at 150 mm; two rectangular contributions dominate. */
const caliper: PublishedExample = {
  document,
  clause: 'S10',
  figures: () => {
    const { figure } = readBudget({
      model: { outputs: { E_X: 'l_iX - l_S + L_S*alpha*dt + dl_iX + dl_M' } },
      inputs: {
        l_iX: { estimate: 150.1 },
        l_S: about(150, 0.0008),
        L_S: { estimate: 150 },
        alpha: { estimate: 11.5e-6 },
        dt: about(0, 2),
        dl_iX: about(0, 0.025),
        dl_M: about(0, 0.05),
      },
      coverage: { k: 1.83 },
    })
    return [
      figure('y', 'E_X', { quantity: 'E_X', unit: 'mm', published: '0.10' }),
      figure('u', 'E_X', {
        quantity: 'u(E_X)',
        unit: 'mm',
        published: '0.033',
        deviation: {
          en: 'The document combines contributions already rounded to 15 µm and 29 µm.',
          zh: '文件合成的是已修约为 15 µm 和 29 µm 的分量。',
        },
      }),
      figure('U', 'E_X', { quantity: 'U(E_X)', unit: 'mm', published: '0.06' }),
    ]
  },
}

/** JCGM 101:2008, 9.3 by the law of propagation, in mg and kg/m³: at first order buoyancy is not seen. */
const massInAir: PublishedExample = {
  document: documents.supplement1,
  clause: '9.3, table 6',
  figures: () => {
    const { figure } = readBudget({
      model: {
        outputs: { dm: '(m_R + dm_R)*(1 + (rho_a - rho_0)*(1/rho_W - 1/rho_R)) - m_nom' },
      },
      inputs: {
        m_R: { estimate: 100000, standardUncertainty: 0.05 },
        dm_R: { estimate: 1.234, standardUncertainty: 0.02 },
        rho_a: about(1.2, 0.1),
        rho_W: about(8000, 1000),
        rho_R: about(8000, 50),
        rho_0: { estimate: 1.2 },
        m_nom: { estimate: 100000 },
      },
      coverage: { probability: 0.95 },
    })
    return [
      figure('y', 'dm', { quantity: 'δm', unit: 'mg', published: '1.2340' }),
      figure('u', 'dm', { quantity: 'u(δm), first order', unit: 'mg', published: '0.0539' }),
      figure('second-order', 'dm', { quantity: 'u(δm), second order', unit: 'mg', published: '0.0750' }),
    ]
  },
}

/** Budgets of calibrations. */
export const calibrationExamples: readonly PublishedExample[] = [
  weight,
  gaugeBlock,
  attenuator,
  multimeter,
  caliper,
  massInAir,
]
