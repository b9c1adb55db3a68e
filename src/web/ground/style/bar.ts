/** The bar above every page; on a phone its pages are behind a button. */
export const bar = `
@layer ground {
  .skip { position: absolute; left: -100vw; }
  .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem; z-index: 3; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .top { display: flex; align-items: center; gap: 0.75rem; padding: 0 1rem; min-height: 3.5rem; background: var(--paper); border-bottom: 1px solid var(--hair); }
  .mark { display: flex; align-items: center; gap: 0.5rem; color: var(--accent); text-decoration: none; margin-right: auto; white-space: nowrap; }
  .motto { color: var(--soft); font-size: 0.9rem; }
  .stroke { fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; }
  .full { fill: currentColor; }
  .language, .sign { white-space: nowrap; padding: 0.5rem 0; }
  .menu-button { order: 3; background: none; color: var(--accent); border-color: var(--hair); padding: 0.3rem 0.8rem; min-height: 2.5rem; }
  .menu { position: fixed; inset: 3.5rem 0 auto 0; width: auto; margin: 0; border: 0; border-bottom: 1px solid var(--hair); padding: 0.5rem 1rem 1.25rem; background: var(--paper); color: var(--ink); }
  .menu nav li a { display: block; padding: 0.65rem 0; text-decoration: none; border-bottom: 1px solid var(--hair); }
  .menu nav [aria-current] { font-weight: 600; color: var(--ink); }
  .theme { padding: 0.75rem 0; }
  .theme summary { display: inline-flex; cursor: pointer; color: var(--soft); padding: 0.4rem; list-style: none; border-radius: 6px; }
  .theme summary::-webkit-details-marker { display: none; }
  .theme ul { display: flex; gap: 1.25rem; padding: 0.4rem; }
  .visitor { display: flex; gap: 0.25rem 1rem; flex-wrap: wrap; align-items: baseline; font-size: 0.9rem; color: var(--soft); }
  .visitor b { color: var(--ink); }
  .visitor form { display: inline; }
  @media (min-width: 78rem) {
    .top { padding: 0 1.5rem; gap: 1.25rem; }
    .mark { margin-right: 0; }
    .motto, .menu-button { display: none; }
    .menu { position: static; display: flex; flex: 1; min-width: 0; align-items: center; gap: 1.25rem; border: 0; padding: 0; overflow: visible; height: auto; background: none; }
    .menu nav { margin-right: auto; }
    .menu nav ul { display: flex; gap: 1.25rem; }
    .menu nav li a { border: 0; padding: 1rem 0 0.85rem; border-bottom: 2px solid transparent; color: var(--soft); white-space: nowrap; }
    .menu nav li a:hover { color: var(--ink); }
    .menu nav [aria-current] { border-bottom-color: var(--accent); color: var(--ink); font-weight: 400; }
    .theme { position: relative; padding: 0; }
    .theme ul { position: absolute; right: 0; top: 100%; z-index: 2; display: grid; gap: 0.5rem; padding: 0.75rem 1rem; background: var(--paper); border: 1px solid var(--hair); border-radius: 6px; white-space: nowrap; }
    .visitor { flex: 0 1 auto; flex-wrap: nowrap; align-items: center; white-space: nowrap; min-width: 0; max-width: 22rem; line-height: 1.25; }
    .visitor > span { min-width: 0; overflow: hidden; text-overflow: ellipsis; }
    .visitor b { display: block; overflow: hidden; text-overflow: ellipsis; }
  }
  @media print {
    .top, .skip { display: none; }
  }
}
`
