import { z } from 'zod'
import { addMonths, inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalText,
  readForm,
  text,
  ticked,
  typedAsDay,
  typedList,
  wholeNumber,
  type FieldErrors,
  type FormValues,
} from '#platform/form.ts'
import { concernings, grades, outcomes } from '#priorities/priority.ts'

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors }

const revision = wholeNumber({ missing: 'Open the form again', wrong: 'Open the form again' })
const why = text({ missing: 'Say why', max: 500 })

const proposal = {
  title: text({ missing: 'Give the priority a title', max: 120 }),
  said: text({ missing: 'Say in general words what people told you', max: 500 }),
  neighbourhood: optionalText({ max: 40 }),
}

/** The neighbourhood chosen, null for the whole area; or a mistake. */
function placed<T extends { readonly neighbourhood: string }>(read: Read<T>, ids: readonly string[]) {
  if (!read.ok) return read
  const { neighbourhood, ...rest } = read.value
  if (neighbourhood !== '' && !ids.includes(neighbourhood))
    return { ok: false as const, errors: { neighbourhood: 'Choose a neighbourhood from the list' } }
  return { ok: true as const, value: { ...rest, neighbourhoodId: neighbourhood === '' ? null : neighbourhood } }
}

/** A priority that a team proposes of itself. */
export const readProposal = (form: FormValues, neighbourhoodIds: readonly string[]) =>
  placed(readForm(z.object(proposal), form), neighbourhoodIds)

const grade = (of: string) => oneOf(grades, `Choose how high the ${of} is`)
const reason = (of: string) => text({ missing: `Say why the ${of} is so`, max: 500 })

const settingForm = z.object({
  ...proposal,
  revision,
  concerning: oneOf(concernings, 'Choose whom or what it is about'),
  threat: grade('threat'),
  threatWhy: reason('threat'),
  risk: grade('risk'),
  riskWhy: reason('risk'),
  harm: grade('harm'),
  harmWhy: reason('harm'),
})

/** A priority as it is set, each score with its reason; or every mistake. */
export function readSetting(form: FormValues, neighbourhoodIds: readonly string[]) {
  const read = placed(readForm(settingForm, form), neighbourhoodIds)
  if (!read.ok) return read
  const { threat, threatWhy, risk, riskWhy, harm, harmWhy, ...rest } = read.value
  const scores = {
    threat: { grade: threat, why: threatWhy },
    risk: { grade: risk, why: riskWhy },
    harm: { grade: harm, why: harmWhy },
  }
  return { ok: true as const, value: { ...rest, scores } }
}

const planForm = z.object({ revision, plan: text({ missing: 'Say what you plan to do', max: 1000 }) })

/** A plan with the partners in it, of those offered, and the key contacts. */
export function readPlan(form: FormValues, offered: readonly string[]) {
  const read = readForm(planForm, form)
  if (!read.ok) return read
  const organisationIds = typedList(form, 'partners').filter((id) => offered.includes(id))
  return { ok: true as const, value: { ...read.value, organisationIds, contactIds: typedList(form, 'contacts') } }
}

const taskForm = z.object({
  what: text({ missing: 'Say what is to be done', max: 300 }),
  who: text({ missing: 'Choose who does it' }),
  dueOn: typedAsDay({ missing: 'Enter by when', impossible: 'Enter a real day, such as 14 3 2027' }),
  shown: ticked(),
})

/** Something to be done by somebody of those offered (`person/…`, `organisation/…`), from today to two years ahead. */
export function readTask(form: FormValues, { offered, today }: { offered: readonly string[]; today: Day }) {
  const read = readForm(taskForm, form)
  if (!read.ok) return read
  const { who, dueOn, what, shown } = read.value
  const errors = {
    ...(offered.includes(who) ? {} : { who: 'Choose who does it from the list' }),
    ...(dueOn < today ? { dueOn: `${inWords(dueOn)} is over` } : {}),
    ...(dueOn > addMonths(today, 24) ? { dueOn: 'That day is more than two years ahead' } : {}),
  }
  if (Object.keys(errors).length > 0) return { ok: false as const, errors }
  const [kind, id = ''] = who.split('/')
  const personId = kind === 'person' ? id : null
  return { ok: true as const, value: { what, dueOn, shown, personId, organisationId: personId === null ? id : null } }
}

const updateForm = z.object({ words: text({ missing: 'Write what the public is told', max: 1000 }) })
export const readUpdate = (form: FormValues) => readForm(updateForm, form)

const reportForm = z.object({
  revision,
  outcome: oneOf(outcomes, 'Choose what came of it'),
  words: text({ missing: 'Write what people are told: what you did, and why it came out so', max: 1500 }),
})
/** The outcome, and what those who raised it and the public are told. */
export const readReport = (form: FormValues) => readForm(reportForm, form)

const whyForm = z.object({ revision, why })
/** Why a step is taken. */
export const readWhy = (form: FormValues) => readForm(whyForm, form)

const revisionForm = z.object({ revision })
/** A step that asks nothing. */
export const readRevision = (form: FormValues) => readForm(revisionForm, form)
