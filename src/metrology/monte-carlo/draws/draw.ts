/** How one input is drawn; `center` is its expectation, where it has one, and otherwise its median. */
export type Draw =
  | { readonly kind: 'rectangular'; readonly center: number; readonly halfWidth: number }
  | { readonly kind: 'arcsine'; readonly center: number; readonly halfWidth: number }
  | {
      readonly kind: 'trapezoidal'
      readonly center: number
      readonly halfWidth: number
      readonly topHalfWidth: number
    }
  | {
      readonly kind: 'curvilinear-trapezoidal'
      readonly center: number
      readonly halfWidth: number
      readonly halfWidthUncertainty: number
    }
  | { readonly kind: 'normal'; readonly center: number; readonly standardDeviation: number }
  | {
      readonly kind: 't'
      readonly center: number
      readonly scale: number
      readonly degreesOfFreedom: number
    }
  | { readonly kind: 'exponential'; readonly center: number; readonly mean: number }
  | { readonly kind: 'gamma'; readonly center: number; readonly shape: number; readonly rate: number }

/**
 * Inputs that are drawn together: each is its center plus its row of `factor` times as many independent standard
 * normal numbers. With degrees of freedom, the whole vector is widened by one √(ν/χ²) (JCGM 102:2011, 5.3.2).
 */
export interface JointDraw {
  readonly inputs: readonly number[]
  readonly centers: readonly number[]
  readonly factor: readonly (readonly number[])[]
  readonly degreesOfFreedom?: number
}
