import { breadcrumbs, serviceNavigation, skipLink } from '#platform/govuk.ts'
import { Html, html, nothing } from '#platform/html.ts'
import { linkCard } from '#platform/link-card.ts'
import { breadcrumbList, structured, type Thing, type Trail } from '#platform/schema-org.ts'
import type { Look } from '#platform/look.ts'
import { addressIn, firstLanguage, languages, type Language } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'

/** What every page of a site has around its body. */
export type SiteChrome = {
  readonly name: string
  readonly homeHref: string
  readonly language: Language
  /** The other languages of this very page, with where each is. */
  readonly otherLanguages?: readonly { readonly language: Language; readonly href: string }[] | undefined
  readonly look: Look
  readonly navigation: readonly { words: string; href: string; current?: boolean | undefined }[]
  readonly signedIn: { readonly name: string; readonly signOutPath: string } | null
  /** Shown above every page's body, as a phase banner or a standing warning. */
  readonly notice: Html | null
  readonly footer: Html | null
  readonly assetPath: (name: string) => string
  /** The site's public address, for what is carried out of it: posters, calendars, frames. */
  readonly baseUrl?: string | undefined
  /** The whole address of this very page, without what was asked of it; absent where it is not for everybody. */
  readonly address?: string | undefined
}

/** The whole address of the site, without a slash at its end, as mails begin their links. */
export const siteAddress = (site: SiteChrome): string => absoluteAddress(site, '/').replace(/\/$/, '')

/** The whole address of a path of the site, as it must stand where a link alone would lead nowhere. */
export const absoluteAddress = ({ baseUrl }: SiteChrome, path: string): string =>
  new URL(path, baseUrl ?? 'http://localhost:3000').href

/** A picture of 1200 × 630 pixels, with what it says for those who do not see it. */
export type Picture = { readonly path: string; readonly alt: string }

export type Page = {
  readonly title: string
  /** Holds the page's only h1. */
  readonly body: Html
  readonly site: SiteChrome
  /** The pages above this one: breadcrumbs before the main part, and a list of them for machines. */
  readonly trail?: Trail | undefined
  /** A back link where there is no trail, before the main part so that the skip link passes it. */
  readonly before?: Html | undefined
  /** What the page is of, for machines that read schema.org. */
  readonly about?: Thing | undefined
  readonly description?: string | undefined
  /** What is shown of the page where somebody shares it; the site's icon unless given. */
  readonly picture?: Picture | undefined
  /** Further elements of `<head>`, such as links to a feed. */
  readonly head?: Html | undefined
  /** Names of further built assets this page needs, as `map.js` and `map.css`. */
  readonly assets?: readonly string[] | undefined
  readonly wide?: boolean | undefined
  /** The form on this page has mistakes, which the title says first. */
  readonly mistaken?: boolean | undefined
}

/** A whole document; it needs no script, and none is written into it. */
export function page(shown: Page): Html {
  const { site } = shown
  const say = sayIn(site.language)
  const width = shown.wide === true ? 'govuk-width-container site-wide' : 'govuk-width-container'
  const markup = html`<!doctype html>
    <html lang="${site.language}" class="govuk-template">
      ${headOf(shown)}
      <body class="govuk-template__body">
        ${skipLink(say.text`Skip to main content`)} ${headerOf(site)}
        <div class="${width}">
          ${shown.trail && breadcrumbs(shown.trail, say)}${shown.before}
          <main class="govuk-main-wrapper" id="main-content">${shown.body}</main>
        </div>
        <footer class="site-footer"><div class="govuk-width-container">${site.footer}</div></footer>
      </body>
    </html> `
  return site.language === firstLanguage ? markup : ledOnIn(site.language, markup)
}

/** Whoever reads in another language follows links and sends forms in it; assets and files to keep have no language. */
const ledOnIn = (language: Language, { text }: Html): Html =>
  new Html(
    text.replace(
      / (href|action)="(\/(?!\/|assets\/|look\/|api\/)[^"]*)"(?! hreflang)/g,
      (_, name, path) => ` ${name}="${addressIn(language, path)}"`,
    ),
  )

function headOf(shown: Page): Html {
  const { title, site, description, picture, head, assets = [], mistaken } = shown
  const say = sayIn(site.language)
  return html`<head>
    <meta charset="utf-8" />
    <title>${mistaken === true && say.text`Error: `}${title} – ${site.name}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    ${description !== undefined && html`<meta name="description" content="${description}" /> `}
    <link rel="icon" href="${site.assetPath('icon.svg')}" type="image/svg+xml" />
    <link rel="stylesheet" href="${site.assetPath('site.css')}" />
    ${site.look.stylesheet !== null && html`<link rel="stylesheet" href="${site.look.stylesheet}" /> `}
    <script type="module" src="${site.assetPath('site.js')}"></script>
    ${assets.map((name) => assetLink(name, site.assetPath(name)))}${alternates(site)}${linkCard({ title, description, picture, site })}${toldMachines(shown)}${head}
  </head>`
}

/** Nothing of pages that are not for everybody. */
function toldMachines({ title, trail, about, site }: Page): Html | false {
  const things = [
    ...(about ? [about] : []),
    ...(trail ? [breadcrumbList(trail, title, (path) => absoluteAddress(site, addressIn(site.language, path)))] : []),
  ]
  return site.address !== undefined && things.length > 0 && structured(things)
}

const alternates = ({ otherLanguages = [] }: SiteChrome): Html[] =>
  otherLanguages.map(({ language, href }) => html`<link rel="alternate" href="${href}" hreflang="${language}" /> `)

const assetLink = (name: string, path: string): Html =>
  name.endsWith('.css')
    ? html`<link rel="stylesheet" href="${path}" /> `
    : html`<script type="module" src="${path}"></script> `

function headerOf(site: SiteChrome): Html {
  const say = sayIn(site.language)
  return html`<header>
    <div class="site-header">
      <div class="govuk-width-container site-header__container">
        <a class="site-header__name" href="${site.homeHref}">${crestOf(site)}${site.name}</a>
        ${site.otherLanguages?.map(otherLanguage)}${site.signedIn && signOutForm(site.signedIn, say)}
      </div>
    </div>
    ${site.navigation.length === 0 ? nothing : serviceNavigation({ links: site.navigation, label: say.text`Main`, menu: say.text`Menu` })}
    ${site.notice && html`<div class="govuk-width-container site-notice">${site.notice}</div> `}
  </header>`
}

/** Beside the name it tells nobody more, so it is not read out; its size is known before it comes. */
const crestOf = ({ look: { crest } }: SiteChrome): Html | null =>
  crest === null ? null : html`<img class="site-header__crest" src="${crest}" alt="" width="44" height="44" />`

const otherLanguage = ({ language, href }: NonNullable<SiteChrome['otherLanguages']>[number]): Html =>
  html`<a class="site-header__language" href="${href}" hreflang="${language}" lang="${language}" rel="alternate">${languages[language]}</a> `

const signOutForm = (person: NonNullable<SiteChrome['signedIn']>, say: Say): Html =>
  html`<form class="site-header__person" method="post" action="${person.signOutPath}">
    <span>${person.name}</span> <button type="submit" class="site-header__button">${say`Sign out`}</button>
  </form> `
