/** `14:05`, `yesterday at 14:05`, or `14 March at 14:05`. */
export function momentInWords(at: number, now = new Date()): string {
  const moment = new Date(at)
  const time = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const days = Math.round((midnight(now) - midnight(moment)) / 86_400_000)
  if (days === 0) return time
  if (days === 1) return `yesterday at ${time}`
  return `${moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })} at ${time}`
}

/** `Saturday 14 March` from `2026-03-14`. */
export const dayInWords = (day: string): string =>
  new Date(`${day}T12:00`).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

/** `1 record`, `3 records`. */
export const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const midnight = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
