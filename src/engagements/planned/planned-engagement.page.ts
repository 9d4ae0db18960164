import type { Team } from '#areas/area.ts'
import { inWords, weekdayInWords } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  buttonLink,
  dateInput,
  details,
  errorSummary,
  input,
  select,
  summaryList,
} from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '../capitalised.ts'
import { whenFields } from './plan-engagement.page.ts'
import { advertisedFrom, advertisingOf, channels, type Advert, type PlannedEngagement } from './planned-engagement.ts'
import { stateTag } from './planned-month.page.ts'

/** Which form of the page was sent with mistakes. */
export type Part = 'move' | 'cancel' | 'adverts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly planned: PlannedEngagement
  readonly adverts: readonly Advert[]
  /** It has begun, so that what happened can be recorded. */
  readonly hasBegun: boolean
  /** What the advert form starts with. */
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly part: Part | null
}

/** One planned engagement at the desk: what is known of it, and what can be done with it. */
export function plannedEngagementPage(shown: Shown): Html {
  const { site, team, planned, errors, hasBegun } = shown
  const isPlanned = planned.state === 'planned'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${team.name}</span> ${planned.title}</h1>
<p class="govuk-body">${stateTag(planned)}</p>
${facts(shown)}
${isPlanned && hasBegun && buttonLink('Record what happened', `/desk/${team.id}/engagements/new?event=${planned.id}`)}
${planned.state === 'held' && html`<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/engagements/${planned.id}">What was recorded of it</a></p>`}
${isPlanned && joined([advertForm(shown), moveForm(shown), cancelForm(shown)], '\n')}
</div></div>`
  return page({
    title: `${planned.title} – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}/events?month=${planned.heldOn.slice(0, 7)}`, 'Planned engagements'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function facts({ team, planned, adverts }: Shown): Html {
  const { advertised, days } = advertisingOf(planned.heldOn, adverts)
  const told = adverts.map(({ channel, outOn }) => html`<li>${capitalised(channel)}, ${inWords(outOn)}</li>`)
  const rule = `on ${advertisedFrom.channels} channels, ${advertisedFrom.days} days before`
  return summaryList([
    {
      key: 'When',
      value: `${weekdayInWords(planned.heldOn)} ${inWords(planned.heldOn)}, ${planned.begins} to ${planned.ends}`,
    },
    { key: 'Where', value: planned.place },
    { key: 'How', value: capitalised(planned.method) },
    { key: 'Accessibility', value: planned.accessibility || 'Nobody has said' },
    ...(planned.reason === null ? [] : [{ key: 'Why it changed', value: planned.reason }]),
    {
      key: 'Advertised',
      value: html`<ul class="govuk-list">${told}</ul>${advertised ? `Counts as advertised: ${days} days before.` : `Does not count as advertised yet: it must be out ${rule}.`}`,
    },
    {
      key: 'Public page',
      value: html`<a class="govuk-link" href="/${team.id}/events/${planned.id}">See it as the public does</a>`,
    },
  ])
}

const form = ({ team, planned }: Shown, part: Part, fields: Html, words: Html) =>
  html`<form class="desk-form" method="post" action="/desk/${team.id}/events/${planned.id}/${part}" novalidate>
${fields}${words}
</form>`

function advertForm(shown: Shown): Html {
  const errors = shown.part === 'adverts' ? shown.errors : {}
  const fields = joined([
    select({
      name: 'channel',
      label: 'Where did you tell people of it?',
      choices: [{ value: '', words: 'Choose' }, ...channels.map((value) => ({ value, words: capitalised(value) }))],
      value: shown.part === 'adverts' ? typed(shown.values, 'channel') : '',
      error: errors['channel'],
      size: 's',
    }),
    dateInput({
      name: 'outOn',
      legend: 'Since when?',
      value: typedDay(shown.values, 'outOn'),
      error: errors['outOn'],
      size: 's',
    }),
  ])
  return html`<h2 class="govuk-heading-m">Note where it was advertised</h2>
${form(shown, 'adverts', fields, button('Note it', { kind: 'secondary' }))}`
}

function moveForm(shown: Shown): Html {
  const isSent = shown.part === 'move'
  const values = isSent ? shown.values : valuesOf(shown.planned)
  const errors = isSent ? shown.errors : {}
  const fields = joined([
    whenFields(values, errors),
    input({ name: 'place', label: 'Where?', value: typed(values, 'place'), error: errors['place'], size: 's' }),
    input({
      name: 'reason',
      label: 'Why? (optional; the public reads it)',
      value: isSent ? typed(values, 'reason') : '',
      error: errors['reason'],
      size: 's',
    }),
  ])
  return details('Move it', form(shown, 'move', fields, button('Move it')), { id: 'move', open: isSent })
}

function cancelForm(shown: Shown): Html {
  const isSent = shown.part === 'cancel'
  const why = input({
    name: 'why',
    label: 'Why? The public reads it.',
    value: isSent ? typed(shown.values, 'why') : '',
    error: isSent ? shown.errors['why'] : undefined,
    size: 's',
  })
  const fields = form(shown, 'cancel', why, button('Cancel this date', { kind: 'warning' }))
  return details('Cancel it', fields, { id: 'cancel', open: isSent })
}

/** A planned engagement as its form would send it. */
export function valuesOf({ heldOn, begins, ends, place }: PlannedEngagement): FormValues {
  const [year = '', month = '', date = ''] = heldOn.split('-')
  const day = { 'heldOn-day': String(Number(date)), 'heldOn-month': String(Number(month)), 'heldOn-year': year }
  return { ...day, begins, ends, place }
}
