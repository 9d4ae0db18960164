import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { asHead, contractHeadRows, findContract } from '#contracts/contracts.sql.ts'
import { crimeByMonth } from '#crime/crime-by-month.sql.ts'
import { newestEngagements } from '#engagements/held/engagements.sql.ts'
import { momentAt } from '#engagements/planned/planned-engagement.ts'
import { nextPlanned } from '#engagements/planned/planned-engagements.sql.ts'
import { atOnce } from '#platform/database/at-once.sql.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { file, withHeader, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { openPrioritiesShown } from '#priorities/priorities.sql.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { latestNews, sectionTexts } from '#web-pages/editing/news.sql.ts'
import { officersShown, photoShown } from '#web-pages/facts/officers.sql.ts'
import { agesOf } from '#web-pages/facts/section.ts'
import { intervalsSet, lastReviews, sectionAges } from '#web-pages/facts/sections.sql.ts'
import { contactKept, teamLinks, teamLocations } from '#web-pages/facts/team-facts.sql.ts'
import { nowhere, teamOf, type TeamFound } from '../find.ts'
import { teamPage } from '../team.page.ts'
import { knownFacts } from './known-facts.ts'
import { peoplePage } from './people.page.ts'
import { teamOnBasisOf } from './team-on-basis.ts'
import type { TeamTold } from './team-shown.ts'

/** A team's page, with its newest contract as it stands; on an unchanged basis nothing is read twice. */
export async function showTeam(visit: Visit): Promise<Answer> {
  const { basis, ...found } = await teamOnBasisOf(visit)
  const { force, team } = found
  const today = dayAt(visit.now, force.timeZone)
  const told = await teamFacts(visit.db, team.id, `${basis} ${today}`, async () => {
    const [facts, promised] = await Promise.all([toldBy(visit, found, today), promisedBy(visit, found)])
    return { ...found, today, ...facts, ...promised }
  })
  return teamPage(told, visit.site)
}

const teamFacts = knownFacts<TeamTold>()

/** Everybody of a team who is shown. */
export async function showPeople(visit: Visit): Promise<Answer> {
  const { force, team } = await teamOf(visit)
  const today = dayAt(visit.now, force.timeZone)
  const [officers, ages] = await Promise.all([
    officersShown(visit.db, team.id, today),
    sectionAges(visit.db, force.id, team.id),
  ])
  return peoplePage({ site: visit.site, force, team, today, officers, ages })
}

/** The photo of an officer; a new photo has a new address, so that this one may be kept for a day. */
export async function giveOfficerPhoto(visit: Visit): Promise<Answer> {
  const { force, team } = await teamOf(visit)
  const { officer = '', photo = '' } = visit.params
  const say = sayIn(visit.language)
  const asked = { officerId: officer, photoId: photo.replace(/\.jpg$/, ''), on: dayAt(visit.now, force.timeZone) }
  const isAsked = [asked.officerId, asked.photoId].every((id) => uuid.test(id))
  const bytes = isAsked ? await photoShown(visit.db, team.id, asked) : null
  if (bytes === null)
    throw nowhere(say.text`There is no such photo.`, {
      words: say.text`See who is in ${team.name}`,
      href: `/${team.id}/people`,
    })
  const answer = file(bytes, { type: 'image/jpeg', filename: 'officer.jpg', inline: true })
  return withHeader(answer, 'cache-control', 'public, max-age=86400')
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** All that teams recorded for the page, in one way to the database and back. */
async function toldBy({ db, now }: Visit, { force, team }: TeamFound, today: Day) {
  const told = await atOnce(db, {
    neighbourhoods: neighbourhoodsOf(db, force.id, team.id),
    reviewed: lastReviews(db, team.id),
    intervals: intervalsSet(db, force.id),
    officers: officersShown(db, team.id, today),
    contacts: contactKept(db, team.id),
    links: teamLinks(db, team.id),
    locations: teamLocations(db, team.id),
    planned: nextPlanned(db, team.id, momentAt(now, force.timeZone), 3),
    engagements: newestEngagements(db, team.id, 5),
    priorities: openPrioritiesShown(db, team.id, today),
    texts: sectionTexts(db, team.id, now),
    news: latestNews(db, team.id, now, 3),
    crime: crimeByMonth(db, force.id, team.id),
    heads: contractHeadRows(db, [team.id]),
  })
  const { reviewed, intervals, contacts, planned, texts, news, heads, ...shown } = told
  return {
    ...shown,
    ages: agesOf(reviewed, intervals),
    contact: contacts[0]?.contact ?? {},
    planned: planned.map((plan) => ({ ...plan, changedAt: new Date(plan.changedAt) })),
    texts: texts.map((text) => ({ ...text, changedAt: new Date(text.changedAt) })),
    news: news.map((one) => ({ ...one, shownSince: new Date(one.shownSince), changedAt: new Date(one.changedAt) })),
    contracts: heads.map(asHead),
  }
}

async function promisedBy({ db, now }: Visit, { force, team }: TeamFound) {
  const contract = await findContract(db, team.id, null)
  const asked = { forceId: force.id, timeZone: force.timeZone, asAt: null, now }
  return { newest: contract && (await contractStanding(db, { contract, ...asked })) }
}
