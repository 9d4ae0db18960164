import { append } from '#ledger/append.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, instantAt, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { newKey } from '#platform/link-key.ts'
import { daysAfterAnswer } from '#priorities/concern.ts'
import { saveTriage } from '#priorities/concerns.sql.ts'
import { saveAction, saveActionDone, savePartners, stepsOf } from '#priorities/course/course.sql.ts'
import { findPriority } from '#priorities/priorities.sql.ts'
import { confirmAddress, noteTold, saveAddress, saveLinks, saveNotFixed } from '#priorities/raised/concerns-sent.sql.ts'
import { sendConcern } from '#priorities/raised/send-concern.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import { doubted } from './priorities-told.ts'

const teamId = 'dorset/west-dorset'
const force = { id: 'dorset', name: 'Dorset Police', timeZone: 'Europe/London' }
const council = identityOf('organisation west-dorset/council/dorchester')
const priorityId = identityOf(doubted)

/** What six residents wrote, the last first; the first two left an address. */
const raised = [
  'A bike without a number took the corner by the Corn Exchange and hit my shopping trolley.',
  'My mother will not walk down South Street any more on market days.',
  'They ride three abreast past the library after school.',
  'Scooters are left across the pavement outside the station.',
  'Somebody should tell them that these are not toys.',
  'I was nearly knocked over twice this week.',
].map((words) => ({ id: identityOf('concern sent', words), words }))
const reached = raised.slice(0, 2).map(({ id }) => id)

/**
 * The whole course of one priority: who raised it, with whom it is worked on, who did what, who was told what came of it, and
 * who says that it is not fixed; of a year that has not come so far, what has happened of it.
 */
export async function tellDoubted(sql: Sql, { today }: { readonly today: Day }): Promise<void> {
  const taken = await stepsOf(sql, priorityId)
  const on = (step: string) => taken.find((each) => each.step === step)?.takenOn
  const [set, begun, told, reopened] = [on('set'), on('begin'), on('report back'), on('reopen')]
  if (set !== undefined) await tellRaised(sql, set)
  if (begun !== undefined) await tellWork(sql, begun, today)
  if (told !== undefined) await tellAnswered(sql, told, reopened)
}

const noon = (on: Day): Date => instantAt(on, '12:00', force.timeZone)

async function tellRaised(sql: Sql, setOn: Day): Promise<void> {
  const priority = await findPriority(sql, teamId, priorityId)
  const there = { teamId, place: 'South Street', neighbourhoodId: priority?.neighbourhoodId ?? null, tell: null }
  const led = { source: 'form', teamId, decision: 'priority', priorityId, words: '', on: setOn }
  for (const [n, { id, words }] of raised.entries()) {
    await sendConcern(sql, { ...there, id, words }, force, noon(addDays(setOn, -n - 1)))
    await saveTriage(sql, { ...led, id }, { at: noon(setOn), personId: fictionalPersonOf('pcso') })
  }
}

/** One action is done and told of; the council's is still to come. */
async function tellWork(sql: Sql, begunOn: Day, today: Day): Promise<void> {
  const by = { at: noon(begunOn), personId: fictionalPersonOf('sergeant') }
  const action = (what: string) => ({ id: identityOf('action', what), priorityId, what, shown: true })
  const stops = { ...action('Stop riders on South Street on market days'), personId: fictionalPersonOf('pcso') }
  const signs = { ...action('Put up signs at both ends of South Street'), organisationId: council }
  await savePartners(sql, priorityId, [council])
  await saveAction(sql, { ...stops, organisationId: null, dueOn: begunOn }, by)
  await saveAction(sql, { ...signs, personId: null, dueOn: addDays(today, 20) }, by)
  await saveActionDone(sql, priorityId, stops.id, begunOn)
}

/** Everybody can read what came of it, two were told by mail, and one of them says that it is not fixed. */
async function tellAnswered(sql: Sql, toldOn: Day, reopenedOn: Day | undefined): Promise<void> {
  const at = noon(toldOn)
  const answers = raised.map(({ id }) => {
    const about = `concern/${id}`
    return { kind: 'concern answered', happenedOn: toldOn, about, source: about }
  })
  await append(
    sql,
    { forceId: force.id, teamId, timeZone: force.timeZone, at, by: fictionalPersonOf('sergeant') },
    answers,
  )
  for (const id of reached) {
    await saveAddress(sql, id, { address: 'resident@example.org', language: 'en', hash: newKey().hash }, at)
    await confirmAddress(sql, id, 'en', at)
  }
  await noteTold(sql, reached, at)
  const links = reached.map((concernId) => ({ concernId, hash: newKey().hash }))
  await saveLinks(sql, priorityId, links, { at, expiresAt: noon(addDays(toldOn, daysAfterAnswer)) })
  const [doubter] = links
  if (reopenedOn !== undefined && doubter !== undefined)
    await saveNotFixed(sql, doubter.hash, 'They are back since the mornings are dark.', noon(reopenedOn))
}
