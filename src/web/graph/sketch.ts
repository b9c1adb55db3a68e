import type { BoxLine, Graph } from './graph.ts'
import type { Sketch } from './layout/layout.ts'
import { widthOf } from './text-width.ts'

export const boxWidth = 226
/** Between the status strip and the text, and behind it. */
export const inset = { left: 14, right: 10, top: 9, bottom: 9 }
export const roomForText = boxWidth - inset.left - inset.right

/** Size of the letters and height of the line, as the sheet of styles has them. */
export const metrics: Readonly<Record<BoxLine['kind'], { readonly size: number; readonly line: number }>> = {
  number: { size: 13, line: 18 },
  item: { size: 11.5, line: 15 },
  holder: { size: 11.5, line: 15 },
  figure: { size: 12.5, line: 18 },
  status: { size: 11.5, line: 17 },
  reason: { size: 11.5, line: 15 },
}

export const labelSize = { size: 11, line: 14 }

export const heightOf = (lines: readonly BoxLine[]): number =>
  inset.top + lines.reduce((sum, { kind }) => sum + metrics[kind].line, 0) + inset.bottom

export function sketchOf({ boxes, edges }: Graph): Sketch {
  const place = new Map(boxes.map(({ id }, i) => [id, i]))
  // All as wide as the widest, so that the boxes of a column stand in line.
  const widest = Math.max(0, ...edges.map(({ label }) => widthOf(label, labelSize.size)))
  return {
    boxes: boxes.map(({ lines, column }) => ({ width: boxWidth, height: heightOf(lines), column })),
    edges: edges.map(({ from, to, label }) => ({
      from: place.get(from) ?? 0,
      to: place.get(to) ?? 0,
      ...(label !== '' && {
        label: { width: Math.ceil(widest) + 6, height: labelSize.line },
      }),
    })),
  }
}
