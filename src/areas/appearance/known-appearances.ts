import type { Database } from '#platform/database/database.ts'
import { firstLanguage, languages, type Language } from '#platform/language/language.ts'
import { ownLook, type Look } from '#platform/look.ts'
import type { Appearance } from './appearance.ts'
import { allAppearances } from './appearances.sql.ts'
import { lookOf } from './look.ts'

/** What forces chose of their pages, at hand for every page; read again when a force changes it. */
export type KnownAppearances = {
  /** How the pages of a force look; as the site's own where it chose nothing, or there is no such force. */
  readonly lookOf: (forceId: string) => Look
  /** The languages that a force has chosen; those of all forces together where none is named. */
  readonly languagesOf: (forceId: string | undefined) => readonly Language[]
  readonly readAgain: () => Promise<void>
}

const order = Object.keys(languages)

/** Reads what forces chose. */
export async function knownAppearances(db: Database): Promise<KnownAppearances> {
  let byForce = new Map<string, Appearance>()
  let looks = new Map<string, Look>()
  let ofAll: readonly Language[] = [firstLanguage]
  const readAgain = async () => {
    const all = await allAppearances(db)
    byForce = new Map(all.map((one) => [one.forceId, one]))
    looks = new Map(all.map((one) => [one.forceId, lookOf(one)]))
    const chosen = new Set<Language>([firstLanguage, ...all.flatMap((one) => one.languages)])
    ofAll = [...chosen].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  }
  await readAgain()
  return {
    lookOf: (forceId) => looks.get(forceId) ?? ownLook,
    languagesOf: (forceId) => (forceId === undefined ? ofAll : (byForce.get(forceId)?.languages ?? onlyFirst)),
    readAgain,
  }
}

const onlyFirst: readonly Language[] = [firstLanguage]
