import type { Force, Team } from '#areas/area.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, buttonLink, errorSummary, fileUpload, input, insetText, select } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { movesPart, type Moves } from './moves.page.ts'
import { placeRow, teamChoices } from './places.page.ts'
import { forget } from './register.form.ts'
import type { Draft } from './register.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly teams: readonly Team[]
  readonly draft: Draft | null
  readonly places: readonly { readonly place: string; readonly teamId: string | null }[]
  readonly moves: Moves
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Where the national schools register is chosen, what was taken of it last, and which team has which place. */
export function registerPage(shown: Shown): Html {
  const { site, force, draft, errors } = shown
  const home = `/desk/${force.id}/schools/register`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">National schools register</h1>
${draft && draftTold(draft, force)}
<p class="govuk-body">Take the register of schools from get-information-schools.service.gov.uk, or an extract of it. You see what would change before anything does.</p>
<form class="desk-form" method="post" action="${home}" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose a CSV file', hint: 'With the columns URN, EstablishmentName, Town, Postcode, OpenDate and CloseDate. At most 30 MB and 200,000 lines.', error: errors['file'], size: 's' })}
${button('Check the file')}
</form>
${movesPart({ ...shown, ...shown.moves, forceId: force.id })}
${placesPart(shown)}
</div></div>`
  return page({
    title: `National schools register – ${force.name}`,
    body,
    site,
    before: backLink('/desk', 'Desk'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function draftTold({ filename, sentAt, takenAt, taken }: Draft, { id, timeZone }: Force): Html {
  if (takenAt === null)
    return insetText(html`<p class="govuk-body">“${filename}”, sent in on ${inWords(dayAt(sentAt, timeZone))}, waits to be confirmed.</p>
${buttonLink('Look at what would change', `/desk/${id}/schools/register/check`, { kind: 'secondary' })}`)
  const count = (word: string) => (taken?.[word] ?? 0).toLocaleString('en-GB')
  return insetText(
    `“${filename}” was taken in on ${inWords(dayAt(takenAt, timeZone))}: ${count('new')} new, ${count('changed')} changed, ${count('closed')} closed, ${count('unchanged')} unchanged.`,
  )
}

function placesPart({ force, teams, places, values, errors }: Shown): Html {
  const action = `/desk/${force.id}/schools/register/place`
  const known = places.map(({ place, teamId }) =>
    placeRow(
      {
        place,
        words: /^[a-z]{1,2}\d/.test(place) ? place.toUpperCase() : place,
        count: null,
        chosen: teamId ?? 'none',
      },
      teams,
      {
        value: forget,
        words: 'Forget this',
      },
    ),
  )
  return html`<h2 class="govuk-heading-m" id="places">Which team has which place</h2>
<p class="govuk-body">A town that is called as a neighbourhood or team is that team’s, unless something else is said here. A school that is known stays with its team until somebody moves it.</p>
<form class="desk-form" method="post" action="${action}" novalidate>
${input({ name: 'onePlace', label: 'Place', hint: 'A town, the first half of a postcode such as DT6, or the number (URN) of one school.', value: typed(values, 'onePlace'), error: errors['onePlace'], size: 's' })}
${select({ name: 'oneTeam', label: 'Whose is it?', value: typed(values, 'oneTeam'), choices: [{ value: '', words: 'Choose' }, ...teamChoices(teams)], error: errors['oneTeam'], size: 's' })}
${button('Remember it', { kind: 'secondary' })}
</form>
${
  known.length === 0
    ? nothing
    : html`<form class="desk-form" method="post" action="/desk/${force.id}/schools/register/places" novalidate>
<h3 class="govuk-heading-s">What is remembered</h3>
${known}
${button('Save the places', { kind: 'secondary' })}
</form>`
}`
}
