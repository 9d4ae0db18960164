import { inWords, type Day } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { button, checkboxes, dateInput, input, notificationBanner, tag, textarea } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { deskPage, type DeskShown } from './desk-page.page.ts'
import type { RecordDue } from './record-reviews.sql.ts'

type Shown = Omit<DeskShown, 'title'> & { readonly address: string }
type FormShown = Shown & { readonly values: FormValues; readonly errors: FieldErrors }

type ReviewsShown = Omit<DeskShown, 'title'> & {
  readonly network: string
  readonly today: Day
  readonly saved: string | null
  readonly due: readonly RecordDue[]
  readonly untold: readonly RecordDue[]
  /** Null where whoever looks may not see sensitive facts. */
  readonly sensitive: readonly { readonly id: string; readonly name: string; readonly reviewOn: Day }[] | null
  readonly maySeeReadings: boolean
}

/** The records that somebody must decide about, and those of people whom nobody has told. */
export const reviewsPage = (shown: ReviewsShown): Html =>
  deskPage(
    { ...shown, title: 'Records to look at' },
    html`${shown.saved !== null && notificationBanner(shown.saved, { success: true })}
${list(
  'due',
  'Keep or erase',
  'No record waits.',
  shown.due.map((one) => dueRow(one, shown)),
)}
${list(
  'untold',
  'Never told that we hold this',
  'Everybody was told.',
  shown.untold.map((one) => row(one, shown.network, nothing, [['letter', 'Tell them']])),
)}
${
  shown.sensitive !== null &&
  list(
    'sensitive',
    'Sensitive facts to look at again',
    'None wait.',
    shown.sensitive.map((one) => row(one, shown.network, html`by ${inWords(one.reviewOn)}`, [['sensitive', 'Open']])),
  )
}
<p class="govuk-body"><a class="govuk-link" href="${shown.network}/comes-back">Somebody who was erased comes back</a></p>
${shown.maySeeReadings && html`<p class="govuk-body"><a class="govuk-link" href="${shown.network}/readings">Who opened sensitive facts</a></p>`}`,
  )

const list = (id: string, title: string, empty: string, rows: readonly Html[]): Html =>
  html`<section class="week-list" aria-labelledby="${id}">
<h2 class="govuk-heading-m" id="${id}">${title}${rows.length > 0 && html` <span class="week-list__count">${rows.length}</span>`}</h2>
${rows.length === 0 ? html`<p class="govuk-body week-list__empty">${empty}</p>` : html`<ul class="week-list__rows">\n${rows}</ul>`}
</section>
`

function dueRow(one: RecordDue, { network, today }: ReviewsShown): Html {
  const { objectedOn, leftOn, reviewOn } = one
  const why = html`<span>to be looked at by ${inWords(reviewOn)}${reviewOn < today && html` ${tag('overdue', 'red')}`}</span>${objectedOn !== null && html` <span>${tag(`objected ${inWords(objectedOn)}`, 'yellow')}</span>`}${leftOn !== null && html` <span>left ${inWords(leftOn)}</span>`}`
  return row(one, network, why, [
    ['keep', 'Keep'],
    ['erase', 'Erase'],
  ])
}

const row = (
  { id, name }: Pick<RecordDue, 'id' | 'name'>,
  network: string,
  facts: Html,
  actions: readonly (readonly [part: string, words: string])[],
): Html => html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${network}/individuals/${id}"><bdi>${name}</bdi></a></p>
<p class="week-row__facts">${facts}</p>
<p class="week-row__why">${actions.map(([part, words]) => html`<a class="govuk-link" href="${network}/individuals/${id}/${part}">${words}<span class="govuk-visually-hidden">: ${name}</span></a> `)}</p>
</div></li>
`

export const keepPage = (shown: FormShown & { readonly until: Day }): Html =>
  deskPage(
    { ...shown, title: 'Keep the record for another year' },
    html`<p class="govuk-body">It is then looked at again by ${inWords(shown.until)}. The person sees your reason.</p>
<form class="desk-form" method="post" action="${shown.address}/keep" novalidate>
${textarea({ name: 'reason', label: 'Why do we still need it?', value: typed(shown.values, 'reason'), error: shown.errors['reason'], size: 's', rows: 3 })}
${button('Keep it')}
</form>`,
  )

/** A draft of what tells somebody that we hold their details, and where it is noted that they were told. */
export const letterPage = (shown: FormShown & { readonly letter: string; readonly toldOn: Day | null }): Html =>
  deskPage(
    { ...shown, title: 'Tell them that we hold this' },
    html`<p class="govuk-body">${shown.toldOn === null ? 'Nobody has told them yet.' : `They were told on ${inWords(shown.toldOn)}.`} Send this as a letter or mail, or say it when you next speak.</p>
${textarea({ name: 'letter', label: 'Draft', value: shown.letter, rows: 16, readOnly: true, size: 's' })}
<form class="desk-form" method="post" action="${shown.address}/letter" novalidate>
${dateInput({ name: 'toldOn', legend: 'When were they told?', value: typedDay(shown.values, 'toldOn'), error: shown.errors['toldOn'], size: 's' })}
${button('They were told')}
</form>`,
  )

/** Where it is noted that somebody who was erased asks to be kept in touch with again. */
export function comesBackPage(shown: FormShown): Html {
  const { values, errors, address } = shown
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  return deskPage(
    { ...shown, title: 'Somebody who was erased comes back' },
    html`<p class="govuk-body">Enter what they were known by. Afterwards they can be added again.</p>
<form class="desk-form" method="post" action="${address}/comes-back" novalidate>
${input({ ...field('name'), label: 'Name', autocomplete: 'off' })}
${input({ ...field('email'), label: 'E-mail address (optional)', type: 'email', autocomplete: 'off' })}
${input({ ...field('telephone'), label: 'Telephone (optional)', type: 'tel', width: '20', autocomplete: 'off' })}
${checkboxes({
  name: 'asked',
  legend: 'Whose wish is it?',
  choices: [{ value: 'yes', words: 'They asked for it themselves' }],
  error: errors['asked'],
  size: 's',
})}
${button('Let them be added again')}
</form>`,
  )
}
