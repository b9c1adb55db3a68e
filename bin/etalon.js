#!/usr/bin/env node
// The program `etalon`. In a checkout Node strips the types by itself; below node_modules it does so when it is asked to.
const isInstalled = import.meta.url.includes('/node_modules/')
if (isInstalled) {
  const stripping = new URL('./strip-types.js', import.meta.url).href
  // Threads and processes of ours begin without the hooks of this one.
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${stripping}`.trim()
  await import('./strip-types.js')
}
await import('../src/cli/main.ts')
