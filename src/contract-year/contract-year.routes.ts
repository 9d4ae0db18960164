import { contractHeads } from '#contracts/contracts.sql.ts'
import { idOrNew } from '#network/typed-parts.ts'
import { isAllowed, may, permissions } from '#people/permissions.ts'
import { teamAt } from '#areas/team-at.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { FieldErrors } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractYearAt, deskOfYear, standingAt, type YearFound } from './contract-year-at.ts'
import { readFreeze, readReassign, readSendBack, readStep } from './contract-year.form.ts'
import { contractYearPage, slugOf } from './contract-year.page.ts'
import { peopleOfRoles, stepsTaken, type PossibleOwner } from './course.sql.ts'
import { yearOfDraft } from './drafts.sql.ts'
import { daysLeft } from './freeze/early.ts'
import { freezeContract } from './freeze/freeze-contract.ts'
import { frozenRoutes } from './freeze/frozen.routes.ts'
import { publishContract, submitContract } from './publish-contract.ts'
import { draftSelfEvaluation } from './self-evaluation/write-self-evaluation.ts'
import { selfEvaluationRoutes } from './self-evaluation/self-evaluation.routes.ts'
import { amendRoutes } from './versions/amend.routes.ts'
import { isAmendable } from './versions/amendment.ts'
import { isPublished, leadOf, nextStep, steps, stepsFrom, type ContractStep } from './state.ts'
import { stepPress } from './step-words.ts'
import { takeContractStep } from './take-contract-step.ts'

const see = may('see a contract’s year')
const year = '/desk/:force/:team/contract/:year'

/** The contract's year at the desk. */
export const contractYearRoutes: readonly Route[] = [
  get('/desk/:force/:team/contract', see, showNewest),
  get(year, see, (visit) => showYear(visit)),
  // Who may take which step, the table of states says.
  post(`${year}/steps/:step`, see, takeStep),
  ...selfEvaluationRoutes(year),
  ...frozenRoutes(year),
  ...amendRoutes(year),
]

async function showNewest(visit: Visit): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  const [newest] = await contractHeads(visit.db, [team.id])
  const newestYear = newest?.year ?? (await yearOfDraft(visit.db, team.id))
  if (newestYear !== null) return redirect(deskOfYear(team.id, newestYear), 302)
  const mayBegin = visit.person !== null && isAllowed(visit.person, 'write contracts', visit.params)
  if (!mayBegin)
    throw new Refusal(`${team.name} has no contract yet. A Sergeant or Inspector can begin its first.`, 404)
  return redirect(`/desk/${team.id}/contract/begin`, 302)
}

const showYear = async (visit: Visit): Promise<Answer> =>
  contractYearPage(await deskOf(visit, await contractYearAt(visit), {}, null))

async function takeStep(visit: Visit): Promise<Answer> {
  const found = await contractYearAt(visit)
  const step = steps.find((each) => slugOf(each) === visit.params['step'])
  if (step === undefined || stepPress[step] === null) throw new Refusal('There is no such step here.', 404)
  const read = await readingOf(visit, found, step)
  if (!read.ok) return refusedAt(visit, read.errors, null, 422)
  try {
    await read.value()
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.status !== 409) throw fault
    return refusedAt(visit, {}, fault.message, 409)
  }
  return redirect(deskOfYear(found.team.id, found.contract.year))
}

type Reading =
  { readonly ok: true; readonly value: () => Promise<void> } | { readonly ok: false; readonly errors: FieldErrors }

/** What a step's form leads to, or the mistakes in it. */
async function readingOf(visit: Visit, found: YearFound, step: ContractStep): Promise<Reading> {
  const { contract, acting, course, team } = found
  const { db, form } = visit
  const take = (asked: { readonly revision: number }) =>
    transaction(
      db,
      async (sql) => void (await takeContractStep(sql, { contractId: contract.id, step, ...asked }, acting)),
    )
  if (step === 'send back') return leads(readSendBack(form), take)
  if (step === 'reassign') {
    const owners = await ownersOf(visit, team.id, course.state)
    const today = dayAt(visit.now, acting.timeZone)
    return leads(readReassign(form, { offered: owners.map(({ id }) => id), today }), take)
  }
  if (step === 'freeze') {
    const freeze = { id: idOrNew(form), year: contract.year }
    return leads(readFreeze(form, leftOf(visit, found) > 0), (told) =>
      transaction(db, (sql) => freezeContract(sql, { ...freeze, ...told }, acting)),
    )
  }
  return leads(readStep(form), async ({ revision }) => {
    const asked = { contractId: contract.id, revision }
    if (step === 'submit') await transaction(db, (sql) => submitContract(sql, asked, acting))
    else if (step === 'publish') await transaction(db, (sql) => publishContract(sql, asked, acting))
    else if (step === 'draft the self evaluation') await draft(visit, found, revision)
    else await take({ revision })
  })
}

/** How many days of its year are still to come. */
const leftOf = ({ now }: Visit, { contract, acting }: YearFound): number =>
  daysLeft(contract.span, dayAt(now, acting.timeZone))

/** A draft has no standing to draft from, so its wrong step is refused by the table before. */
async function draft(visit: Visit, found: YearFound, revision: number): Promise<void> {
  leadOf(found.course.state, 'draft the self evaluation')
  const asked = { revision, standing: await standingAt(visit, found) }
  await transaction(visit.db, (sql) => draftSelfEvaluation(sql, asked, found.acting))
}

const leads = <T>(
  read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors },
  act: (told: T) => Promise<void>,
): Reading => (read.ok ? { ok: true, value: () => act(read.value) } : read)

/** The page again, with what stands now and what was typed. */
const refusedAt = async (visit: Visit, errors: FieldErrors, why: string | null, status: 409 | 422): Promise<Answer> =>
  shown(contractYearPage(await deskOf(visit, await contractYearAt(visit), errors, why)), status)

async function deskOf(visit: Visit, found: YearFound, errors: FieldErrors, refused: string | null) {
  const { team, contract, isDraft, course } = found
  const { person, params, db } = visit
  const allowed = (step: ContractStep) => person !== null && isAllowed(person, leadOf(course.state, step).needs, params)
  const mine = stepsFrom(course.state).filter(allowed)
  const heads = await contractHeads(db, [team.id])
  const isNewest = heads[0]?.year === contract.year
  const drafted = isNewest && !isDraft ? await yearOfDraft(db, team.id) : null
  return {
    site: visit.site,
    team,
    contract,
    isDraft,
    course,
    taken: await stepsTaken(db, contract.id),
    mine,
    daysLeft: leftOf(visit, found),
    owners: mine.includes('reassign') ? await ownersOf(visit, team.id, course.state) : [],
    formId: idOrNew(visit.form),
    mayAmend: !isDraft && isAmendable(course) && person !== null && isAllowed(person, 'sign contracts', params),
    nextDraft: drafted !== null && drafted > contract.year ? drafted : null,
    mayBeginNext:
      isPublished(course.state) && isNewest && person !== null && isAllowed(person, 'write contracts', params),
    values: Object.keys(errors).length > 0 ? visit.form : {},
    errors,
    refused,
  }
}

/** Who may have the next step in hand: whoever may take it. */
async function ownersOf({ db }: Visit, teamId: string, state: YearFound['course']['state']): Promise<PossibleOwner[]> {
  const next = nextStep(state)
  return next === null ? [] : peopleOfRoles(db, teamId, permissions[leadOf(state, next).needs])
}
