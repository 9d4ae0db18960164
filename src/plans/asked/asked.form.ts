import { z } from 'zod'
import { dayTyped, impossibleDay } from '#network/typed-parts.ts'
import { addMonths, inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalText,
  readForm,
  text,
  typedAsDay,
  wholeNumber,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import { waysOfAsking, type Consultation, type ConsultationTold, type ProfileTold } from './asked.sql.ts'

const longest = 4_000

const consultationForm = z.object({
  heldOn: typedAsDay({ missing: 'Enter when they were asked', impossible: impossibleDay }),
  asked: text({ missing: 'Say who was asked, such as people at Bridport market' }),
  how: oneOf(waysOfAsking, 'Choose how they were asked'),
  answers: wholeNumber({
    missing: 'Enter how many answered; 0 where nobody did',
    wrong: 'Enter how many answered as a whole number, such as 45',
    max: 1_000_000,
  }),
  said: text({ missing: 'Say what you were told', max: longest }),
  changed: text({ missing: 'Say what changed in the plan, or that nothing did and why', max: longest }),
})

/** Whom a team asked about its plan and what came of it, or every mistake in it. */
export function readConsultation(form: FormValues, today: Day): FormResult<ConsultationTold> {
  const read = readForm(consultationForm, form)
  if (!read.ok) return read
  const fault = dayFault(read.value.heldOn, today)
  return fault === null ? read : { ok: false, errors: { heldOn: fault }, values: form }
}

const dayFault = (day: Day, today: Day): string | null => {
  if (day > today) return `${inWords(day)} has not come yet`
  return day < addMonths(today, -24) ? 'That is more than two years ago: a plan rests on what people say now' : null
}

/** A consultation as its form shows it. */
export const valuesOfConsultation = ({ heldOn, asked, how, answers, said, changed }: Consultation): FormValues => ({
  ...dayTyped('heldOn', heldOn),
  asked,
  how,
  answers: String(answers),
  said,
  changed,
})

const webAddress = /^https?:\/\/[^\s<>"']+$/

const profileForm = z.object({
  title: text({ missing: 'Enter what the profile is called' }),
  address: optionalText({ max: 1_000 }).refine(
    (given) => given === '' || webAddress.test(given),
    'Enter an address that begins with https://, or leave it empty',
  ),
  dated: typedAsDay({ missing: 'Enter of which day the profile is', impossible: impossibleDay }),
  informs: text({ missing: 'Say what the plan takes from it', max: 1_000 }),
})

/** A profile on which a plan rests, or every mistake in it. */
export function readProfile(form: FormValues, today: Day): FormResult<ProfileTold> {
  const read = readForm(profileForm, form)
  if (!read.ok || read.value.dated <= today) return read
  return { ok: false, errors: { dated: `${inWords(read.value.dated)} has not come yet` }, values: form }
}

/** How many characters a reason may have. */
export const longestWhy = 300

const whyForm = z.object({ why: text({ missing: 'Say why it does not count for the plan', max: longestWhy }) })

/** Why what was told with a plan is taken back. */
export const readWhy = (form: FormValues) => readForm(whyForm, form)
