/**
 * One identifier for one version: `LAB-2026-0007`, and `LAB-2026-0007 v2` once it is amended. No number has a blank, so that
 * no other certificate can have it (ISO/IEC 17025:2017, 7.8.8.3).
 */
export const identifierOf = (number: string, version: number): string =>
  version === 1 ? number : `${number} v${version}`
