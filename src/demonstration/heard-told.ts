import type { CloseOut } from '#engagements/held/close-out.ts'
import { newestEngagements } from '#engagements/held/engagements.sql.ts'
import { noteCloseOut } from '#engagements/held/note-close-out.ts'
import { findEngagement } from '#engagements/held/recorded-engagement.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { fictionalPersonOf } from './fictional-people.ts'

type Told = {
  readonly concerns: readonly string[]
  /** Days from today on which it is due. */
  readonly promise?: { readonly words: string; readonly toWhom: string; readonly inDays: number }
  readonly learning?: { readonly words: string; readonly shared: boolean }
}

/** What was heard at the newest engagements of West Dorset, the newest first. */
const heard: readonly Told[] = [
  {
    concerns: [
      'Cars race along South Street late in the evening.',
      'Nobody can see past the parked vans at the crossing.',
    ],
    promise: { words: 'Check speeds on South Street on two evenings.', toWhom: 'the town council', inDays: 0 },
    learning: { words: 'People stop to talk when we stand by the bread stall, not by the van.', shared: true },
  },
  { concerns: ['Bicycles are taken from the rack behind the library.'] },
  {
    concerns: ['Dogs run loose on the playing field.', 'The light in the underpass has been out for a month.'],
    promise: { words: 'Ask the council when the light will be mended.', toWhom: 'the residents’ group', inDays: -4 },
  },
  { concerns: [], learning: { words: 'Say on the poster where the bus stops.', shared: false } },
  { concerns: ['Quad bikes have been stolen from two farms.'] },
]

/** Puts what was heard where closing the engagements would have put it. */
export async function tellHeard(
  sql: Sql,
  { now, today, timeZone }: { readonly now: Date; readonly today: Day; readonly timeZone: string },
): Promise<void> {
  const teamId = 'dorset/west-dorset'
  const newest = await newestEngagements(sql, teamId, heard.length)
  const recorder = { personId: fictionalPersonOf('pcso'), at: now, forceId: 'dorset', timeZone }
  for (const [n, { id }] of newest.entries()) {
    const engagement = await findEngagement(sql, teamId, id)
    if (engagement) await noteCloseOut(sql, engagement, closeOutOf(id, heard[n] ?? { concerns: [] }, today), recorder)
  }
}

function closeOutOf(engagementId: string, { concerns, promise, learning }: Told, today: Day): CloseOut {
  const named = (words: string) => identityOf(`${engagementId} ${words}`)
  return {
    concerns: concerns.map((words) => ({ id: named(words), words })),
    promises: promise
      ? [
          {
            id: named(promise.words),
            words: promise.words,
            toWhom: promise.toWhom,
            dueOn: addDays(today, promise.inDays),
          },
        ]
      : [],
    learning: learning ? [{ id: named(learning.words), ...learning }] : [],
    hotspotId: null,
  }
}
