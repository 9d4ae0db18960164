import { giveOpinion } from '#feedback/opinions/give-opinion.ts'
import { isAskedAbout, type Of } from '#feedback/opinions/opinion.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { openPrioritiesShown } from '#priorities/priorities.sql.ts'

/** The points of both questions, and words where somebody left any. */
type Thought = readonly [first: number, second: number, words?: string]

const teamId = 'dorset/west-dorset'
const force = { id: 'dorset', name: 'Dorset Police', timeZone: 'Europe/London' }

const ofPage: readonly Thought[] = [
  [5, 5, 'I found my officer at once.'],
  [4, 5],
  [4, 3, 'The next date should stand at the top.'],
  [3, 4],
  [5, 4],
]
/** Too few for the public to read. */
const ofTheTeam: readonly Thought[] = [[4, 2, 'Say on which days each officer is here.']]
/** Of the first open priority enough people, of the next too few. */
const ofPriorities: readonly (readonly Thought[])[] = [
  [
    [5, 3],
    [4, 4, 'Good to read what you did.'],
    [5, 2, 'It took long. Say sooner what you do.'],
    [3, 3],
    [4, 4],
    [5, 4],
  ],
  [
    [2, 3, 'There are worse things here.'],
    [4, 3],
  ],
]

/** Some residents say what they think of West Dorset’s pages and of what is done about its open priorities. */
export async function tellOpinions(
  sql: Sql,
  { now, today }: { readonly now: Date; readonly today: Day },
): Promise<void> {
  const open = (await openPrioritiesShown(sql, teamId, today)).filter((priority) => isAskedAbout(priority, today))
  const thought: readonly (readonly [Of, readonly Thought[]])[] = [
    [{ topic: 'web page', part: 'page' }, ofPage],
    [{ topic: 'web page', part: 'the-team' }, ofTheTeam],
    ...open.flatMap(({ id: priorityId }, n) => {
      const own = ofPriorities[n]
      return own === undefined ? [] : [[{ topic: 'priorities', priorityId }, own] as const]
    }),
  ]
  for (const [of, thoughts] of thought)
    for (const [n, [first, second, words = '']] of thoughts.entries()) {
      const id = identityOf('opinion', JSON.stringify(of), String(n))
      const daysAgo = new Date(now.getTime() - (thoughts.length - n) * 24 * 60 * 60_000)
      await giveOpinion(sql, { id, teamId, of, first, second, words }, force, daysAgo)
    }
}
