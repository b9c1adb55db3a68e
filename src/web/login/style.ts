/** One field, one button, and perhaps another way in. */
export const loginStyle = `
@layer rooms {
  .sign-in { display: grid; gap: 1rem; max-width: 30rem; }
  .sign-in form { display: grid; gap: 1rem; background: var(--paper); border: 1px solid var(--hair); border-radius: var(--round); padding: 1.25rem; }
  .sign-in button, .sign-in .button { width: 100%; }
  .sign-in .or { color: var(--soft); text-align: center; }
}
`
