import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Chosen, Crest } from './appearance.ts'
import { saveAppearance, saveCrest } from './appearances.sql.ts'
import { accentContrast, accentNeeds, poorContrastsOf } from './judge-colours.ts'
import { ownAccent, ownLook } from '#platform/look.ts'

/** Who changes how a force's pages look, and when. */
export type Chooser = { readonly forceId: string; readonly at: Date; readonly personId: string | null }

/**
 * Keeps a force's colours and languages, in the caller's transaction, which tells that its pages changed. Throws a Refusal
 * (422) where somebody could not read what is written in them.
 */
export async function keepAppearance(sql: Sql, chosen: Chosen, chooser: Chooser): Promise<void> {
  const colour = chosen.colour ?? ownLook.colour
  const isPoor = poorContrastsOf(colour).length > 0 || accentContrast(chosen.accent ?? ownAccent, colour) < accentNeeds
  if (isPoor) throw new Refusal('Those colours are too alike to be read: choose darker ones.', 422)
  await saveAppearance(sql, chosen, chooser)
  const detail = { colour: chosen.colour, accent: chosen.accent, languages: chosen.languages.join(' ') }
  await audit(sql, { ...by(chooser), verb: 'set appearance', detail })
}

/** Keeps a crest that was cleaned, or takes it away (null), in the caller's transaction, which tells that pages changed. */
export async function keepCrest(sql: Sql, crest: Crest | null, chooser: Chooser): Promise<void> {
  await saveCrest(sql, crest, chooser)
  await audit(sql, { ...by(chooser), verb: crest === null ? 'remove crest' : 'keep crest' })
}

const by = ({ at, personId, forceId }: Chooser) => ({ at, personId, about: `force/${forceId}` })
