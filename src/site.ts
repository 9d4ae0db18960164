import { dailyRooms } from '#oversight/rooms.ts'
import { phaseBanner } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import type { SiteFacts, SiteOf } from '#platform/http/request-visit.ts'
import type { Visitor } from '#platform/http/visit.ts'
import { addressIn, type Language } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import type { Look } from '#platform/look.ts'
import type { SiteChrome } from '#platform/page.ts'

type Settings = {
  readonly assetPath: (name: string) => string
  /** The database holds the demonstration, which every page then says. */
  readonly demonstration: boolean
  readonly baseUrl?: string
  /** How the pages of a force look. */
  readonly lookOf: (forceId: string) => Look
}

/** What stands around every page: name, ways through the site, warnings, and where the facts are from. */
export const siteChromeOf = (settings: Settings): SiteOf => {
  const written: Partial<Record<Language, ReturnType<typeof aroundIn>>> = {}
  const aroundOf = (language: Language) => (written[language] ??= aroundIn(language, settings))
  return (facts) => ({
    name: 'Frankpledge',
    homeHref: '/',
    language: facts.language,
    otherLanguages: otherLanguagesOf(facts),
    look: settings.lookOf(forceOf(facts)),
    navigation: navigationOf(facts),
    signedIn: facts.person && { name: facts.person.name, signOutPath: '/sign-out' },
    notice: isDesk(facts.path) ? aroundOf(facts.language).deskNotice : aroundOf(facts.language).notice,
    footer: aroundOf(facts.language).footer,
    assetPath: settings.assetPath,
    baseUrl: settings.baseUrl,
    address: addressOf(facts, settings),
  })
}

/** What is the same on every page is written once for each language, when a page first asks for it. */
function aroundIn(language: Language, settings: Settings) {
  const say = sayIn(language)
  return {
    notice: noticeOf(settings, say, true),
    deskNotice: noticeOf(settings, say, false),
    footer: footerOf(say),
  }
}

/** Where this very page can be read in another language, as it was asked for. */
const otherLanguagesOf = ({ language, languages, path, asked }: SiteFacts): SiteChrome['otherLanguages'] =>
  languages
    .filter((other) => other !== language)
    .map((other) => ({ language: other, href: `${addressIn(other, path)}${asked}` }))

/** The one address of a page for everybody; a page whose address is somebody’s key has none. */
function addressOf({ path, params, person, language }: SiteFacts, { baseUrl }: Settings): string | undefined {
  if (person !== null || baseUrl === undefined || isDesk(path) || 'token' in params) return undefined
  return new URL(addressIn(language, path), baseUrl).href
}

/** Where officers work, at a desk or in the field. */
const isDesk = (path: string) => path === '/desk' || path.startsWith('/desk/') || path === '/field'

/** The force an address speaks of has its own colours; at the desk, the person's own force. */
const forceOf = ({ path, params, person }: SiteFacts): string =>
  params['force'] ?? (isDesk(path) ? person?.forceId : path.split('/')[1]) ?? ''

function navigationOf(facts: SiteFacts): SiteChrome['navigation'] {
  const { path, person } = facts
  const say = sayIn(facts.language)
  const under = (start: string) => path === start || path.startsWith(`${start}/`)
  const mail = { words: 'Mail', href: '/desk/mail', current: under('/desk/mail') }
  const frameworks = { words: say.text`Frameworks`, href: '/frameworks', current: under('/frameworks') }
  const find = { words: say.text`Find your team`, href: '/', current: path === '/' }
  if (person === null)
    return [find, frameworks, { words: say.text`Sign in`, href: '/sign-in', current: under('/sign-in') }]
  const team = isDesk(path) ? teamOfDesk(facts, person) : null
  return [
    find,
    ...(team === null ? [frameworks] : []),
    ...dailyRooms(person, team, path),
    ...(person.roles.includes('administrator') ? [mail] : []),
  ]
}

/** The team an address of the desk names, else the person's own. */
const teamOfDesk = ({ params: { force, team } }: SiteFacts, person: Visitor): string | null =>
  force !== undefined && team !== undefined ? `${force}/${team}` : person.teamId

function noticeOf({ demonstration }: Settings, say: Say, isPublic: boolean): Html {
  const banner =
    demonstration &&
    phaseBanner(say.text`Demonstration`, say.text`Everybody here is fictional, and so is all that they did.`)
  const emergency =
    isPublic &&
    html`<p>${say`This is not for emergencies: call ${strong('999')} in an emergency, ${strong('101')} otherwise.`}</p>`
  return joined([banner, emergency])
}

const strong = (words: string): Html => html`<strong>${words}</strong>`

const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

const footerOf = (say: Say): Html => html`<ul>
<li><a href="/">${say`Find your team`}</a></li>
<li><a href="/frameworks">${say`Frameworks`}</a></li>
<li><a href="/open-data">${say`Open data`}</a></li>
<li><a href="/accessibility">${say`Accessibility`}</a></li>
</ul>
<p>${say`What Frankpledge publishes may be used under the ${html`<a href="${licence}">${say`Open Government Licence v3.0`}</a>`}, except where it says otherwise.`}
${say`Contains public sector information licensed under the same licence: neighbourhoods and street-level crime from data.police.uk, bank holidays from GOV.UK, and council areas.`}
${say`Source: Office for National Statistics, licensed under the Open Government Licence v3.0.`}</p>`
