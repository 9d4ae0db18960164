import { z } from 'zod'
import { inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  readForm,
  someOf,
  typed,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import { contactFacets, waysOfContact, type Contact } from '../contact.ts'
import { idTyped, impossibleDay } from '../typed-parts.ts'

const contactForm = z.object({
  how: oneOf(waysOfContact, 'Choose how you were in touch'),
  madeOn: optionalDay(impossibleDay),
  heard: optionalText({ max: 2000 }),
  voiced: optionalText({ max: 2000 }),
  promised: optionalText({ max: 1000 }),
  promisedBy: optionalDay(impossibleDay),
  facets: someOf(contactFacets),
  id: idTyped,
})

type Setting = { readonly relationshipId: string; readonly teamId: string; readonly today: Day }

/** A contact as the form tells of it, today unless it says otherwise, or every mistake in it. */
export function readContact(form: FormValues, { today, ...setting }: Setting): FormResult<Contact> {
  const read = readForm(contactForm, form)
  if (!read.ok) return read
  const contact = { ...setting, ...read.value, madeOn: read.value.madeOn ?? today }
  const errors = contactFaults(contact, today)
  return Object.keys(errors).length > 0 ? { ok: false, errors, values: form } : { ok: true, value: contact }
}

function contactFaults({ madeOn, promised, promisedBy }: Contact, today: Day) {
  return {
    ...(madeOn > today ? { madeOn: `${inWords(madeOn)} has not come yet: log it once it was made` } : {}),
    ...(promised !== '' && promisedBy === null ? { promisedBy: 'Enter by when you promised it' } : {}),
    ...(promised === '' && promisedBy !== null ? { promised: 'Enter what you promised, or leave the day empty' } : {}),
    ...(promisedBy !== null && promisedBy < madeOn ? { promisedBy: 'You promised it for a day before you spoke' } : {}),
  }
}

/** The day on which something was done about a contact, or the mistake in it. */
export function readDayAfter(
  form: FormValues,
  { madeOn, today }: { readonly madeOn: Day; readonly today: Day },
): FormResult<Day> {
  const read = readForm(z.object({ on: optionalDay(impossibleDay) }), form)
  if (!read.ok) return read
  const on = read.value.on ?? today
  if (on > today) return { ok: false, errors: { on: `${inWords(on)} has not come yet` }, values: form }
  if (on < madeOn) return { ok: false, errors: { on: `You only heard of it on ${inWords(madeOn)}` }, values: form }
  return { ok: true, value: on }
}

/** With whom the contact was, as the form or the address says it. */
export const withWhom = (form: FormValues): string => typed(form, 'with')
