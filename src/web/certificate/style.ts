/** The page of a certificate: its head, results, budget, chain and files. */
export const certificateStyle = `
@layer rooms {
  .laboratory { color: var(--accent); font-weight: 600; margin-bottom: 0.5rem; }
  .number { margin: 0.5rem 0 0.25rem; font-size: 1.1rem; display: flex; flex-wrap: wrap; gap: 0 0.5rem; align-items: baseline; }
  .number code { font-weight: 600; overflow-wrap: anywhere; margin-right: 0.75rem; }
  .budget { min-width: 46rem; }
  .pad { visibility: hidden; }
  .band th { background: var(--ground); color: var(--accent); font-size: 0.85rem; font-weight: 600; }
  .outcome { white-space: nowrap; }
  tfoot td { text-align: right; border-bottom: 2px solid var(--accent); }
  tfoot span, tfoot strong { margin-left: 1.25rem; white-space: nowrap; }
  .model { overflow-x: auto; padding: 0.25rem 0; }
  math { font-size: 1.15rem; }
  th math { font-size: 1rem; }
  .ladder { margin: 1rem 0 0.5rem; }
  .ladder > li { position: relative; padding: 0 0 1rem 1.75rem; border-left: 2px solid var(--accent); margin-left: 0.5rem; }
  .ladder > li:last-child { border-left-color: transparent; padding-bottom: 0; }
  .ladder > li.gap { border-left-style: dotted; color: var(--soft); font-size: 0.9rem; }
  .ladder > li:not(.gap)::before { content: ''; position: absolute; left: -0.5rem; top: 0.2rem; width: 0.7rem; height: 0.7rem; border-radius: 50%; border: 2px solid var(--accent); background: var(--paper); }
  .ladder > li:first-child::before, .ladder > li:last-child::before { background: var(--accent); }
  .ladder ul li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: 0.15rem 0; }
  .ladder .detail { grid-column: 1 / -1; color: var(--soft); font-size: 0.9rem; }
  .ladder > li:last-child .name { font-weight: 600; }
  .share { white-space: nowrap; font-size: 0.9rem; position: relative; }
  .track { fill: var(--hair); } .part { fill: var(--accent); }
  .signatures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); }
  .signatures li { display: grid; border-top: 2px solid var(--hair); padding-top: 0.4rem; }
  .files { display: flex; gap: 1.5rem; flex-wrap: wrap; justify-content: space-between; }
  .files > div { flex: 1 1 20rem; min-width: 0; }
  .downloads { display: grid; gap: 0.5rem; }
  .downloads a { display: inline-block; padding: 0.5rem 0; }
  .files .facts > div { grid-template-columns: minmax(0, 1fr); gap: 0.1rem; }
  .qr { width: 11rem; height: 11rem; flex: none; border-radius: 4px; }
  .qr .paper { fill: #fff; } .qr .ink { fill: #000; }
  .versions li { padding: 0.3rem 0; }
  thead small { display: block; color: var(--ink); }
  .head h1 { font-size: 1.9rem; letter-spacing: 0.02em; }
  .filter { display: grid; gap: 0.75rem; margin-bottom: 1.25rem; }
  .filter button { justify-self: start; }
  @media (min-width: 48rem) {
    .filter { grid-template-columns: minmax(0, 1fr) auto; align-items: end; }
    .files .facts > div { grid-template-columns: minmax(0, 1fr); }
    .head > .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .head > .facts > div { border-bottom: 1px solid var(--hair); }
  }
}
`
