/** The transparency log. */
export const logStyle = `
@layer rooms {
  .note-text { font-family: var(--fixed); font-size: 0.85rem; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--ground); border-radius: 6px; padding: 0.75rem 1rem; margin: 0.5rem 0 1rem; }
  .hashes { list-style: decimal; padding: 0.25rem 0 1rem 2rem; }
  .hashes li { padding: 0.15rem 0; }
  .compare { display: grid; gap: 1rem; }
  .compare button { justify-self: start; }
  .compare .fields { max-width: 34rem; }
  #head ~ details { margin-top: 0.75rem; }
}
`
