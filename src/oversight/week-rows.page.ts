import type { Team } from '#areas/area.ts'
import type { PromiseLine } from '#engagements/held/close-outs.sql.ts'
import type { EngagementLine } from '#engagements/held/engagements.sql.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { day, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { listed } from '#standings/question.ts'
import { byWhen } from './when.ts'

/** A planned engagement that is over, whose it is, and whether it is the reader’s own. */
export type NotRecorded = {
  readonly planned: PlannedEngagement
  readonly people: readonly string[]
  readonly isOwn: boolean
}

type Setting = { readonly team: Team; readonly today: Day; readonly mayRecord: boolean }

/** Planned and over, and nobody has said what happened: as evidence it does not exist. */
export const notRecordedRow = (
  { planned: { id, title, heldOn, place }, people, isOwn }: NotRecorded,
  { team, today, mayRecord }: Setting,
): Html => html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/desk/${team.id}/events/${id}">${title}</a></p>
<p class="week-row__facts">${tag('Not evidenced', 'orange')} ${isOwn && html`<span><b>You</b> were to be there</span> `}<span><b>Where</b> ${place}</span> <span><b>Planned</b> ${byWhen(heldOn, today)}</span>${people.length > 0 && html` <span><b>Assigned</b> ${listed(people)}</span>`}</p>
</div>
${mayRecord && quietButton('Record what happened', `/desk/${team.id}/engagements/new?event=${id}`, title)}
</li>
`

/** Recorded, and nobody took a figure. */
export const notCountedRow = (
  { id, title, heldOn, place }: EngagementLine,
  { team, today, mayRecord }: Setting,
): Html => html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/desk/${team.id}/engagements/${id}">${title}</a></p>
<p class="week-row__facts"><span><b>Where</b> ${place}</span> <span><b>Held</b> ${byWhen(day(heldOn), today)}</span></p>
</div>
${mayRecord && quietButton('Add the figures', `/desk/${team.id}/engagements/${id}/footfall`, title)}
</li>
`

/** A promise made to somebody that nobody has said is kept. */
export function promiseMadeRow(promise: PromiseLine, { team, today, mayRecord }: Setting): Html {
  const { id, words, toWhom, dueOn, engagementId } = promise
  const told = words ?? 'A promise whose words were erased'
  const href = `/desk/${team.id}/engagements/${engagementId}`
  const what = engagementId === null ? told : html`<a class="govuk-link" href="${href}">${shortened(told)}</a>`
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what">${what}</p>
<p class="week-row__facts"><span><b>Promised to</b> ${toWhom ?? 'somebody'}</span> <span><b>${dueOn < today ? 'Was due by' : 'By'}</b> ${byWhen(dueOn, today)}</span></p>
</div>
${mayRecord && quietButton('Say it is kept', `/desk/${team.id}/promises/${id}/kept`, told)}
</li>
`
}

/** Rows repeat, so the words heard say which row a button belongs to. */
export const quietButton = (words: string, href: string, about: string): Html =>
  html`<a class="govuk-button govuk-button--secondary week-row__button" href="${href}">${words}<span class="govuk-visually-hidden">: ${shortened(about)}</span></a>`

/** Promises can run long; the whole of one is a press away. */
export function shortened(text: string): string {
  if (text.length <= 140) return text
  return `${text.slice(0, 130).replace(/[\s,;:.]+\S*$/, '')} …`
}
