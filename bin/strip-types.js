import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

const ours = new URL('../', import.meta.url).href
const isOurs = (url) => url.startsWith(ours) && !url.slice(ours.length).startsWith('node_modules/')

/** Node warns that this function is young each time a process first calls it; whoever runs us cannot do anything about it. */
function stripped(text) {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(text)
  } finally {
    process.emitWarning = emitWarning
  }
}

registerHooks({
  load(url, context, nextLoad) {
    if (!isOurs(url) || !/\.ts(?:\?|$)/.test(url)) return nextLoad(url, context)
    const source = stripped(readFileSync(fileURLToPath(url), 'utf8'))
    return { format: 'module', source, shortCircuit: true }
  },
})
