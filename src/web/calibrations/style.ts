export const calibrationStyle = `
@layer rooms {
  td > small { display: block; }
  .bench { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
  .draft { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
  .draft section > * + * { margin-top: 1rem; }
  .draft .tight { grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr)); }
  .draft .tight > .wide-field, .draft .tight > .kept { grid-column: 1 / -1; }
  .draft textarea { font-family: var(--fixed); font-size: 0.95rem; }
  .draft summary, .act summary, details > summary { cursor: pointer; padding: 0.5rem 0; font-weight: 600; }
  .draft .tight > .field:has(textarea) { grid-column: span 2; }
  .beside .scroll table { min-width: 0; font-size: 0.85rem; }
  .beside th, .beside td { padding: 0.35rem 0.4rem; }
  .beside .share { grid-template-columns: minmax(2.5rem, 1fr) 3.6rem; } .beside .contribution { min-width: 2.5rem; }
  .input-cards { display: grid; gap: 0.75rem; }
  .input-card { border: 1px solid var(--hair); border-radius: 6px; padding: 0.5rem 0.9rem 0.9rem; margin: 0; min-width: 0; }
  .input-card legend { font-size: 1.15rem; padding: 0 0.4rem; }
  .input-card .fields { align-items: start; }
  .input-card > button { margin-top: 0.75rem; font-size: 0.9rem; }
  .kept { overflow-wrap: anywhere; align-self: center; }
  .actions.start { margin-left: 0; }
  .actions [aria-current] { background: var(--accent-ground); }
  .findings { display: grid; gap: 0.6rem; margin-top: 0.75rem; }
  .findings li { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.75rem; align-items: start; }
  .findings code { overflow-wrap: anywhere; }
  .told { display: block; }
  .former { display: grid; gap: 0.4rem; margin-top: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); }
  .act { display: grid; gap: 1rem; max-width: 40rem; }
  .cancel { color: var(--soft); }
  @media (max-width: 40rem) { .findings li { grid-template-columns: minmax(0, 1fr); gap: 0.25rem; } }
  @media (min-width: 80rem) {
    .bench { grid-template-columns: minmax(0, 11fr) minmax(0, 10fr); align-items: start; }
    .beside { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; }
  }
}
`
