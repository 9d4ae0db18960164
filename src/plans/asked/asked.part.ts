import { inWords } from '#platform/day.ts'
import { buttonLink, summaryList } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { Consultation, Profile, WayOfAsking } from './asked.sql.ts'
import { deskOfPlan, type PlanFound } from '#plans/plan-at.ts'

/** How a community was asked, as a page says it. */
export const wayInWords: Readonly<Record<WayOfAsking, string>> = {
  'people met': 'Speaking with people we met',
  survey: 'A survey',
  meeting: 'A meeting',
  online: 'Online',
  letter: 'Letters or leaflets',
  other: 'In another way',
}

type Shown = {
  readonly found: PlanFound
  readonly consultations: readonly Consultation[]
  readonly profiles: readonly Profile[]
  readonly mayTell: boolean
}

/** D1.5 and D1.6: the profiles that the plan rests on, and whom the team asked about it. */
export function askedPart({ found, consultations, profiles, mayTell }: Shown): Html {
  const at = deskOfPlan(found.team.id, found.contract.year)
  return html`<section class="plan__part" id="asked"><h2 class="govuk-heading-l">Who was asked, and what the plan rests on</h2>
<h3 class="govuk-heading-m">Consultations</h3>
${consultations.length === 0 && html`<p class="govuk-body">Nobody was asked about this plan yet.</p>\n`}${consultations.map((each) => consultationPart(each, at, mayTell))}
${mayTell && buttonLink('Tell of a consultation', `${at}/consultations/new`, { kind: 'secondary' })}
<h3 class="govuk-heading-m">Engagement profiles</h3>
${profiles.length === 0 && html`<p class="govuk-body">No profile is linked yet.</p>\n`}${profiles.map((each) => profilePart(each, at, mayTell))}
${mayTell && buttonLink('Link a profile', `${at}/profiles/new`, { kind: 'secondary' })}
</section>
`
}

function consultationPart(told: Consultation, at: string, mayTell: boolean): Html {
  const { id, heldOn, asked, how, answers, said, changed, withdrawn } = told
  const title = html`<h4 class="govuk-heading-s">${inWords(heldOn)}: ${asked}</h4>`
  if (withdrawn !== null)
    return html`<div id="consultation-${id}">${title}
<p class="govuk-body plan-words">Withdrawn on ${inWords(withdrawn.on)}: ${withdrawn.why}</p></div>
`
  const facts = summaryList([
    { key: 'How', value: wayInWords[how] },
    { key: 'Answers', value: String(answers) },
    { key: 'What was said', value: html`<span class="plan-words">${said}</span>` },
    { key: 'What changed in the plan', value: html`<span class="plan-words">${changed}</span>` },
  ])
  const about = html`<span class="govuk-visually-hidden"> the consultation of ${inWords(heldOn)}</span>`
  return html`<div id="consultation-${id}">${title}
${facts}
${mayTell && html`<p class="govuk-body"><a class="govuk-link" href="${at}/consultations/${id}">Change${about}</a> <a class="govuk-link" href="${at}/consultations/${id}/withdraw">Withdraw${about}</a></p>\n`}</div>
`
}

function profilePart({ id, title, address, dated, informs }: Profile, at: string, mayTell: boolean): Html {
  const named = address === '' ? title : html`<a class="govuk-link" href="${address}">${title}</a>`
  return html`<p class="govuk-body plan-words">${named}, of ${inWords(dated)}. ${informs}</p>
${mayTell && html`<p class="govuk-body"><a class="govuk-link" href="${at}/profiles/${id}/take-out">Take out<span class="govuk-visually-hidden"> ${title}</span></a></p>`}
`
}
