const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A record is found by its identifier or by its code; text that is no identifier is never compared with a uuid column. */
export const byKey = (key: string): { id: string } | { code: string } =>
  identifier.test(key) ? { id: key } : { code: key }

/** `like` without wildcards of the caller's own. */
export const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
