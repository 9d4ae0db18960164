import type { Database } from '#platform/database/database.ts'
import { firstLanguage, languages, type Language } from '#platform/language/language.ts'
import type { Appearance } from './appearance.ts'
import { allAppearances } from './appearances.sql.ts'

/** What forces chose of their pages, at hand for every page; read again when a force changes it. */
export type KnownAppearances = {
  readonly of: (forceId: string) => Appearance | undefined
  /** The languages that a force has chosen; those of all forces together where none is named. */
  readonly languagesOf: (forceId: string | undefined) => readonly Language[]
  readonly readAgain: () => Promise<void>
}

const order = Object.keys(languages)

/** Reads what forces chose. */
export async function knownAppearances(db: Database): Promise<KnownAppearances> {
  let byForce = new Map<string, Appearance>()
  let ofAll: readonly Language[] = [firstLanguage]
  const readAgain = async () => {
    const all = await allAppearances(db)
    byForce = new Map(all.map((one) => [one.forceId, one]))
    const chosen = new Set<Language>([firstLanguage, ...all.flatMap((one) => one.languages)])
    ofAll = [...chosen].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  }
  await readAgain()
  return {
    of: (forceId) => byForce.get(forceId),
    languagesOf: (forceId) => (forceId === undefined ? ofAll : (byForce.get(forceId)?.languages ?? onlyFirst)),
    readAgain,
  }
}

const onlyFirst: readonly Language[] = [firstLanguage]
