import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { ageOf, block } from './block.part.ts'
import { contactList, officerCard } from './officers.part.ts'
import { ownWords } from './own-words.part.ts'
import type { TeamShown } from './team-shown.ts'
import type { TextSection } from '#web-pages/editing/page-text.ts'

/** Whom to ask: the named officers, the way to all the team, and how to reach it. */
export function namedOfficers(shown: TeamShown): Html {
  const { team, officers, say } = shown
  const named = officers.filter(({ contactable }) => contactable)
  const all = html`<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="/${team.id}/people">${say`All the team ›`}</a></p>`
  const age = ageOf('the team', shown)
  const title = named.length > 1 ? say`Your named officers` : say`Your named officer`
  if (named.length > 0)
    return block({ id: 'the-team', title, age }, html`${named.map((officer) => officerCard(team, officer, say))}${all}`)
  const nobody = html`<p class="govuk-body">${say`Ask any of us: call 101 and ask for ${team.name} neighbourhood policing team.`}</p>`
  return block({ id: 'the-team', title: say`Your team`, age }, html`${nobody}${officers.length > 0 && all}`)
}

/** How to reach the team, where to visit it, and when it is an emergency. */
export function howToContact(shown: TeamShown): Html {
  const { team, contact, locations, say } = shown
  return block(
    { id: 'how-to-contact', title: say`How to contact us`, age: ageOf('how to contact', shown) },
    html`${whomToCall(say)}
${words(shown, 'how to contact')}${contactList(contact, say.text`${team.name} neighbourhood policing team`, say)}
${locations.map(
  ({ name, address, postcode, telephone, description }) =>
    html`<p class="govuk-body"><b>${say.own(name)}</b><br>${say.own([address, postcode].filter((part) => part !== '').join(', '))}${telephone !== '' && html`<br>${telephone}`}${description !== '' && html`<br>${say.own(description)}`}</p>\n`,
)}`,
  )
}

/** When it is an emergency, and when not. */
export const whomToCall = (say: Say): Html => {
  const urgent = html`<a class="govuk-link" href="tel:999"><b>999</b></a>`
  const otherwise = html`<a class="govuk-link" href="tel:101">101</a>`
  return html`<p class="govuk-body">${say`In an emergency call ${urgent}. When it is not an emergency, call ${otherwise}.`}</p>`
}

/** What the team wrote in its own words for a section; nothing where it wrote nothing. */
export function words({ texts, say }: TeamShown, section: TextSection): Html | false {
  const text = texts.find((one) => one.section === section)
  return text !== undefined && html`<div class="written">${ownWords(text.words, say)}</div>\n`
}
