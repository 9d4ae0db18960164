import { closedRatingOf } from '#assessments/ratings.sql.ts'
import { contractHeads } from '#contracts/contracts.sql.ts'
import { typed } from '#platform/form.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { addressesOf, contractAddress } from './addresses.ts'
import { contractPage } from './contract.page.ts'
import { evidencePage } from './evidence-page.ts'
import { asAtOf, contractOf, newestContractOf, nowhere, short } from './find.ts'
import { findPromise } from './find-promise.ts'
import { promisePage } from './promise.page.ts'
import { standardPage } from './standard.page.ts'

/** A team's contract, whichever is the newest. */
export async function showNewestContract(visit: Visit): Promise<Answer> {
  const { team, contract } = await newestContractOf(visit)
  return redirect(contractAddress(team.id, contract.year), 302)
}

/** The living contract. */
export async function showContract(visit: Visit): Promise<Answer> {
  const { db, site } = visit
  const asked = await standingAsked(visit)
  const { team, shown } = asked
  const [contracts, rating] = await Promise.all([
    contractHeads(db, [team.id]),
    closedRatingOf(db, team.id, shown.contract.year),
  ])
  return contractPage({ ...asked, site, contracts, isRated: rating !== null })
}

/** One standard of a contract. */
export async function showStandard(visit: Visit): Promise<Answer> {
  const asked = await standingAsked(visit)
  const id = visit.params['standard'] ?? ''
  const standard = asked.shown.standards.find((each) => each.id === id)
  const say = sayIn(visit.language)
  if (!standard)
    throw nowhere(
      say.text`This contract’s framework has no standard “${short(id)}”.`,
      wayToContract(asked.to.contract, say),
    )
  return standardPage({ ...asked, site: visit.site, standard })
}

/** One promise with a page of its evidence. */
export async function showPromise(visit: Visit): Promise<Answer> {
  const asked = await standingAsked(visit)
  const ref = visit.params['ref'] ?? ''
  const found = findPromise(asked.shown, ref)
  const say = sayIn(visit.language)
  if (!found)
    throw nowhere(say.text`This contract has no promise “${short(ref)}”.`, wayToContract(asked.to.contract, say))
  const evidence = await evidencePage(visit.db, { ...asked, say }, found.promise, typed(visit.query, 'page'))
  return promisePage({ ...asked, site: visit.site, found, evidence })
}

async function standingAsked(visit: Visit) {
  const found = await contractOf(visit)
  const { force, team, contract } = found
  const asAt = asAtOf(visit, found)
  const shown = await contractStanding(visit.db, {
    contract,
    forceId: force.id,
    timeZone: force.timeZone,
    asAt,
    now: visit.now,
  })
  return { force, team, shown, to: addressesOf(contract, asAt) }
}

const wayToContract = (href: string, say: Say) => ({ words: say.text`Go to the contract`, href })
