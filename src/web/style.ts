/** One sheet for all pages: words of colour once, for light and dark; no width of a screen is left out. */
export const styleSheet = `
@layer base, parts;
@layer base {
  :root {
    color-scheme: light dark;
    --ink: light-dark(#14202e, #e6edf3);
    --soft: light-dark(#4f5f6e, #9fb0bf);
    --paper: light-dark(#ffffff, #121a22);
    --ground: light-dark(#f4f7f9, #0b1117);
    --hair: light-dark(#d3dce2, #2a3742);
    --accent: light-dark(#0b5d66, #5fc4cf);
    --good: light-dark(#1f5e39, #7fd6a0);
    --good-ground: light-dark(#e9f4ee, #10261a);
    --caution: light-dark(#6d4a00, #f0c860);
    --caution-ground: light-dark(#fdf6e3, #2a2210);
    --bad: light-dark(#8c1d18, #ff9d94);
    --bad-ground: light-dark(#fbeeed, #2f1513);
    --fixed: 'IBM Plex Mono', ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
  }
  * { box-sizing: border-box; }
  body {
    margin: 0; background: var(--ground); color: var(--ink); line-height: 1.5;
    font-family: 'IBM Plex Sans', system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei',
      'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
    font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%;
  }
  a { color: var(--accent); text-underline-offset: 0.15em; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  code { font-family: var(--fixed); font-size: 0.94em; }
  h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  main { max-width: 64rem; margin: 0 auto; padding: 1rem; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
  section, article { background: var(--paper); border: 1px solid var(--hair); border-radius: 6px; padding: 1.25rem; min-width: 0; }
  h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: 0.02em; }
  h2 { font-size: 1.05rem; color: var(--accent); margin-bottom: 0.75rem; }
  h3 { font-size: 0.85rem; font-weight: 400; color: var(--soft); }
}
@layer parts {
  .skip { position: absolute; left: -100vw; }
  .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .top { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: 0.75rem 1rem; background: var(--paper); border-bottom: 1px solid var(--hair); }
  .mark { font-weight: 600; color: var(--accent); display: flex; align-items: center; gap: 0.5rem; flex-wrap: wrap; }
  .mark span { font-weight: 400; color: var(--soft); }
  .stroke { fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; }
  .small, small { font-size: 0.85rem; color: var(--soft); }
  .large { font-size: 1.1rem; font-weight: 600; }
  .label { color: var(--soft); font-size: 0.85rem; }
  .lines { white-space: pre-line; }
  .standing { display: flex; gap: 1rem; align-items: center; padding: 1.25rem; border-radius: 6px; border: 1px solid currentColor; }
  .standing svg { flex: none; fill: none; stroke: currentColor; stroke-width: 3.4; stroke-linecap: round; stroke-linejoin: round; }
  .standing p { color: var(--ink); }
  .standing .verdict { font-size: 1.6rem; line-height: 1.25; font-weight: 600; color: inherit; }
  .standing .small { color: var(--soft); margin-top: 0.25rem; }
  .good { color: var(--good); } .caution { color: var(--caution); } .bad { color: var(--bad); }
  .standing.good, .note.good { background: var(--good-ground); }
  .standing.caution, .note.caution { background: var(--caution-ground); }
  .standing.bad, .note.bad { background: var(--bad-ground); }
  .note { border-left: 4px solid currentColor; padding: 0.75rem 1rem; border-radius: 3px; margin-top: 0.75rem; }
  .note ul { list-style: square; padding-left: 1.2rem; }
  .note .facts { color: var(--ink); }
  .laboratory { color: var(--accent); font-weight: 600; margin-bottom: 0.5rem; }
  .number { margin: 0.5rem 0 0.25rem; font-size: 1.1rem; display: flex; flex-wrap: wrap; gap: 0 0.5rem; align-items: baseline; }
  .number code { font-weight: 600; overflow-wrap: anywhere; margin-right: 0.75rem; }
  .facts { margin-top: 0.75rem; display: grid; grid-template-columns: minmax(0, 1fr); column-gap: 2rem; }
  .facts > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 1rem; padding: 0.4rem 0; border-bottom: 1px solid var(--hair); }
  .facts > div:last-child { border-bottom: 0; }
  dt { color: var(--soft); font-size: 0.9rem; }
  dd { overflow-wrap: anywhere; }
  .scroll { overflow-x: auto; margin-top: 0.75rem; }
  table { border-collapse: collapse; width: 100%; min-width: 34rem; font-size: 0.95rem; }
  .budget { min-width: 46rem; }
  caption { text-align: left; font-weight: 600; padding-bottom: 0.4rem; }
  th, td { padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--hair); font-weight: 400; }
  thead th { color: var(--soft); font-size: 0.85rem; vertical-align: bottom; border-top: 2px solid var(--accent); border-bottom: 1px solid var(--accent); }
  thead small { display: block; color: var(--ink); }
  .figure { text-align: right; white-space: nowrap; }
  thead .figure { white-space: normal; }
  .strong { font-weight: 600; }
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
  .hash { overflow-wrap: anywhere; font-size: 0.85rem; }
  .qr { width: 11rem; height: 11rem; flex: none; border-radius: 4px; }
  .qr .paper { fill: #fff; } .qr .ink { fill: #000; }
  .versions li { padding: 0.3rem 0; }
  @media (min-width: 48rem) {
    main { padding: 1.5rem; gap: 1.25rem; }
    section, article { padding: 1.5rem 1.75rem; }
    .facts > div { grid-template-columns: 10rem minmax(0, 1fr); }
    .files .facts > div { grid-template-columns: minmax(0, 1fr); }
    .head > .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .head > .facts > div { border-bottom: 1px solid var(--hair); }
  }
  @media print {
    .top, .skip { display: none; }
    body { background: #fff; }
    section, article { border: 0; padding: 0.5rem 0; break-inside: avoid; }
  }
}
`
