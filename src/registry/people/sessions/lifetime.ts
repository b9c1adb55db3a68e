const minuteMs = 60_000

/** Whoever has gone away without signing out has left the door open for so long. */
export const idleMs = 60 * minuteMs
/** A day of work; then the key is shown again. */
export const longestMs = 12 * 60 * minuteMs
/** "Last seen" is written at most once a minute: it would otherwise make every request a write. */
export const seenAgainMs = minuteMs
/** Sessions that are over are kept so long, for whoever asks who was signed in; the trail knows it for good. */
export const keptMs = 30 * 24 * 60 * minuteMs

export const sessionSeconds = longestMs / 1000
