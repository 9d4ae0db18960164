import { answerRecommendation, decideTime, judgeAnswer } from '#assessments/recommendations/answer-recommendation.ts'
import { askForTime } from '#assessments/follow-up/ask-for-time.ts'
import { offeredFor } from '#assessments/follow-up/evidence-offered.ts'
import { proposeClosure } from '#assessments/follow-up/propose-closure.ts'
import { makeRecommendation } from '#assessments/recommendations/make-recommendation.ts'
import type { PanelMember } from '#assessments/rounds/panel-seat.ts'
import { findRecommendation } from '#assessments/recommendations/recommendations.sql.ts'
import type { Engagement } from '#engagements/engagement.ts'
import { recordEngagement } from '#engagements/held/record-engagement.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, day, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { recordingAs, teamId } from './acting-as.ts'
import { wholeYear } from './contract-years.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import { locationOf } from './known-places.ts'

/** The round that judged the whole year, before the team’s contract. */
export const round = { roundId: identityOf('round of 2019'), slug: 'west-dorset' } as const

const publicise = {
  id: identityOf('recommendation', 'Publicise meetings and events more, and earlier.'),
  standardId: 'D-2',
  words: 'Publicise meetings and events more, and earlier.',
  closedBy: 'Events of a quarter advertised on two channels a week before.',
  dueOn: day('2021-01-31'),
}
const alert = {
  id: identityOf('recommendation', 'Use alerts more after what worries people.'),
  standardId: 'D-9',
  words: 'Use alerts more after what worries people.',
  closedBy: 'An alert within a day of each such incident in three months.',
  dueOn: day('2021-03-31'),
}
/** The promise of the current contract that takes it up. */
const alertPromise = 'R45'

/** What the panel recommends to the team (R49). */
export async function recommend(sql: Sql, chair: PanelMember): Promise<void> {
  await makeRecommendation(sql, { ...round, ...publicise, ownerId: fictionalPersonOf('sergeant') }, chair)
  await makeRecommendation(sql, { ...round, ...alert, ownerId: fictionalPersonOf('inspector') }, chair)
}

/** Both are answered within the clock; the first is done, shown by the markets before Christmas, and the panel accepts it. */
export async function answerRecommendations(sql: Sql): Promise<void> {
  const answered = 'Each event now goes out on the website and by alert when it is planned.'
  await answerRecommendation(sql, said(publicise.id, 'answer', answered), recordingAs('sergeant', day('2020-11-10')))
  const drafted = 'The duty sergeant drafts an alert before going off duty.'
  await answerRecommendation(sql, said(alert.id, 'answer', drafted), recordingAs('inspector', day('2020-11-18')))
  for (const heldOn of ['2020-12-05', '2020-12-12', '2020-12-19'].map(day))
    await recordEngagement(sql, market(heldOn), recordingAs('pcso', heldOn))
  await closeFirst(sql)
}

async function closeFirst(sql: Sql): Promise<void> {
  const found = await findRecommendation(sql, publicise.id)
  const newest = found === null ? [] : (await offeredFor(sql, found)).entries
  const entries = newest.filter(({ happenedOn }) => happenedOn > wholeYear.closedOn).map(({ entry }) => entry)
  const done = { ...said(publicise.id, 'closure', 'The markets before Christmas show it.'), entries, promiseRef: null }
  await proposeClosure(sql, done, recordingAs('sergeant', day('2021-01-11')))
  const accepted = { ...said(publicise.id, 'acceptance', 'We looked at it and agree.'), isAccepted: true }
  await judgeAnswer(sql, accepted, recordingAs('opcc', day('2021-01-25')))
}

/** In the current year the second is taken up by a promise, sent back, given more time, and then that time is over too. */
export async function followUpLater(sql: Sql, yearFrom: Day, today: Day): Promise<void> {
  const on = (days: number) => addDays(yearFrom, days)
  const until = addDays(today, -9)
  if (on(60) >= until) return
  const closure = said(alert.id, 'closure', 'It is a promise of this year’s contract.')
  await proposeClosure(sql, { ...closure, entries: [], promiseRef: alertPromise }, recordingAs('inspector', on(36)))
  const back = said(alert.id, 'sent back', 'A promise is a beginning. Show us the alerts of three months.')
  await judgeAnswer(sql, { ...back, isAccepted: false }, recordingAs('opcc', on(43)))
  const time = said(alert.id, 'time', 'Three months are not over yet.')
  await askForTime(sql, { ...time, until }, recordingAs('inspector', on(45)))
  const given = said(alert.id, 'time given', 'Once more.')
  await decideTime(sql, { ...given, isGranted: true }, recordingAs('opcc', on(50)))
}

const said = (recommendationId: string, what: string, words: string) => ({
  id: identityOf(recommendationId, what),
  recommendationId,
  words,
})

/** Advertised ten days before, as the panel asked. */
const market = (heldOn: Day): Engagement => ({
  id: identityOf('Christmas market', heldOn),
  teamId,
  title: 'Christmas market stall',
  method: 'community event',
  heldOn,
  beganAt: '10:00',
  place: 'Bucky Doo Square, Bridport',
  neighbourhoodId: '55.DT3001',
  location: locationOf('Bucky Doo Square, Bridport'),
  footfall: { reached: 60, spokeWith: 24, raisedAConcern: 3, figureFrom: 'estimated', confidence: 'fairly sure' },
  communities: [],
  ledBy: 'local event',
  advertised: true,
  daysAdvertised: 10,
  keyEvent: false,
  volunteers: false,
  volunteerHours: null,
  specialConstables: false,
  ruralCrimeTeam: false,
  assessmentCriteria: true,
  inNiche: true,
})
