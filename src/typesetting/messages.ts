/** A file that is embedded in the sheet; the template reads it at a path that never changes. */
export interface EmbeddedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What is typeset: data for the template that never changes, and the files that are embedded. */
export interface Sheet {
  readonly data: string
  readonly files: readonly EmbeddedFile[]
  /** Seconds since 1970: the day of issue, so that the same certificate gives the same bytes at any time. */
  readonly createdAt: number
}

/** `failed` is a bug of the template or of its data. */
export type Typeset =
  | { readonly pdf: Uint8Array; readonly failed?: undefined }
  | { readonly pdf?: undefined; readonly failed: string }
