import type { Team } from '#areas/area.ts'
import { daysBetween, type Day } from '#platform/day.ts'
import { buttonLink, button, notificationBanner, tag } from '#platform/govuk.ts'
import { html, joined, nothing, type Html } from '#platform/html.ts'
import type { SiteChrome } from '#platform/page.ts'
import type { Contact } from './contact.ts'
import { waysOfContact, wayInWords } from './contact.ts'
import { factsPage } from './facts-frame.page.ts'
import { listPart } from './force-facts.page.ts'
import { whyNotShown, type OfficerKept } from './officer.ts'
import { pageDeskAddress } from './page-desk.ts'
import { ageInWords, freshUntil, labelOf, slugOf, warningOf, type SectionAge, type WebSection } from './section.ts'
import type { TeamLink, TeamLocation } from './team-facts.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly ages: readonly SectionAge[]
  readonly officers: readonly OfficerKept[]
  readonly contact: Contact
  readonly links: readonly TeamLink[]
  readonly locations: readonly TeamLocation[]
  readonly mayChange: boolean
  /** The section that was just found right, or null. */
  readonly checked: WebSection | null
}

/** Everything the public reads of a team, section by section: how old each is, and the one button that says it is right. */
export function publicPagePage(shown: Shown): Html {
  const { site, team, ages, checked } = shown
  const home = pageDeskAddress(team.id)
  const back = { href: `/desk/${team.id}`, words: 'This week' }
  return factsPage(
    { site, title: 'The public page', caption: team.name, back },
    joined([
      checked !== null && notificationBanner(`${labelOf(checked)}: checked today.`, { success: true }),
      html`<p class="govuk-body"><a class="govuk-link" href="/${team.id}">See it as the public does</a> · <a class="govuk-link" href="${home}/texts">Texts and news</a></p>\n`,
      ages.map((age) => sectionPart(age, shown)),
    ]),
  )
}

function sectionPart(age: SectionAge, shown: Shown): Html {
  const { team, today } = shown
  const slug = slugOf(age.section)
  return html`<section class="week-list" aria-labelledby="${slug}">
<h2 class="govuk-heading-m" id="${slug}">${labelOf(age.section)}</h2>
<p class="govuk-body">${ageTold(age, today)}</p>
${toldIn(age.section, shown)}
<form method="post" action="${pageDeskAddress(team.id)}/sections/${slug}/right">${button(html`This is right as it stands<span class="govuk-visually-hidden">: ${labelOf(age.section)}</span>`, { kind: 'secondary' })}</form>
</section>
`
}

function ageTold(age: SectionAge, today: Day): Html {
  if (age.checkedOn === null) return html`${tag('Never checked', 'orange')} Nobody has said yet that this is right.`
  const left = daysBetween(today, freshUntil(age) as Day)
  const said = `Last ${ageInWords(age.checkedOn, today)}; it should be every ${age.interval} days.`
  if (left < 0) return html`${tag('Stale', 'red')} ${said}`
  return left <= warningOf(age) ? html`${tag('Soon stale', 'yellow')} ${said}` : html`${said}`
}

const elsewhere: Partial<Readonly<Record<WebSection, { readonly path: string; readonly words: string }>>> = {
  'opportunities to meet': { path: '/events', words: 'Calendar' },
  priorities: { path: '/priorities', words: 'Priorities' },
  'what was done': { path: '/priorities', words: 'Priorities and what was done' },
  'problem solving': { path: '/page/texts', words: 'Texts' },
}

function toldIn(section: WebSection, shown: Shown): Html {
  if (section === 'the team') return officersTold(shown)
  if (section === 'how to contact') return contactTold(shown)
  const place = elsewhere[section]
  if (!place) return nothing
  return html`<p class="govuk-body"><a class="govuk-link" href="/desk/${shown.team.id}${place.path}">${place.words}</a></p>`
}

function officersTold({ team, officers, today, mayChange }: Shown): Html {
  const home = `${pageDeskAddress(team.id)}/officers`
  const rows = officers.map((officer) => {
    const why = whyNotShown(officer, today)
    return html`<li><a class="govuk-link" href="${home}/${officer.id}">${officer.rank} ${officer.name}</a> ${officer.contactable && tag('Named officer', 'blue')} ${why !== null && html`${tag('Not shown', 'grey')} ${why}`}</li>\n`
  })
  return html`${rows.length === 0 ? html`<p class="govuk-body">Nobody yet.</p>` : html`<ul class="govuk-list">${rows}</ul>`}
${mayChange && buttonLink('Show an officer', `${home}/new`, { kind: 'secondary' })}`
}

/** Links to find more by stand with the ways of contact: whoever says that these are right has looked at them too. */
function contactTold({ team, contact, locations, links, mayChange }: Shown): Html {
  const home = pageDeskAddress(team.id)
  const told = waysOfContact.flatMap((way) => {
    const value = contact[way]
    return value === undefined ? [] : [html`<li>${wayInWords[way]}: ${value}</li>\n`]
  })
  return html`${told.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : html`<ul class="govuk-list">${told}</ul>`}
${mayChange && buttonLink('Change how to contact us', `${home}/contact`, { kind: 'secondary' })}
${
  mayChange &&
  listPart(
    'Places to visit',
    `${home}/locations`,
    'Add a place',
    locations.map(({ id, name }) => ({ id, words: name })),
  )
}
${
  mayChange &&
  listPart(
    'Where to find more',
    `${home}/links`,
    'Add a link',
    links.map(({ id, title }) => ({ id, words: title })),
  )
}`
}
