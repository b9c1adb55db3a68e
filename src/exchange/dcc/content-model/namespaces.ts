export const dccNamespace = 'https://ptb.de/dcc'
export const dsiNamespace = 'https://ptb.de/si'
export const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#'
export const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance'

const spaces: Readonly<Record<string, string>> = {
  [dccNamespace]: 'dcc',
  [dsiNamespace]: 'si',
  [signatureNamespace]: 'ds',
}

/** The word of the tables for a namespace; the namespace itself where it is none of theirs. */
export const spaceOf = (namespace: string): string => spaces[namespace] ?? namespace
