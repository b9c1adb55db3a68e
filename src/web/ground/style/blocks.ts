/** What pages are built of: see ground/blocks/. */
export const blocks = `
@layer ground {
  .small, small { font-size: 0.85rem; color: var(--soft); }
  .large { font-size: 1.1rem; font-weight: 600; }
  .label { color: var(--soft); font-size: 0.85rem; }
  .lead { color: var(--soft); font-size: 1.05rem; }
  .lines { white-space: pre-line; }
  .strong { font-weight: 600; }
  .hash { overflow-wrap: anywhere; font-size: 0.85rem; }
  .good { color: var(--good); } .caution { color: var(--caution); } .bad { color: var(--bad); } .quiet { color: var(--quiet); }
  .shape { flex: none; fill: none; stroke: currentColor; stroke-width: 3.4; stroke-linecap: round; stroke-linejoin: round; }
  .standing { display: flex; gap: 1rem; align-items: center; padding: 1.25rem; border-radius: var(--round); border: 1px solid currentColor; }
  .standing p { color: var(--ink); }
  .standing .verdict { font-size: 1.6rem; line-height: 1.25; font-weight: 600; color: inherit; }
  .standing .small { color: var(--soft); margin-top: 0.25rem; }
  .standing.good, .note.good, .chip.good { background: var(--good-ground); }
  .standing.caution, .note.caution, .chip.caution { background: var(--caution-ground); }
  .standing.bad, .note.bad, .chip.bad { background: var(--bad-ground); }
  .standing.quiet, .note.quiet, .chip.quiet { background: var(--quiet-ground); }
  .note { border-left: 4px solid currentColor; padding: 0.75rem 1rem; border-radius: 3px; margin-top: 0.75rem; }
  .note ul { list-style: square; padding-left: 1.2rem; }
  .note .facts { color: var(--ink); }
  .chip { display: inline-flex; align-items: center; gap: 0.35rem; padding: 0.1rem 0.6rem 0.1rem 0.45rem; border-radius: 99px; font-size: 0.85rem; font-weight: 600; white-space: nowrap; }
  .chip .shape { stroke-width: 5; }
  .facts { margin-top: 0.75rem; display: grid; grid-template-columns: minmax(0, 1fr); column-gap: 2rem; }
  .facts > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 1rem; padding: 0.45rem 0; border-bottom: 1px solid var(--hair); }
  .facts > div:last-child { border-bottom: 0; }
  .scroll { overflow-x: auto; }
  .scroll + .scroll { margin-top: 1.25rem; }
  .scroll table { min-width: 34rem; }
  .figure { text-align: right; white-space: nowrap; }
  thead .figure { white-space: normal; }
  tbody tr:last-child > * { border-bottom: 0; }
  .page-head { display: grid; gap: 0.35rem; }
  .title-row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; }
  .actions { margin-left: auto; display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .trail ol { display: flex; flex-wrap: wrap; font-size: 0.9rem; color: var(--soft); }
  .trail li + li::before { content: '/'; padding: 0 0.5rem; }
  .tabs { display: flex; gap: 1.25rem; overflow-x: auto; border-bottom: 1px solid var(--hair); }
  .tabs a { padding: 0.6rem 0; white-space: nowrap; text-decoration: none; border-bottom: 2px solid transparent; }
  .tabs [aria-current] { color: var(--ink); border-bottom-color: var(--accent); }
  .pager { display: flex; justify-content: space-between; gap: 1rem; }
  .pager a { padding: 0.5rem 0; }
  .empty { padding: 2rem 1rem; text-align: center; display: grid; gap: 0.5rem; justify-items: center; color: var(--soft); }
  .empty .large { color: var(--ink); }
  .field { display: grid; gap: 0.3rem; align-content: start; min-width: 0; }
  .field label { font-weight: 600; font-size: 0.95rem; }
  .fields { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); }
  .faults li { padding: 0.35rem 0; }
  .columns { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); }
  @media (min-width: 48rem) {
    .facts > div { grid-template-columns: 10rem minmax(0, 1fr); }
    .columns { gap: 1.25rem; }
  }
  @media print {
    body { background: #fff; }
    main { max-width: none; padding: 0; }
    section, article { border: 0; padding: 0.5rem 0; break-inside: avoid; }
    .actions, .pager, .tabs, form { display: none; }
    .scroll { overflow: visible; }
  }
}
`
