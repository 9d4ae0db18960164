import { roleInWords } from '#people/person.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { summaryList } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { capitalised } from '#platform/capitalised.ts'
import { levelInWords } from '../relationship.ts'
import type { ContactHeld, PostHeldHere, RecordHeld, RelationshipHeld } from './record-held.ts'

/** Leads to the form that changes a relationship's level; null where the page is a copy to keep. */
type Leads = { readonly howOften: (id: string) => string } | null

type Reading = { readonly timeZone: string; readonly say: Say; readonly leads?: Leads }

/** Everything that is held about somebody, in words for themselves: a part for each kind of thing. */
export function recordSections(record: RecordHeld, { timeZone, say, leads = null }: Reading): Html {
  return html`${section(say`Who you are and how we reach you`, aboutYou(record, say))}
${section(say`Posts you hold or held`, postsOf(record.posts, say))}
${section(
  say`How often we are in touch`,
  record.relationships.map((one) => relationshipOf(one, leads, say)),
)}
${section(say`What passed between us`, contactsOf(record.contacts, say))}
${section(say`Priorities you work on with us`, prioritiesOf(record.priorities, say))}
${section(say`What we noted about keeping in touch`, reviewsOf(record, say))}
${section(say`Sensitive facts`, sensitiveOf(record, timeZone, say))}
${section(say`Why we hold this, and until when`, whyHeld(record, say))}
${section(say`Mails and reminders`, mailsOf(record, timeZone, say))}
${section(say`What was done with your record`, doingsOf(record, timeZone, say))}`
}

function section(title: Html, inside: Html | readonly Html[]): Html {
  return html`<h2 class="govuk-heading-m">${title}</h2>
${inside}
`
}

const words = (text: Html): Html => html`<p class="govuk-body">${text}</p>`

type Known = { readonly key: Html; readonly value: Html | string | null }

const factsOf = (facts: readonly Known[]): Html =>
  summaryList(facts.flatMap(({ key, value }) => (value === null || value === '' ? [] : [{ key, value }])))

function aboutYou({ person }: RecordHeld, say: Say): Html {
  return factsOf([
    { key: say`Name`, value: html`<bdi>${person.name}</bdi>` },
    { key: say`E-mail`, value: person.email ?? say`None` },
    { key: say`Telephone`, value: person.telephone ?? say`None` },
    { key: say`Address`, value: person.address === null ? say`None` : say.own(person.address) },
    {
      key: say`You like to be reached by`,
      value: person.reachBy === null ? say`Nobody has asked yet` : say.word(person.reachBy),
    },
    {
      key: say`Languages`,
      value: person.languages.length === 0 ? say`None noted` : say.own(person.languages.join(', ')),
    },
    { key: say`You speak for`, value: ownOr(person.speaksFor, say) },
    { key: say`Tags`, value: ownOr(person.tags.join(', '), say) },
  ])
}

/** Facts that nobody wrote are left out. */
const ownOr = (words: string | null, say: Say): Html | null => (words === null || words === '' ? null : say.own(words))

const spanOf = (since: Day, until: Day | null, say: Say): Html =>
  until === null ? say`since ${say.day(since)}` : say`${say.day(since)} to ${say.day(until)}`

function postsOf(posts: readonly PostHeldHere[], say: Say): Html {
  if (posts.length === 0) return words(say`None that we know of.`)
  return html`<ul class="govuk-list govuk-list--bullet">
${posts.map(
  ({ role, organisation, ward, party, since, until }) =>
    html`<li>${say.own(html`${capitalised(role)} of ${organisation}${ward !== '' && `, ${ward}`}${party !== null && ` (${party})`}`)}, ${spanOf(since, until, say)}</li>
`,
)}</ul>`
}

function relationshipOf(one: RelationshipHeld, leads: Leads, say: Say): Html {
  const agreed =
    one.every === null || one.agreedOn === null
      ? say`Nothing is agreed yet`
      : agreedTold(
          capitalised(say.word(levelInWords(one.every))),
          one.agreedWith === 'both',
          say.day(one.agreedOn),
          say,
        )
  const change = leads &&
    one.endedOn === null && {
      words: say`Change`,
      href: leads.howOften(one.id),
      about: say.text`how often`,
    }
  const facts = [
    { key: say`For`, value: say.own(one.with) },
    { key: say`How often`, value: agreed, ...(change ? { actions: [change] } : {}) },
    { key: say`Last contact`, value: one.lastContactOn === null ? say`None yet` : say.day(one.lastContactOn) },
    ...(one.nextDue === null || one.endedOn !== null
      ? []
      : [{ key: say`Next due`, value: say`by ${say.day(one.nextDue)}` }]),
    { key: say`Who keeps in touch with you`, value: say.word(roleInWords[one.ownerRole]) },
    { key: say`Time`, value: spanOf(one.beganOn, one.endedOn, say) },
  ]
  return summaryList(facts)
}

const agreedTold = (level: string, isWithBoth: boolean, on: string, say: Say): Html =>
  isWithBoth ? say`${level}, agreed with you on ${on}` : say`${level}, agreed by us alone on ${on}`

function contactsOf(contacts: readonly ContactHeld[], say: Say): Html {
  if (contacts.length === 0) return words(say`Nothing has been noted.`)
  return html`<ul class="week-list__rows">
${contacts.map((contact) => contactOf(contact, say))}</ul>`
}

function prioritiesOf(priorities: RecordHeld['priorities'], say: Say): Html {
  if (priorities.length === 0) return words(say`None.`)
  const line = ({ title, setOn }: RecordHeld['priorities'][number]) =>
    html`<li>${say.own(title)}${setOn !== null && html`, ${say`since ${say.day(setOn)}`}`}</li>
`
  return html`<ul class="govuk-list govuk-list--bullet">
${priorities.map(line)}</ul>`
}

const contactOf = (contact: ContactHeld, say: Say): Html =>
  html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${say.day(contact.on)}, ${[contact.how, ...contact.alsoWas].map(say.word).join(', ')}</p>
<p class="week-row__facts">${say.own(contact.with)}</p>
${contact.heard !== '' && html`<p class="week-row__why"><b>${say`You told us`}</b> ${say.own(contact.heard)}${contact.answeredOn !== null && html` ${say`(answered ${say.day(contact.answeredOn)})`}`}</p>`}
${contact.voiced !== '' && html`<p class="week-row__why"><b>${say`We told you`}</b> ${say.own(contact.voiced)}</p>`}
${contact.promised !== '' && html`<p class="week-row__why"><b>${say`We promised`}</b> ${say.own(contact.promised)} ${promiseOf(contact, say)}</p>`}
</div></li>
`

const promiseOf = ({ promisedBy, promiseKeptOn }: ContactHeld, say: Say): Html => {
  if (promiseKeptOn !== null) return say`(kept ${say.day(promiseKeptOn)})`
  return promisedBy === null ? nothing : say`(by ${say.day(promisedBy)})`
}

function reviewsOf({ impactReviews }: RecordHeld, say: Say): Html {
  if (impactReviews.length === 0) return words(say`Nothing.`)
  return html`${impactReviews.map(({ on, cameOfIt, worthIt, toChange }) =>
    factsOf([
      { key: say`Day`, value: say.day(on) },
      { key: say`What came of it`, value: ownOr(cameOfIt, say) },
      { key: say`Worth it`, value: worthIt === null ? null : say.word(worthIt) },
      { key: say`To change`, value: ownOr(toChange, say) },
    ]),
  )}`
}

function sensitiveOf({ sensitiveFacts, sensitiveFactsHeld, readings }: RecordHeld, timeZone: string, say: Say): Html {
  const facts =
    sensitiveFacts === null
      ? words(
          sensitiveFactsHeld === 0
            ? say`None.`
            : say`${sensitiveFactsHeld} held. They are left out here: ask the team for a copy with them.`,
        )
      : sensitiveFacts.length === 0
        ? words(say`None. These would be facts such as faith, health or politics.`)
        : sensitiveFacts.map(({ category, words: told, reason, reviewOn }) =>
            factsOf([
              { key: html`${capitalised(say.word(category))}`, value: say.own(told) },
              { key: say`Why it is held`, value: say.own(reason) },
              { key: say`Looked at again by`, value: say.day(reviewOn) },
            ]),
          )
  if (readings.length === 0) return html`${facts}`
  return html`${facts}
<h3 class="govuk-heading-s">${say`Who opened them`}</h3>
<ul class="govuk-list govuk-list--bullet">
${readings.map(
  ({ at, role, purpose, words: told }) =>
    html`<li>${say.day(dayAt(at, timeZone))}, ${role === null ? say`somebody` : say.word(roleInWords[role])}, ${say.word(purpose)}${told !== '' && html`: ${say.own(told)}`}</li>
`,
)}</ul>`
}

function whyHeld({ person, recordReviews }: RecordHeld, say: Say): Html {
  const facts = factsOf([
    { key: say`Lawful basis`, value: capitalised(say.word(person.lawfulBasis)) },
    { key: say`Purpose`, value: ownOr(person.purpose, say) },
    { key: say`You were told`, value: person.toldOn === null ? say`Nobody has noted that` : say.day(person.toldOn) },
    { key: say`Looked at again by`, value: say.day(person.reviewOn) },
    { key: say`You objected`, value: person.objectedOn && say.day(person.objectedOn) },
    { key: say`You left`, value: person.leftOn && say.day(person.leftOn) },
  ])
  if (recordReviews.length === 0) return facts
  return html`${facts}
<ul class="govuk-list govuk-list--bullet">
${recordReviews.map(
  ({
    on,
    reason,
    reviewOn,
  }) => html`<li>${say`${say.day(on)}: kept until ${say.day(reviewOn)}, because ${say.own(reason)}`}</li>
`,
)}</ul>`
}

function mailsOf({ mails, reminders }: RecordHeld, timeZone: string, say: Say): Html {
  if (mails.length + reminders.length === 0) return words(say`None.`)
  const on = (at: Date) => say.day(dayAt(at, timeZone))
  return html`<ul class="govuk-list govuk-list--bullet">
${mails.map(
  ({ at, sentAt, subject, toThem }) =>
    html`<li>${toThem ? say`${on(at)}, to you: ${say.own(subject)}` : say`${on(at)}, to whoever keeps in touch with you: ${say.own(subject)}`}${sentAt === null && html` ${say`(not sent)`}`}</li>
`,
)}${reminders.map(
    ({ at, dueOn }) =>
      html`<li>${say`${on(at)}: whoever keeps in touch with you was reminded that you are due by ${say.day(dueOn)}`}</li>
`,
  )}</ul>`
}

function doingsOf({ doings }: RecordHeld, timeZone: string, say: Say): Html {
  if (doings.length === 0) return nothing
  return html`<ul class="govuk-list govuk-list--bullet">
${doings.map(
  ({
    at,
    verb,
    role,
  }) => html`<li>${say.day(dayAt(at, timeZone))}: ${say.told(verb)}${role !== null && ` (${say.word(roleInWords[role])})`}</li>
`,
)}</ul>`
}
