import { z } from 'zod'
import { addDays, inWords, type Day } from '#platform/day.ts'
import { oneOf, optionalDay, readForm, text, ticked, type FormResult, type FormValues } from '#platform/form.ts'
import { emailPattern, telephonePattern } from '../told-patterns.ts'
import { idTyped, impossibleDay, optionalPattern } from '../typed-parts.ts'
import type { Identity } from './erased-identity.ts'
import { erasureReasons } from './erasure.sql.ts'
import type { Kept } from './record-reviews.sql.ts'

/** Why a record stays for another year, or what is missing. */
export function readKeeping(
  form: FormValues,
  { keyIndividualId, today }: { readonly keyIndividualId: string; readonly today: Day },
): FormResult<Kept> {
  const read = readForm(z.object({ reason: text({ missing: 'Enter why we still need it', max: 300 }) }), form)
  if (!read.ok) return read
  return { ok: true, value: { ...read.value, keyIndividualId, on: today, reviewOn: addDays(today, 365) } }
}

/** The day on which they were told, today unless it says otherwise. */
export function readTold(form: FormValues, today: Day): FormResult<Day> {
  const read = readForm(z.object({ toldOn: optionalDay(impossibleDay) }), form)
  if (!read.ok) return read
  const on = read.value.toldOn ?? today
  if (on > today) return { ok: false, errors: { toldOn: `${inWords(on)} has not come yet` }, values: form }
  return { ok: true, value: on }
}

const erasureForm = z.object({
  reason: oneOf(erasureReasons, 'Choose why'),
  sure: ticked().refine((yes) => yes, 'Tick that you have read what goes'),
})

/** Why a record is erased, and that whoever erases it has read what goes. */
export const readErasure = (form: FormValues) => readForm(erasureForm, form)

/** How a link to their own record is given. */
export const readLinkWish = (form: FormValues) =>
  readForm(z.object({ given: oneOf(['by mail', 'by hand'], 'Choose how they get it'), id: idTyped }), form)

const returnForm = z.object({
  name: text({ missing: 'Enter their name', max: 120 }),
  email: optionalPattern(emailPattern, 'Enter an e-mail address such as name@example.org'),
  telephone: optionalPattern(telephonePattern, 'Enter a telephone number such as 01305 222 222', 40),
  asked: ticked().refine((yes) => yes, 'Tick that they asked for it themselves'),
})

/** Somebody who was erased and asks to be kept in touch with again. */
export function readReturn(form: FormValues): FormResult<Identity> {
  const read = readForm(returnForm, form)
  if (!read.ok) return read
  const { name, email, telephone } = read.value
  return { ok: true, value: { name, email, telephone } }
}
