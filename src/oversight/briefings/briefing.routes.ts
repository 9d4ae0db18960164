import { readFileSync } from 'node:fs'
import { momentAt } from '#engagements/planned/planned-engagement.ts'
import { nextPlanned } from '#engagements/planned/planned-engagements.sql.ts'
import { inspectorsNamed } from '#network/councils/notes.sql.ts'
import { keeperAt } from '#network/keeper-at.ts'
import { meetingsPlanned } from '#network/meetings/meetings.sql.ts'
import type { Organisation } from '#network/organisation.ts'
import { findOrganisation } from '#network/organisations.sql.ts'
import { postsOf } from '#network/posts.sql.ts'
import { may } from '#people/permissions.ts'
import { addMonths, inWords, type Day } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { file, type Answer } from '#platform/http/answers.ts'
import { get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { pdfOf } from '#platform/pdf.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractOn, standingOf } from '../contract-on.ts'
import { partsOf, type Known } from './briefing-told.ts'
import { briefingPage } from './briefing.page.ts'
import { heldBetween, kindsTold } from './briefing.sql.ts'
import { isNear, quarterInWords, quarterNamed, quarterOf, type Quarter } from './briefing.ts'

const briefing = '/desk/:force/:team/councils/:id/briefing'

/** A council's quarterly briefing, made from the records: a page, and a PDF to hand over. */
export const briefingRoutes: readonly Route[] = [
  get(briefing, may('keep in touch'), showBriefing),
  get(`${briefing}.pdf`, may('keep in touch'), giveBriefing),
]

async function showBriefing(visit: Visit): Promise<Answer> {
  const { team, today } = await keeperAt(visit)
  const known = await knownOf(visit)
  const { council, quarter } = known
  return briefingPage({ site: visit.site, team, today, council, quarter, parts: partsOf(known) })
}

const template = readFileSync(new URL('./briefing.typ', import.meta.url), 'utf8')

async function giveBriefing(visit: Visit): Promise<Answer> {
  const { force, team, today } = await keeperAt(visit)
  const known = await knownOf(visit)
  const { council, quarter } = known
  const pdf = await pdfOf(template, {
    title: `Briefing for ${council.name}, ${quarterInWords(quarter)}`,
    colour: visit.site.look.colour,
    force: force.name,
    team: `${team.name} neighbourhood policing team`,
    parts: partsOf(known),
    made: `Made from the records on ${inWords(today)}.`,
    emergency: 'Not for emergencies: call 999 in an emergency, 101 otherwise.',
  })
  const filename = `briefing-${team.slug}-${quarter.name}.pdf`
  return file(pdf, { type: 'application/pdf', filename, inline: true })
}

async function knownOf(visit: Visit): Promise<Known> {
  const { db, params } = visit
  const { team, today, force } = await keeperAt(visit)
  const council = await findOrganisation(db, team.id, params['id'] ?? '')
  if (!council || !['council', 'parish'].includes(council.kind))
    throw new Refusal(`${team.name} keeps in touch with no such council.`, 404)
  const quarter = quarterAsked(visit, today)
  const [held, told, planned, meetings, [inspector], promises] = await Promise.all([
    heldBetween(db, team.id, quarter.span),
    toldOf(visit, council, quarter),
    nextPlanned(db, team.id, momentAt(visit.now, force.timeZone), 200),
    meetingsPlanned(db, [team.id]),
    inspectorsNamed(db, [team.id]),
    promisesTo(visit, team.id, today, force.timeZone),
  ])
  const soon = addMonths(today, 3)
  return {
    council,
    quarter,
    ...told,
    promises,
    held: held.filter((one) => isNear(one, council)),
    planned: planned.filter((one) => one.heldOn <= soon && isNear({ ...one, neighbourhood: null }, council)),
    meetings: meetings.filter((one) => one.organisationId === council.id && one.heldOn >= today && one.heldOn <= soon),
    inspector: inspector?.name ?? null,
  }
}

function quarterAsked({ query }: Visit, today: Day): Quarter {
  const asked = typed(query, 'quarter')
  const quarter = asked === '' ? quarterOf(today) : quarterNamed(asked)
  if (quarter === null) throw new Refusal('Name a quarter as 2026-4, from 1 to 4.', 404)
  return quarter
}

const ofCouncilKinds = ['contact made', 'meeting attended', 'concern raised', 'concern answered']
const ofTeamKinds = ['priority set', 'priority addressed', 'outcome communicated']

async function toldOf({ db }: Visit, { id, teamId, subjectId }: Organisation, { span }: Quarter) {
  const posts = await postsOf(db, [id], span.to)
  const subjects = [subjectId, ...posts.map((post) => post.subjectId)].filter((subject) => subject !== null)
  const chain = teamId ?? ''
  const [ofCouncil, ofTeam] = await Promise.all([
    kindsTold(db, { chain, kinds: ofCouncilKinds, subjects }, span),
    kindsTold(db, { chain, kinds: ofTeamKinds, subjects: null }, span),
  ])
  const asMap = (rows: typeof ofTeam) => new Map(rows.map(({ kind, count }) => [kind, count]))
  return { ofCouncil: asMap(ofCouncil), ofTeam: asMap(ofTeam) }
}

/** The standards of the two frameworks that speak of councillors. */
const ofCouncils = new Set(['D-8', 'C-8'])

async function promisesTo(visit: Visit, teamId: string, today: Day, timeZone: string) {
  const contract = await contractOn(visit, teamId, today)
  const standing = contract && (await standingOf(visit, contract, timeZone))
  return (standing?.standards ?? []).filter(({ id }) => ofCouncils.has(id)).flatMap(({ commitments }) => commitments)
}
