import type { Neighbourhood } from '#areas/area.ts'
import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { checkboxes, dateInput, input, radios, select, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { outcomeInWords } from '#priorities/raised/answer-mail.ts'
import { concernings, grades, outcomes, scored, type Priority } from '#priorities/priority.ts'

/** What the forms of a priority offer to be chosen. */
export type Offered = {
  readonly neighbourhoods: readonly Neighbourhood[]
  /** Partners of the network, by their id. */
  readonly partners: readonly { readonly value: string; readonly words: string }[]
  /** Key individuals of the network, by their id: known at the desk alone. */
  readonly contacts: readonly { readonly value: string; readonly words: string }[]
  /** Who may be tasked: `person/…` and `organisation/…`. */
  readonly people: readonly { readonly value: string; readonly words: string }[]
}

/** The fields of one step, with what was typed and the mistakes in it. */
export type Fields = (values: FormValues, errors: FieldErrors, offered: Offered) => Html

const field = (values: FormValues, errors: FieldErrors) => (name: string) => ({
  name,
  value: typed(values, name),
  error: errors[name],
  size: 's' as const,
})

const nobody = 'Name no member of the public: everybody reads this.'

/** What a priority is, in words for everybody. */
export const proposalFields: Fields = (values, errors, { neighbourhoods }) => {
  const of = field(values, errors)
  const places = neighbourhoods.map(({ id, name }) => ({ value: id, words: name }))
  return html`${input({ ...of('title'), label: 'Title', hint: 'In plain words. For example: Speeding through the village' })}
${textarea({ ...of('said'), label: 'What people said', hint: `In general words. ${nobody}`, rows: 3 })}
${select({ ...of('neighbourhood'), label: 'Where?', choices: [{ value: '', words: 'The whole of our area' }, ...places] })}`
}

const scoreHints = {
  threat: 'What may happen, and whether it grows',
  risk: 'How likely it is to happen, and to whom',
  harm: 'What it does to people where it happens',
}

/** How a priority is set: its words, whom it is about, and threat, risk and harm each with a reason. */
export const settingFields: Fields = (values, errors, offered) => {
  const of = field(values, errors)
  return html`${proposalFields(values, errors, offered)}
${radios({ ...of('concerning'), legend: 'Whom or what is it about?', choices: concernings.map((value) => ({ value, words: capital(value) })), small: true })}
${scored.map(
  (
    name,
  ) => html`${radios({ ...of(name), legend: `How high is the ${name}?`, hint: scoreHints[name], choices: grades.map((value) => ({ value, words: capital(value) })), inline: true, small: true })}
${textarea({ ...of(`${name}Why`), label: `Why is the ${name} so?`, rows: 2 })}`,
)}
<p class="govuk-body">One high score makes it a higher priority, which needs an engagement of its own before the work begins.</p>`
}

export const planFields: Fields = (values, errors, { partners, contacts }) => html`${textarea({
  ...field(values, errors)('plan'),
  label: 'What do you plan to do?',
  hint: nobody,
  rows: 5,
})}
${
  partners.length > 0 &&
  checkboxes({
    name: 'partners',
    legend: 'Which partners work on it with you?',
    choices: partners,
    values: typedList(values, 'partners'),
    size: 's',
    small: true,
  })
}
${
  contacts.length > 0 &&
  checkboxes({
    name: 'contacts',
    legend: 'Which key contacts work on it with you?',
    hint: 'Seen at the desk and by themselves, never by the public.',
    choices: contacts,
    values: typedList(values, 'contacts'),
    size: 's',
    small: true,
  })
}`

export const taskFields: Fields = (values, errors, { people }) => {
  const of = field(values, errors)
  return html`${textarea({ ...of('what'), label: 'What is to be done?', hint: 'For example: patrol the square on foot on Friday evenings', rows: 2 })}
${select({ ...of('who'), label: 'Who does it?', choices: [{ value: '', words: 'Choose one' }, ...people] })}
${dateInput({ name: 'dueOn', legend: 'By when?', value: typedDay(values, 'dueOn'), error: errors['dueOn'], size: 's' })}
${checkboxes({ name: 'shown', legend: html`<span class="govuk-visually-hidden">On the public page</span>`, choices: [{ value: 'yes', words: 'Show it on the public page once it is done' }], values: typedList(values, 'shown'), small: true })}`
}

export const updateFields: Fields = (values, errors) =>
  textarea({ ...field(values, errors)('words'), label: 'What is the public told?', hint: nobody, rows: 5 })

export const reportFields: Fields = (values, errors) => {
  const of = field(values, errors)
  return html`${radios({ ...of('outcome'), legend: 'What came of it?', choices: outcomes.map((value) => ({ value, words: outcomeInWords[value] })) })}
${textarea({ ...of('words'), label: 'What do you tell those who raised it?', hint: `What you did, and why it came out so. ${nobody}`, rows: 6 })}`
}

export const whyFields: Fields = (values, errors) =>
  textarea({
    ...field(values, errors)('why'),
    label: 'Why?',
    hint: 'Kept at the desk; never name a member of the public.',
    rows: 3,
  })

/** With whom a priority is worked on already, by their ids. */
type WorkedOnWith = { readonly partners: readonly string[]; readonly contacts: readonly string[] }

/** A priority as its forms begin: with what stands. */
export const begunWith = (priority: Priority, workedOnWith: WorkedOnWith): FormValues => ({
  ...workedOnWith,
  revision: String(priority.revision),
  title: priority.title,
  said: priority.said,
  neighbourhood: priority.neighbourhoodId ?? '',
  concerning: priority.concerning ?? '',
  plan: priority.plan,
})

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
