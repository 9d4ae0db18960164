import type { Chosen, Crest } from '#areas/appearance/appearance.ts'
import { keepAppearance, keepCrest, type Chooser } from '#areas/appearance/keep-appearance.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import type { Sql } from '#platform/database/database.ts'

/**
 * Sets how a force's pages look and in which languages they can be read, in the caller's transaction; every process reads it
 * again once that is done. Throws a Refusal (422) where somebody could not read what is written in those colours.
 */
export async function setAppearance(sql: Sql, chosen: Chosen, chooser: Chooser): Promise<void> {
  await keepAppearance(sql, chosen, chooser)
  await pagesChanged(sql, chooser.forceId)
}

/** Shows a crest beside the name of a force's pages, or takes it away (null), in the caller's transaction. */
export async function setCrest(sql: Sql, crest: Crest | null, chooser: Chooser): Promise<void> {
  await keepCrest(sql, crest, chooser)
  await pagesChanged(sql, chooser.forceId)
}
