import type { Team } from '#areas/area.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, radios } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { networkOf } from '../keeper-at.ts'

/** One thing that two records say, each in its words. */
export type Compared = { readonly part: string; readonly title: string; readonly one: string; readonly other: string }

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly what: 'individuals' | 'organisations'
  readonly ids: readonly [string, string]
  readonly id: string
  readonly compared: readonly Compared[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Two records side by side: which id stays, and which of two different words. */
export function comparePage(shown: Shown): Html {
  const { site, team, what, ids, id, compared, values, errors } = shown
  const home = `${networkOf(team.id)}/duplicates`
  const address = `${home}/${what}/${ids[0]}/${ids[1]}`
  const agreed = compared.filter(({ one, other }) => one === other && one !== '')
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Are these two one?</h1>
<p class="govuk-body">Posts, contacts and reviews of both go to the record that is kept; links to the other lead to it. You can undo this for 30 days.</p>
${agreed.length > 0 && html`<dl class="facts">${agreed.map(({ title, one }) => html`<dt>${title}</dt><dd><bdi>${one}</bdi></dd>\n`)}</dl>`}
<form class="desk-form" method="post" action="${address}" novalidate>
<input type="hidden" name="id" value="${id}">
${radios({
  name: 'kept',
  legend: 'Which record is kept?',
  hint: 'Its level of contact and its evidence go on.',
  choices: ids.map((value, n) => ({
    value,
    words: html`The ${n === 0 ? 'first' : 'second'}: <bdi>${nameOf(compared, n)}</bdi>`,
  })),
  value: typed(values, 'kept'),
  error: errors['kept'],
  size: 's',
})}
${compared.filter(({ one, other }) => one !== other).map((one) => choiceOf(one, ids, values, errors))}
${button('Make them one')}
</form>
<form method="post" action="${address}/two">${button('They are two', { kind: 'secondary' })}</form>
</div></div>`
  const mistaken = Object.keys(errors).length > 0
  return page({ title: 'Are these two one?', body, site, before: backLink(home, 'Likely duplicates'), mistaken })
}

const nameOf = (compared: readonly Compared[], n: number): string => {
  const name = compared.find(({ part }) => part === 'name')
  return (n === 0 ? name?.one : name?.other) ?? ''
}

const choiceOf = (
  { part, title, one, other }: Compared,
  ids: readonly [string, string],
  values: FormValues,
  errors: FieldErrors,
): Html =>
  radios({
    name: part,
    legend: title,
    choices: [
      { value: ids[0], words: one === '' ? 'nothing' : html`<bdi>${one}</bdi>` },
      { value: ids[1], words: other === '' ? 'nothing' : html`<bdi>${other}</bdi>` },
    ],
    value: typed(values, part) || (one === '' ? ids[1] : ids[0]),
    error: errors[part],
    size: 's',
    small: true,
  })
