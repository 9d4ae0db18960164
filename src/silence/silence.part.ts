import { monthInWords, type Day } from '#platform/day.ts'
import type { FieldErrors } from '#platform/form.ts'
import { button, select } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { periodInWords, type Period } from './period.ts'
import type { Silence } from './read-silence.ts'
import { levelOf, levels, type Gap, type PlaceFigures } from './silence.ts'
import { percent } from './suggestions.ts'

export const title = 'Where we have not been heard'

type Asked = { readonly period: Period; readonly offered: readonly Day[]; readonly errors: FieldErrors }

/** Two lists of months; the page answers an address, so it can be kept and sent. */
export function monthsForm(action: string, { period, offered, errors }: Asked): Html {
  const choices = offered.map((month) => ({ value: month.slice(0, 7), words: monthInWords(month) }))
  const list = (name: 'from' | 'to', label: string) =>
    select({ name, label, choices, value: period[name].slice(0, 7), error: errors[name] })
  return html`<form class="silence-months" method="get" action="${action}" novalidate>
${list('from', 'First month')}
${list('to', 'Last month')}
<div class="govuk-form-group">${button('Show', { kind: 'secondary' })}</div>
</form>
`
}

/** What one must know of a period's figures before reading them. */
export function cautions({ unknownMonths, period, places, elsewhere }: Silence, fictional: boolean): Html {
  const without = places.filter(({ crime }) => crime === null).map(({ name }) => name)
  const months = unknownMonths.map(monthInWords).join(', ')
  const told = [
    fictional && 'Some of this crime is fictional, made for the demonstration.',
    unknownMonths.length > 0 &&
      `Of ${unknownMonths.length > 6 ? `${unknownMonths.length} months of ${periodInWords(period)}` : months} no crime is known yet.`,
    without.length > 0 &&
      without.length < places.length &&
      `No crime can be told of ${without.join(', ')}: a boundary or the month’s file is missing. They are left out of all shares.`,
    without.length === places.length &&
      'No crime can be told of any of these: boundaries or files of crime are missing.',
    elsewhere > 0 &&
      `${number(elsewhere)} ${elsewhere === 1 ? 'engagement names' : 'engagements name'} no neighbourhood of these and ${elsewhere === 1 ? 'is' : 'are'} left out.`,
  ].filter((words) => words !== false)
  if (told.length === 0) return html``
  return html`<ul class="govuk-list govuk-list--bullet">\n${told.map((words) => html`<li>${words}</li>\n`)}</ul>\n`
}

/** Places by their figures, the widest gap first; `nameOf` may make a name a link. */
export function placesTable(
  { places, comparison }: Silence,
  kind: string,
  nameOf: (place: PlaceFigures) => Html,
): Html {
  const gapOf = new Map(comparison.gaps.map((gap) => [gap.id, gap]))
  const inOrder = places.toSorted((a, b) => (gapOf.get(b.id)?.gap ?? -101) - (gapOf.get(a.id)?.gap ?? -101))
  const heads = [
    'Engagements',
    'Spoken with',
    'Raised a concern',
    'Crime',
    'Share of engagements',
    'Share of crime',
    'Share of concerns',
    'Gap, points',
  ]
  const population = places.some((place) => place.population !== null)
  return html`<section class="scrolls" tabindex="0" aria-label="${kind}s with their figures"><table class="govuk-table">
<caption class="govuk-table__caption govuk-table__caption--m">${kind}s, the widest gap first</caption>
<thead><tr><th class="govuk-table__header" scope="col">${kind}</th>${[...heads, ...(population ? ['Population'] : [])].map((head) => html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">${head}</th>`)}</tr></thead>
<tbody>
${inOrder.map((place) => placeRow(place, gapOf.get(place.id), nameOf(place), population))}</tbody></table></section>
`
}

function placeRow(place: PlaceFigures, gap: Gap | undefined, name: Html, population: boolean): Html {
  const level = levels[levelOf(gap?.gap ?? null)]
  const cells: (string | Html)[] = [
    number(place.engagements),
    html`${known(place.spokeWith)}${place.uncounted > 0 && html`<br><small>${place.uncounted} without a figure</small>`}`,
    known(place.concerns),
    place.crime === null ? 'not known' : number(place.crime),
    percent(gap?.engagementShare ?? null),
    percent(gap?.crimeShare ?? null),
    percent(gap?.concernShare ?? null),
    html`${gap?.gap === null || gap === undefined ? '' : signed(gap.gap)} <span aria-hidden="true">${level.sign}</span><span class="govuk-visually-hidden">: ${level.words}</span>`,
    ...(population ? [known(place.population)] : []),
  ]
  return html`<tr class="govuk-table__row" id="${anchorOf(place.id)}"><th class="govuk-table__header" scope="row">${name}</th>${cells.map((cell) => html`<td class="govuk-table__cell govuk-table__cell--numeric">${cell}</td>`)}</tr>
`
}

/** Where a place stands in the table of its page. */
export const anchorOf = (id: string): string => `place-${id.replaceAll(/[^\w-]/g, '-')}`

const british = new Intl.NumberFormat('en-GB')

export const number = (n: number): string => british.format(n)
export const known = (n: number | null): string => (n === null ? 'not known' : number(n))
export const signed = (points: number): string =>
  `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toFixed(0)}`

/** Why there is no figure of R07. */
export const notCompared = 'engagement cannot be compared with crime, which takes both, in two places or more'

/** How a gap is counted, in one sentence. */
export const gapTold = html`<p class="govuk-body">The gap is a place’s share of crime, or of concerns where that is larger, less its share of engagements, in points: +10 means that a tenth of what happens is there and is not met by engagement.</p>
`

/** The figure of R07 with each line of its sum. */
export function workingOf({ places, comparison }: Silence): Html {
  const { mirrored, gaps } = comparison
  if (mirrored === null) return html``
  const rows = gaps.flatMap(({ id, engagementShare, crimeShare }) => {
    if (engagementShare === null || crimeShare === null) return []
    const cells = [engagementShare, crimeShare, Math.min(engagementShare, crimeShare)]
    const name = places.find((place) => place.id === id)?.name ?? id
    return [
      html`<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">${name}</th>${cells.map((share) => html`<td class="govuk-table__cell govuk-table__cell--numeric">${share.toFixed(1)}</td>`)}</tr>\n`,
    ]
  })
  const heads = ['Engagements, %', 'Crime, %', 'The smaller']
  return html`<section class="scrolls" tabindex="0" aria-label="Working of the figure"><table class="govuk-table">
<caption class="govuk-table__caption govuk-table__caption--m">How the ${percent(mirrored)} is made up</caption>
<thead><tr><th class="govuk-table__header" scope="col">Where</th>${heads.map((head) => html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">${head}</th>`)}</tr></thead>
<tbody>
${joined(rows)}<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">All</th><td class="govuk-table__cell"></td><td class="govuk-table__cell"></td><td class="govuk-table__cell govuk-table__cell--numeric"><strong>${mirrored.toFixed(1)}</strong></td></tr>
</tbody></table></section>
`
}
