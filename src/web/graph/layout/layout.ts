/** What a layout has to know of a drawing: sizes and which belongs to which, no words. */
export interface Sketch {
  readonly boxes: readonly { readonly width: number; readonly height: number; readonly column: number }[]
  readonly edges: readonly SketchedEdge[]
}

export interface SketchedEdge {
  /** Positions in `boxes`. */
  readonly from: number
  readonly to: number
  /** Room for a figure where the edge enters its box. */
  readonly label?: { readonly width: number; readonly height: number }
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** In the order of the sketch; in units of one pixel at the size of ordinary text. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** Upper left corners. */
  readonly boxes: readonly Point[]
  readonly edges: readonly { readonly points: readonly Point[]; readonly label?: Point }[]
}
