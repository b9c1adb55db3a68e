import { conformanceProbability } from '#metrology/conformity/conformance-probability.ts'
import { convertQuantity } from '#metrology/quantity/quantity.ts'
import { roundForCertificate } from '#metrology/quantity/rounding.ts'
import { evaluateRegression } from '#metrology/regression/evaluate-regression.ts'
import { coverageFactor } from '#metrology/uncertainty/coverage.ts'
import { documents, type PublishedExample } from './published-example.ts'

/** GUM table G.2: degrees of freedom, then t_p for 90 %, 95 %, 95.45 % and 99 %. */
const probabilities = [0.9, 0.95, 0.9545, 0.99]
const quantiles: readonly (readonly [number, ...string[]])[] = [
  [1, '6.31', '12.71', '13.97', '63.66'],
  [2, '2.92', '4.30', '4.53', '9.92'],
  [4, '2.13', '2.78', '2.87', '4.60'],
  [10, '1.81', '2.23', '2.28', '3.17'],
  [16, '1.75', '2.12', '2.17', '2.92'],
  [50, '1.68', '2.01', '2.05', '2.68'],
  [Infinity, '1.645', '1.960', '2.000', '2.576'],
]

const tableOfT: PublishedExample = {
  document: documents.gum,
  clause: 'table G.2',
  figures: () =>
    quantiles.flatMap(([nu, ...printed]) =>
      printed.map((published, i) => {
        const probability = probabilities[i] ?? NaN
        const degrees = nu === Infinity ? '∞' : String(nu)
        return {
          quantity: `t_${(100 * probability).toFixed(2).replace(/\.?0+$/, '')}(${degrees})`,
          published,
          computed: coverageFactor({ probability, degreesOfFreedomRule: 'interpolate' }, nu) ?? NaN,
        }
      }),
    ),
}

/** Annex H.3: the correction of a thermometer as a straight line over t - 20 °C, and what it is at 30 °C. */
const thermometer: PublishedExample = {
  document: documents.gum,
  clause: 'H.3',
  figures: () => {
    const line = evaluateRegression({
      method: ['least-squares'],
      model: {
        form: 'straight-line',
        coefficients: ['y_1', 'y_2'],
        covariance: 'scaled-by-residual-variance',
      },
      data: {
        x: [1.521, 2.012, 2.512, 3.003, 3.507, 3.999, 4.513, 5.002, 5.503, 6.01, 6.511],
        y: [-0.171, -0.169, -0.166, -0.159, -0.164, -0.165, -0.156, -0.157, -0.159, -0.161, -0.16],
        prediction: { at: 10 },
      },
    })
    const { coefficients, standardUncertainties: u, prediction, correlation = NaN } = line
    return [
      { quantity: 'y_1', unit: '°C', published: '-0.1712', computed: coefficients?.['y_1'] ?? NaN },
      { quantity: 'u(y_1)', unit: '°C', published: '0.0029', computed: u?.['y_1'] ?? NaN },
      { quantity: 'y_2', published: '0.00218', computed: coefficients?.['y_2'] ?? NaN },
      { quantity: 'u(y_2)', published: '0.00067', computed: u?.['y_2'] ?? NaN },
      { quantity: 'r(y_1, y_2)', published: '-0.930', computed: correlation },
      { quantity: 'b(30 °C)', unit: '°C', published: '-0.1494', computed: prediction?.value ?? NaN },
      {
        quantity: 'u(b(30 °C))',
        unit: '°C',
        published: '0.0041',
        computed: prediction?.standardUncertainty ?? NaN,
      },
    ]
  },
}

/** 7.2.6: the last digit of a result is that of its uncertainty. */
const rounding: PublishedExample = {
  document: documents.gum,
  clause: '7.2.6',
  figures: () => [
    {
      quantity: 'y = 10.057 62 Ω with u = 27 mΩ',
      unit: 'Ω',
      published: '10.058',
      computed: roundForCertificate(10.05762, 0.027).value,
    },
    {
      quantity: 'u = 28.05 kHz',
      unit: 'kHz',
      published: '28',
      computed: roundForCertificate(0, 28.05).expandedUncertainty,
    },
  ],
}

const factors: readonly (readonly [string, string, string, string])[] = [
  ['1 lbf/in²', '[psi]', 'Pa', '6894.757'],
  ['1 mmHg', 'mm[Hg]', 'Pa', '133.3224'],
  ['1 lbf', '[lbf_av]', 'N', '4.448222'],
  ['1 in', '[in_i]', 'cm', '2.54'],
  ['1 lb', '[lb_av]', 'kg', '0.4535924'],
]

/** NIST SP 811:2008, appendix B.8. */
const conversions: PublishedExample = {
  document: documents.conversion,
  clause: 'B.8',
  figures: () =>
    factors.map(([quantity, from, to, published]) => ({
      quantity,
      unit: to,
      published,
      computed: Number(convertQuantity({ value: 1, from, to }).value),
    })),
}

/** JCGM 106:2012, 7.3: the breakdown voltage of a Zener diode against one limit. */
const zenerDiode: PublishedExample = {
  document: documents.conformity,
  clause: '7.3',
  figures: () => [
    {
      quantity: 'p_C',
      published: '0.92',
      computed: conformanceProbability({ estimate: -5.47, standardUncertainty: 0.05 }, { upper: -5.4 }),
    },
  ],
}

/** What is no budget: quantiles, a curve, rounding, units, conformity. */
export const otherExamples: readonly PublishedExample[] = [
  tableOfT,
  thermometer,
  rounding,
  conversions,
  zenerDiode,
]
