import { dailyRooms } from '#oversight/rooms.ts'
import { phaseBanner } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import type { SiteFacts, SiteOf } from '#platform/http/request-visit.ts'
import type { Visitor } from '#platform/http/visit.ts'
import type { SiteChrome } from '#platform/page.ts'

type Settings = {
  readonly assetPath: (name: string) => string
  /** The database holds the demonstration, which every page then says. */
  readonly demonstration: boolean
  readonly baseUrl?: string
}

/** The themes of `src/browser/_themes.scss` that forces have chosen; others keep the site's own colours. */
const themes: Readonly<Record<string, string>> = { dorset: 'navy', 'devon-and-cornwall': 'forest' }

/** What stands around every page: name, ways through the site, warnings, and where the facts are from. */
export const siteChromeOf = (settings: Settings): SiteOf => {
  const notices = { public: noticeOf(settings, true), desk: noticeOf(settings, false) }
  return (facts) => ({
    name: 'Frankpledge',
    homeHref: '/',
    language: 'en',
    theme: themeOf(facts),
    navigation: navigationOf(facts),
    signedIn: facts.person && { name: facts.person.name, signOutPath: '/sign-out' },
    notice: isDesk(facts.path) ? notices.desk : notices.public,
    footer,
    assetPath: settings.assetPath,
    baseUrl: settings.baseUrl,
  })
}

/** Where officers work, at a desk or in the field. */
const isDesk = (path: string) => path === '/desk' || path.startsWith('/desk/') || path === '/field'

/** The force an address speaks of has its own colours; at the desk, the person's own force. */
function themeOf({ path, params, person }: SiteFacts): string | null {
  const force = params['force'] ?? (isDesk(path) ? person?.forceId : path.split('/')[1]) ?? ''
  return Object.hasOwn(themes, force) ? (themes[force] ?? null) : null
}

function navigationOf(facts: SiteFacts): SiteChrome['navigation'] {
  const { path, person } = facts
  const under = (start: string) => path === start || path.startsWith(`${start}/`)
  const mail = { words: 'Mail', href: '/desk/mail', current: under('/desk/mail') }
  const frameworks = { words: 'Frameworks', href: '/frameworks', current: under('/frameworks') }
  const find = { words: 'Find your team', href: '/', current: path === '/' }
  if (person === null) return [find, frameworks, { words: 'Sign in', href: '/sign-in', current: under('/sign-in') }]
  const team = isDesk(path) ? teamOfDesk(facts, person) : null
  const desk =
    team === null ? [{ words: 'This week', href: '/desk', current: path === '/desk' }] : dailyRooms(person, team, path)
  return [
    find,
    ...(team === null ? [frameworks] : []),
    ...desk,
    ...(person.roles.includes('administrator') ? [mail] : []),
  ]
}

/** The team an address of the desk names, else the person's own. */
const teamOfDesk = ({ params: { force, team } }: SiteFacts, person: Visitor): string | null =>
  force !== undefined && team !== undefined ? `${force}/${team}` : person.teamId

function noticeOf({ demonstration }: Settings, isPublic: boolean): Html {
  const banner =
    demonstration && phaseBanner('Demonstration', 'Everybody here is fictional, and so is all that they did.')
  const emergency =
    isPublic &&
    html`<p>This is not for emergencies: call <strong>999</strong> in an emergency, <strong>101</strong> otherwise.</p>`
  return joined([banner, emergency])
}

const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

const footer = html`<ul>
<li><a href="/">Find your team</a></li>
<li><a href="/frameworks">Frameworks</a></li>
<li><a href="/api/v1/openapi.json">Open data (JSON)</a></li>
</ul>
<p>What Frankpledge publishes may be used under the <a href="${licence}">Open Government Licence v3.0</a>, except where it says otherwise.
Contains public sector information licensed under the same licence: neighbourhoods and street-level crime from data.police.uk, bank holidays from GOV.UK, and council areas.
Source: Office for National Statistics, licensed under the Open Government Licence v3.0.</p>`
