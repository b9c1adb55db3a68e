const opening: Readonly<Record<string, string>> = { ')': '(', '}': '{', '>': '<' }

/** Where the type begins that ends right before `end`: a bracketed one, a text, or a name. */
function operandStart(text: string, end: number): number {
  let at = end - 1
  const close = text[at] ?? ''
  const open = opening[close]
  if (open === undefined) return text.slice(0, end).search(/(?:[\w$.]+|"[^"]*"|'[^']*')$/)
  for (let depth = 0; at >= 0; at--) {
    if (text[at] === close) depth++
    if (text[at] === open && --depth === 0) break
  }
  return at
}

function readonlyArrays(line: string): string {
  let text = line
  for (let at = text.indexOf('[]'); at >= 0; at = text.indexOf('[]', at + 1)) {
    const start = operandStart(text, at)
    const array = `(readonly ${text.slice(start, at)}[])`
    text = text.slice(0, start) + array + text.slice(at + 2)
    at = start + array.length - 2
  }
  return text
}

/** What came over the wire, or goes over it, is never changed in place; the generator knows no `readonly`. */
export function withReadonly(types: string): string {
  // Comments are put aside: a bracket in one would be taken for one of a type that it stands in.
  const comments: string[] = []
  const bare = types.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => `/*${comments.push(comment) - 1}*/`)
  const members = bare.replaceAll(/^(\s*)((?:"[^"]+"|'[^']+'|[\w$]+|\[k: string\])\??: )/gm, '$1readonly $2')
  return readonlyArrays(members).replaceAll(/\/\*(\d+)\*\//g, (_, i: string) => comments[Number(i)] ?? '')
}
