import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { EngagementMethod, ForceFacts, SeniorOfficer } from '#web-pages/facts/force-facts.sql.ts'
import { contactList } from './team/officers.part.ts'

/** All that a force says of itself to programs, it says here to people. */
export type ForceSays = {
  readonly facts: ForceFacts | null
  readonly methods: readonly EngagementMethod[]
  readonly officers: readonly SeniorOfficer[]
}

/** What a force says of itself, how to reach it, and who leads it; nothing where it said nothing. */
export const forceSays = ({ facts, methods, officers }: ForceSays, forceName: string, say: Say): Html =>
  html`${facts && aboutForce(facts, forceName, say)}${methods.length > 0 && waysToEngage(methods, say)}${
    officers.length > 0 && seniorOfficers(officers, say)
  }`

function aboutForce({ description, website, telephone }: ForceFacts, forceName: string, say: Say): Html | false {
  if (description === '' && website === '' && telephone === '') return false
  const paragraphs = description.split(/\s*\n\s*\n\s*/).filter((words) => words !== '')
  const contact = { ...(telephone !== '' && { telephone }), ...(website !== '' && { web: website }) }
  return html`<h2 class="govuk-heading-m">${say`About the force`}</h2>
${paragraphs.map((words) => html`<p class="govuk-body">${say.own(words)}</p>\n`)}${contactList(contact, forceName, say)}
`
}

const waysToEngage = (methods: readonly EngagementMethod[], say: Say): Html =>
  html`<h2 class="govuk-heading-m">${say`Ways to engage with the force`}</h2>
<ul class="govuk-list">${methods.map(({ title, url, description }) => {
    const name =
      url === '' ? html`<b>${say.own(title)}</b>` : html`<a class="govuk-link" href="${url}">${say.own(title)}</a>`
    return html`<li>${name}${description !== '' && html`<br>${say.own(description)}`}</li>\n`
  })}</ul>
`

const seniorOfficers = (officers: readonly SeniorOfficer[], say: Say): Html =>
  html`<h2 class="govuk-heading-m">${say`Senior officers`}</h2>
${officers.map(
  ({
    rank,
    name,
    bio,
    contact,
  }) => html`<p class="govuk-body"><b>${say.own(rank)} <bdi>${name}</bdi></b>${bio !== '' && html`<br>${say.own(bio)}`}</p>
${contactList(contact, name, say)}
`,
)}`
