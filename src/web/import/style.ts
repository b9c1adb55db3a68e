export const importStyle = `
@layer rooms {
  .drop-place { margin-top: 1rem; padding: 1.5rem; border: 2px dashed var(--line); border-radius: var(--round); background: var(--ground); }
  .drop-place.over { border-color: var(--accent); background: var(--accent-ground); }
  .drop-place input { background: none; border: 0; padding: 0.5rem 0; }
  .template-list li { padding: 0.3rem 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
  .tile { display: grid; padding: 0.75rem 1rem; color: var(--soft); }
  progress { width: 100%; height: 0.9rem; accent-color: var(--accent); }
}
`
