import { isUuid } from '#engagements/is-uuid.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { textSectionOfSlug, type PageText, type VersionLine } from './page-text.ts'
import { findText, versionsOf } from './texts.sql.ts'
import { writerAt } from './writer-at.ts'
import type { Written } from './write-text.ts'

/** A team's text that an address names, whether anything of it was written yet, and its versions, the newest first. */
export async function textAt(visit: Visit) {
  const desk = await writerAt(visit)
  const named = visit.params['text'] ?? ''
  const section = textSectionOfSlug(named)
  if (section === null && !isUuid(named)) throw new Refusal(`${desk.team.name} has no such text.`, 404)
  const text = await findText(visit.db, desk.team.id, section === null ? { id: named } : { section })
  const versions: readonly VersionLine[] = text ? await versionsOf(visit.db, text.id) : []
  return { ...desk, named, section, text, versions, shownNumber: shownNumberOf(versions, visit.now) }
}

export type TextFound = Awaited<ReturnType<typeof textAt>>

/** The same, of which something was written; throws a Refusal (404) where nothing was. */
export async function writtenTextAt(visit: Visit): Promise<TextFound & { readonly text: PageText }> {
  const found = await textAt(visit)
  const { text } = found
  if (text === null) throw new Refusal('Nothing was written there yet.', 404)
  return { ...found, text }
}

/** One version of it; throws a Refusal (404) where there is none of that number. */
export async function versionAt(visit: Visit, asked = Number(visit.params['number'])) {
  const found = await writtenTextAt(visit)
  const version = found.versions.find(({ number }) => number === asked)
  if (!version) throw new Refusal('There is no such version.', 404)
  return { ...found, version }
}

/** The text as it is begun where nothing was written yet: a section, or news with the id of its address. */
export const begunAs = ({ text, section, named }: TextFound, newId: string): Written =>
  text ?? { id: section === null ? named : newId, section }

/** The number of the version that the public reads at an instant: of those that have come, the last to come. */
export function shownNumberOf(versions: readonly VersionLine[], now: Date): number | null {
  const came = versions.filter(
    ({ state, showsFrom }) => state === 'published' && showsFrom !== null && showsFrom <= now,
  )
  const when = ({ showsFrom }: VersionLine) => showsFrom?.getTime() ?? 0
  return came.toSorted((a, b) => when(b) - when(a) || b.number - a.number)[0]?.number ?? null
}
