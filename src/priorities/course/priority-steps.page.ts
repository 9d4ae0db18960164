import { button, buttonLink, insetText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { PriorityDesk } from './priority.page.ts'
import { nextStep, stepsFrom } from '#priorities/priority.ts'

/** The one thing that takes a priority on, as the page's main button. */
export function nextOf(desk: PriorityDesk): Html | false {
  const { priority, hasStrand, calls, mayWork, maySet, team } = desk
  const href = `/desk/${team.id}/priorities/${priority.id}`
  const step = nextStep(priority.state)
  if (step === 'set') return maySet && buttonLink('Set it by threat, risk and harm', `${href}/set`)
  if (step === 'plan') return mayWork && buttonLink('Plan what to do', `${href}/plan`)
  if (step === 'begin' && priority.level === 'higher' && !hasStrand) return mayWork && strandFirst(desk)
  if (step === 'begin') return maySet && press(desk, 'begin', 'Begin the work')
  if (step === 'report back') return maySet && buttonLink('Report the outcome back', `${href}/report-back`)
  if (step !== 'close') return false
  if (priority.outcome === 'still trying') return maySet && press(desk, 'go-on', 'Go on with it')
  if (calls.length > 0) return mayWork && callsToMake(desk)
  return maySet && press(desk, 'close', 'Close it')
}

const strandFirst = ({ team, priority }: PriorityDesk): Html =>
  html`${insetText('A priority with higher threat, risk or harm needs an engagement of its own before the work begins (R14).')}
${buttonLink('Plan an engagement for it', `/desk/${team.id}/events/new?priorities=${encodeURIComponent(priority.about)}`)}`

/** Those who raised it and cannot be written to: nothing is closed before they know. */
const callsToMake = ({ team, priority, calls, ofNetwork }: PriorityDesk): Html =>
  html`<h2 class="govuk-heading-m">Tell them first</h2>
<p class="govuk-body">They raised it. It can be closed when all of them know what came of it.</p>
${calls.map(({ id, title }) => {
  const who = ofNetwork ? (title ?? 'them') : 'somebody of the network'
  return html`<form method="post" action="/desk/${team.id}/priorities/${priority.id}/told/${id}">${button(`I told ${who}`, { kind: 'secondary' })}</form>\n`
})}`

/** A step that asks nothing; it carries what the page was made of. */
const press = ({ team, priority }: PriorityDesk, slug: string, words: string, isMain = true): Html =>
  html`<form method="post" action="/desk/${team.id}/priorities/${priority.id}/${slug}"><input type="hidden" name="revision" value="${priority.revision}">${button(words, isMain ? {} : { kind: 'secondary' })}</form>
`

/** What else can be done with it where it stands. */
export function furtherOf(desk: PriorityDesk): Html | false {
  const { priority, team, partners, mayWork, maySet } = desk
  const open = stepsFrom(priority.state)
  const href = `/desk/${team.id}/priorities/${priority.id}`
  const ways = [
    ...(mayWork && open.includes('task') ? [{ slug: 'task', words: 'Task somebody' }] : []),
    ...(mayWork && open.includes('update') ? [{ slug: 'update', words: 'Tell the public how it stands' }] : []),
    ...(maySet && open.includes('turn down') ? [{ slug: 'turn-down', words: 'Do not set it' }] : []),
    ...(maySet && open.includes('reopen') ? [{ slug: 'reopen', words: 'Open it again' }] : []),
  ]
  const informs = mayWork && open.includes('update') && partners.length > 0
  return (
    (ways.length > 0 || informs) &&
    html`<section aria-labelledby="further"><h2 class="govuk-heading-m" id="further">What else can be done</h2>
<ul class="govuk-list">${ways.map(({ slug, words }) => html`<li><a class="govuk-link" href="${href}/${slug}">${words}</a></li>\n`)}</ul>
${informs && press(desk, 'partners-informed', 'We told the partners how it stands', false)}</section>
`
  )
}
