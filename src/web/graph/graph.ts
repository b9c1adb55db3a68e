/** How something stands: told by a colour, by a shape, and in words. */
export type Tone = 'good' | 'caution' | 'suspect' | 'bad' | 'unknown' | 'quiet'

export type BoxKind = 'reference' | 'result' | 'subject' | 'bundle' | 'withheld' | 'unresolved'

export interface BoxLine {
  readonly text: string
  readonly kind: 'number' | 'item' | 'holder' | 'figure' | 'status' | 'reason'
}

/** A box of a drawing: what it says, how it stands, and where it leads. */
export interface Box {
  readonly id: string
  readonly kind: BoxKind
  readonly tone: Tone
  /** From left to right, from 0. */
  readonly column: number
  /** Of what may not be shown there is no page. */
  readonly href: string | undefined
  readonly lines: readonly BoxLine[]
  /** All that the lines say, unabridged. */
  readonly title: string
  /** It does not count for the verdict: drawn faint. */
  readonly isFaint: boolean
  /** Those that it stands for, where it is a bundle. */
  readonly members: readonly string[]
}

/** From what stands above to what was made of it: from left to right. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly tone: Tone
  /** From 1, the thinnest, to 9. */
  readonly weight: number
  readonly label: string
  readonly title: string
  readonly isFaint: boolean
}

export interface Column {
  readonly heading: string
  /** Whose it is; every holder once. */
  readonly holders: readonly string[]
}

export interface Graph {
  readonly boxes: readonly Box[]
  readonly edges: readonly Edge[]
  readonly columns: readonly Column[]
}

/** From best to worst; a bundle stands as its worst member. */
export const tones: readonly Tone[] = ['quiet', 'good', 'caution', 'unknown', 'suspect', 'bad']

export const worstOf = (of: readonly Tone[]): Tone =>
  of.reduce<Tone>((worst, tone) => (tones.indexOf(tone) > tones.indexOf(worst) ? tone : worst), 'quiet')
