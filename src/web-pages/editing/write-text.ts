import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { TeamPageKeeper } from '../facts/page-keeper.ts'
import { holdText, insertVersion } from './keep-texts.sql.ts'
import type { TextSection, VersionLine } from './page-text.ts'
import { versionsOf } from './texts.sql.ts'

/** What somebody wrote, as the form brought it. */
export type Draft = {
  /** Chosen by the form: sent twice it is one version. */
  readonly id: string
  readonly title: string
  readonly words: string
  readonly why: string
  readonly wishedFrom: Date | null
  readonly lastDay: Day | null
  /** The number of the version it was written upon; 0 for the first. */
  readonly upon: number
}

/** The text a draft belongs to: a section, or news by its id. */
export type Written = { readonly id: string; readonly section: TextSection | null }

/** Either the version kept, or the one that somebody else wrote meanwhile. */
export type Writing =
  { readonly kept: true; readonly version: VersionLine } | { readonly kept: false; readonly meanwhile: VersionLine }

/** Writes for a page: a team is there, and somebody signed in. */
export type Writer = TeamPageKeeper & { readonly personId: string }

/**
 * Keeps a further version of a text in the caller's transaction; it waits for an officer (R34). Where another version came
 * between, nothing is kept and that version is answered, so that nothing anybody wrote is lost.
 */
export async function writeVersion(sql: Sql, text: Written, draft: Draft, writer: Writer): Promise<Writing> {
  const { at, personId, teamId, role, mobile: onPhone } = writer
  const held = await holdText(sql, { ...text, teamId }, at)
  if (held === null) throw new Refusal('That news belongs to another team.', 404)
  if (held.takenDownAt !== null) throw new Refusal('That news was taken down: write it as new news.', 409)
  const textId = held.id
  const [newest, ...older] = await versionsOf(sql, textId)
  const same = [newest, ...older].find((version) => version?.id === draft.id)
  if (same) return { kept: true, version: same }
  if (newest && newest.number !== draft.upon) return { kept: false, meanwhile: newest }
  const number = (newest?.number ?? 0) + 1
  const { upon: _, ...told } = draft
  await insertVersion(sql, { ...told, textId, number, role, onPhone, writtenAt: at, writtenBy: personId })
  await audit(sql, { at, personId, verb: 'write for the page', about: `page-text:${textId}`, detail: { number } })
  const [version] = await versionsOf(sql, textId)
  return { kept: true, version: version as VersionLine }
}
