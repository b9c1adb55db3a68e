type NullableKeys<T> = { [K in keyof T]-?: null extends T[K] ? K : never }[keyof T]

export type WithoutNulls<T> = Omit<T, NullableKeys<T>> & {
  [K in NullableKeys<T>]?: Exclude<T[K], null>
}

/** `null` is for rows only: what is not there is absent from an answer. */
export const withoutNulls = <T extends object>(row: T): WithoutNulls<T> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<T>
