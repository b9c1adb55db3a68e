export const chainStyle = `
@layer rooms {
  .block { display: block; }
  .stack { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
  @media (min-width: 48rem) { .stack { gap: 1.25rem; } }
  .evidence li { padding: 0.1rem 0; }
  [aria-labelledby='chain-table'] table { min-width: 66rem; }
  [aria-labelledby='rules'] table { min-width: 54rem; }
  [aria-labelledby='ladder'] table { min-width: 30rem; }
  [aria-labelledby='chain-table'] th code, [aria-labelledby='ladder'] th code, [aria-labelledby='impact-list'] th code { white-space: nowrap; }
  [aria-labelledby='impact-list'] table, .owner table { min-width: 60rem; }
  .rule-code { font-weight: 600; white-space: nowrap; }
  .rung { display: block; width: 100%; min-width: 6rem; height: 0.6rem; margin-top: 0.45rem; }
  .rung-track { fill: var(--hair); } .rung-bar { fill: var(--accent); }
  .times { margin-top: 1rem; }
  .timed { display: grid; gap: 0.4rem; align-content: start; }
  .timed input[type='range'] { min-height: 1.75rem; padding: 0; border: 0; accent-color: var(--accent); }
  .form-end { margin-top: 1rem; display: flex; flex-wrap: wrap; gap: 0.75rem; }
  .branches ul { display: flex; flex-wrap: wrap; gap: 0.4rem 1.25rem; margin: 0.4rem 0 0.75rem; }
  details > summary { cursor: pointer; padding: 0.6rem 0; color: var(--accent); }
  .two { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
  @media (min-width: 72rem) { .two { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 1.25rem; align-items: start; } }
}
`
