import { randomUUID } from 'node:crypto'
import { daysNotJudged, recordedSince } from '#contract-year/freezes.sql.ts'
import { peopleForTeam } from '#people/people.sql.ts'
import { may } from '#people/permissions.ts'
import { roleInWords } from '#people/person.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { agreementOf } from './agreement.ts'
import { contractPage, type ContractShown } from './contract.page.ts'
import { declareConflict } from './declare-conflict.ts'
import { giveScore } from './give-score.ts'
import { makeRecommendation } from '#assessments/recommendations/make-recommendation.ts'
import { moderateScore } from './moderate-score.ts'
import { sampledEntries } from '#assessments/packs/sampled-entries.ts'
import { findPack, lastYearOf, standardLines } from '#assessments/packs/packs.sql.ts'
import { panelDeskAt, roundAt, standingRefusal, type PanelDesk } from '#assessments/rounds/panel-desk.ts'
import { openContract, type ContractSeat, type PanelMember } from '#assessments/rounds/panel-seat.ts'
import { dissent, rateContract } from '#assessments/ratings/rate-contract.ts'
import { dissentOf, findRating } from '#assessments/ratings/ratings.sql.ts'
import { recommendationsSeen } from '#assessments/recommendations/recommendations.sql.ts'
import { readRecommendation } from '#assessments/recommendations/recommendation.form.ts'
import { readConflict, readDissent, readGrade, readModerated, readScore } from './scoring.form.ts'
import { mayStep } from '#assessments/rounds/round.ts'
import { rubricOf } from '#assessments/rounds/rounds.sql.ts'
import { scorePage } from './score.page.ts'
import {
  findModerated,
  findOwnScore,
  gradesSeen,
  isModerated,
  notScoredBy,
  scoresSeen,
  type SeenGrades,
} from './scores.sql.ts'

const contract = '/desk/:force/rounds/:round/:team'
const standard = `${contract}/standards/:standard`
const sits = may('sit on the panel')

/** A member of the panel before one team’s contract: scores, conflicts, moderation, rating, recommendations. */
export const scoringRoutes: readonly Route[] = [
  get(contract, sits, (visit) => showContract(visit, {})),
  post(`${contract}/conflict`, sits, (visit) => take(visit, 'conflict')),
  post(`${contract}/rating`, sits, (visit) => take(visit, 'rating')),
  post(`${contract}/dissent`, sits, (visit) => take(visit, 'dissent')),
  post(`${contract}/recommendations`, sits, (visit) => take(visit, 'recommend')),
  get(standard, sits, (visit) => showStandard(visit, null, {}, null)),
  post(standard, sits, takeScore),
  post(`${standard}/moderate`, sits, takeModerated),
]

type Open = PanelDesk & ContractSeat & { readonly of: { readonly roundId: string; readonly contractId: string } }

/** The contract of the address, for whoever has no conflict with its team. */
async function openAt(visit: Visit): Promise<Open> {
  const desk = await panelDeskAt(visit)
  const at = { roundId: roundAt(visit), slug: visit.params['team'] ?? '' }
  const found = await transaction(visit.db, (sql) => openContract(sql, at, desk.member))
  return { ...desk, ...found, of: { roundId: found.round.id, contractId: found.contract.contractId } }
}

type Again = Partial<Pick<ContractShown, 'values' | 'errors' | 'refused' | 'form'>>

async function showContract(visit: Visit, again: Again) {
  const { db, site } = visit
  const open = await openAt(visit)
  const { force, round, of, member } = open
  const asking = { ...of, personId: member.personId }
  const [standards, seen, rating, dissents, recommendations, people, notJudged] = await Promise.all([
    standardLines(db, asking),
    gradesSeen(db, of.roundId, member.personId, of.contractId),
    findRating(db, of),
    dissentOf(db, of),
    recommendationsSeen(db, asking),
    peopleForTeam(db, force.id, open.contract.teamId),
    daysNotJudged(db, of.contractId),
  ])
  const shown: ContractShown = {
    ...open,
    site,
    standards,
    notJudged,
    agreement: agreementIn(seen, round.grades),
    rating,
    dissents: dissents.length,
    recommendations,
    owners: people.map(({ id, name, role }) => ({ value: id, words: `${name}, ${roleInWords[role]}` })),
    newId: typed(again.values ?? {}, 'id') || randomUUID(),
    values: again.values ?? {},
    errors: again.errors ?? {},
    refused: again.refused ?? null,
    form: again.form ?? null,
  }
  return contractPage(shown)
}

const agreementIn = (seen: readonly SeenGrades[], scale: readonly string[]): number | null =>
  agreementOf(seen.map(({ grades }) => grades.map((grade) => scale.indexOf(grade))))

type Act = (sql: Sql, at: { roundId: string; slug: string }, member: PanelMember) => Promise<void>
type Read = { readonly ok: true; readonly act: Act } | { readonly ok: false; readonly errors: FieldErrors }
type Form = NonNullable<ContractShown['form']>

function readFormOf(form: Form, values: FormValues, grades: readonly string[]): Read {
  if (form === 'rating') return leads(readGrade(values, grades), rateContract)
  if (form === 'dissent') return leads(readDissent(values), dissent)
  if (form === 'conflict') return leads(readConflict(values), declareConflict)
  return leads(readRecommendation(values), makeRecommendation)
}

type At = { readonly roundId: string; readonly slug: string }
type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors }

const leads = <T>(read: Told<T>, act: (sql: Sql, told: T & At, member: PanelMember) => Promise<void>): Read =>
  read.ok ? { ok: true, act: (sql, at, member) => act(sql, { ...read.value, ...at }, member) } : read

async function take(visit: Visit, form: Form): Promise<Answer> {
  const { force, member, round, contract: line } = await openAt(visit)
  const read = readFormOf(form, visit.form, round.grades)
  const values = visit.form
  if (!read.ok) return shown(await showContract(visit, { values, errors: read.errors, form }), 422)
  try {
    await transaction(visit.db, (sql) => read.act(sql, { roundId: round.id, slug: line.slug }, member))
  } catch (fault) {
    return shown(await showContract(visit, { values, refused: standingRefusal(fault), form }), 409)
  }
  const back = `/desk/${force.id}/rounds/${round.id}`
  return redirect(form === 'conflict' ? back : `${back}/${line.slug}`)
}

async function showStandard(visit: Visit, sent: FormValues | null, errors: FieldErrors, refused: string | null) {
  const { db, site } = visit
  const open = await openAt(visit)
  const { round, contract: line, seat, member, of, force } = open
  const standardId = visit.params['standard'] ?? ''
  const key = { ...of, standardId, personId: member.personId }
  const pack = await findPack(db, key, standardId)
  if (pack === null && round.phase === 'set up') throw new Refusal('Scoring has not begun, so the pack is closed.', 409)
  if (pack === null) throw new Refusal('There is no such standard to score.', 404)
  const [standards, rubric, lastYear, sample, later, own, seen, grades, moderated, isDecided, notScored] =
    await Promise.all([
      standardLines(db, key),
      rubricOf(db, round.id),
      lastYearOf(db, { teamId: line.teamId, year: round.year, standardId }),
      sampledEntries(db, line.teamId, pack.sample),
      pack.frozen === null ? null : recordedSince(db, of.contractId),
      findOwnScore(db, key),
      scoresSeen(db, key),
      gradesSeen(db, round.id, member.personId, of.contractId),
      findModerated(db, key),
      isModerated(db, key),
      notScoredBy(db, key),
    ])
  const next = standards.find(({ isGiven, standardId: id }) => !isGiven && id !== standardId)
  const isGiven = own !== null && own.submittedAt !== null
  const begun = isGiven
    ? { grade: moderated?.grade ?? '', reason: moderated?.reason ?? '', fewWhy: moderated?.fewWhy ?? '' }
    : { grade: own?.grade ?? '', reason: own?.reason ?? '', better: own?.better ?? '' }
  return scorePage({
    ...open,
    site,
    pack,
    criteria: rubric.find((each) => each.standardId === standardId)?.criteria ?? null,
    lastYear,
    sample,
    later,
    own,
    seen,
    agreement: agreementIn(grades, round.grades),
    moderated,
    mayModerate: mayStep('moderate a score', round.phase, seat),
    mayScore: !isDecided && mayStep('give a score', round.phase, seat),
    notScored: notScored.map(({ name }) => name),
    given: standards.filter((each) => each.isGiven).length,
    standards: standards.length,
    next: next
      ? `/desk/${force.id}/rounds/${round.id}/${line.slug}/standards/${encodeURIComponent(next.standardId)}`
      : null,
    values: sent ?? { ...begun },
    errors,
    refused,
  })
}

async function takeScore(visit: Visit): Promise<Answer> {
  const { round } = await openAt(visit)
  return takeAt(visit, readScore(visit.form, round.grades), giveScore)
}

async function takeModerated(visit: Visit): Promise<Answer> {
  const { round, of, member } = await openAt(visit)
  const key = { ...of, standardId: visit.params['standard'] ?? '', personId: member.personId }
  // Whoever has not scored sees none; the verb asks them for their own score first.
  const isFew = (await scoresSeen(visit.db, key)).length === 1
  return takeAt(visit, readModerated(visit.form, round.grades, isFew), moderateScore)
}

async function takeAt<T>(
  visit: Visit,
  read: Told<T>,
  act: (sql: Sql, told: T & At & { readonly standardId: string }, member: PanelMember) => Promise<void>,
): Promise<Answer> {
  const { force, member, round, contract: line } = await openAt(visit)
  if (!read.ok) return shown(await showStandard(visit, visit.form, read.errors, null), 422)
  const standardId = visit.params['standard'] ?? ''
  const told = { ...read.value, roundId: round.id, slug: line.slug, standardId }
  try {
    await transaction(visit.db, (sql) => act(sql, told, member))
  } catch (fault) {
    return shown(await showStandard(visit, visit.form, {}, standingRefusal(fault)), 409)
  }
  return redirect(`/desk/${force.id}/rounds/${round.id}/${line.slug}/standards/${encodeURIComponent(standardId)}`)
}
