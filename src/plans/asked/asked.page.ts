import { typed, typedDay, type FormValues } from '#platform/form.ts'
import { button, dateInput, input, radios, textarea } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { wayInWords } from './asked.part.ts'
import { waysOfAsking } from './asked.sql.ts'
import { longestWhy } from './asked.form.ts'
import { planFormPage, type PlanFormShown } from '#plans/plan-form.page.ts'

export type AskedShown = PlanFormShown & {
  /** The consultation that is changed; null for a new one, or a profile. */
  readonly id: string | null
  readonly formId: string
  readonly revision: number
  readonly values: FormValues
}

/** D1.6: whom the team asked about its plan, and what came of it. */
export function consultationPage(shown: AskedShown): Html {
  const { id } = shown
  const title = id === null ? 'Tell of a consultation' : 'Change a consultation'
  return framed(shown, title, `consultations/${id ?? 'new'}`, consultationFields(shown))
}

function consultationFields({ values, errors }: AskedShown): Html {
  const value = (name: string) => ({ name, value: typed(values, name), error: errors[name] })
  return joined([
    dateInput({
      name: 'heldOn',
      legend: 'When were they asked?',
      hint: 'The last day, where it took several. What was asked after the plan was approved does not count for it.',
      value: typedDay(values, 'heldOn'),
      error: errors['heldOn'],
      size: 's',
    }),
    input({
      ...value('asked'),
      label: 'Who was asked?',
      hint: 'A group or a place, such as people at Bridport market. Name nobody.',
      size: 's',
    }),
    radios({
      ...value('how'),
      legend: 'How?',
      choices: waysOfAsking.map((way) => ({ value: way, words: wayInWords[way] })),
      size: 's',
    }),
    input({ ...value('answers'), label: 'How many answered?', numeric: true, width: '5', size: 's' }),
    textarea({ ...value('said'), label: 'What was said?', hint: 'Name nobody.', rows: 6, most: 4_000, size: 's' }),
    textarea({ ...value('changed'), label: 'What changed in the plan?', rows: 6, most: 4_000, size: 's' }),
  ])
}

/** D1.5: a profile on which the plan rests. */
export function profilePage(shown: AskedShown): Html {
  const { values, errors } = shown
  const value = (name: string) => ({ name, value: typed(values, name), error: errors[name] })
  const fields = joined([
    input({ ...value('title'), label: 'What is the profile called?', size: 's' }),
    input({
      ...value('address'),
      label: 'Where can it be read? (optional)',
      hint: 'Its address, which begins with https://',
      type: 'url',
      size: 's',
    }),
    dateInput({
      name: 'dated',
      legend: 'Of which day is it?',
      value: typedDay(values, 'dated'),
      error: errors['dated'],
      size: 's',
    }),
    textarea({ ...value('informs'), label: 'What does the plan take from it?', rows: 4, most: 1_000, size: 's' }),
  ])
  return framed(shown, 'Link a profile', 'profiles/new', fields)
}

function framed(shown: AskedShown, title: string, path: string, fields: Html): Html {
  const { id, formId, revision } = shown
  const kept = html`<input type="hidden" name="${id === null ? 'id' : 'revision'}" value="${id === null ? formId : revision}">`
  return planFormPage(shown, {
    title,
    path,
    backTo: 'asked',
    fields: html`${kept}
${fields}${button('Save')}`,
  })
}

type TakenBack = PlanFormShown & {
  readonly title: string
  readonly path: string
  /** What it was, and what becomes of it. */
  readonly lead: string
  readonly label: string
  readonly press: string
  readonly values: FormValues
}

/** Where somebody says why what was told with a plan does not count for it. */
export function takeBackPage(shown: TakenBack): Html {
  const { title, path, lead, label, press, values, errors } = shown
  const fields = html`<p class="govuk-body plan-words">${lead}</p>
${textarea({ name: 'why', label, hint: 'Name nobody.', value: typed(values, 'why'), error: errors['why'], rows: 2, most: longestWhy, size: 's' })}
${button(press, { kind: 'warning' })}`
  return planFormPage(shown, { title, path, backTo: 'asked', fields })
}
