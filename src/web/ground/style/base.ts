/** How text, links, tables and forms look before anybody says more. */
export const base = `
@layer base {
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
  body {
    margin: 0; background: var(--ground); color: var(--ink); line-height: 1.5;
    font-family: 'IBM Plex Sans', system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei',
      'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
    font-variant-numeric: tabular-nums;
  }
  a { color: var(--accent); text-underline-offset: 0.15em; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  sup { line-height: 0; }
  code { font-family: var(--fixed); font-size: 0.94em; }
  h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  main { margin: 0 auto; padding: 1rem; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
  main.measure { max-width: 68rem; }
  main.wide { max-width: 110rem; }
  section, article { background: var(--paper); border: 1px solid var(--hair); border-radius: var(--round); padding: 1.25rem; min-width: 0; }
  section section, article section { border: 0; padding: 0; }
  h1 { font-size: 1.75rem; line-height: 1.25; }
  h2 { font-size: 1.1rem; line-height: 1.35; margin-bottom: 0.75rem; }
  h3 { font-size: 0.95rem; line-height: 1.4; }
  dt { color: var(--soft); font-size: 0.9rem; }
  dd { overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
  caption { text-align: left; font-weight: 600; padding-bottom: 0.4rem; }
  th, td { padding: 0.45rem 0.6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--hair); font-weight: 400; }
  thead th { color: var(--soft); font-size: 0.85rem; vertical-align: bottom; border-bottom: 1px solid var(--line); }
  input, select, textarea, button { font: inherit; color: inherit; }
  input, select, textarea { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.7rem; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
  input[type='checkbox'], input[type='radio'] { width: 1.15rem; height: 1.15rem; min-height: 0; padding: 0; accent-color: var(--accent); }
  [aria-invalid='true'] { border-color: var(--bad); border-width: 2px; }
  button, .button { display: inline-flex; align-items: center; justify-content: center; gap: 0.5rem; min-height: 2.75rem; padding: 0.5rem 1.1rem; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; text-decoration: none; }
  button.second, .button.second { background: transparent; color: var(--accent); }
  button.plain { border: 0; background: none; color: var(--accent); padding: 0; min-height: 0; font-weight: 400; text-decoration: underline; text-underline-offset: 0.15em; }
  button:disabled { opacity: 0.55; cursor: not-allowed; }
  @media (min-width: 48rem) {
    main { padding: 1.75rem 1.5rem 3rem; gap: 1.25rem; }
    section, article { padding: 1.5rem 1.75rem; }
  }
}
`
