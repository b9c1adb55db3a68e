import { pressOf } from '#typesetting/press.ts'

/** A service that has one sheet typeset, says which process did it, and stays. */
const press = pressOf({ entry: new URL('./ends-at-data.ts', import.meta.url) })
const pdf = await press.typeset({ data: 'x', files: [], createdAt: 0 })
console.log(Buffer.from(pdf).toString().split(' ')[0])
setInterval(() => undefined, 1_000)
