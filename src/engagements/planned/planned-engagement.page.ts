import type { Team } from '#areas/area.ts'
import type { Person } from '#people/person.ts'
import { inWords, weekdayInWords, type Day } from '#platform/day.ts'
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
import { capitalised } from '#platform/capitalised.ts'
import { advertisingChecklist } from './advertising/advertising-checklist.page.ts'
import type { Assigned } from './people/assigned-people.ts'
import { peopleSection } from './people/assigned-people.page.ts'
import { datesField, priorityInWords, whenFields, whereFields } from './plan-fields.page.ts'
import { channels, type Advert, type AdvertisingRule, type PlannedEngagement } from './planned-engagement.ts'
import { stateTag } from './calendar/event-line.page.ts'
import { partsOfDay } from './day-parts.ts'
import type { OpenPriority } from './linked-priorities.sql.ts'

/** Which form of the page was sent with mistakes. */
export type Part = 'move' | 'cancel' | 'adverts' | 'people'

/** All that is known of a plan at the desk. */
export type KnownOfPlan = {
  readonly adverts: readonly Advert[]
  readonly rule: AdvertisingRule
  readonly today: Day
  readonly assigned: readonly Assigned[]
  readonly people: readonly Person[]
  readonly priorities: readonly OpenPriority[]
  /** How many of the assessment's questions are answered, of how many. */
  readonly assessment: { readonly answered: number; readonly asked: number }
  readonly clashes: readonly string[]
  /** It has begun, so that what happened can be recorded. */
  readonly hasBegun: boolean
}

type Shown = KnownOfPlan & {
  readonly site: SiteChrome
  readonly team: Team
  readonly planned: PlannedEngagement
  /** What the forms start with. */
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
${isPlanned && hasBegun && buttonLink('Record what happened', `/desk/${team.id}/engagements/new?event=${planned.id}`)}
${facts(shown)}
${planned.state === 'held' && html`<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/engagements/${planned.id}">What was recorded of it</a></p>`}
${isPlanned && joined([peoplePart(shown), advertForm(shown), changes(shown)], '\n')}
</div></div>`
  return page({
    title: `${planned.title} – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}/events?month=${planned.heldOn.slice(0, 7)}`, 'Planned engagements'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function facts(shown: Shown): Html {
  const { team, planned, clashes, assigned } = shown
  return summaryList([
    {
      key: 'When',
      value: html`${weekdayInWords(planned.heldOn)} ${inWords(planned.heldOn)}, ${planned.begins} to ${planned.ends}${clashes.map((words) => html`<br><strong>${words}</strong>`)}`,
    },
    { key: 'Where', value: planned.place },
    { key: 'How', value: capitalised(planned.method) },
    { key: 'Accessibility', value: planned.accessibility || 'Nobody has said' },
    ...(planned.reason === null ? [] : [{ key: 'Why it changed', value: planned.reason }]),
    ...(planned.state === 'planned' || assigned.length === 0
      ? []
      : [{ key: 'Who was down for it', value: assigned.map(({ name }) => name).join(', ') }]),
    ...planningFacts(shown),
    { key: 'Advertised', value: advertisingChecklist(shown) },
    {
      key: 'Public page',
      value: html`<a class="govuk-link" href="/${team.id}/events/${planned.id}">See it as the public does</a>`,
    },
    { key: 'To tell others', value: tellingLinks(planned) },
  ])
}

function planningFacts({ team, planned, priorities, assessment: { answered, asked } }: Shown) {
  const href = `/desk/${team.id}/events/${planned.id}/assessment`
  const said = answered === 0 ? 'Not answered yet' : `${answered} of ${asked} questions answered`
  return [
    ...(priorities.length === 0
      ? []
      : [
          {
            key: 'Works on',
            value: html`<ul class="govuk-list">${priorities.map((one) => html`<li>${priorityInWords(one)}</li>`)}</ul>`,
          },
        ]),
    {
      key: 'Assessment criteria',
      value: html`${said}${planned.state === 'planned' && html`<br><a class="govuk-link" href="${href}">Answer the assessment criteria</a>`}`,
    },
  ]
}

/** What goes to notice boards and other channels, and what those who came said of it. */
function tellingLinks({ teamId, id, seriesId }: PlannedEngagement): Html {
  const to = (words: string, part: string) =>
    html`<li><a class="govuk-link" href="/desk/${teamId}/events/${id}/${part}">${words}</a></li>`
  const dates = seriesId !== null && to('Poster of all dates (PDF)', 'dates.pdf')
  return html`<ul class="govuk-list">${to('Poster (PDF)', 'poster.pdf')}${dates}${to('Social text', 'social')}${to('Feedback', 'feedback')}</ul>`
}

const form = ({ team, planned }: Shown, part: Part, fields: Html, words: Html) =>
  html`<form class="desk-form" method="post" action="/desk/${team.id}/events/${planned.id}/${part}" novalidate>
<input type="hidden" name="sequence" value="${planned.sequence}">
${fields}${words}
</form>`

function peoplePart(shown: Shown): Html {
  const isSent = shown.part === 'people'
  const sent = { values: isSent ? shown.values : {}, errors: isSent ? shown.errors : {}, open: isSent }
  return peopleSection({ ...shown, ...sent })
}

const changes = (shown: Shown): Html =>
  html`<h2 class="govuk-heading-m">Change it</h2>
<p class="govuk-body"><a class="govuk-link" href="/desk/${shown.team.id}/events/${shown.planned.id}/change">Change what it is, whom it is for, or the priorities it works on</a></p>
${moveForm(shown)}
${cancelForm(shown)}`

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
    whereFields(values, errors),
    input({
      name: 'reason',
      label: 'Why? (optional; the public reads it)',
      value: isSent ? typed(values, 'reason') : '',
      error: errors['reason'],
      size: 's',
    }),
    datesField(shown.planned, 'dates-move', values),
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
  const asked = joined([why, datesField(shown.planned, 'dates-cancel', isSent ? shown.values : {})])
  const fields = form(shown, 'cancel', asked, button('Cancel it', { kind: 'warning' }))
  return details('Cancel it', fields, { id: 'cancel', open: isSent })
}

/** A planned engagement as its form would send it. */
function valuesOf({ heldOn, begins, ends, place, location }: PlannedEngagement): FormValues {
  const degrees = { latitude: String(location?.latitude ?? ''), longitude: String(location?.longitude ?? '') }
  return { ...partsOfDay('heldOn', heldOn), begins, ends, place, ...degrees }
}
