import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, day, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { concernsFound } from '#priorities/concerns.sql.ts'
import { concernings, outcomes, type Outcome } from '#priorities/priority.ts'
import { savePrioritiesTold, type PriorityTold } from '#priorities/save-told.sql.ts'
import { sendConcern } from '#priorities/raised/send-concern.ts'
import { triageConcern } from '#priorities/triage/triage-concern.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import { priorityWords } from './priority-words.ts'
import type { TeamTold } from './record-told.ts'

type Clock = { readonly now: Date; readonly today: Day; readonly timeZone: string }

const teamId = 'dorset/west-dorset'
const force = { id: 'dorset', name: 'Dorset Police', timeZone: 'Europe/London' }
const places: Readonly<Record<string, string>> = {
  bridport: '55.DT3001',
  dorchester: '55.DF3001',
  sherborne: '55.DF3002',
}

/** What was left open in the story of 2020 and came to an end after that contract's year. */
const endedLater: Readonly<Record<string, Outcome>> = {
  'priority/2020-scams-by-telephone': 'partly',
  'priority/2020-lyme-regis-seafront': 'done',
  'priority/2020-litter-and-parking-at-west-bay': 'could not',
}
const endedOn = day('2020-09-14')
/** Done this year, and somebody who raised it says that it is not fixed. */
export const doubted = 'priority/this-year-e-bikes-in-dorchester'

/** Gives the priorities of West Dorset’s story the records that the desk would have made, and lets residents tell it things. */
export async function keepPriorities(sql: Sql, told: readonly TeamTold[], clock: Clock): Promise<void> {
  const facts = told.filter((each) => each.teamId === teamId).flatMap((each) => each.told.team)
  const late = facts.filter(({ kind, about }) => kind === 'priority set' && endedLater[about ?? ''] !== undefined)
  const ends = late.map((fact) => endOf(fact))
  const by = fictionalPersonOf('sergeant')
  await append(sql, { forceId: 'dorset', teamId, timeZone: clock.timeZone, at: clock.now, by }, ends)
  const set = facts.filter(({ kind, about }) => kind === 'priority set' && about !== undefined)
  const priorities = set.map((fact) => priorityOf(fact, [...facts, ...ends], clock.today))
  await savePrioritiesTold(sql, priorities, { at: clock.now, by })
  await hearResidents(sql, priorities, clock)
}

const endOf = ({ about, subjects }: Fact): Fact => ({
  kind: 'priority addressed',
  happenedOn: endedOn,
  subjects: subjects ?? [],
  facets: { outcome: endedLater[about ?? ''] ?? 'partly', 'reported back': true },
  about: about ?? '',
  source: `priority/${identityOf(about ?? '')}`,
})

function priorityOf(fact: Fact, facts: readonly Fact[], today: Day): PriorityTold {
  const { about = '', happenedOn: setOn, subjects = [], facets = {} } = fact
  const own = facts.filter((each) => each.about === about)
  const addressed = own.filter(({ kind }) => kind === 'priority addressed')
  const end = addressed.findLast((each) => ['done', 'partly', 'could not'].includes(String(each.facets?.['outcome'])))
  const acted = addressed.filter(({ facets: told }) => told?.['outcome'] === 'action')
  const planned = own.find(({ kind }) => kind === 'engagement strand planned')?.happenedOn ?? acted[0]?.happenedOn
  const level = facets['threat, risk and harm'] === 'higher' ? 'higher' : 'standard'
  const words = priorityWords[about.replace(/^priority\//, '')] ?? plain(about)
  const reopenedOn = about === doubted && end && addDays(end.happenedOn, 8) <= today ? addDays(end.happenedOn, 8) : null
  const begun = acted[0]?.happenedOn ?? end?.happenedOn
  const outcome = outcomes.find((each) => each === end?.facets?.['outcome']) ?? null
  const [, place = ''] = /neighbourhood\/(.+)$/.exec(subjects[0] ?? '') ?? []
  const state = reopenedOn ? 'reopened' : end ? 'closed' : begun ? 'in hand' : planned ? 'planned' : 'set'
  return {
    id: identityOf(about),
    about,
    teamId,
    title: words.title,
    said: words.said,
    neighbourhoodId: places[place] ?? null,
    concerning: concernings.find((each) => each === facets['about people or places']) ?? 'crime or ASB location',
    level,
    scores: {
      threat: { grade: 'medium', why: words.threat },
      risk: { grade: 'medium', why: words.risk },
      harm: { grade: level === 'higher' ? 'high' : 'low', why: words.harm },
    },
    plan: state === 'set' ? '' : words.plan,
    state,
    outcome: state === 'closed' ? outcome : null,
    reportBack: state === 'closed' ? words.report : null,
    setOn,
    closedOn: state === 'closed' && end ? end.happenedOn : null,
    steps: courseOf({ setOn, planned: planned ?? begun ?? null, begun, end: end?.happenedOn, reopenedOn }),
    updates: [
      ...acted.map((each, n) => ({
        id: identityOf(about, 'update', String(n)),
        postedOn: each.happenedOn,
        words: words.updates[n] ?? words.plan,
        outcome: null,
      })),
      ...(end ? [{ id: identityOf(about, 'report'), postedOn: end.happenedOn, words: words.report, outcome }] : []),
    ],
  }
}

type Course = {
  readonly setOn: Day
  readonly planned: Day | null
  readonly begun: Day | undefined
  readonly end: Day | undefined
  readonly reopenedOn: Day | null
}

const courseOf = ({ setOn, planned, begun, end, reopenedOn }: Course): PriorityTold['steps'] => [
  { step: 'triage', state: 'triaged', takenOn: addDays(setOn, -5) },
  { step: 'set', state: 'set', takenOn: setOn },
  ...(planned ? [{ step: 'plan', state: 'planned', takenOn: planned } as const] : []),
  ...(begun ? [{ step: 'begin', state: 'in hand', takenOn: begun } as const] : []),
  ...(end ? [{ step: 'report back', state: 'reported back', takenOn: end } as const] : []),
  ...(end ? [{ step: 'close', state: 'closed', takenOn: end } as const] : []),
  ...(reopenedOn ? [{ step: 'reopen', state: 'reopened', takenOn: reopenedOn } as const] : []),
]

/** A priority that the story names and nobody has found words for. */
function plain(about: string) {
  const title = about.replace(/^priority\/(this-year-|\d{4}-)?/, '').replaceAll('-', ' ')
  const words = title.charAt(0).toUpperCase() + title.slice(1)
  const why = { threat: 'It may grow.', risk: 'It happens again.', harm: 'People are worried by it.' }
  return {
    title: words,
    said: `People told us of this: ${title}.`,
    ...why,
    plan: 'See to it.',
    updates: [],
    report: 'Done.',
  }
}

/** Two residents wrote by the form; what was heard of stolen quad bikes joins the priority that there is. */
async function hearResidents(sql: Sql, priorities: readonly PriorityTold[], { now, timeZone }: Clock): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000)
  const sent = [
    { words: 'The street lights by the almshouses have been out for weeks, and people fall.', days: 11 },
    { words: 'Motorbikes race round the car park on Sunday evenings.', days: 2 },
  ]
  for (const { words, days } of sent) {
    const concern = { id: identityOf('concern sent', words), teamId, words, place: '', neighbourhoodId: '55.DT3001' }
    await sendConcern(sql, { ...concern, tell: null }, force, daysAgo(days))
  }
  const machinery = priorities.find(({ about }) => about === 'priority/this-year-theft-of-farm-machinery')
  const looked = { teamId, neighbourhoodId: '', words: 'Quad bikes', which: 'waiting', ofNetwork: false } as const
  const [heard] = await concernsFound(sql, looked, { most: 1, skip: 0 })
  if (!machinery || !heard || machinery.state === 'closed') return
  const keeper = { personId: fictionalPersonOf('pcso'), at: now, forceId: force.id, teamId, timeZone }
  const triage = { decision: 'priority', priorityId: machinery.id } as const
  await triageConcern(sql, heard, triage, keeper, { teamName: 'West Dorset', site: 'http://localhost' })
}
