import { disclosedPack } from '#contract-year/freeze/disclosed-pack.ts'
import { packOf } from '#contract-year/freeze/freeze.ts'
import { freezeWithPanel } from '#contract-year/freeze/freeze-with-panel.ts'
import { daysNotJudged } from '#contract-year/freezes.sql.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { contractAddress } from '../addresses.ts'
import { contractOf, nowhere } from '../find.ts'
import { selfEvaluationPage } from './self-evaluation.page.ts'

/** What a team said of its year, as it was frozen for its panel; until then, and once it is sent back, there is no such page. */
export async function showSelfEvaluation(visit: Visit): Promise<Answer> {
  const { db, site, language } = visit
  const found = await contractOf(visit)
  const { team, contract } = found
  const say = sayIn(language)
  const freeze = await freezeWithPanel(db, contract.id)
  if (freeze === null)
    throw nowhere(say.text`${team.name} has not given its self evaluation of this year to a panel yet.`, {
      words: say.text`Go to the contract`,
      href: contractAddress(team.id, contract.year),
    })
  const [pack, notJudged] = await Promise.all([disclosedPack(db, packOf(freeze), say), daysNotJudged(db, contract.id)])
  return selfEvaluationPage({ ...found, site, pack, notJudged })
}
