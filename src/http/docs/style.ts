/** The sheet of the page of the docs, served as a file of its own: the policy of the page allows no style inside it. */
export const docsStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #14171a);
  --card: light-dark(#ffffff, #1b1f23);
  --ink: light-dark(#1d2429, #e6e8e6);
  --soft: light-dark(#5b666d, #9aa5ab);
  --line: light-dark(#e2dfd6, #2c3338);
  --brass: light-dark(#8a6416, #d9b25f);
  --get: light-dark(#1b6a50, #6fcfa8);
  --post: light-dark(#1f4f99, #8db8f5);
  --put: light-dark(#8a6416, #e0b860);
  --delete: light-dark(#a03030, #f09090);
  --mono: ui-monospace, 'IBM Plex Mono', 'SFMono-Regular', Menlo, Consolas, monospace;
  font: 16px/1.55 system-ui, 'IBM Plex Sans', 'Noto Sans SC', sans-serif;
  background: var(--paper);
  color: var(--ink);
  scroll-behavior: smooth;
}
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: 15rem minmax(0, 1fr); }
a { color: inherit; text-decoration-color: var(--brass); text-underline-offset: 3px; }
a:hover { color: var(--brass); }
:focus-visible { outline: 2px solid var(--brass); outline-offset: 2px; border-radius: 3px; }
code, pre { font-family: var(--mono); font-size: 0.875em; }

nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 2rem 1.25rem; border-right: 1px solid var(--line); }
nav .mark { margin: 0 0 1.5rem; font-size: 1.1rem; }
nav .mark span { color: var(--soft); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { display: flex; justify-content: space-between; padding: 0.2rem 0; }
nav li.apart { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
nav a { text-decoration: none; }
nav li:not(.file) a::first-letter, h2::first-letter { text-transform: uppercase; }
nav .count { color: var(--soft); font-variant-numeric: tabular-nums; font-size: 0.85rem; }

main { padding: 2rem clamp(1rem, 4vw, 4rem) 6rem; max-width: 68rem; }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.01em; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 3rem 0 0.75rem; padding-bottom: 0.4rem; border-bottom: 2px solid var(--brass); }
h3 { font-size: 0.8rem; letter-spacing: 0.06em; text-transform: uppercase; color: var(--soft); margin: 1.5rem 0 0.5rem; }
.lead { max-width: 46rem; color: var(--soft); }
.lead code { color: var(--ink); }
.plain { margin: 0.3rem 0; }

details.operation, details.schema { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin: 0.5rem 0; }
details > summary { cursor: pointer; }
.operation > summary, .schema > summary { list-style: none; padding: 0.65rem 0.9rem; display: flex; flex-wrap: wrap; gap: 0.35rem 0.8rem; align-items: baseline; }
summary::-webkit-details-marker { display: none; }
.operation > summary:hover, .schema > summary:hover { background: color-mix(in srgb, var(--brass) 7%, transparent); border-radius: 8px; }
details[open] > summary .path { color: var(--brass); }
.path { font-weight: 600; overflow-wrap: anywhere; }
.summary { color: var(--soft); }
.inside { padding: 0.25rem 0.9rem 1.1rem; border-top: 1px solid var(--line); scroll-margin-top: 5rem; }
.method { font: 700 0.72rem/1 var(--mono); letter-spacing: 0.05em; min-width: 3.6rem; }
.get { color: var(--get); } .post { color: var(--post); } .put, .patch { color: var(--put); } .delete { color: var(--delete); }
.public { margin-left: auto; font-size: 0.75rem; color: var(--get); border: 1px solid currentColor; border-radius: 99px; padding: 0 0.5rem; }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 500; white-space: nowrap; width: 1%; padding-right: 1.25rem; }
td p { margin: 0.15rem 0 0; color: var(--soft); font-size: 0.92rem; max-width: 46rem; }
tr:last-child > * { border-bottom: 0; }
tr:target { background: color-mix(in srgb, var(--brass) 14%, transparent); }
sup { color: var(--brass); margin-left: 0.25rem; font-size: 0.5em; }
.type { color: var(--brass); }
.words code { white-space: nowrap; }
.bounds { color: var(--soft); font: 0.8rem var(--mono); overflow-wrap: anywhere; }
.status { font: 700 0.85rem var(--mono); color: var(--get); }
.status.refused { color: var(--delete); }
.within { margin: 0.35rem 0; }
.within > summary { color: var(--soft); font-size: 0.9rem; }
.within > :not(summary) { margin: 0.35rem 0 0.6rem; padding-left: 0.9rem; border-left: 2px solid var(--line); }
pre { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem; overflow-x: auto; max-height: 28rem; }

@media (max-width: 52rem) {
  body { display: block; }
  nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); padding: 1rem; }
  nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; }
  nav li, nav li.apart { border: 0; margin: 0; padding: 0; gap: 0.3rem; }
  th { white-space: normal; }
}
@media (prefers-reduced-motion: reduce) { :root { scroll-behavior: auto; } }
`
