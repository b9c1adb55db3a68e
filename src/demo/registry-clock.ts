/** The clock of the demo's registry: turned back while the story is told, afterwards that of the machine. */
export interface RegistryClock {
  readonly now: () => Date
  readonly moveTo: (time: Date) => void
  readonly release: () => void
}

export function registryClock(): RegistryClock {
  let told: Date | undefined
  return {
    now: () => (told === undefined ? new Date() : new Date(told)),
    moveTo: (time) => {
      told = time
    },
    release: () => {
      told = undefined
    },
  }
}
