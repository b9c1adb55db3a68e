/** The releases of the DCC schema that are read, each with the D-SI release it is built on. */
export const dsiReleases = {
  '2.2.0': '1.3.0',
  '2.3.0': '1.3.0',
  '2.4.0': '1.3.1',
  '3.0.0': '2.0.0',
  '3.1.0': '2.1.0',
  '3.1.1': '2.1.0',
  '3.1.2': '2.1.0',
  '3.2.0': '2.1.0',
  '3.2.1': '2.1.0',
  '3.3.0': '2.2.1',
} as const

export type DccVersion = keyof typeof dsiReleases

export const dccVersions = Object.keys(dsiReleases) as readonly DccVersion[]

export const isDccVersion = (text: string): text is DccVersion => Object.hasOwn(dsiReleases, text)

/** A number by which releases compare: 3.2.1 is 30201, and 3.2 is 30200. */
export function releaseNumber(text: string): number {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number)
  return major * 10_000 + minor * 100 + patch
}
