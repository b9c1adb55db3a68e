export const recallStyle = `
@layer rooms {
  .bars { display: grid; gap: 0.5rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); margin: 0.75rem 0; }
  td progress { min-width: 8rem; }
  .history li { padding: 0.3rem 0; border-bottom: 1px solid var(--hair); }
  .history li:last-child { border-bottom: 0; }
  .form-stack { display: grid; gap: 1rem; margin-top: 0.5rem; }
  .form-stack .form-end { margin-top: 0; }
  .owner > summary { font-weight: 600; }
}
`
