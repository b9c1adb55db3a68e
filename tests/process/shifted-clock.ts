import { existsSync } from 'node:fs'

/** Loaded before anything else: the clock of this process is a minute ahead for as long as a file is there. */
const marker = process.env['SHIFTED_WHILE'] ?? ''
const Original = Date
const shift = () => (existsSync(marker) ? 60_000 : 0)

globalThis.Date = new Proxy(Original, {
  construct: (_, stated: []) => (stated.length > 0 ? new Original(...stated) : new Original(Date.now())),
  get: (target, name) =>
    name === 'now' ? () => Original.now() + shift() : Reflect.get(target, name, target),
})
