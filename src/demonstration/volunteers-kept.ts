import type { Fact } from '#ledger/evidence.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import { insertStints, insertTask, saveTaker } from '#network/volunteers/tasks.sql.ts'
import { tasks, type Stint, type Volunteer, type VolunteerTask } from '#network/volunteers/volunteer.ts'
import { insertVolunteer } from '#network/volunteers/volunteers.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import type { TeamTold } from './record-told.ts'

/** Their names and what they can do; the first of West Dorset is whoever signs in as a volunteer. */
const known: Readonly<Record<string, readonly { readonly name: string; readonly skills: readonly string[] }[]>> = {
  'dorset/west-dorset': [
    { name: 'Pat Fictional (Volunteer)', skills: ['web pages'] },
    { name: 'Bryn Fictional', skills: ['photography', 'web pages'] },
    { name: 'Cleo Fictional', skills: ['first aid'] },
  ],
  'devon-and-cornwall/launceston': [
    { name: 'Tamar Fictional', skills: ['web pages'] },
    { name: 'Kenver Fictional', skills: [] },
  ],
}

type Offered = Pick<VolunteerTask, 'task' | 'words' | 'hours' | 'skills' | 'forAnOfficer'> & {
  readonly inDays: number
  /** Which volunteer took it, counted from 1; nobody where nothing is said. */
  readonly taker?: number
}

/** What West Dorset offers its volunteers. */
const offered: readonly Offered[] = [
  {
    task: 'pages',
    words: 'Put next month’s surgeries on the web page',
    hours: 2,
    skills: ['web pages'],
    forAnOfficer: true,
    inDays: 2,
    taker: 1,
  },
  {
    task: 'newsletter',
    words: 'Take pictures for the newsletter',
    hours: 1.5,
    skills: ['photography'],
    forAnOfficer: false,
    inDays: 5,
  },
  {
    task: 'event',
    words: 'Help at the street corner meeting on market day',
    hours: 3,
    skills: [],
    forAnOfficer: true,
    inDays: 8,
  },
  {
    task: 'patrol',
    words: 'Walk with the evening patrol along the seafront',
    hours: 2,
    skills: [],
    forAnOfficer: false,
    inDays: 12,
  },
]

type Setting = { readonly now: Date; readonly today: Day }

/**
 * Puts fictional volunteers behind the subjects that the evidence speaks of, with the hours that it says they gave, and what
 * West Dorset offers them. Adds no evidence.
 */
export async function keepVolunteers(
  sql: Sql,
  subjects: readonly Subject[],
  told: readonly TeamTold[],
  { now, today }: Setting,
): Promise<void> {
  const kept = { at: now, by: fictionalPersonOf('sergeant') }
  const volunteers = Object.keys(known).flatMap((teamId) =>
    subjects.filter((one) => one.teamId === teamId && one.kind === 'volunteer').map(volunteerOf),
  )
  for (const volunteer of volunteers) await insertVolunteer(sql, volunteer, kept)
  const facts = told.flatMap((each) => each.told.team).filter(({ kind }) => kind === 'volunteering done')
  await insertStints(
    sql,
    facts.map((fact, n) => stintOf(fact, n, volunteers)),
    kept,
  )
  for (const [n, one] of offered.entries())
    await offer(sql, { ...one, id: identityOf(`task ${n}`) }, volunteers, { today, kept })
}

function volunteerOf({ id, teamId, from }: Subject, n: number): Volunteer {
  const { name = 'Fictional', skills = [] } = known[teamId ?? '']?.[n] ?? {}
  const personId = teamId === 'dorset/west-dorset' && n === 0 ? fictionalPersonOf('volunteer') : null
  return {
    id: identityOf(`volunteer ${id}`),
    teamId: teamId ?? '',
    number: n + 1,
    name,
    personId,
    skills,
    activeFrom: from,
    activeTo: null,
    subjectId: id,
  }
}

function stintOf(
  { happenedOn, subjects, quantities, facets }: Fact,
  n: number,
  volunteers: readonly Volunteer[],
): Stint {
  const task = tasks.find((one) => one === facets?.['task']) ?? 'other'
  return {
    id: identityOf(`stint ${n}`),
    volunteerId: volunteers.find(({ subjectId }) => subjects?.includes(subjectId))?.id ?? '',
    taskId: null,
    task,
    doneOn: happenedOn,
    hours: quantities?.['hours'] ?? 0,
    forAnOfficer: task === 'pages' || task === 'newsletter',
  }
}

type Offering = { readonly today: Day; readonly kept: { readonly at: Date; readonly by: string } }

async function offer(
  sql: Sql,
  { inDays, taker, ...task }: Offered & { readonly id: string },
  volunteers: readonly Volunteer[],
  { today, kept }: Offering,
): Promise<void> {
  const teamId = 'dorset/west-dorset'
  await insertTask(sql, { ...task, teamId, onDay: addDays(today, inDays) }, kept)
  const own = volunteers.find((one) => one.teamId === teamId && one.number === taker)
  if (own) await saveTaker(sql, task.id, own.id)
}
