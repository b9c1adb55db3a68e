/** Who can calibrate what. */
export const competenceStyle = `
@layer rooms {
  .filter-form { display: grid; gap: 1rem; }
  .filter-form > button { justify-self: start; }
}
`
