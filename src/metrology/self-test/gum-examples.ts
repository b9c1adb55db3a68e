import { readBudget } from './budget-figures.ts'
import { documents, type PublishedExample } from './published-example.ts'

const document = documents.gum

/** JCGM 100:2008, annex H.1, in nm and K, from the primary information of H.1.3. */
const endGauge: PublishedExample = {
  document,
  clause: 'H.1',
  figures: () => {
    const { figure } = readBudget({
      model: {
        outputs: {
          d: 'd_mean + d_random + d_systematic',
          l: 'l_s + d - l_s*(d_alpha*(theta + Delta) + alpha_s*d_theta)',
        },
      },
      inputs: {
        l_s: { estimate: 50000623, expandedUncertainty: 75, coverageFactor: 3, degreesOfFreedom: 18 },
        d_mean: {
          estimate: 215,
          pooledStandardDeviation: 13,
          numberOfReadings: 5,
          degreesOfFreedom: 24,
        },
        d_random: { estimate: 0, expandedUncertainty: 10, coverageFactor: 2.57, degreesOfFreedom: 5 },
        d_systematic: { estimate: 0, expandedUncertainty: 20, coverageFactor: 3, degreesOfFreedom: 8 },
        alpha_s: { estimate: 11.5e-6, distribution: { type: 'rectangular', halfWidth: 2e-6 } },
        d_alpha: {
          estimate: 0,
          distribution: { type: 'rectangular', halfWidth: 1e-6 },
          degreesOfFreedom: 50,
        },
        theta: { estimate: -0.1, standardUncertainty: 0.2 },
        Delta: { estimate: 0, distribution: { type: 'arcsine', halfWidth: 0.5 } },
        d_theta: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 0.05 }, degreesOfFreedom: 2 },
      },
      coverage: { probability: 0.99, degreesOfFreedomRule: 'truncate' },
    })
    return [
      figure('u', 'd', { quantity: 'u(d)', unit: 'nm', published: '9.7' }),
      figure('dof', 'd', { quantity: 'ν_eff(d)', published: '25.6' }),
      figure('y', 'l', { quantity: 'l', unit: 'mm', published: '50.000838', factor: 1e-6 }),
      figure('u', 'l', { quantity: 'u(l)', unit: 'nm', published: '32' }),
      figure('dof', 'l', { quantity: 'ν_eff(l)', published: '16.7' }),
      figure('k', 'l', { quantity: 'k_99(l) = t_99(16)', published: '2.92' }),
      figure('U', 'l', {
        quantity: 'U_99(l)',
        unit: 'nm',
        published: '93',
        deviation: {
          en: 'The document multiplies 2.92 by u already rounded to 32 nm.',
          zh: '文件以 2.92 乘以已修约为 32 nm 的 u。',
        },
      }),
      figure('second-order', 'l', { quantity: 'u(l), second order', unit: 'nm', published: '34' }),
    ]
  },
}

/** Annex H.2: five simultaneous observations of V, I and φ; three outputs that are correlated. */
const impedance: PublishedExample = {
  document,
  clause: 'H.2',
  figures: () => {
    const { figure, correlation } = readBudget({
      model: { outputs: { R: 'V/J*cos(phi)', X: 'V/J*sin(phi)', Z: 'V/J' } },
      inputs: {
        V: { readings: [5.007, 4.994, 5.005, 4.99, 4.999] },
        J: { readings: [0.019663, 0.019639, 0.01964, 0.019685, 0.019678] },
        phi: { readings: [1.0456, 1.0438, 1.0468, 1.0428, 1.0433] },
      },
      correlationsFromReadings: ['V', 'J', 'phi'],
    })
    return [
      figure('y', 'R', { quantity: 'R', unit: 'Ω', published: '127.732' }),
      figure('y', 'X', { quantity: 'X', unit: 'Ω', published: '219.847' }),
      figure('y', 'Z', { quantity: 'Z', unit: 'Ω', published: '254.260' }),
      figure('u', 'R', { quantity: 'u(R)', unit: 'Ω', published: '0.071' }),
      figure('u', 'X', {
        quantity: 'u(X)',
        unit: 'Ω',
        published: '0.295',
        deviation: {
          en: 'The document cuts 0.2956 Ω off after three decimals.',
          zh: '文件将 0.2956 Ω 截尾至三位小数。',
        },
      }),
      figure('u', 'Z', { quantity: 'u(Z)', unit: 'Ω', published: '0.236' }),
      correlation('R', 'X', { published: '-0.588' }),
      correlation('R', 'Z', { published: '-0.485' }),
      correlation('X', 'Z', { published: '0.993' }),
    ]
  },
}

/** 4.4.3 and table 1: twenty observations of one temperature. */
const temperature: PublishedExample = {
  document,
  clause: '4.4.3',
  figures: () => {
    const observed = [
      96.9, 98.18, 98.25, 98.61, 99.03, 99.49, 99.56, 99.74, 99.89, 100.07, 100.33, 100.42, 100.68, 100.95,
      101.11, 101.2, 101.57, 101.84, 102.36, 102.72,
    ]
    const { figure } = readBudget({
      model: { outputs: { t: 't_k' } },
      inputs: { t_k: { readings: observed } },
    })
    return [
      figure('y', 't', { quantity: 't', unit: '°C', published: '100.145' }),
      figure('u', 't', { quantity: 'u(t)', unit: '°C', published: '0.333' }),
    ]
  },
}

/** 5.2.2, example: ten resistors of 1000 Ω in series, all compared with the same standard. */
const resistors: PublishedExample = {
  document,
  clause: '5.2.2',
  figures: () => {
    const names = Array.from({ length: 10 }, (_, i) => `R${i + 1}`)
    const { figure } = readBudget({
      model: { outputs: { R_ref: names.join(' + ') } },
      inputs: Object.fromEntries(names.map((name) => [name, { estimate: 1000, standardUncertainty: 0.1 }])),
      correlations: names.flatMap((a, i) => names.slice(i + 1).map((b) => ({ between: [a, b], r: 1 }))),
    })
    return [figure('u', 'R_ref', { quantity: 'u(R_ref)', unit: 'Ω', published: '1.0' })]
  },
}

/** G.4.1, example: a product of three means of 10, 5 and 15 observations, in relative figures. */
const product: PublishedExample = {
  document,
  clause: 'G.4.1',
  figures: () => {
    const { figure } = readBudget({
      model: { outputs: { y: 'X_1*X_2*X_3' } },
      inputs: {
        X_1: { estimate: 1, standardUncertainty: 0.0025, degreesOfFreedom: 9 },
        X_2: { estimate: 1, standardUncertainty: 0.0057, degreesOfFreedom: 4 },
        X_3: { estimate: 1, standardUncertainty: 0.0082, degreesOfFreedom: 14 },
      },
      coverage: { probability: 0.95 },
    })
    return [
      figure('u', 'y', { quantity: 'u(y)/y', unit: '%', published: '1.03', factor: 100 }),
      figure('dof', 'y', { quantity: 'ν_eff(y)', published: '19.0' }),
      figure('k', 'y', { quantity: 't_95(19)', published: '2.09' }),
      figure('U', 'y', { quantity: 'U_95(y)/y', unit: '%', published: '2.2', factor: 100 }),
    ]
  },
}

/** Budgets of the GUM itself. */
export const gumExamples: readonly PublishedExample[] = [temperature, resistors, product, endGauge, impedance]
