import { roleInWords } from '#people/person.ts'
import { inWords, dayAt, type Day } from '#platform/day.ts'
import { summaryList } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { capitalised } from '#platform/capitalised.ts'
import { levelInWords } from '../relationship.ts'
import type { ContactHeld, PostHeldHere, RecordHeld, RelationshipHeld } from './record-held.ts'

/** Leads to the form that changes a relationship's level; null where the page is a copy to keep. */
type Leads = { readonly howOften: (id: string) => string } | null

/** Everything that is held about somebody, in words for themselves: a part for each kind of thing. */
export function recordSections(record: RecordHeld, timeZone: string, leads: Leads = null): Html {
  return html`${section('Who you are and how we reach you', aboutYou(record))}
${section('Posts you hold or held', postsOf(record.posts))}
${section(
  'How often we are in touch',
  record.relationships.map((one) => relationshipOf(one, leads)),
)}
${section('What passed between us', contactsOf(record.contacts))}
${section('What we noted about keeping in touch', reviewsOf(record))}
${section('Sensitive facts', sensitiveOf(record, timeZone))}
${section('Why we hold this, and until when', whyHeld(record))}
${section('Mails and reminders', mailsOf(record, timeZone))}
${section('What was done with your record', doingsOf(record, timeZone))}`
}

function section(title: string, inside: Html | readonly Html[]): Html {
  return html`<h2 class="govuk-heading-m">${title}</h2>
${inside}
`
}

const words = (text: string): Html => html`<p class="govuk-body">${text}</p>`

type Known = { readonly key: string; readonly value: Html | string | null }

const factsOf = (facts: readonly Known[]): Html =>
  summaryList(facts.flatMap(({ key, value }) => (value === null || value === '' ? [] : [{ key, value }])))

function aboutYou({ person }: RecordHeld): Html {
  return factsOf([
    { key: 'Name', value: html`<bdi>${person.name}</bdi>` },
    { key: 'E-mail', value: person.email ?? 'None' },
    { key: 'Telephone', value: person.telephone ?? 'None' },
    { key: 'Address', value: person.address ?? 'None' },
    { key: 'You like to be reached by', value: person.reachBy ?? 'Nobody has asked yet' },
    { key: 'Languages', value: person.languages.join(', ') || 'None noted' },
    { key: 'You speak for', value: person.speaksFor },
    { key: 'Tags', value: person.tags.join(', ') },
  ])
}

const spanOf = (since: Day, until: Day | null): string =>
  until === null ? `since ${inWords(since)}` : `${inWords(since)} to ${inWords(until)}`

function postsOf(posts: readonly PostHeldHere[]): Html {
  if (posts.length === 0) return words('None that we know of.')
  return html`<ul class="govuk-list govuk-list--bullet">
${posts.map(
  ({ role, organisation, ward, party, since, until }) =>
    html`<li>${capitalised(role)} of ${organisation}${ward !== '' && `, ${ward}`}${party !== null && ` (${party})`}, ${spanOf(since, until)}</li>
`,
)}</ul>`
}

function relationshipOf(one: RelationshipHeld, leads: Leads): Html {
  const agreed =
    one.every === null || one.agreedOn === null
      ? 'Nothing is agreed yet'
      : `${capitalised(levelInWords(one.every))}, agreed ${one.agreedWith === 'both' ? 'with you' : 'by us alone'} on ${inWords(one.agreedOn)}`
  const change = leads && one.endedOn === null && { words: 'Change', href: leads.howOften(one.id), about: 'how often' }
  const facts = [
    { key: 'For', value: one.with },
    { key: 'How often', value: agreed, ...(change ? { actions: [change] } : {}) },
    { key: 'Last contact', value: one.lastContactOn === null ? 'None yet' : inWords(one.lastContactOn) },
    ...(one.nextDue === null || one.endedOn !== null ? [] : [{ key: 'Next due', value: `by ${inWords(one.nextDue)}` }]),
    { key: 'Who keeps in touch with you', value: roleInWords[one.ownerRole] },
    { key: 'Time', value: spanOf(one.beganOn, one.endedOn) },
  ]
  return summaryList(facts)
}

function contactsOf(contacts: readonly ContactHeld[]): Html {
  if (contacts.length === 0) return words('Nothing has been noted.')
  return html`<ul class="week-list__rows">
${contacts.map(contactOf)}</ul>`
}

const contactOf = (contact: ContactHeld): Html =>
  html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${inWords(contact.on)}, ${[contact.how, ...contact.alsoWas].join(', ')}</p>
<p class="week-row__facts">${contact.with}</p>
${contact.heard !== '' && html`<p class="week-row__why"><b>You told us</b> ${contact.heard}${contact.answeredOn !== null && ` (answered ${inWords(contact.answeredOn)})`}</p>`}
${contact.voiced !== '' && html`<p class="week-row__why"><b>We told you</b> ${contact.voiced}</p>`}
${contact.promised !== '' && html`<p class="week-row__why"><b>We promised</b> ${contact.promised}${promiseOf(contact)}</p>`}
</div></li>
`

const promiseOf = ({ promisedBy, promiseKeptOn }: ContactHeld): string =>
  promiseKeptOn !== null
    ? ` (kept ${inWords(promiseKeptOn)})`
    : promisedBy !== null
      ? ` (by ${inWords(promisedBy)})`
      : ''

function reviewsOf({ impactReviews }: RecordHeld): Html {
  if (impactReviews.length === 0) return words('Nothing.')
  return html`${impactReviews.map(({ on, cameOfIt, worthIt, toChange }) =>
    factsOf([
      { key: 'Day', value: inWords(on) },
      { key: 'What came of it', value: cameOfIt },
      { key: 'Worth it', value: worthIt },
      { key: 'To change', value: toChange },
    ]),
  )}`
}

function sensitiveOf({ sensitiveFacts, sensitiveFactsHeld, readings }: RecordHeld, timeZone: string): Html {
  const facts =
    sensitiveFacts === null
      ? words(
          sensitiveFactsHeld === 0
            ? 'None.'
            : `${sensitiveFactsHeld} held. They are left out here: ask the team for a copy with them.`,
        )
      : sensitiveFacts.length === 0
        ? words('None. These would be facts such as faith, health or politics.')
        : sensitiveFacts.map(({ category, words: told, reason, reviewOn }) =>
            factsOf([
              { key: capitalised(category), value: told },
              { key: 'Why it is held', value: reason },
              { key: 'Looked at again by', value: inWords(reviewOn) },
            ]),
          )
  if (readings.length === 0) return html`${facts}`
  return html`${facts}
<h3 class="govuk-heading-s">Who opened them</h3>
<ul class="govuk-list govuk-list--bullet">
${readings.map(
  ({ at, role, purpose, words: told }) =>
    html`<li>${inWords(dayAt(at, timeZone))}, ${role === null ? 'somebody' : roleInWords[role]}, ${purpose}${told !== '' && `: ${told}`}</li>
`,
)}</ul>`
}

function whyHeld({ person, recordReviews }: RecordHeld): Html {
  const facts = factsOf([
    { key: 'Lawful basis', value: capitalised(person.lawfulBasis) },
    { key: 'Purpose', value: person.purpose },
    { key: 'You were told', value: person.toldOn === null ? 'Nobody has noted that' : inWords(person.toldOn) },
    { key: 'Looked at again by', value: inWords(person.reviewOn) },
    { key: 'You objected', value: person.objectedOn && inWords(person.objectedOn) },
    { key: 'You left', value: person.leftOn && inWords(person.leftOn) },
  ])
  if (recordReviews.length === 0) return facts
  return html`${facts}
<ul class="govuk-list govuk-list--bullet">
${recordReviews.map(
  ({ on, reason, reviewOn }) => html`<li>${inWords(on)}: kept until ${inWords(reviewOn)}, because ${reason}</li>
`,
)}</ul>`
}

function mailsOf({ mails, reminders }: RecordHeld, timeZone: string): Html {
  if (mails.length + reminders.length === 0) return words('None.')
  const on = (at: Date) => inWords(dayAt(at, timeZone))
  return html`<ul class="govuk-list govuk-list--bullet">
${mails.map(
  ({ at, sentAt, subject, toThem }) =>
    html`<li>${on(at)}, ${toThem ? 'to you' : 'to whoever keeps in touch with you'}: ${subject}${sentAt === null && ' (not sent)'}</li>
`,
)}${reminders.map(
    ({ at, dueOn }) =>
      html`<li>${on(at)}: whoever keeps in touch with you was reminded that you are due by ${inWords(dueOn)}</li>
`,
  )}</ul>`
}

function doingsOf({ doings }: RecordHeld, timeZone: string): Html {
  if (doings.length === 0) return nothing
  return html`<ul class="govuk-list govuk-list--bullet">
${doings.map(
  ({
    at,
    verb,
    role,
  }) => html`<li>${inWords(dayAt(at, timeZone))}: ${verb}${role !== null && ` (${roleInWords[role]})`}</li>
`,
)}</ul>`
}
