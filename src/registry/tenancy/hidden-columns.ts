import type { HiddenColumns } from '#db/tenancy/isolation.ts'

/** What requests read through a view, because the rows around it are for everybody and these columns are not. */
export const hiddenColumns: readonly HiddenColumns[] = [
  // Chains lead through all certificates; the document is for whom its visibility says.
  { table: 'certificates', columns: ['document'], view: 'certificate_documents' },
  // That somebody takes part is known to the round; what they found is sealed until it is closed.
  {
    table: 'comparison_results',
    columns: [
      'certificate',
      'certified_result',
      'stated',
      'estimate',
      'standard_uncertainty',
      'coverage_factor',
    ],
    view: 'comparison_figures',
  },
]
