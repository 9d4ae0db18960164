import { z } from 'zod'
import { addMonths, inWords, type Day } from '#platform/day.ts'
import { optionalDay, optionalText, readForm, text, ticked, wholeNumber, type FormValues } from '#platform/form.ts'

const revision = wholeNumber({ missing: 'Open the page again', wrong: 'Open the page again' })

const stepForm = z.object({ revision })
/** A step that asks nothing. */
export const readStep = (form: FormValues) => readForm(stepForm, form)

const sendBackForm = z.object({
  revision,
  reason: text({ missing: 'Say why you send it back, so that it can be put right', max: 1000 }),
})
/** Why a contract is sent back. */
export const readSendBack = (form: FormValues) => readForm(sendBackForm, form)

const earlyForm = z.object({
  revision,
  reason: text({ missing: 'Say why it is frozen before its year is over', max: 1000 }),
  confirmed: ticked().refine((given) => given, 'Confirm that these days will not be judged'),
})
/** A freeze: before the last day of its year it asks for a reason and a confirmation. */
export const readFreeze = (form: FormValues, isEarly: boolean) =>
  isEarly ? readForm(earlyForm, form) : readForm(stepForm, form)

const reassignForm = z.object({
  revision,
  owner: optionalText({ max: 40 }),
  dueOn: optionalDay('Enter a real day, such as 14 3 2027'),
})

/** Who of those offered has the next step in hand, by which day from today on; either may be left open. */
export function readReassign(form: FormValues, { offered, today }: { offered: readonly string[]; today: Day }) {
  const read = readForm(reassignForm, form)
  if (!read.ok) return read
  const { owner, dueOn } = read.value
  const errors = {
    ...(owner === '' || offered.includes(owner) ? {} : { owner: 'Choose somebody from the list' }),
    ...(dueOn !== null && dueOn < today ? { dueOn: `${inWords(dueOn)} is over` } : {}),
    ...(dueOn !== null && dueOn > addMonths(today, 24) ? { dueOn: 'That day is more than two years ahead' } : {}),
  }
  if (Object.keys(errors).length > 0) return { ok: false as const, errors }
  const inHand = { ownerId: owner === '' ? null : owner, dueOn }
  return { ok: true as const, value: { revision: read.value.revision, inHand } }
}
