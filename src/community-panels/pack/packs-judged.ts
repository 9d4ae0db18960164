import { findAppearance } from '#areas/appearance/appearances.sql.ts'
import type { Database } from '#platform/database/database.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { sayIn } from '#platform/language/say.ts'
import type { Sitting } from '../sittings/sitting.ts'
import { contractsOf, type ContractLine, type Judged } from '../sittings/sittings.sql.ts'
import { standardsNow, type Setting } from './community-pack.ts'
import { sealsToJudge } from './seals-to-judge.ts'

/** What a sitting that is not closed yet judges, to be kept when it is closed: what nobody froze is told in each language that its force offers. */
export async function packsJudged(database: Database, sitting: Sitting, setting: Setting): Promise<Judged[]> {
  const [lines, appearance] = await Promise.all([
    contractsOf(database, sitting.id),
    findAppearance(database, sitting.forceId),
  ])
  const seals = await sealsToJudge(
    database,
    lines.map(({ contractId }) => contractId),
  )
  const asked = { ...setting, forceId: sitting.forceId, latest: sitting.closesOn }
  const toldOf = async (line: ContractLine) => {
    const told = []
    for (const language of appearance?.languages ?? [firstLanguage])
      told.push({ language, packs: await standardsNow(database, line, { ...asked, say: sayIn(language) }) })
    return told
  }
  const judged: Judged[] = []
  for (const line of lines) {
    const { contractId } = line
    const frozen = seals.get(contractId) ?? null
    judged.push(frozen === null ? { contractId, frozen, told: await toldOf(line) } : { contractId, frozen })
  }
  return judged
}
