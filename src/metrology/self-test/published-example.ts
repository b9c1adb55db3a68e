/** A figure as a document prints it, and where the engine has the same figure. */
export interface PublishedFigure {
  /** As a symbol of the document: u(l), U_99(l), r(R, X). */
  readonly quantity: string
  /** Absent for a number without a unit. */
  readonly unit?: string
  /** The digits as they are printed, without grouping and with a decimal point. */
  readonly published: string
  /** A number is compared as it rounds to the printed digits; a text has to be the printed one. */
  readonly computed: number | string
  /** Why the document prints another last digit; one unit of it is then allowed. */
  readonly deviation?: { readonly en: string; readonly zh: string }
}

/** What a document computes in full. The figures are read off when the example is run. */
export interface PublishedExample {
  readonly document: string
  readonly clause: string
  readonly figures: () => readonly PublishedFigure[]
}

export const documents = {
  gum: 'JCGM 100:2008',
  supplement1: 'JCGM 101:2008',
  conformity: 'JCGM 106:2012',
  ea: 'EA-4/02 M:2013',
  conversion: 'NIST SP 811:2008',
} as const
