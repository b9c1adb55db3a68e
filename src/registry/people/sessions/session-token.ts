import { randomBytes } from 'node:crypto'

/** 256 random bits. It names a session and says nothing by itself; what is kept is its hash. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url')

export const isSessionToken = (text: string): boolean => /^[\w-]{43}$/.test(text)
