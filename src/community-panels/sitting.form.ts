import { z } from 'zod'
import { inOrder } from '#engagements/in-order.ts'
import { kinds } from '#measures/kinds.ts'
import { idTyped, optionalPattern } from '#network/typed-parts.ts'
import {
  oneOf,
  optionalText,
  optionalWholeNumber,
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
import { isAddress } from '#platform/mail/mail.ts'
import { dayFaults, panels } from './sitting.ts'
import type { NewSitting } from './sittings.sql.ts'
import type { Attendance } from './told.sql.ts'

const dayOf = (what: string) =>
  typedAsDay({ missing: `Enter the day on which ${what}`, impossible: 'Enter a real day, such as 14 3 2027' })

const sittingForm = z.object({
  id: idTyped,
  panel: oneOf(panels, 'Choose who sits'),
  heldOn: dayOf('it is held'),
  place: text({ missing: 'Enter where it is held', max: 120 }),
  opensOn: dayOf('members may vote first'),
  closesOn: dayOf('members may vote last'),
  choices: text({ missing: 'Enter what members may choose, best first', max: 400 }),
  grades: text({ missing: 'Enter the grades, best first', max: 400 }),
})

const asked = ['panel', 'heldOn', 'place', 'opensOn', 'closesOn', 'contracts', 'choices', 'grades']

/** A sitting with its contracts, or every mistake in it. */
export function readSitting(
  form: FormValues,
  contractIds: readonly string[],
): FormResult<Omit<NewSitting, 'forceId' | 'year'>> {
  const read = readForm(sittingForm, form)
  const chosen = typedList(form, 'contracts').filter((id) => contractIds.includes(id))
  const [choices, grades] = [linesOf(typed(form, 'choices')), linesOf(typed(form, 'grades'))]
  const errors: FieldErrors = {
    ...(read.ok ? dayFaults(read.value) : read.errors),
    ...(chosen.length === 0 && { contracts: 'Choose at least one contract' }),
    ...(read.ok && scaleFault('choices', choices, 5)),
    ...(read.ok && scaleFault('grades', grades, 10)),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors: inOrder(errors, asked), values: form }
  return { ok: true, value: { ...read.value, choices, grades, contractIds: chosen } }
}

/** They become part of evidence, so they are words without odd signs. */
const plainWords = /^[\w .,;=/’'-]{1,60}$/

function scaleFault(name: string, scale: readonly string[], most: number): FieldErrors {
  if (scale.length < 2 || scale.length > most) return { [name]: `Enter from 2 to ${most}, one on a line` }
  return scale.every((each) => plainWords.test(each)) ? {} : { [name]: 'Use short words without odd signs' }
}

const linesOf = (words: string): string[] => [
  ...new Set(
    words
      .split('\n')
      .map((line) => line.trim().toLowerCase())
      .filter((line) => line !== ''),
  ),
]

const memberForm = z.object({
  id: idTyped,
  linkId: idTyped,
  label: text({ missing: 'Enter a name, or what you call them', max: 80 }),
  email: optionalPattern(/.+/, '').refine(
    (given) => given === null || isAddress(given),
    'Enter an e-mail address such as name@example.org, or none',
  ),
})

/** Somebody who is invited. */
export const readMember = (form: FormValues) => readForm(memberForm, form)

export const readLinkId = (form: FormValues) => readForm(z.object({ linkId: idTyped }), form)

const decisionForm = z.object({
  decision: oneOf(['published', 'refused'], 'Choose what becomes of it'),
  reason: optionalText({ max: 500 }),
})

/** What becomes of a member’s own words. */
export function readDecision(form: FormValues): FormResult<{ decision: 'published' | 'refused'; reason: string }> {
  const read = readForm(decisionForm, form)
  return read.ok && read.value.decision === 'refused' && read.value.reason === ''
    ? { ok: false, errors: { reason: 'Say why it is not published' }, values: form }
    : read
}

/** For whom somebody who comes may speak; each person is counted once. */
export const communities: readonly string[] = [...kinds['engagement held'].facets.communities, 'others']

const minutesForm = z.object({ minutes: optionalText({ max: 10_000 }) })
const peopleForm = z.object({
  people: optionalWholeNumber({ wrong: 'Enter a number from 1 to 10,000, or nothing', min: 1, max: 10_000 }),
})

/** Who came, and the minutes; where nothing is entered, nobody of that community came. */
export function readRecord(
  form: FormValues,
): FormResult<{ readonly attendance: readonly Attendance[]; readonly minutes: string }> {
  const minutes = readForm(minutesForm, form)
  const errors: Record<string, string> = {}
  const attendance = communities.flatMap((community, n) => {
    const read = readForm(peopleForm, { people: typed(form, `people-${n}`) })
    if (!read.ok) errors[`people-${n}`] = read.errors['people'] ?? ''
    return read.ok && read.value.people !== null ? [{ community, people: read.value.people }] : []
  })
  if (!minutes.ok || Object.keys(errors).length > 0)
    return { ok: false, errors: { ...errors, ...(minutes.ok ? {} : minutes.errors) }, values: form }
  return { ok: true, value: { attendance, minutes: minutes.value.minutes } }
}

const reachText = (missing: string) => text({ missing, max: 3_000 })
const reachForm = z.object({
  identifying: reachText('Say whom you find harder to reach, and how you know'),
  channels: reachText('Say by which channels you try'),
  blockers: reachText('Say what stands in the way'),
  goodPractice: reachText('Say what works'),
})

/** What a team tells of communities that are harder to reach. */
export const readReach = (form: FormValues) => readForm(reachForm, form)

const sheetForm = z.object({
  id: idTyped,
  sheet: wholeNumber({
    missing: 'Enter the number on the sheet',
    wrong: 'Enter a number from 1 to 9999',
    min: 1,
    max: 9999,
  }),
})

/** Which sheet of paper is keyed in. */
export const readSheet = (form: FormValues) => readForm(sheetForm, form)
