/** Drawings of chains: every colour and every width by a class; letters as large as sketch.ts reckons with. */
export const graphStyle = `
@layer rooms {
  .canvas { overflow: auto; max-height: min(78vh, 60rem); border: 1px solid var(--hair); border-radius: var(--round); background: var(--paper); padding: 0.75rem; overscroll-behavior-x: contain; }
  .canvas:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .graph { display: block; --suspect: light-dark(#a63c06, #ffab7a); --unknown: light-dark(#5b4b9a, #b9acf5); }
  .graph-heads { display: block; position: sticky; top: -0.75rem; margin: -0.75rem 0 0; padding-top: 0.5rem; height: auto; background: var(--paper); z-index: 1; box-sizing: content-box; }
  .graph-heads text { fill: var(--ink); font-size: 11.5px; }
  .graph text { fill: var(--ink); font-size: 11.5px; }
  .graph-heads .heading { font-size: 13px; font-weight: 600; fill: var(--accent); }
  .graph-heads .holders { fill: var(--soft); }
  .graph .suspect, .legend .suspect, .rule-code.suspect { color: light-dark(#a63c06, #ffab7a); }
  .graph .unknown, .legend .unknown, .rule-code.unknown { color: light-dark(#5b4b9a, #b9acf5); }
  .graph .box { cursor: default; text-decoration: none; }
  .graph a.box { cursor: pointer; }
  .graph .ground { fill: var(--paper); stroke: var(--line); stroke-width: 1; }
  .graph .strip { fill: currentColor; }
  .graph .number { font-size: 13px; font-weight: 600; }
  .graph .item, .graph .holder { fill: var(--soft); }
  .graph .box .figure { font-size: 12.5px; font-variant-numeric: tabular-nums; }
  .graph .index { font-size: 9px; }
  .tone-sign { fill: currentColor; } .tone-sign .open { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
  .graph .status { fill: currentColor; font-weight: 600; }
  .graph .reason { fill: var(--ink); }
  .graph .reference .ground { fill: var(--accent-ground); stroke: var(--accent); }
  .graph .reference .number { fill: var(--accent); }
  .graph .subject .ground { stroke: var(--accent); stroke-width: 2.5; }
  .graph .bundle .ground { fill: var(--ground); stroke-dasharray: none; }
  .graph .withheld .ground, .graph .unresolved .ground { fill: var(--quiet-ground); stroke-dasharray: 5 3; }
  .graph .box.bad .ground, .graph .box.suspect .ground { stroke: currentColor; stroke-width: 2; }
  .graph .box.bad .ground { fill: var(--bad-ground); }
  .graph .box.suspect .ground, .graph .box.caution .ground { fill: var(--caution-ground); }
  .graph .box.faint .ground { stroke-dasharray: 2 3; }
  .graph .box.faint text { fill: var(--soft); }
  .graph .edge path { fill: none; }
  .graph .near { stroke: transparent; stroke-width: 12; }
  .graph .edge .line { stroke: light-dark(#8fa6b4, #566b7b); }
  .graph .edge.faint .line { stroke: var(--hair); }
  .graph .edge.caution .line, .graph .edge.suspect .line, .graph .edge.bad .line, .graph .edge.unknown .line { stroke: currentColor; }
  .graph .edge.suspect .line { stroke-dasharray: 9 4; }
  .graph .edge.bad .line { stroke-dasharray: 4 4; }
  .graph .w1 { stroke-width: 1; } .graph .w2 { stroke-width: 1.5; } .graph .w3 { stroke-width: 2; }
  .graph .w4 { stroke-width: 2.75; } .graph .w5 { stroke-width: 3.5; } .graph .w6 { stroke-width: 4.5; }
  .graph .w7 { stroke-width: 5.5; } .graph .w8 { stroke-width: 7; } .graph .w9 { stroke-width: 9; }
  .graph .edge.bad .line.w1, .graph .edge.suspect .line.w1, .graph .edge.bad .line.w2, .graph .edge.suspect .line.w2 { stroke-width: 2.5; }
  .graph .figures .figure { font-size: 11px; fill: var(--soft); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; font-variant-numeric: tabular-nums; }
  .graph .figures .bad, .graph .figures .suspect, .graph .figures .caution, .graph .figures .unknown { fill: currentColor; font-weight: 600; }
  .graph a.box:focus-visible { outline: none; }
  .graph a.box:focus-visible .ground, .graph a.box:hover .ground { stroke: var(--accent); stroke-width: 3; }
  .graph.lit .edge:not(.on), .graph.lit .box:not(.on), .graph.lit .figures text:not(.on) { opacity: 0.3; }
  .graph.lit .edge.on .line { stroke: var(--accent); }
  .graph.lit .edge.on.bad .line, .graph.lit .edge.on.suspect .line { stroke: currentColor; }
  .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.9rem; margin-top: 0.6rem; }
  .legend b { font-weight: 600; }
  .graph-tools { display: flex; gap: 0.5rem; justify-content: flex-end; margin: 0.5rem 0; }
  .graph-tools[hidden] { display: none; }
  .graph-tools button { min-width: 2.75rem; }
  @media print { .canvas { overflow: visible; max-height: none; border: 0; padding: 0; } .graph, .graph-heads { width: 100%; height: auto; } .graph-tools { display: none; } }
}
`
