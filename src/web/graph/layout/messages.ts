import type { Layout, Sketch } from './layout.ts'

export interface Asked {
  readonly id: number
  readonly sketch: Sketch
}

export type Replied =
  | { readonly id: number; readonly layout: Layout; readonly failed?: undefined }
  | { readonly id: number; readonly layout?: undefined; readonly failed: string }
