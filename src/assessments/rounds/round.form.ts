import { z } from 'zod'
import {
  readForm,
  text,
  typed,
  typedAsDay,
  typedList,
  wholeNumber,
  type FieldErrors,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import { idTyped, impossibleDay } from '#network/typed-parts.ts'
import { inOrder } from '#engagements/in-order.ts'
import { dayFaults, dayNames, movedFaults, type Days } from './round.ts'
import type { Day } from '#platform/day.ts'
import { scaleTyped } from './scale-typed.ts'
import type { Criteria, NewRound } from './rounds.sql.ts'

const dayOf = (what: string) => typedAsDay({ missing: `Enter the day on which ${what}`, impossible: impossibleDay })

const daysForm = z.object({
  opensOn: dayOf('the round opens'),
  scoringOn: dayOf('scoring begins'),
  moderationOn: dayOf('moderation begins'),
  closesOn: dayOf('the round closes'),
})

const roundForm = daysForm.extend({
  id: idTyped,
  chairId: text({ missing: 'Choose who leads the panel' }),
  grades: text({ missing: 'Enter the grades, best first', max: 400 }),
  answerWithin: wholeNumber({
    missing: 'Enter within how many days a recommendation is to be answered',
    wrong: 'Enter a number of days from 1 to 366',
    min: 1,
    max: 366,
  }),
})

/** What a round may be made of. */
export type Offered = { readonly contractIds: readonly string[]; readonly personIds: readonly string[] }

const asked = [...dayNames, 'contracts', 'members', 'chairId', 'grades', 'answerWithin']

export type RoundTold = Omit<NewRound, 'forceId' | 'year' | 'contracts' | 'rubric'> & {
  readonly contractIds: readonly string[]
}

/** A round with its panel and contracts, or every mistake: no day may come before what it follows. */
export function readRound(form: FormValues, offered: Offered): FormResult<RoundTold> {
  const read = readForm(roundForm, form)
  const contractIds = typedList(form, 'contracts').filter((id) => offered.contractIds.includes(id))
  const chosen = typedList(form, 'members').filter((id) => offered.personIds.includes(id))
  const { scale: grades, fault } = scaleTyped(form, 'grades', 10)
  const errors: FieldErrors = {
    ...(read.ok ? dayFaults(read.value) : read.errors),
    ...(contractIds.length === 0 && { contracts: 'Choose at least one contract' }),
    ...(chosen.length === 0 && { members: 'Choose who sits on the panel' }),
    ...(read.ok && !chosen.includes(read.value.chairId) && { chairId: 'Choose who leads from those on the panel' }),
    ...(read.ok && fault !== null && { grades: fault }),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors: inOrder(errors, asked), values: form }
  return { ok: true, value: { ...read.value, grades, contractIds, memberIds: chosen } }
}

/** The days of a round as they are moved: those that may be, each not over and in order; the others stay. */
export function readDays(
  form: FormValues,
  round: Days,
  movable: readonly (keyof Days)[],
  today: Day,
): FormResult<Days> {
  const fixed = dayNames.filter((name) => !movable.includes(name)).map((name) => ({ [name]: round[name] }))
  const read = readForm(daysForm, Object.assign({}, form, ...fixed))
  if (!read.ok) return read
  const errors = inOrder(movedFaults(round, read.value, today), asked)
  return Object.keys(errors).length > 0 ? { ok: false, errors, values: form } : read
}

/** What the panel asks of each of these standards; one left empty asks nothing. */
export const readRubric = (form: FormValues, standardIds: readonly string[]): Criteria[] =>
  standardIds
    .map((standardId) => {
      const words = typed(form, `criteria-${standardId}`).replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed()
      return { standardId, criteria: words.trim().slice(0, 2_000) }
    })
    .filter(({ criteria }) => criteria !== '')
