export const dashboardStyle = `
@layer rooms {
  .dashboard-pair { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); }
  @media (min-width: 48rem) { .dashboard-pair { gap: 1.25rem; } }
  .standing-tiles.dashboard-tiles { grid-template-columns: repeat(auto-fit, minmax(min(8rem, 45%), 1fr)); }
  .queue li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; padding: 0.5rem 0; border-bottom: 1px solid var(--hair); }
  .queue li:last-child { border-bottom: 0; }
  .queue b { font-size: 1.15rem; }
  .weeks { max-width: none; }
  .weeks .near { color: light-dark(#b07d1a, #d9a640); } .weeks .far { color: var(--series-1); }
  .weeks .week { fill: currentColor; }
  .weeks .count { fill: var(--ink); }
  @media (max-width: 40rem) { .drawing.weeks { font-size: 34px; } }
}
`
