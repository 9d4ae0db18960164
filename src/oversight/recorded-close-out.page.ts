import type { Team } from '#areas/area.ts'
import type { ClosedOut, PromiseLine } from '#engagements/held/close-outs.sql.ts'
import type { Engagement } from '#engagements/engagement.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { buttonLink, insetText } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'

type Shown = {
  readonly team: Team
  readonly engagement: Engagement
  readonly closedOut: ClosedOut
  readonly mayRecord: boolean
  readonly mayCorrect: boolean
  readonly timeZone: string
}

/** That a record was withdrawn, or what its figures were before they were corrected. */
export function correctionsOf({ closedOut: { withdrawn, corrections }, timeZone }: Shown): Html {
  const on = (at: Date) => inWords(dayAt(at, timeZone))
  const figures = (of: ClosedOut['corrections'][number]) =>
    [
      `${of.reached ?? 'nobody said how many'} reached`,
      ...(of.spokeWith === null ? [] : [`${of.spokeWith} spoken with`]),
      ...(of.raisedAConcern === null ? [] : [`${of.raisedAConcern} raised a concern`]),
    ].join(' · ')
  const told = corrections.map(
    (each) => html`<p class="govuk-body">Corrected ${on(each.at)}: ${each.reason} Before: ${figures(each)}.</p>`,
  )
  return html`${withdrawn && insetText(`Withdrawn ${on(withdrawn.at)}: ${withdrawn.reason} It counts towards no promise.`)}${told}`
}

/** What was heard, promised and learned, with a way to add to each. */
export const closeOutOf = (shown: Shown): Html => html`${concernsOf(shown)}${promisesMadeOf(shown)}${learningOf(shown)}`

const erased = html`<i>The words were erased.</i>`

function concernsOf(shown: Shown): Html {
  const rows = shown.closedOut.concerns.map(({ id, words }) => row(shown, 'concerns', id, words, nothing))
  return section(shown, 'What was heard', rows, 'Nobody noted a concern in words.', {
    path: 'concern',
    words: 'Add a concern',
  })
}

function promisesMadeOf(shown: Shown): Html {
  const rows = shown.closedOut.promises.map((promise) =>
    row(shown, 'promises', promise.id, promise.words, fateOf(promise, shown)),
  )
  return section(shown, 'What was promised', rows, 'Nothing was promised.', { path: 'promise', words: 'Add a promise' })
}

function learningOf(shown: Shown): Html {
  const rows = shown.closedOut.learning.map(({ id, words, shared }) =>
    row(shown, 'learning', id, words, html`<span>${shared ? 'Others were told of it' : 'Not shared yet'}</span>`),
  )
  return section(shown, 'What was learned', rows, 'No learning point was noted.', {
    path: 'learning',
    words: 'Add what you learned',
  })
}

function fateOf(
  { id, toWhom, dueOn, keptOn, keptHow, words }: PromiseLine,
  { team, mayRecord, closedOut }: Shown,
): Html {
  const kept =
    keptOn !== null && html`<span><b>Kept</b> ${inWords(keptOn)}${keptHow !== null && html`: ${keptHow}`}</span>`
  const say =
    mayRecord &&
    keptOn === null &&
    closedOut.withdrawn === null &&
    html`<span><a class="govuk-link" href="/desk/${team.id}/promises/${id}/kept">Say it is kept<span class="govuk-visually-hidden">: ${words}</span></a></span>`
  return html`<span><b>To</b> ${toWhom ?? 'somebody'}</span> <span><b>By</b> ${inWords(dueOn)}</span> ${kept}${say}`
}

function row({ team, mayCorrect }: Shown, what: string, id: string, words: string | null, facts: Html): Html {
  const reword =
    mayCorrect &&
    words !== null &&
    html`<span><a class="govuk-link" href="/desk/${team.id}/${what}/${id}/words">Reword<span class="govuk-visually-hidden">: ${words.slice(0, 80)}</span></a></span>`
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${words ?? erased}</p>
<p class="week-row__facts">${facts} ${reword}</p>
</div></li>
`
}

function section(
  { team, engagement, mayRecord, closedOut }: Shown,
  title: string,
  rows: readonly Html[],
  empty: string,
  add: { readonly path: string; readonly words: string },
): Html {
  const href = `/desk/${team.id}/engagements/${engagement.id}/${add.path}`
  const isOpen = mayRecord && closedOut.withdrawn === null
  return html`<h2 class="govuk-heading-m">${title}</h2>
${rows.length === 0 ? html`<p class="govuk-body">${empty}</p>` : html`<ul class="week-list__rows">\n${rows}</ul>`}
${isOpen && html`<p class="govuk-body"><a class="govuk-link" href="${href}">${add.words}</a></p>`}
`
}

/** Putting a mistake right, for those who may. */
export function correctionLinks({ team, engagement, mayCorrect }: Shown): Html {
  if (!mayCorrect) return nothing
  const href = `/desk/${team.id}/engagements/${engagement.id}`
  return html`<h2 class="govuk-heading-m">Put a mistake right</h2>
<div class="govuk-button-group">${engagement.footfall.reached !== null && buttonLink('Correct the figures', `${href}/correct`, { kind: 'secondary' })}
${buttonLink('Withdraw this record', `${href}/withdraw`, { kind: 'secondary' })}</div>`
}
