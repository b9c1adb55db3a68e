export const equipmentStyle = `
@layer rooms {
  .standing-tiles { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 45%), 1fr)); }
  .standing-tiles li { background: var(--paper); border: 1px solid var(--hair); border-left: 4px solid currentColor; border-radius: var(--round); }
  .standing-tiles a { display: grid; padding: 0.75rem 1rem; text-decoration: none; color: var(--soft); height: 100%; }
  .standing-tiles b { font-size: 1.7rem; line-height: 1.2; color: var(--ink); }
  .standing-tiles .bad b { color: var(--bad); }
  .standing-tiles a:hover span { text-decoration: underline; }
  .standing-tiles [aria-current] { background: var(--accent-ground); border-radius: 0 var(--round) var(--round) 0; }
  .filters { background: var(--paper); border: 1px solid var(--hair); border-radius: var(--round); padding: 1rem 1.25rem; }
  .filters .fields { grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 45%), 1fr)); }
  .files { display: flex; gap: 1rem; justify-content: flex-end; font-size: 0.9rem; color: var(--soft); margin-bottom: 0.25rem; }
  .equipment-facts .facts { margin-top: 0; column-gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(10rem, 42%), 1fr)); }
  .equipment-facts .facts > div { display: block; border-bottom: 0; }
  .history-table :is(td, th):nth-child(-n + 2), .standing-table :is(td, th):nth-child(-n + 1) { white-space: nowrap; }
  .drift-choice { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin-bottom: 1rem; }
  .drift-choice .field { flex: 1 1 18rem; max-width: 34rem; }
  .drift-grid { display: grid; gap: 1.25rem; grid-template-columns: minmax(0, 1fr); }
  @media (min-width: 64rem) { .drift-grid { grid-template-columns: minmax(0, 5fr) minmax(0, 2fr); align-items: start; } }
  .drift-grid .facts > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .twice { white-space: nowrap; }
}
`
