/** The start page and its answer. */
export const verifyStyle = `
@layer rooms {
  .stack { display: grid; gap: inherit; grid-template-columns: minmax(0, 1fr); }
  .stack:empty, #file-answer:empty { display: none; }
  #file-answer { display: grid; gap: inherit; grid-template-columns: minmax(0, 1fr); }
  .hero { padding: 1.5rem 0 0.25rem; display: grid; gap: 0.5rem; }
  .hero h1 { font-size: clamp(1.9rem, 5vw, 2.6rem); }
  .ask { display: grid; gap: 0.4rem; }
  .ask label { font-weight: 600; }
  .ask > div { display: flex; gap: 0.5rem; flex-wrap: wrap; }
  .ask input { flex: 1 1 16rem; font-family: var(--fixed); font-size: 1.1rem; }
  .ask button { flex: 0 0 auto; }
  .ask-card { display: grid; gap: 1.25rem; }
  .drop { display: grid; gap: 0.5rem; border: 2px dashed var(--line); border-radius: var(--round); padding: 1.1rem 1.25rem; position: relative; }
  .drop.over { border-color: var(--accent); background: var(--accent-ground); }
  .drop label { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; }
  .drop input { border: 0; padding: 0; min-height: 0; background: none; }
  .drop button { justify-self: start; }
  .drop.live { text-align: center; padding: 1.75rem 1.25rem; cursor: pointer; justify-items: center; }
  .drop.live label { justify-content: center; cursor: pointer; color: var(--accent); }
  .drop.live input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; }
  .drop.live:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
  .how { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); padding: 0.5rem 0; }
  .how li { border-top: 2px solid var(--accent); padding-top: 0.6rem; display: grid; gap: 0.15rem; align-content: start; }
  .how span { color: var(--soft); font-size: 0.92rem; }
  .actions.start { margin-left: 0; }
  .checks { display: grid; gap: 0.75rem; }
  .checks li { display: grid; grid-template-columns: 1.25rem minmax(0, 1fr); gap: 0.75rem; align-items: start; }
  .checks li > .shape { margin-top: 0.15rem; stroke-width: 5; }
  .checks p { color: var(--ink); }
  .checks .evidence { color: var(--soft); font-size: 0.88rem; overflow-wrap: anywhere; }
  [data-checked-by] { margin-top: 1rem; padding-top: 0.75rem; border-top: 1px solid var(--hair); }
  .results-head { margin-top: 1rem; color: var(--soft); font-weight: 400; font-size: 0.9rem; }
  .short-results li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: 0.4rem 0; border-top: 1px solid var(--hair); align-items: baseline; }
  .short-results .label { grid-column: 1 / -1; }
  .short-results b { font-size: 1.1rem; }
  .answer-ladder { max-width: 44rem; }
  .apart { margin: 1.5rem 0 0; padding-top: 1.5rem; border-top: 2px solid var(--hair); }
  ins { text-decoration: none; color: var(--good); } del { text-decoration: none; color: var(--bad); }
  ins, del { overflow-wrap: anywhere; }
  .plain-list li { padding: 0.25rem 0; }
}
`
