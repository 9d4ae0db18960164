import type { Contract } from '#contracts/contract.ts'
import { versionWithdrawing } from '#contract-year/versions/versions.sql.ts'
import { typed } from '#platform/form.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { contractAddress } from './addresses.ts'
import type { Astray } from './astray.ts'
import { contractTold } from './contract-told.ts'
import { contractPage } from './contract.page.ts'
import { evidencePage } from './evidence-page.ts'
import { newestContractOf, nowhere, short } from './find.ts'
import { findPromise } from './find-promise.ts'
import { promisePage } from './promise.page.ts'
import { standardPage } from './standard.page.ts'
import { changesAddress } from './versions/version-addresses.ts'

/** A team's contract, whichever is the newest. */
export async function showNewestContract(visit: Visit): Promise<Answer> {
  const { team, contract } = await newestContractOf(visit)
  return redirect(contractAddress(team.id, contract.year), 302)
}

/** The living contract. */
export async function showContract(visit: Visit): Promise<Answer> {
  return contractPage(await contractTold(visit), visit.site)
}

/** One standard of a contract. */
export async function showStandard(visit: Visit): Promise<Answer> {
  const told = await contractTold(visit)
  const id = visit.params['standard'] ?? ''
  const standard = told.shown.standards.find((each) => each.id === id)
  const say = sayIn(visit.language)
  if (!standard)
    throw nowhere(
      say.text`This contract’s framework has no standard “${short(id)}”.`,
      wayToContract(told.to.contract, say),
    )
  return standardPage({ ...told, site: visit.site, standard })
}

/** One promise with a page of its evidence. */
export async function showPromise(visit: Visit): Promise<Answer> {
  const told = await contractTold(visit)
  const ref = visit.params['ref'] ?? ''
  const found = findPromise(told.shown, ref)
  const say = sayIn(visit.language)
  if (!found) throw await noPromise(visit, told.shown.contract, ref)
  const evidence = await evidencePage(visit.db, { ...told, say }, found.promise, typed(visit.query, 'page'))
  return promisePage({ ...told, site: visit.site, found, evidence })
}

/** The address of a promise that was withdrawn says where that is told. */
async function noPromise({ db, language }: Visit, { id, teamId, year }: Contract, ref: string): Promise<Astray> {
  const say = sayIn(language)
  const version = await versionWithdrawing(db, id, ref)
  if (version === null)
    return nowhere(
      say.text`This contract has no promise “${short(ref)}”.`,
      wayToContract(contractAddress(teamId, year), say),
    )
  const wayBack = { words: say.text`See what changed`, href: changesAddress(teamId, year, version) }
  return nowhere(say.text`Promise ${short(ref)} was withdrawn from this contract in version ${version}.`, wayBack)
}

const wayToContract = (href: string, say: Say) => ({ words: say.text`Go to the contract`, href })
