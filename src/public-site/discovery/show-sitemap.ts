import { dayAt } from '#platform/day.ts'
import { html } from '#platform/html.ts'
import { text, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { absoluteAddress, type SiteChrome } from '#platform/page.ts'
import { forceOf } from '../find.ts'
import { forcesFound, pagesFound, type PageFound } from './sitemap.sql.ts'

/** The list of lists of pages: one for each force. */
export async function giveSitemaps({ db, site }: Visit): Promise<Answer> {
  const forces = (await forcesFound(db)).map((force) => ({ ...force, path: `${force.path}/sitemap.xml` }))
  return sitemap('sitemapindex', 'sitemap', forces, site)
}

/** The pages of a force that a search engine may list; each says truly when it changed, or nothing of it. */
export async function giveSitemap(visit: Visit): Promise<Answer> {
  const force = await forceOf(visit)
  const pages = await pagesFound(visit.db, force.id, dayAt(visit.now, force.timeZone))
  return sitemap('urlset', 'url', [{ path: `/${force.id}`, changedAt: null }, ...pages], visit.site)
}

/** What search engines are asked to leave alone; pages whose address is a key are not named, and say it themselves. */
export function giveRobots({ site }: Visit): Answer {
  const asked = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), 'Allow: /']
  return text([...asked, '', `Sitemap: ${absoluteAddress(site, '/sitemap.xml')}`, ''].join('\n'))
}

const closed = ['/desk', '/field', '/sign-in', '/sign-out', '/find?']

function sitemap(root: string, each: string, pages: readonly PageFound[], site: SiteChrome): Answer {
  const base = absoluteAddress(site, '/').slice(0, -1)
  const lines = pages.map(({ path, changedAt }) => {
    const changed = changedAt === null ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`
    return `<${each}><loc>${html`${base}${path}`.text}</loc>${changed}</${each}>\n`
  })
  const open = `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`
  const body = `<?xml version="1.0" encoding="utf-8"?>\n${open}${lines.join('')}</${root}>\n`
  return text(body, 200, 'application/xml; charset=utf-8')
}
