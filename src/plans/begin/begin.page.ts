import type { Team } from '#areas/area.ts'
import type { Framework } from '#frameworks/framework.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, insetText, select, warningText } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

export type BeginShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly frameworks: readonly Framework[]
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
}

/** Where a team that has no contract yet begins the draft of its first. */
export function beginPage({ site, team, frameworks, values, errors, refused }: BeginShown): Html {
  const at = `/desk/${team.id}/contract/begin`
  const fields = joined([
    select({
      name: 'framework',
      label: 'Under which framework?',
      choices: frameworks.map(({ id, title }) => ({ value: id, words: title })),
      value: typed(values, 'framework'),
      error: errors['framework'],
      size: 's',
    }),
    dateInput({
      name: 'from',
      legend: 'On which day does it begin?',
      hint: 'It lasts a year.',
      value: typedDay(values, 'from'),
      error: errors['from'],
      size: 's',
    }),
    button('Begin the draft'),
  ])
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Begin the first contract</h1>
${refused !== null && warningText(refused)}
<p class="govuk-body-l">Nobody outside reads the draft before it is published.</p>
${frameworks.length === 0 ? insetText('Load a framework first: a contract is made under one.') : html`<form class="desk-form" method="post" action="${at}" novalidate>${fields}</form>`}
<p class="govuk-body">If there is a contract already, as a document, <a class="govuk-link" href="/desk/${team.id}/contracts/read">read it</a> instead.</p>
</div></div>`
  const before = backLink(`/desk/${team.id}`, 'This week')
  return page({
    title: `Begin the first contract – ${team.name}`,
    body,
    site,
    before,
    mistaken: Object.keys(errors).length > 0,
  })
}
