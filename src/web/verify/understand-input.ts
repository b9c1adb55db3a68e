/** What somebody typed or pasted: said back, so that a wrong kind of thing is seen to be one. */
export type Understood =
  | { readonly is: 'hash'; readonly sha256: string }
  | { readonly is: 'number'; readonly number: string; readonly version?: string }
  | { readonly is: 'nothing' }

/** A hash, the address of a page of ours, or a number; a serial number looks like one. */
export function understandInput(typed: string): Understood {
  const text = typed.normalize('NFC').trim()
  if (text === '') return { is: 'nothing' }
  const hash = /^(?:sha-?256[:= ]\s*)?([0-9a-f]{64})$/i.exec(text)?.[1]
  if (hash !== undefined) return { is: 'hash', sha256: hash.toLowerCase() }
  const [, number, query] =
    /^https?:\/\/[^/]+\/(?:verify|certificates)\/([^/?#]+)(?:\?([^#]*))?/i.exec(text) ?? []
  if (number === undefined) return { is: 'number', number: text }
  const version = new URLSearchParams(query ?? '').get('version')
  return { is: 'number', number: decoded(number), ...(version !== null && { version }) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a percent sign that was typed
  }
}
