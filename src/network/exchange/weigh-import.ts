import type { Sql } from '#platform/database/database.ts'
import { foldWords } from '#platform/fold.ts'
import { erasedAmong } from '../care/erased-identity.ts'
import { organisationsOf } from '../organisations.sql.ts'
import { digitsOf } from '../told-patterns.ts'
import {
  holdTeam,
  identitiesAfter,
  individualsAfter,
  makeRoom,
  markHere,
  markLikely,
  markTwice,
  saveAsNew,
  saveErased,
  saveKnown,
  saveKnownOrganisations,
} from './weigh.sql.ts'

/** Rows that are in memory at once. */
export const batch = 5_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Holds the rows of a file against the network of its team in the caller's transaction: who was erased, who is here, who
 * stands in the file twice, who is likely to. Nobody else takes in a file for the team meanwhile.
 */
export async function weighImport(
  sql: Sql,
  importId: string,
  { forceId, teamId }: { readonly forceId: string; readonly teamId: string },
): Promise<void> {
  await holdTeam(sql, teamId)
  await makeRoom(sql)
  await saveAsNew(sql, importId)
  await gatherKnown(sql, forceId, teamId)
  await markErased(sql, importId, forceId)
  await markHere(sql, importId)
  await markTwice(sql, importId)
  await markLikely(sql, importId)
}

async function gatherKnown(sql: Sql, forceId: string, teamId: string): Promise<void> {
  for (let after = beforeAll; ;) {
    const people = await individualsAfter(sql, teamId, after, batch)
    await saveKnown(sql, people.map(({ id, name, email, telephone }) => ({
      id, name, email, nameFolded: foldWords(name), digits: telephone && digitsOf(telephone),
    }))) // prettier-ignore
    if (people.length < batch) break
    after = people.at(-1)?.id ?? after
  }
  const organisations = await organisationsOf(sql, forceId, teamId)
  await saveKnownOrganisations(
    sql,
    organisations.map(({ id, name }) => ({ id, folded: foldWords(name) })),
  )
}

async function markErased(sql: Sql, importId: string, forceId: string): Promise<void> {
  for (let after = 0; ;) {
    const people = await identitiesAfter(sql, importId, after, batch)
    const erased = await erasedAmong(sql, forceId, people)
    const lines = people.filter((_, n) => erased[n]).map(({ line }) => line)
    if (lines.length > 0) await saveErased(sql, importId, lines)
    if (people.length < batch) return
    after = people.at(-1)?.line ?? after
  }
}
