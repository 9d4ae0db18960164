import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, input, radios, textarea } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { wayInWords } from './asked.part.ts'
import { waysOfAsking } from './asked.sql.ts'
import { clashPart, type Clash } from './clash.part.ts'
import { deskOfPlan, type PlanFound } from './plan-at.ts'

export type AskedShown = {
  readonly site: SiteChrome
  readonly found: PlanFound
  /** The consultation that is changed; null for a new one, or a profile. */
  readonly id: string | null
  readonly formId: string
  readonly revision: number
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly clash: Clash | null
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

function framed(
  { site, found, id, formId, revision, errors, clash }: AskedShown,
  title: string,
  path: string,
  fields: Html,
): Html {
  const at = deskOfPlan(found.team.id, found.contract.year)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">Plan ${found.contract.year}, ${found.team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
${clash !== null && clashPart(clash)}
<form class="desk-form" method="post" action="${at}/${path}" novalidate>
<input type="hidden" name="${id === null ? 'id' : 'revision'}" value="${id === null ? formId : revision}">
${fields}${button('Save')}
</form>
</div></div>`
  const before = backLink(`${at}#asked`, `Plan ${found.contract.year}`)
  return page({
    title: `${title} – plan ${found.contract.year}`,
    body,
    site,
    before,
    mistaken: Object.keys(errors).length > 0,
  })
}
