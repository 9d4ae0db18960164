import { randomUUID } from 'node:crypto'
import { teamsOf } from '#areas/areas.sql.ts'
import { contractHeads } from '#contracts/contracts.sql.ts'
import { coursesOf } from '#contract-year/course.sql.ts'
import { isWithPanel } from '#contract-year/state.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import type { Framework } from '#frameworks/framework.ts'
import { dayTyped } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import { addDays } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { agreementOf } from '#assessments/scoring/agreement.ts'
import { beginModeration, beginScoring } from './begin-phase.ts'
import { changePanelRoutes } from './change-panel.routes.ts'
import { closeRound } from './close-round.ts'
import { openRound, setRubric } from './open-round.ts'
import { panelDeskAt, roundAt, standingRefusal } from './panel-desk.ts'
import { seatAt, type PanelMember } from './panel-seat.ts'
import { readRound, readRubric } from './round.form.ts'
import { roundPage } from './round.page.ts'
import { usualAnswerWithin, usualGrades, type Round } from './round.ts'
import { newRoundPage, roundsPage, rubricPage } from './rounds.page.ts'
import { contractLines, roundsOf, rubricOf, type Criteria } from './rounds.sql.ts'
import { membersOf, panelPeople, roundsWithoutChair } from './panel.sql.ts'
import { gradesSeen } from '#assessments/scoring/scores.sql.ts'

const rounds = '/desk/:force/rounds'
const one = `${rounds}/:round`
const sits = may('sit on the panel')

/** The panel of the commissioner’s office opens rounds and leads them to their end (R46). */
export const roundRoutes: readonly Route[] = [
  get(rounds, sits, showRounds),
  get(`${rounds}/new`, sits, askForRound),
  post(`${rounds}/new`, sits, takeRound),
  get(one, sits, (visit) => showRound(visit, null)),
  get(`${one}/rubric`, sits, showRubric),
  post(`${one}/rubric`, sits, takeRubric),
  post(`${one}/begin-scoring`, sits, (visit) => takeStep(visit, beginScoring)),
  post(`${one}/begin-moderation`, sits, (visit) => takeStep(visit, beginModeration)),
  post(`${one}/close`, sits, (visit) => takeStep(visit, closeRound)),
  ...changePanelRoutes,
]

async function showRounds(visit: Visit): Promise<Answer> {
  const { force } = await panelDeskAt(visit)
  const [known, heads, leaderless] = await Promise.all([
    roundsOf(visit.db, force.id),
    headsOf(visit, force.id),
    roundsWithoutChair(visit.db, force.id),
  ])
  const years = [...new Set(heads.map(({ year }) => year))].filter((year) => !known.some((each) => each.year === year))
  return roundsPage({ site: visit.site, force, rounds: known, leaderless, years: years.toSorted((a, b) => b - a) })
}

const headsOf = async ({ db }: Visit, forceId: string) =>
  contractHeads(
    db,
    (await teamsOf(db, forceId)).map(({ id }) => id),
  )

/** What a round of the year that the address asks for may be made of; throws a Refusal (404) where no contract is of that year. */
async function offeredAt(visit: Visit) {
  const desk = await panelDeskAt(visit)
  const asked = typed(visit.query, 'year')
  const teams = await teamsOf(visit.db, desk.force.id)
  const heads = (await headsOf(visit, desk.force.id)).filter(({ year }) => String(year) === asked)
  if (heads.length === 0) throw new Refusal('There are no contracts of that year to judge.', 404)
  const courses = await coursesOf(
    visit.db,
    heads.map(({ id }) => id),
  )
  const isHandedIn = (id: string) => isWithPanel(courses.get(id)?.state ?? 'in force')
  const contracts = heads.map(({ id, teamId }) => ({
    value: id,
    words: teams.find((team) => team.id === teamId)?.name ?? teamId,
    hint: isHandedIn(id) ? undefined : 'Not handed in yet: the panel judges what the ledger says when scoring begins.',
  }))
  const people = (await panelPeople(visit.db, desk.force.id)).map(({ id, name }) => ({ value: id, words: name }))
  const frameworkIds = [...new Set(heads.map(({ frameworkId }) => frameworkId))]
  return { ...desk, year: Number(asked), contracts, people, frameworkIds }
}

async function askForRound(visit: Visit): Promise<Answer> {
  const { today, contracts, people, member } = await offeredAt(visit)
  const days = { opensOn: 0, scoringOn: 14, moderationOn: 42, closesOn: 70 }
  const values = Object.assign(
    {},
    ...Object.entries(days).map(([name, after]) => dayTyped(name, addDays(today, after))),
  )
  const all = (choices: readonly { value: string }[]) => choices.map(({ value }) => value)
  const begun = {
    ...values,
    id: randomUUID(),
    contracts: all(contracts),
    members: all(people),
    chairId: member.personId,
    grades: usualGrades.join('\n'),
    answerWithin: String(usualAnswerWithin),
  }
  return showNew(visit, begun, {})
}

async function showNew(visit: Visit, values: FormValues, errors: FieldErrors) {
  return newRoundPage({ ...(await offeredAt(visit)), site: visit.site, values, errors })
}

async function takeRound(visit: Visit): Promise<Answer> {
  const { force, year, contracts, people, frameworkIds, member } = await offeredAt(visit)
  const ids = (choices: readonly { value: string }[]) => choices.map(({ value }) => value)
  const read = readRound(visit.form, { contractIds: ids(contracts), personIds: ids(people) })
  if (!read.ok) return shown(await showNew(visit, visit.form, read.errors), 422)
  const { contractIds, ...told } = read.value
  const frameworks = await Promise.all(frameworkIds.map((id) => frameworkOfContract(visit.db, id)))
  const rubric = frameworks.flatMap(usualRubric)
  const judged = contractIds.map((contractId) => ({ contractId, seed: randomUUID() }))
  await transaction(visit.db, (sql) =>
    openRound(sql, { ...told, forceId: force.id, year, contracts: judged, rubric }, member),
  )
  return redirect(`/desk/${force.id}/rounds/${told.id}`)
}

/** Unless the chair says otherwise, the panel asks what the framework names under a standard. */
const usualRubric = ({ standards }: Framework): Criteria[] =>
  standards.map(({ id, keyElements, measures }) => ({
    standardId: id,
    criteria: (keyElements.length > 0 ? keyElements : measures.map(({ title }) => title)).join('\n'),
  }))

async function showRound(visit: Visit, refused: string | null) {
  const { force, member } = await panelDeskAt(visit)
  const round = await seatAt(visit.db, roundAt(visit), member)
  const [contracts, members, agreement] = await Promise.all([
    contractLines(visit.db, round.id, member.personId),
    membersOf(visit.db, round.id),
    round.phase === 'moderation' ? agreementSeen(visit.db, round, member.personId) : null,
  ])
  return roundPage({ site: visit.site, force, round, contracts, members, agreement, refused })
}

async function agreementSeen(sql: Sql, round: Round, personId: string): Promise<number | null> {
  const seen = await gradesSeen(sql, round.id, personId)
  return agreementOf(seen.map(({ grades }) => grades.map((grade) => round.grades.indexOf(grade))))
}

async function takeStep(
  visit: Visit,
  step: (sql: Sql, roundId: string, member: PanelMember) => Promise<void>,
): Promise<Answer> {
  const { force, member } = await panelDeskAt(visit)
  const roundId = roundAt(visit)
  try {
    await transaction(visit.db, (sql) => step(sql, roundId, member))
  } catch (fault) {
    return shown(await showRound(visit, standingRefusal(fault)), 409)
  }
  return redirect(`/desk/${force.id}/rounds/${roundId}`)
}

async function standardsOf(visit: Visit, round: Round, personId: string) {
  const contracts = await contractLines(visit.db, round.id, personId)
  const judged = new Set(contracts.map(({ contractId }) => contractId))
  const heads = (await headsOf(visit, round.forceId)).filter(({ id }) => judged.has(id))
  const ids = [...new Set(heads.map(({ frameworkId }) => frameworkId))]
  const frameworks = await Promise.all(ids.map((id) => frameworkOfContract(visit.db, id)))
  return [...new Map(frameworks.flatMap(({ standards }) => standards).map((each) => [each.id, each])).values()]
}

async function showRubric(visit: Visit): Promise<Answer> {
  const { force, member } = await panelDeskAt(visit)
  const round = await seatAt(visit.db, roundAt(visit), member)
  const rubric = new Map((await rubricOf(visit.db, round.id)).map(({ standardId, criteria }) => [standardId, criteria]))
  const standards = (await standardsOf(visit, round, member.personId)).map(({ id, title }) => ({
    id,
    title,
    criteria: rubric.get(id) ?? '',
  }))
  return rubricPage({ site: visit.site, force, round, standards })
}

async function takeRubric(visit: Visit): Promise<Answer> {
  const { member } = await panelDeskAt(visit)
  const round = await seatAt(visit.db, roundAt(visit), member)
  const standards = await standardsOf(visit, round, member.personId)
  const rubric = readRubric(
    visit.form,
    standards.map(({ id }) => id),
  )
  return takeStep(visit, (sql, roundId, seated) => setRubric(sql, roundId, rubric, seated))
}
