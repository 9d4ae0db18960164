import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { button, checkboxes, insetText, radios, summaryList, warningText } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { capitalised } from '#platform/capitalised.ts'
import { deskPage, type DeskShown } from './desk-page.page.ts'
import { erasureReasons } from './erasure.sql.ts'
import type { NamedElsewhere } from './named-elsewhere.sql.ts'
import type { OwnRecordLink } from './own-record-links.sql.ts'

type Shown = Omit<DeskShown, 'title'> & { readonly address: string }
type FormShown = Shown & { readonly values: FormValues; readonly errors: FieldErrors }

type EraseShown = FormShown & {
  readonly teamId: string
  readonly contacts: number
  /** The posts that nobody holds afterwards, as "Clerk of Bridport Town Council". */
  readonly emptied: readonly string[]
  readonly elsewhere: readonly NamedElsewhere[]
}

/** What goes, what stays, and where their name may stand in other words, before somebody is erased. */
export const erasePage = (shown: EraseShown): Html =>
  deskPage(
    { ...shown, title: 'Erase what is held about them' },
    html`${warningText('Nobody can bring it back.')}
<p class="govuk-body">These go: name, addresses, telephone, languages, tags, party, sensitive facts, links to their record, and every word of ${shown.contacts} ${shown.contacts === 1 ? 'contact' : 'contacts'}.</p>
<p class="govuk-body">These stay, without a name: that there were contacts, their days and ways, and the evidence of the ledger.</p>
${shown.emptied.length > 0 && insetText(html`Nobody will hold: ${shown.emptied.join('; ')}. It stays with its owner, who must find out who comes after.`)}
${namedIn(shown)}
<form class="desk-form" method="post" action="${shown.address}/erase" novalidate>
${radios({
  name: 'reason',
  legend: 'Why?',
  choices: erasureReasons.map((value) => ({ value, words: capitalised(value) })),
  value: typed(shown.values, 'reason'),
  error: shown.errors['reason'],
  size: 's',
  small: true,
})}
${checkboxes({
  name: 'sure',
  legend: 'Are you sure?',
  choices: [{ value: 'yes', words: 'I have read what goes' }],
  error: shown.errors['sure'],
  size: 's',
})}
${button('Erase', { kind: 'warning' })}
</form>
<h2 class="govuk-heading-m">Do they want a copy first?</h2>
<form method="post" action="${shown.address}/export">
${button('Take a copy of everything', { kind: 'secondary' })}
</form>`,
  )

const partOf = {
  promise: 'promises',
  concern: 'concerns',
  'concern sent': 'concerns/sent',
  reply: 'concerns/sent',
  'learning point': 'learning',
} as const

function namedIn({ elsewhere, teamId }: EraseShown): Html {
  if (elsewhere.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Their name may stand here too</h2>
<p class="govuk-body">These are words about others, so they stay. Read each, and reword it first where it is this person.</p>
<ul class="govuk-list govuk-list--spaced">
${elsewhere.map(
  ({ what, id, on, words }) =>
    html`<li>${capitalised(what)}, ${inWords(on)}: ${words} <a class="govuk-link" href="${what === 'contact' ? `/desk/${teamId}/network/contacts/${id}` : `/desk/${teamId}/${partOf[what]}/${id}/words`}">${what === 'contact' ? 'Look' : 'Reword'}<span class="govuk-visually-hidden">: ${words}</span></a></li>
`,
)}</ul>`
}

type LinkShown = FormShown & {
  readonly id: string
  readonly email: string | null
  readonly links: readonly OwnRecordLink[]
  readonly isLive: (link: OwnRecordLink) => boolean
  readonly dayOf: (at: Date) => string
}

/** The links by which somebody sees their own record, and how to give them another. */
export const linkPage = (shown: LinkShown): Html =>
  deskPage(
    { ...shown, title: 'A link to their own record' },
    html`<p class="govuk-body">By it they see all that is held about them, without an account. They can correct it, agree how often to be in touch, object, leave and take a copy.</p>
<form class="desk-form" method="post" action="${shown.address}/own-record" novalidate>
<input type="hidden" name="id" value="${shown.id}">
${radios({
  name: 'given',
  legend: 'How do they get it?',
  choices: [
    ...(shown.email === null ? [] : [{ value: 'by mail', words: html`By mail to <bdi>${shown.email}</bdi>` }]),
    { value: 'by hand', words: 'By hand', hint: 'It is shown to you once.' },
  ],
  value: typed(shown.values, 'given'),
  error: shown.errors['given'],
  size: 's',
})}
${button('Make the link')}
</form>
<h2 class="govuk-heading-m">Links so far</h2>
${linksOf(shown)}`,
  )

function linksOf({ links, isLive, dayOf, address }: LinkShown): Html {
  if (links.length === 0) return html`<p class="govuk-body">None.</p>`
  const end = html`<form method="post" action="${address}/own-record/end">
${button('End all links', { kind: 'secondary' })}
</form>`
  return html`<ul class="govuk-list govuk-list--bullet">
${links.map(
  (link) =>
    html`<li>${dayOf(link.madeAt)}, given ${link.given}, ${link.openedAt === null ? 'not opened yet' : `opened ${dayOf(link.openedAt)}`}, ${isLive(link) ? `works until ${dayOf(link.expiresAt)}` : 'works no more'}</li>
`,
)}</ul>
${links.some(isLive) && end}`
}

/** A link as it is shown once, to be handed over. */
export const handOverPage = (shown: Shown & { readonly link: string; readonly until: string }): Html =>
  deskPage(
    { ...shown, title: 'Hand this link over' },
    html`${summaryList([
      { key: 'Link', value: html`<span class="care-link">${shown.link}</span>` },
      { key: 'Works until', value: shown.until },
    ])}
${warningText('It is shown this once. Give it to nobody else, and do not open it yourself.')}`,
  )
