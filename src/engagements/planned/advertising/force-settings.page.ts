import type { Force } from '#areas/area.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, input, notificationBanner, textarea } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly saved: boolean
}

/** Where a force sets from when its engagements count as advertised (R10). */
export function advertisingPage(shown: Shown): Html {
  const { values, errors } = shown
  const field = (name: string) => ({
    name,
    value: typed(values, name),
    error: errors[name],
    numeric: true,
    size: 's' as const,
  })
  const fields = joined([
    input({ ...field('days'), label: 'How many days before must it be out?', width: '3' }),
    input({ ...field('channels'), label: 'On how many channels?', hint: 'The web page is one of them.', width: '3' }),
  ])
  const says = 'This holds for every engagement that is not recorded yet. What was recorded stays as it is.'
  return settingPage(shown, { slug: 'advertising', title: 'When an engagement counts as advertised', says, fields })
}

/** Where a force writes the questions by which an engagement is judged before it is held (D10.1). */
export function criteriaPage(shown: Shown): Html {
  const { values, errors } = shown
  const fields = textarea({
    name: 'questions',
    label: 'Which questions are asked?',
    hint: 'One on a line, to be answered with yes or no.',
    value: typed(values, 'questions'),
    error: errors['questions'],
    rows: 8,
    size: 's',
  })
  const says = 'A plan counts as assessed once each of these has its answer.'
  return settingPage(shown, { slug: 'assessment', title: 'The assessment criteria', says, fields })
}

type Setting = { readonly slug: string; readonly title: string; readonly says: string; readonly fields: Html }

function settingPage({ site, force, errors, saved }: Shown, { slug, title, says, fields }: Setting): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${saved && notificationBanner('Saved.', { success: true })}
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${says}</p>
<form class="desk-form" method="post" action="/desk/${force.id}/settings/${slug}" novalidate>
${fields}
${button('Save')}
</form>
</div></div>`
  const before = backLink(`/desk/${force.id}/events`, 'Planned engagements of all teams')
  return page({ title: `${title} – ${force.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}
