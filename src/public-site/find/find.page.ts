import { button, errorSummary, input } from '#platform/govuk.ts'
import { errorsSaid } from '#platform/form.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { useMyLocation } from './find-form.part.ts'
import type { Found } from './find-team.ts'
import { foundPart } from './found.part.ts'

type Shown = {
  readonly site: SiteChrome
  /** The place as it was typed. */
  readonly at: string
  readonly found: Found | null
  readonly error: string | null
}

/** The team of a point on the ground: where a phone is, or a place typed by hand. */
export function findPage({ site, at, found, error }: Shown): Html {
  const say = sayIn(site.language)
  const errors = errorsSaid(error === null ? {} : { at: error }, say)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors, say)}<h1 class="govuk-heading-xl">${say`Find your team by a place`}</h1>
${found && foundPart(found, at, say)}
${useMyLocation(say)}<form method="get" action="/find" novalidate>
${input({ name: 'at', label: say`Latitude and longitude, or a grid reference`, hint: say`Such as 50.7336, -2.7584 or SY 466 929. It is used to find your team and is not kept.`, value: at, error: errors['at'], say, size: 'm', autocomplete: 'off' })}
${button(say`Find`)}
</form>
<p class="govuk-body"><a class="govuk-link" href="/">${say`Find by postcode or name instead`}</a></p>
</div></div>`
  return page({
    title: say.text`Find your team by a place`,
    body,
    site,
    trail: [{ words: say.text`Find your team`, href: '/' }],
    mistaken: error !== null,
    assets: ['find-here.js'],
  })
}
