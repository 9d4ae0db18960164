import type { Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { wayInWords, waysOfContact, type Contact, type WayOfContact } from '#web-pages/facts/contact.ts'
import { initialsOf } from '#web-pages/facts/officer.ts'
import type { OfficerShown } from '#web-pages/facts/officers.sql.ts'

/** An officer with their photo, or their initials where there is none, and how to reach them. */
export const officerCard = (team: Team, officer: OfficerShown, say: Say): Html => html`<div class="officer">
${picture(team, officer)}
<div class="officer__told"><p class="officer__name"><span class="officer__rank">${say.own(officer.rank)}</span> <bdi>${officer.name}</bdi></p>
${officer.neighbourhoods.length > 0 && html`<p class="officer__where">${officer.neighbourhoods.map(({ name }) => name).join(', ')}</p>\n`}${officer.bio !== '' && html`<p>${say.own(officer.bio)}</p>\n`}${contactList(officer.contact, officer.name, say)}</div>
</div>
`

function picture(team: Team, { id, photoId, name }: OfficerShown): Html {
  if (photoId !== null)
    return html`<img class="officer__photo" src="/${team.id}/people/${id}/${photoId}.jpg" alt="${name}" width="96" height="96" loading="lazy">`
  return html`<svg class="officer__photo" viewBox="0 0 96 96" width="96" height="96" aria-hidden="true"><rect width="96" height="96"></rect><text x="48" y="48" dy="0.35em" text-anchor="middle">${initialsOf(name)}</text></svg>`
}

/** Each way to reach somebody as a link that does it; `whose` tells it from the same way to reach another. */
export const contactList = (contact: Contact, whose: string, say: Say): Html | false =>
  Object.keys(contact).length > 0 &&
  html`<ul class="contact-list">${waysOfContact.map((way) => {
    const value = contact[way]
    return value !== undefined && html`<li>${contactLine(way, value, whose, say)}</li>\n`
  })}</ul>`

function contactLine(way: WayOfContact, value: string, whose: string, say: Say): Html {
  const label = say.word(wayInWords[way])
  const of = html`<span class="govuk-visually-hidden"> ${say`of ${whose}`}</span>`
  if (way === 'address') return html`<b>${label}</b> ${say.own(value)}`
  if (way === 'email') return html`<b>${label}</b> <a class="govuk-link" href="mailto:${value}">${value}</a>`
  if (way === 'telephone' || way === 'mobile')
    return html`<b>${label}</b> <a class="govuk-link" href="tel:${value.replaceAll(/[^\d+]/g, '')}">${value}</a>`
  return html`<a class="govuk-link" href="${value}">${label}${of}</a>`
}
