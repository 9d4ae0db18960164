import { capitalised } from '#platform/capitalised.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import {
  backLink,
  button,
  errorSummary,
  input,
  insetText,
  notificationBanner,
  radios,
  summaryList,
  table,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { firstLanguage, languages } from '#platform/language/language.ts'
import { page } from '#platform/page.ts'
import { agendaTold } from '../verdict/agenda.part.ts'
import type { Member } from '../members/members.sql.ts'
import { dissentPart } from '../own-words/dissent.part.ts'
import { addressOf, type SittingShown } from './sitting-shown.ts'
import { areLinksOver, votingOn } from './sitting.ts'

/** A sitting at the desk: what to talk about first, how many voted, who is invited, what came in, and its end. */
export function sittingPage(shown: SittingShown): Html {
  const { site, force, sitting, errors, refused } = shown
  const title = `${capitalised(sitting.panel)} of ${inWords(sitting.heldOn)}`
  const body = html`${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'Not now' })}${givenTold(shown)}
<span class="govuk-caption-l">${force.name}, contracts of ${sitting.year}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">${sitting.place}. ${stateInWords(shown)}</p>
${agendaTold(shown.agenda)}
${votesTold(shown)}
${membersPart(shown)}
${dissentPart(shown)}
${recordTold(shown)}
${sitting.closedOn === null && closing(shown)}`
  const before = backLink(`/desk/${force.id}/sittings`, 'Community panels and forums')
  return page({ title: `${title} – ${force.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

const givenTold = ({ given }: SittingShown): Html | false =>
  given !== null &&
  insetText(
    html`<p class="govuk-body">Give them this link. It is shown once, and only they should have it:</p><p class="govuk-body care-link"><strong>${given}</strong></p>`,
  )

function stateInWords({ sitting, today }: SittingShown): string {
  const voting = votingOn(sitting, today)
  if (voting === 'closed') return `Closed on ${inWords(sitting.closedOn ?? today)}, and its outcome is published.`
  if (voting === 'not yet') return `Members vote from ${inWords(sitting.opensOn)}.`
  return voting === 'open'
    ? `Members vote until ${inWords(sitting.closesOn)}.`
    : `Votes by link ended on ${inWords(sitting.closesOn)}.`
}

function votesTold(shown: SittingShown): Html {
  const { contracts, voters, sitting } = shown
  const at = addressOf(shown)
  const rows = contracts.map(({ contractId, slug, teamName }) => {
    const own = voters.find((each) => each.contractId === contractId)
    const [byLink, onPaper] = [own?.byLink ?? 0, own?.onPaper ?? 0]
    const paper =
      sitting.closedOn === null &&
      html`<br><a class="govuk-link" href="${at}/${slug}/paper">Key in a sheet<span class="govuk-visually-hidden"> for ${teamName}</span></a><br><a class="govuk-link" href="${at}/${slug}/sheets">Print sheets<span class="govuk-visually-hidden"> for ${teamName}</span></a>`
    const team = html`<a class="govuk-link" href="${at}/${slug}">${teamName}</a>${paper}`
    return [team, numeric(byLink), numeric(onPaper), numeric(byLink + onPaper)]
  })
  const head = ['Team', ...['By link', 'On paper', 'Together'].map((words) => ({ words, numeric: true }))]
  return html`<section class="scrolls" tabindex="0" aria-label="How many voted">${table({ caption: 'How many voted', head, rows })}</section>`
}

const numeric = (n: number) => ({ words: String(n), numeric: true })

function membersPart(shown: SittingShown): Html {
  const { members, sitting, force } = shown
  const { timeZone } = force
  const facts = members.map((member) => ({
    key: member.label,
    value: html`${memberInWords(member, timeZone)}${memberButtons(shown, member)}`,
  }))
  return html`<h2 class="govuk-heading-m">Members</h2>
${members.length === 0 ? html`<p class="govuk-body">Nobody is invited yet.</p>` : summaryList(facts)}
${sitting.forgottenOn !== null && html`<p class="govuk-body">Nobody had closed the sitting, so their links ended and who they were was forgotten on ${inWords(sitting.forgottenOn)}. Their votes are kept.</p>`}
${takesMembers(shown) && inviting(shown)}`
}

const takesMembers = ({ sitting, today }: SittingShown): boolean =>
  sitting.closedOn === null && !areLinksOver(sitting, today)

function memberInWords({ linkId, email, usedAt, contractsVoted }: Member, timeZone: string): string {
  const voted = `Voted on ${contractsVoted} ${contractsVoted === 1 ? 'contract' : 'contracts'}.`
  if (linkId === null) return `Their link was ended. ${voted}`
  const used = usedAt === null ? 'Not used yet.' : `Last used on ${inWords(dayAt(usedAt, timeZone))}.`
  return `${email === null ? 'Link given by hand.' : 'Link sent by mail.'} ${used} ${voted}`
}

function memberButtons(shown: SittingShown, { id, label, linkId }: Member): Html | false {
  const at = `${addressOf(shown)}/members/${id}`
  const whose = html`<span class="govuk-visually-hidden">, ${label}</span>`
  return (
    takesMembers(shown) &&
    html`<div class="govuk-button-group community-member__steps"><form method="post" action="${at}/link"><input type="hidden" name="linkId" value="${shown.newIds.link}">${button(html`Make a new link${whose}`, { kind: 'secondary' })}</form>${linkId !== null && html`<form method="post" action="${at}/end">${button(html`End the link${whose}`, { kind: 'secondary' })}</form>`}</div>`
  )
}

const inviting = (shown: SittingShown): Html => {
  const { values, errors, newIds } = shown
  return html`<form class="desk-form" method="post" action="${addressOf(shown)}/members" novalidate>
<h3 class="govuk-heading-s">Invite somebody</h3>
<input type="hidden" name="id" value="${newIds.member}"><input type="hidden" name="linkId" value="${newIds.link}">
${input({ name: 'label', label: 'Name, or what you call them', hint: 'As “for the anglers”. It is forgotten when the sitting is closed.', value: typed(values, 'label'), error: errors['label'] })}
${input({ name: 'email', label: 'E-mail address (optional)', hint: 'The link goes there alone. Without one you are shown it, to give by hand.', type: 'email', value: typed(values, 'email'), error: errors['email'] })}
${shown.languages.length > 1 && radios({ name: 'language', legend: 'In which language do they read?', choices: shown.languages.map((language) => ({ value: language, words: html`<span lang="${language}">${languages[language]}</span>` })), value: typed(values, 'language') || firstLanguage, error: errors['language'], size: 's', small: true })}
${button('Invite', { kind: 'secondary' })}
</form>`
}

function recordTold(shown: SittingShown): Html {
  const { sitting, attendance } = shown
  const people = attendance.reduce((sum, each) => sum + each.people, 0)
  const way = html`<a class="govuk-link" href="${addressOf(shown)}/record">Write down who came, and the minutes</a>`
  return html`<h2 class="govuk-heading-m">Who came, and the minutes</h2>
<p class="govuk-body">${people === 0 ? 'Nobody has written down who came.' : `${people} people came.`} ${sitting.minutes === '' ? 'There are no minutes yet.' : 'There are minutes.'}</p>
${sitting.closedOn === null && html`<p class="govuk-body">${way}</p>`}`
}

const closing = (shown: SittingShown): Html =>
  html`<h2 class="govuk-heading-m">Close the sitting</h2>
<p class="govuk-body">What it says becomes public and evidence, votes end, and the names and addresses of its members are forgotten. It cannot be opened again.</p>
<form method="post" action="${addressOf(shown)}/close">${button('Close the sitting and publish its outcome', { kind: 'warning' })}</form>`
