export const impactStyle = `
@layer rooms {
  .tiles { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; padding: 0.25rem 0.25rem; color: var(--soft); }
  .tiles b { font-size: 1.5rem; color: var(--ink); font-variant-numeric: tabular-nums; }
  .figures-supposed { display: grid; gap: 1rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); margin-top: 0.75rem; }
  .figure-supposed { display: grid; gap: 0.6rem; grid-template-columns: minmax(0, 3fr) minmax(5rem, 2fr); }
  .check-line { display: flex; gap: 0.6rem; align-items: center; margin-top: 1rem; }
  .progress-line { display: grid; gap: 0.35rem; margin-top: 1rem; }
  .progress-line[hidden] { display: none; }
  progress { width: 100%; height: 0.75rem; accent-color: var(--accent); }
}
`
