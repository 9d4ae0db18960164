import type { Team } from '#areas/area.ts'
import type { KeyContact } from '#network/individuals/priority-contacts.sql.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { backLink, button, summaryList, tag, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Concern } from '#priorities/concern.ts'
import { whence } from '#priorities/triage/concerns.page.ts'
import type { ActionLine, PartnerLine, StepTaken, UpdateLine } from './course.sql.ts'
import { nextOf, furtherOf } from './priority-steps.page.ts'
import { stateTag } from './priorities.page.ts'
import { scored, type Priority, type Step } from '#priorities/priority.ts'

export type PriorityDesk = {
  readonly site: SiteChrome
  readonly team: Team
  readonly timeZone: string
  readonly priority: Priority
  readonly neighbourhood: string | null
  readonly hasStrand: boolean
  readonly concerns: readonly Concern[]
  /** Those of the network who raised it and are still to be called. */
  readonly calls: readonly Concern[]
  readonly actions: readonly ActionLine[]
  readonly partners: readonly PartnerLine[]
  readonly contacts: readonly KeyContact[]
  readonly updates: readonly UpdateLine[]
  readonly taken: readonly StepTaken[]
  readonly notFixed: readonly { readonly at: Date; readonly words: string }[]
  readonly mayWork: boolean
  readonly maySet: boolean
  /** What the network said is for those who keep in touch with it. */
  readonly ofNetwork: boolean
  readonly refused: string | null
}

/** One priority with all that was done about it, and the one step that takes it on. */
export function priorityPage(desk: PriorityDesk): Html {
  const { site, team, priority, refused } = desk
  const { title, state, level, said } = priority
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${stateTag(state)} ${level === 'higher' && tag('higher', 'red')}</p>
${refused !== null && warningText(refused)}
<p class="govuk-body">${said}</p>
${nextOf(desk)}
${notFixedPart(desk)}${facts(desk)}${actionsPart(desk)}${concernsPart(desk)}${updatesPart(desk)}${furtherOf(desk)}${coursePart(desk)}
</div></div>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}/priorities`, 'Priorities'),
  })
}

function facts({ team, priority, neighbourhood, partners, contacts, hasStrand, ofNetwork }: PriorityDesk): Html {
  const { scores, level, plan, concerning, setOn, outcome, reportBack } = priority
  const told = ({ name, informedOn }: PartnerLine) =>
    html`<li>${name}${informedOn !== null && `, told ${inWords(informedOn)}`}</li>`
  const named = ({ id, name }: KeyContact) =>
    html`<li><a class="govuk-link" href="/desk/${team.id}/network/individuals/${id}"><bdi>${name}</bdi></a></li>`
  return summaryList([
    { key: 'Where', value: neighbourhood ?? 'The whole of our area' },
    ...(setOn === null ? [] : [{ key: 'Set', value: inWords(setOn) }]),
    ...(concerning === null ? [] : [{ key: 'About', value: concerning }]),
    ...(scores === null
      ? []
      : scored.map((name) => ({
          key: name.charAt(0).toUpperCase() + name.slice(1),
          value: html`<b>${scores[name].grade}</b>: ${scores[name].why}`,
        }))),
    ...(level === null ? [] : [{ key: 'Engagement', value: hasStrand ? 'Planned' : 'None planned yet' }]),
    ...(plan === '' ? [] : [{ key: 'Plan', value: plan }]),
    ...(partners.length === 0
      ? []
      : [{ key: 'Partners', value: html`<ul class="govuk-list">${partners.map(told)}</ul>` }]),
    ...(contacts.length === 0 || !ofNetwork
      ? []
      : [{ key: 'Key contacts', value: html`<ul class="govuk-list">${contacts.map(named)}</ul>` }]),
    ...(outcome === null ? [] : [{ key: 'Outcome', value: html`<b>${outcome}</b>: ${reportBack}` }]),
  ])
}

const part = (id: string, title: string, inside: Html): Html =>
  html`<section class="week-list" aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">${title}</h2>
${inside}</section>
`

function actionsPart({ actions, priority, team, mayWork }: PriorityDesk): Html | false {
  const isOpen = priority.state === 'planned' || priority.state === 'in hand'
  const done = ({ id, what }: ActionLine) =>
    html`<form method="post" action="/desk/${team.id}/priorities/${priority.id}/actions/${id}/done">${button(html`Done<span class="govuk-visually-hidden">: ${what}</span>`, { kind: 'secondary' })}</form>`
  const line = (action: ActionLine) => html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${action.what}</p>
<p class="week-row__facts"><span><b>Who</b> ${action.who}</span> <span><b>${action.doneOn === null ? 'By' : 'Done'}</b> ${inWords(action.doneOn ?? action.dueOn)}</span></p></div>
${mayWork && isOpen && action.doneOn === null && done(action)}</li>
`
  return (
    actions.length > 0 && part('actions', 'Who does what', html`<ul class="week-list__rows">${actions.map(line)}</ul>`)
  )
}

function concernsPart({ concerns, team, ofNetwork }: PriorityDesk): Html | false {
  const line = (concern: Concern) => html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${concern.source === 'contact' && !ofNetwork ? 'Somebody of the network raised it.' : (concern.words ?? html`<i>The words were erased.</i>`)}</p>
<p class="week-row__facts"><span><b>Raised</b> ${inWords(concern.raisedOn)}</span> ${(concern.source !== 'contact' || ofNetwork) && whence(concern, team)}</p></div></li>
`
  return (
    concerns.length > 0 &&
    part('concerns', 'Concerns behind it', html`<ul class="week-list__rows">${concerns.map(line)}</ul>`)
  )
}

const updatesPart = ({ updates, priority, team, timeZone, maySet }: PriorityDesk): Html | false =>
  updates.length > 0 &&
  part(
    'updates',
    'What the public was told',
    html`${updates.map(({ id, postedOn, words, outcome, rewordedAt }) => html`<p class="govuk-body"><b>${inWords(postedOn)}</b>${outcome !== null && ` (${outcome})`}: ${words}${rewordedAt !== null && ` (reworded on ${inWords(dayAt(rewordedAt, timeZone))})`}${maySet && html` <a class="govuk-link" href="/desk/${team.id}/priorities/${priority.id}/updates/${id}">Reword it<span class="govuk-visually-hidden">, told on ${inWords(postedOn)}</span></a>`}</p>\n`)}`,
  )

const notFixedPart = ({ notFixed, timeZone }: PriorityDesk): Html | false =>
  notFixed.length > 0 &&
  part(
    'not-fixed',
    'Said not to be fixed',
    html`${notFixed.map(({ at, words }) => html`<p class="govuk-body"><b>${inWords(dayAt(at, timeZone))}</b>: ${words === '' ? 'without words' : words}</p>\n`)}`,
  )

/** Each step as something that was done. */
const stepWords: Readonly<Record<Step, string>> = {
  triage: 'proposed',
  'turn down': 'not set',
  set: 'set',
  plan: 'planned',
  begin: 'begun',
  task: 'somebody tasked',
  update: 'the public told',
  'report back': 'reported back',
  'go on': 'taken up again, still trying',
  close: 'closed',
  reopen: 'opened again',
}

const coursePart = ({ taken }: PriorityDesk): Html =>
  part(
    'course',
    'Its course',
    html`<ol class="govuk-list govuk-list--number">
${taken.map(({ step, takenOn, by, words }) => html`<li>${inWords(takenOn)}: ${stepWords[step]}${by !== null && `, ${by}`}${words !== '' && ` – ${words}`}</li>\n`)}</ol>`,
  )
