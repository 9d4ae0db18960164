import { z } from 'zod'
import { filledIn, type Candidate, type Passing } from '#network/handover/handover.ts'
import { teamRoles } from '#people/team/leave-team.ts'
import { addDays, inWords, parseDay, type Day } from '#platform/day.ts'
import { oneOf, readForm, text, typed, typedAsDay, type FormResult, type FormValues } from '#platform/form.ts'
import type { Then, WholeHandover } from './hand-over.ts'
import type { LeftBehind } from './left-behind.ts'

type Setting = LeftBehind & {
  readonly fromPerson: string
  readonly today: Day
  readonly teamIds: readonly string[]
  /** Whether the sender may end or move people. */
  readonly mayLetGo: boolean
}

/** A whole handover as the form tells of it, or every mistake in it: nothing may stay without a new owner. */
export function readHandover(form: FormValues, setting: Setting): FormResult<WholeHandover> {
  const errors: Record<string, string> = {}
  const passings = setting.open.map(({ id }) => readPassing(form, id, setting, errors))
  const plans = setting.plans.map(({ id }) => ({
    plannedId: id,
    toPerson: ownerTyped(form, `plan-${id}`, setting, errors),
  }))
  const endedTo = setting.ended.length === 0 ? null : ownerTyped(form, 'endedTo', setting, errors)
  const tasksTo = setting.tasks.length === 0 ? null : ownerTyped(form, 'tasksTo', setting, errors)
  const actionsTo = setting.actions.length === 0 ? null : ownerTyped(form, 'actionsTo', setting, errors)
  const recommendationsTo =
    setting.recommendations.length === 0 ? null : ownerTyped(form, 'recommendationsTo', setting, errors)
  const then = readThen(form, setting)
  const id = readForm(z.object({ id: z.uuid('Open the form again') }), form)
  const more = { ...(then.ok ? {} : then.errors), ...(id.ok ? {} : id.errors) }
  if (!then.ok || !id.ok || Object.keys(errors).length > 0)
    return { ok: false, errors: { ...errors, ...more }, values: form }
  const { fromPerson } = setting
  return {
    ok: true,
    value: {
      ...id.value,
      fromPerson,
      passings,
      plans,
      endedTo,
      tasksTo,
      actionsTo,
      recommendationsTo,
      then: then.value,
    },
  }
}

function readPassing(form: FormValues, id: string, setting: Setting, errors: Record<string, string>): Passing {
  const toPerson = ownerTyped(form, `owner-${id}`, setting, errors)
  const dueOn = dayTyped(form, `by-${id}`, setting.today, errors)
  const draft = readForm(z.object({ draft: text({ missing: 'Enter the words', max: 4000 }) }), {
    draft: typed(form, `draft-${id}`),
  })
  if (!draft.ok) errors[`draft-${id}`] = draft.errors['draft'] ?? 'Enter the words'
  const to = setting.candidates.find((one) => one.id === toPerson)
  return { relationshipId: id, toPerson, dueOn, draft: draft.ok && to ? filled(draft.value.draft, to, setting) : '' }
}

const filled = (draft: string, { name, email }: Candidate, { today }: Setting) =>
  filledIn(draft, { newOwner: name, since: inWords(today), reach: email })

function ownerTyped(form: FormValues, field: string, { candidates }: Setting, errors: Record<string, string>): string {
  const given = typed(form, field)
  if (!candidates.some(({ id }) => id === given)) errors[field] = 'Choose who takes it over'
  return given
}

/** A browser's own day field sends `2026-12-19`. */
function dayTyped(form: FormValues, field: string, today: Day, errors: Record<string, string>): Day {
  const given = parseDay(typed(form, field).trim())
  if (given === null) errors[field] = 'Enter a real day, such as 2027-03-14'
  else if (given < today) errors[field] = `${inWords(given)} is over`
  else if (given > addDays(today, 366)) errors[field] = `${inWords(given)} is more than a year away`
  return given ?? today
}

const thenForm = z.object({ then: oneOf(['stays', 'ends', 'moves'], 'Choose what becomes of them') })
const endsForm = z.object({
  lastDay: typedAsDay({ missing: 'Enter their last day', impossible: 'Enter a real day, such as 14 3 2027' }),
})

function readThen(form: FormValues, { mayLetGo, teamIds }: Setting): FormResult<Then> {
  if (!mayLetGo) return { ok: true, value: { what: 'stays' } }
  const read = readForm(thenForm, form)
  if (!read.ok) return read
  const what = read.value.then
  if (what === 'stays') return { ok: true, value: { what } }
  if (what === 'ends') {
    const ends = readForm(endsForm, form)
    return ends.ok ? { ok: true, value: { what, ...ends.value } } : ends
  }
  const teamId = z.string({ error: 'Choose a team' }).refine((given) => teamIds.includes(given), 'Choose a team')
  const moves = readForm(z.object({ teamId, role: oneOf(teamRoles, 'Choose what they are there') }), form)
  return moves.ok ? { ok: true, value: { what, ...moves.value } } : moves
}
