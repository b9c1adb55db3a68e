type Outputs = Readonly<Record<string, string>>

/**
 * The outputs of a model, each after those it uses. Members of an object have no order (RFC 8259, 4), and both the
 * stored budget and the canonical form of a certificate sort them. What depends on itself stays for the model to refuse.
 */
export function modelInOrder(outputs: Outputs): Outputs {
  const ordered = new Map<string, string>()
  const begun = new Set<string>()
  const place = (name: string): void => {
    const text = Object.hasOwn(outputs, name) ? outputs[name] : undefined
    if (text === undefined || begun.has(name)) return
    begun.add(name)
    for (const used of namesIn(text)) place(used)
    ordered.set(name, text)
  }
  for (const name of Object.keys(outputs)) place(name)
  return Object.fromEntries(ordered)
}

const namesIn = (text: string): readonly string[] => text.match(/[A-Za-z][A-Za-z0-9_]*/g) ?? []
