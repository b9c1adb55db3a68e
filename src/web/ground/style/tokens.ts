/** Words of colour once, for light and dark; nothing else in the house names a colour. */
export const tokens = `
@layer base, ground, rooms;
@layer base {
  :root {
    color-scheme: light dark;
    --ink: light-dark(#14202e, #e6edf3);
    --soft: light-dark(#4c5b6a, #9fb0bf);
    --paper: light-dark(#ffffff, #151e27);
    --ground: light-dark(#f4f7f9, #0d141b);
    --hair: light-dark(#d3dce2, #2c3945);
    --line: light-dark(#8496a3, #62727f);
    --accent: light-dark(#0b5d66, #5fc4cf);
    --accent-ground: light-dark(#e6f2f3, #10303a);
    --on-accent: light-dark(#ffffff, #06222a);
    --good: light-dark(#1f5e39, #7fd6a0);
    --good-ground: light-dark(#e9f4ee, #10261a);
    --caution: light-dark(#6d4a00, #f0c860);
    --caution-ground: light-dark(#fdf6e3, #2a2210);
    --bad: light-dark(#8c1d18, #ff9d94);
    --bad-ground: light-dark(#fbeeed, #2f1513);
    --quiet: light-dark(#4c5b6a, #9fb0bf);
    --quiet-ground: light-dark(#edf1f4, #1d2832);
    --series-1: light-dark(#0b7d8a, #5fc4cf);
    --series-2: light-dark(#9a6a12, #e0b050);
    --series-3: light-dark(#5b4b9a, #b3a4f0);
    --fixed: 'IBM Plex Mono', ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    --round: 8px;
  }
  :root[data-theme='light'] { color-scheme: light; }
  :root[data-theme='dark'] { color-scheme: dark; }
}
`
