import { phaseBanner } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import type { SiteFacts, SiteOf } from '#platform/http/request-visit.ts'
import type { SiteChrome } from '#platform/page.ts'

type Settings = {
  readonly assetPath: (name: string) => string
  /** The database holds the demonstration, which every page then says. */
  readonly demonstration: boolean
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
  })
}

const isDesk = (path: string) => path === '/desk' || path.startsWith('/desk/')

/** The force an address speaks of has its own colours; at the desk, the person's own force. */
function themeOf({ path, params, person }: SiteFacts): string | null {
  const force = params['force'] ?? (isDesk(path) ? person?.forceId : path.split('/')[1]) ?? ''
  return Object.hasOwn(themes, force) ? (themes[force] ?? null) : null
}

function navigationOf({ path, person }: SiteFacts): SiteChrome['navigation'] {
  const under = (start: string) => path === start || path.startsWith(`${start}/`)
  const desk = { words: 'This week', href: '/desk', current: under('/desk') && !under('/desk/frameworks') }
  return [
    { words: 'Find your team', href: '/', current: path === '/' },
    { words: 'Frameworks', href: '/frameworks', current: under('/frameworks') },
    person === null ? { words: 'Sign in', href: '/sign-in', current: under('/sign-in') } : desk,
  ]
}

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
Contains public sector information licensed under the same licence: neighbourhoods from data.police.uk, bank holidays from GOV.UK, and council areas.
Source: Office for National Statistics, licensed under the Open Government Licence v3.0.</p>`
