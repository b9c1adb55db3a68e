/** Drawings: every colour and every letter by a class. On a phone a drawing is half as wide, so its letters are drawn larger. */
export const drawingStyle = `
@layer rooms {
  .drawing { display: block; width: 100%; max-width: 54rem; height: auto; font-size: 12.5px; }
  .drawing text { fill: var(--soft); font-family: inherit; font-variant-numeric: tabular-nums; }
  .drawing .at-middle { text-anchor: middle; } .drawing .at-end { text-anchor: end; }
  .drawing .caption { fill: var(--ink); } .drawing .index { font-size: 0.75em; }
  .drawing .axis-line, .drawing .mark { stroke: var(--soft); stroke-width: 1; }
  .drawing .through { stroke: var(--hair); stroke-width: 1; }
  .histogram .within { fill: light-dark(#8cbcc5, #2f7480); }
  .histogram .beyond { fill: light-dark(#d6e5e8, #24404a); }
  .histogram .density { fill: none; stroke: var(--accent); stroke-width: 2; }
  .interval .reach, .interval .end { stroke: currentColor; stroke-width: 1.5; }
  .interval .end { stroke-dasharray: 4 4; stroke-width: 1; }
  .interval .label { fill: currentColor; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
  .interval.gum { color: var(--accent); }
  .interval.symmetric { color: light-dark(#a63c06, #ffab7a); }
  .interval.shortest { color: light-dark(#6a3d9a, #c9a6ee); }
  .interval.shortest .end { stroke-dasharray: 1 4; stroke-width: 2; }
  .drift .point { color: var(--accent); }
  .drift .bar { stroke: currentColor; stroke-width: 1.5; }
  .drift .dot { fill: currentColor; stroke: currentColor; stroke-width: 2; }
  .drift .as-found .dot { fill: var(--paper); }
  .drift a:focus-visible .dot { stroke: var(--ink); stroke-width: 4; }
  .drift .limit { color: var(--bad); } .drift .limit .line { stroke: currentColor; stroke-width: 1.5; }
  .drift .control-limit { color: var(--caution); }
  .drift .control-limit .line { stroke: currentColor; stroke-width: 1.2; stroke-dasharray: 7 4; }
  .drift .prediction .band { fill: var(--accent); fill-opacity: 0.14; }
  .drift .prediction .middle { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 5 4; }
  .drift .event { color: var(--soft); } .drift .due { color: light-dark(#a63c06, #ffab7a); }
  .drift .event .line, .drift .due .line { stroke: currentColor; stroke-width: 1.2; stroke-dasharray: 2 3; }
  .drift .event.adjustment .line { stroke-dasharray: none; }
  .drift g > .label { fill: currentColor; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
  .contribution { display: block; width: 100%; min-width: 5rem; height: 0.65rem; border-radius: 2px; }
  .bar-track { fill: var(--hair); fill-opacity: 0.5; } .bar-share { fill: var(--accent); } .bar-less { fill: var(--caution); }
  @media (max-width: 40rem) { .drawing { font-size: 22px; } }
  @media print { .drawing { font-size: 12.5px; } }
}
`
