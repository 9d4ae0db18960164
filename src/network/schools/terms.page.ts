import type { Force, Team } from '#areas/area.ts'
import type { HalfTerm } from '#areas/terms/half-term.ts'
import { inWords } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, fileUpload, input, table } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { RegisterFault } from './register-row.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly teams: readonly Team[]
  readonly councils: readonly string[]
  readonly terms: readonly HalfTerm[]
  readonly values: FormValues
  readonly errors: FieldErrors
  /** The lines of a file that cannot be taken in. */
  readonly faults: readonly RegisterFault[]
}

/** When the half terms of each council are, whose terms each team's schools keep, and adding to them. */
export function termsPage(shown: Shown): Html {
  const { site, force, councils, values, errors, faults } = shown
  const home = `/desk/${force.id}/terms`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">School terms</h1>
<p class="govuk-body">Each open school is to be contacted once in each half term. Councils date them differently; a team keeps those of its own.</p>
${faultsTold(faults)}
${councils.length === 0 && html`<p class="govuk-body">No council’s terms are known yet.</p>`}
${councils.map((council) => councilPart(council, shown))}
<h2 class="govuk-heading-m" id="add">Add a half term</h2>
<form class="desk-form" method="post" action="${home}" novalidate>
${termFields(values, errors, 'council')}
${button('Add the half term')}
</form>
<h2 class="govuk-heading-m">Bring in half terms from a file</h2>
<form class="desk-form" method="post" action="${home}/import" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose a CSV file', hint: 'With the columns council, name, from and to. A half term that begins on the day of another takes its place.', error: errors['file'], size: 's' })}
${button('Bring them in', { kind: 'secondary' })}
</form>
${teamsPart(shown)}
</div></div>`
  return page({
    title: `School terms – ${force.name}`,
    body,
    site,
    before: backLink('/desk', 'Desk'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function councilPart(council: string, { force, terms, teams }: Shown): Html {
  const own = terms.filter((term) => term.council === council)
  const keep = teams.filter(({ schoolCouncil }) => schoolCouncil === council).map(({ name }) => name)
  const rows = own.map((term) => [
    term.name,
    `${inWords(term.from)} to ${inWords(term.to)}`,
    html`<a class="govuk-link" href="/desk/${force.id}/terms/change?${new URLSearchParams({ council, was: term.from }).toString()}">Change<span class="govuk-visually-hidden"> ${term.name}, ${inWords(term.from)}</span></a>`,
  ])
  return html`<h2 class="govuk-heading-m">${council}</h2>
<p class="govuk-body">${keep.length === 0 ? 'No team here keeps them.' : `Kept by ${keep.join(', ')}.`}</p>
${own.length === 0 ? html`<p class="govuk-body">No half term is known: what is promised of its schools stays unknown.</p>` : html`<section class="scrolls" tabindex="0" aria-label="Half terms of ${council}">${table({ caption: 'Half terms', captionSize: 's', head: ['Half term', 'When', 'Change'], rows })}</section>`}
`
}

function teamsPart({ force, teams, errors }: Shown): Html {
  const fields = teams.map(({ slug, name, schoolCouncil }) =>
    input({ name: `of-${slug}`, label: name, value: schoolCouncil ?? '', error: errors[`of-${slug}`] }),
  )
  return html`<h2 class="govuk-heading-m" id="teams">Whose terms each team keeps</h2>
<form class="desk-form" method="post" action="/desk/${force.id}/terms/teams" novalidate>
<p class="govuk-hint">The council’s name just as above, or nothing where nobody knows.</p>
${fields}
${button('Save', { kind: 'secondary' })}
</form>`
}

const faultsTold = (faults: readonly RegisterFault[]): Html =>
  faults.length === 0
    ? nothing
    : table({
        caption: 'Lines to put right; nothing of the file was taken in',
        captionSize: 's',
        head: [{ words: 'Line', numeric: true }, 'What is wrong'],
        rows: faults.slice(0, 100).map(({ line, words }) => [{ words: String(line), numeric: true }, words]),
        rowHeaders: false,
      })

function termFields(values: FormValues, errors: FieldErrors, council: 'council' | null): Html {
  return html`${council !== null && input({ name: 'council', label: 'Whose schools?', hint: 'Such as Dorset Council.', value: typed(values, 'council'), error: errors['council'], size: 's' })}
${input({ name: 'name', label: 'What is it called?', hint: 'Such as Autumn 1.', value: typed(values, 'name'), error: errors['name'], size: 's' })}
${dateInput({ name: 'from', legend: 'First day of school', value: typedDay(values, 'from'), error: errors['from'], size: 's' })}
${dateInput({ name: 'to', legend: 'Last day of school', value: typedDay(values, 'to'), error: errors['to'], size: 's' })}`
}

type Changing = Pick<Shown, 'site' | 'force' | 'values' | 'errors'> & { readonly term: HalfTerm }

/** Changing a half term, or taking it away. */
export function changeTermPage({ site, force, values, errors, term }: Changing): Html {
  const home = `/desk/${force.id}/terms`
  const which = html`<input type="hidden" name="council" value="${term.council}"><input type="hidden" name="was" value="${term.from}">`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${term.council}</span>
<h1 class="govuk-heading-l">Change a half term</h1>
<form class="desk-form" method="post" action="${home}/change" novalidate>
${which}
${termFields(values, errors, null)}
${button('Save the half term')}
</form>
<form method="post" action="${home}/remove">
${which}
${button('Take it away', { kind: 'warning' })}
</form>
</div></div>`
  const title = `Change a half term – ${term.council}`
  return page({ title, body, site, before: backLink(home, 'School terms'), mistaken: Object.keys(errors).length > 0 })
}
