import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import type { FieldErrors } from '#platform/form.ts'
import { backLink, button, errorSummary, insetText, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { StepTaken } from './course.sql.ts'
import type { Priority } from '#priorities/priority.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly priority: Priority
  readonly slug: string
  readonly title: string
  readonly press: string
  /** New with each form, so that one sent twice is kept once. */
  readonly id: string
  readonly fields: Html
  readonly errors: FieldErrors
  /** Why it was not taken, with who changed it last; null where nothing was wrong. */
  readonly refused: { readonly words: string; readonly last: StepTaken | null } | null
}

/** One step of a priority, and what it asks. */
export function stepPage(shown: Shown): Html {
  const { site, team, priority, slug, title, press, id, fields, errors, refused } = shown
  const href = `/desk/${team.id}/priorities/${priority.id}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${priority.title}</span>
<h1 class="govuk-heading-l">${title}</h1>
${refused !== null && html`${warningText(refused.words)}${nowStands(priority, refused.last)}`}
<form class="desk-form" method="post" action="${href}/${slug}" novalidate>
<input type="hidden" name="id" value="${id}"><input type="hidden" name="revision" value="${priority.revision}">
${fields}
${button(press)}
</form>
</div></div>`
  return page({
    title: `${title} – ${priority.title}`,
    body,
    site,
    before: backLink(href, priority.title),
    mistaken: Object.keys(errors).length > 0,
  })
}

/** What the other one made of it, beside what was typed. */
const nowStands = ({ title, said, plan, state, reportBack }: Priority, last: StepTaken | null): Html =>
  insetText(html`<p class="govuk-body"><b>It is now ${state}</b>${last !== null && html`, by ${last.by ?? 'whoever raised it'} on ${inWords(last.takenOn)}`}.</p>
<p class="govuk-body"><b>Title:</b> ${title}</p>
<p class="govuk-body"><b>What people said:</b> ${said}</p>
${plan !== '' && html`<p class="govuk-body"><b>Plan:</b> ${plan}</p>`}${reportBack !== null && html`<p class="govuk-body"><b>Report:</b> ${reportBack}</p>`}`)

type NewShown = Pick<Shown, 'site' | 'team' | 'id' | 'fields' | 'errors'>

/** Where a team proposes a priority of itself. */
export function newPriorityPage({ site, team, id, fields, errors }: NewShown): Html {
  const href = `/desk/${team.id}/priorities`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Propose a priority</h1>
<form class="desk-form" method="post" action="${href}/new" novalidate>
<input type="hidden" name="id" value="${id}">
${fields}
${button('Propose it')}
</form>
</div></div>`
  return page({
    title: `Propose a priority – ${team.name}`,
    body,
    site,
    before: backLink(href, 'Priorities'),
    mistaken: Object.keys(errors).length > 0,
  })
}
