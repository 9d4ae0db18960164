import { z } from 'zod'
import {
  oneOf,
  optionalText,
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
import { idTyped } from '#network/typed-parts.ts'
import { inOrder } from '#engagements/in-order.ts'
import { dayFaults, movedFaults, type Days } from './round.ts'
import type { Day } from '#platform/day.ts'
import type { Criteria, NewRound } from './rounds.sql.ts'

const dayOf = (what: string) =>
  typedAsDay({ missing: `Enter the day on which ${what}`, impossible: 'Enter a real day, such as 14 3 2027' })

const roundForm = z.object({
  id: idTyped,
  opensOn: dayOf('the round opens'),
  scoringOn: dayOf('scoring begins'),
  moderationOn: dayOf('moderation begins'),
  closesOn: dayOf('the round closes'),
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

const asked = [
  'opensOn',
  'scoringOn',
  'moderationOn',
  'closesOn',
  'contracts',
  'members',
  'chairId',
  'grades',
  'answerWithin',
]

export type RoundTold = Omit<NewRound, 'forceId' | 'year' | 'contracts' | 'rubric'> & {
  readonly contractIds: readonly string[]
}

/** A round with its panel and contracts, or every mistake: no day may come before what it follows. */
export function readRound(form: FormValues, offered: Offered): FormResult<RoundTold> {
  const read = readForm(roundForm, form)
  const contractIds = typedList(form, 'contracts').filter((id) => offered.contractIds.includes(id))
  const chosen = typedList(form, 'members').filter((id) => offered.personIds.includes(id))
  const grades = [...new Set(linesOf(typed(form, 'grades')).map((grade) => grade.toLowerCase()))]
  const errors: FieldErrors = {
    ...(read.ok ? dayFaults(read.value) : read.errors),
    ...(contractIds.length === 0 && { contracts: 'Choose at least one contract' }),
    ...(chosen.length === 0 && { members: 'Choose who sits on the panel' }),
    ...(read.ok && !chosen.includes(read.value.chairId) && { chairId: 'Choose who leads from those on the panel' }),
    ...(read.ok && (grades.length < 2 || grades.length > 10) && { grades: 'Enter from 2 to 10 grades, one on a line' }),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors: inOrder(errors, asked), values: form }
  return { ok: true, value: { ...read.value, grades, contractIds, memberIds: chosen } }
}

const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim().slice(0, 60))
    .filter((line) => line !== '')

const daysForm = z.object({
  opensOn: dayOf('the round opens'),
  scoringOn: dayOf('scoring begins'),
  moderationOn: dayOf('moderation begins'),
  closesOn: dayOf('the round closes'),
})

/** The days of a round as they are moved: those that may be, each not over and in order; the others stay. */
export function readDays(
  form: FormValues,
  round: Days,
  movable: readonly (keyof Days)[],
  today: Day,
): FormResult<Days> {
  const names = ['opensOn', 'scoringOn', 'moderationOn', 'closesOn'] as const
  const fixed = names.filter((name) => !movable.includes(name)).map((name) => ({ [name]: round[name] }))
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

const words = (missing: string) => text({ missing, max: 3_000 })

/** A member’s score: to be submitted it has a grade and its reason; a note of their own may lack both. */
export function readScore(form: FormValues, grades: readonly string[]) {
  const submit = typed(form, 'press') !== 'keep'
  const fields = { reason: optionalText({ max: 3_000 }), better: optionalText({ max: 3_000 }), grade: optionalText() }
  const read = readForm(z.object(fields), form)
  const grade = grades.find((each) => each === typed(form, 'grade')) ?? null
  const errors: FieldErrors = {
    ...(submit && grade === null && { grade: 'Choose a grade' }),
    ...(read.ok ? submit && read.value.reason === '' && { reason: 'Say why' } : read.errors),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false as const, errors }
  return { ok: true as const, value: { ...read.value, grade, submit } }
}

/** A grade and its reason, as for a moderated score or a rating. */
export function readGrade(form: FormValues, grades: readonly string[]) {
  const read = readForm(z.object({ reason: words('Say why'), grade: text({ missing: 'Choose a grade' }) }), form)
  if (!read.ok) return read
  if (!grades.includes(read.value.grade))
    return { ok: false as const, errors: { grade: 'Choose a grade from the list' }, values: form }
  return read
}

/** Why somebody has a conflict. */
export const readConflict = (form: FormValues) =>
  readForm(z.object({ why: text({ missing: 'Say what the conflict is', max: 500 }) }), form)

/** Why somebody does not agree. */
export const readDissent = (form: FormValues) => readForm(z.object({ words: words('Say what you hold instead') }), form)

const recommendationForm = z.object({
  id: idTyped,
  standardId: text({ missing: 'Choose a standard' }),
  words: words('Say what you recommend'),
  closedBy: text({ missing: 'Say what evidence would show that it is done', max: 1_000 }),
  ownerId: idTyped,
  dueOn: dayOf('it is to be done'),
})

/** A recommendation with its owner and day. */
export const readRecommendation = (form: FormValues) => readForm(recommendationForm, form)

const answerForm = z.object({
  id: idTyped,
  words: words('Write the answer'),
})

/** A team’s answer in public. */
export const readAnswer = (form: FormValues) => readForm(answerForm, form)

const judgementForm = z.object({
  id: idTyped,
  words: words('Say why'),
  decision: oneOf(['accept', 'send back'], 'Choose whether it is done'),
})

/** What the panel makes of a proposal to close. */
export const readJudgement = (form: FormValues) => readForm(judgementForm, form)
