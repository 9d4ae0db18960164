import type { Visit } from '#platform/http/visit.ts'
import { openPrioritiesShown, type PriorityShown } from '#priorities/priorities.sql.ts'
import { neighbourhoodNamed } from './neighbourhood-named.ts'
import { midnight, paragraphs } from './written.ts'

/** What a team works on in a neighbourhood, the newest first, each with the last that the public was told of it. */
export async function listPriorities(visit: Visit) {
  const { neighbourhood, today } = await neighbourhoodNamed(visit)
  if (neighbourhood.teamId === null) return []
  const open = await openPrioritiesShown(visit.db, neighbourhood.teamId, today)
  return open
    .filter(({ neighbourhoodId }) => neighbourhoodId === null || neighbourhoodId === neighbourhood.id)
    .map(priorityJson)
}

const priorityJson = ({ title, said, setOn, update, updatedOn }: PriorityShown) => ({
  action: paragraphs(update),
  'issue-date': midnight(setOn),
  'action-date': updatedOn && midnight(updatedOn),
  issue: paragraphs(title, said),
})
