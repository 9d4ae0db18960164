import type { Location } from '#areas/location.ts'
import type { Day } from '#platform/day.ts'
import { html } from '#platform/html.ts'
import type { Contact } from '#web-pages/facts/contact.ts'

/** Plain text as paragraphs of HTML, with all that is markup made harmless; null where there is none. */
export function paragraphs(...texts: readonly (string | null)[]): string | null {
  const told = texts.flatMap((text) => (text ?? '').split(/\s*\n\s*\n\s*/)).map((text) => text.trim())
  const written = told.filter((text) => text !== '').map((text) => html`<p>${text}</p>`.text)
  return written.length === 0 ? null : written.join('\n')
}

/** How to reach somebody under the national names; reporting online has none, so it is left out. */
export const contactDetails = (contact: Contact): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(contact).filter(([way, words]) => way !== 'report' && words !== ''))

/** Degrees as texts: real clients read texts alone, so that an unknown position is two empty ones. */
export const spotJson = (spot: Location | null, decimals: number) => ({
  latitude: spot?.latitude.toFixed(decimals) ?? '',
  longitude: spot?.longitude.toFixed(decimals) ?? '',
})

/** Midnight of a day, on the clocks of the force and without a zone. */
export const midnight = (day: Day): string => `${day}T00:00:00`

export const orNull = (text: string): string | null => (text === '' ? null : text)
