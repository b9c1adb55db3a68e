/** What `http/` needs of a logger; pino's satisfies it. The text of a user never stands in the message. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
