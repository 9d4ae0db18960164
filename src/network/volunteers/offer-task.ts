import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { insertStints, insertTask, saveGivenBack, saveTaker, saveWithdrawal } from './tasks.sql.ts'
import { skillsLacking, type Stint, type TaskLine, type Volunteer, type VolunteerTask } from './volunteer.ts'

/** Offers a task to a team's volunteers in the caller's transaction; sent twice, it is offered once. */
export async function offerTask(sql: Sql, task: VolunteerTask, { at, personId }: Keeper): Promise<void> {
  if (!(await insertTask(sql, task, { at, by: personId }))) return
  await audit(sql, { at, personId, verb: 'offer task', about: `task/${task.id}`, detail: { task: task.task } })
}

/** Takes a task out of the list. Throws a Refusal (409) where it was done or withdrawn before. */
export async function withdrawTask(sql: Sql, id: string, { at, personId }: Keeper): Promise<void> {
  if (!(await saveWithdrawal(sql, id, at))) throw new Refusal('This task was done or withdrawn before.', 409)
  await audit(sql, { at, personId, verb: 'withdraw task', about: `task/${id}` })
}

/** A volunteer takes a task. Throws a Refusal where they lack a skill it needs (422), or somebody took it before (409). */
export async function takeTask(
  sql: Sql,
  task: TaskLine,
  volunteer: Volunteer,
  { at, personId }: Keeper,
): Promise<void> {
  const lacking = skillsLacking(task, volunteer)
  if (lacking.length > 0)
    throw new Refusal(`This task needs ${lacking.join(', ')}. Ask the team to note it if you can do that.`)
  if (!(await saveTaker(sql, task.id, volunteer.id)))
    throw new Refusal('Somebody took this task meanwhile, or it is not offered any more.', 409)
  await audit(sql, { at, personId, verb: 'take task', about: `task/${task.id}` })
}

/** A volunteer gives a task back. Throws a Refusal (409) where it is not theirs, or its hours were noted. */
export async function giveBackTask(
  sql: Sql,
  task: TaskLine,
  volunteer: Volunteer,
  { at, personId }: Keeper,
): Promise<void> {
  if (!(await saveGivenBack(sql, task.id, volunteer.id)))
    throw new Refusal('This task is not yours to give back, or its hours were noted.', 409)
  await audit(sql, { at, personId, verb: 'give back task', about: `task/${task.id}` })
}

/**
 * Notes hours that a volunteer gave, with their evidence (D10.4, C10.1), in the caller's transaction. Throws a Refusal (409)
 * where the hours of the task were noted before; a form sent twice is refused alike.
 */
export async function noteHours(sql: Sql, stint: Stint, volunteer: Volunteer, keeper: Keeper): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  const kept = await insertStints(sql, [stint], { at, by: personId })
  if (kept.length === 0) throw new Refusal('These hours were noted before.', 409)
  const source = `volunteer-stint/${stint.id}`
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    {
      kind: 'volunteering done',
      happenedOn: stint.doneOn,
      subjects: [volunteer.subjectId],
      quantities: { hours: stint.hours },
      facets: { task: stint.task },
      source,
    },
  ])
  await audit(sql, { at, personId, verb: 'note hours', about: source, detail: { hours: stint.hours } })
}
