export const budgetStyle = `
@layer rooms {
  math mi { text-transform: none; font-style: italic; } math mi[mathvariant='normal'] { font-style: normal; }
  .scroll { position: relative; }
  .stack { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
  #answer:not(:empty) { margin-top: 1rem; }
  .model { padding: 0.25rem 0 1rem; font-size: 1.15rem; }
  .model p + p { margin-top: 0.5rem; }
  th small { display: block; }
  .share { display: grid; grid-template-columns: minmax(5rem, 1fr) 4.2rem; gap: 0.6rem; align-items: center; }
  .share > span { text-align: right; white-space: nowrap; }
  tfoot th, tfoot td { border-top: 1px solid var(--hair); border-bottom: 0; }
  tfoot tr:first-child > * { border-top: 1px solid var(--line); }
  .reported { margin-top: 1rem; display: flex; flex-wrap: wrap; gap: 0.35rem 0.75rem; align-items: baseline; font-size: 1.15rem; }
  .sheet { display: grid; gap: 1rem; margin-top: 1rem; grid-template-columns: minmax(0, 1fr); }
  .sheet .fixed { font-family: var(--fixed); }
  .sheet-rows td, .sheet-rows th { padding: 0.25rem 0.3rem; vertical-align: top; }
  .sheet-rows tbody th { padding-top: 0.9rem; }
  .sheet-rows .narrow { width: 6.5rem; min-width: 5rem; } .sheet-rows .middling { min-width: 8.5rem; }
  .sheet-rows button { min-height: 2.75rem; }
  @media (max-width: 40rem) {
    .scroll .sheet-rows { min-width: 0; display: block; }
    .sheet-rows thead { display: none; }
    .sheet-rows tbody { display: block; }
    .sheet-rows tbody tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.25rem 0.5rem; padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
    .sheet-rows tbody tr > * { border: 0; min-width: 0; width: auto; }
    .sheet-rows tbody th { grid-column: 1 / -1; font-size: 1.1rem; padding-top: 0; }
    .sheet-rows td[data-label]::before { content: attr(data-label); display: block; font-size: 0.85rem; color: var(--soft); }
  }
  .fault:empty { display: none; }
  span.fault { display: block; font-size: 0.85rem; padding-top: 0.2rem; max-width: 22rem; white-space: normal; }
  .histogram { margin: 1rem 0; }
  [data-waiting] { opacity: 0.6; }
}
`
