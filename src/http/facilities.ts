/** What handlers may use besides the database. A room adds what it needs by merging into this interface:
 *  `declare module '#http/facilities.ts' { interface Facilities { readonly sign: … } }`; app.ts provides it. */
export interface Facilities {
  /** The public base URL of this node, without a closing slash. */
  readonly origin: string
}
