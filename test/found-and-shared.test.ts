import assert from 'node:assert/strict'
import test from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { demonstrationSite } from './support/site.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name) => ['entry', 'link', 'url', 'sitemap', 'author'].includes(name),
})
const team = '/dorset/west-dorset'

const instant = z.iso.datetime({ offset: true })
const words = z.union([z.string().min(1), z.object({ type: z.enum(['text', 'html', 'xhtml']) }).loose()])
const link = z.strictObject({ href: z.url(), rel: z.string(), type: z.string().optional() })
const linked = z.array(link).refine((all) => all.some(({ rel }) => rel === 'alternate'))
/** RFC 4287: what a feed and its entries must have, and nothing that they may not. */
const feed = z.strictObject({
  xmlns: z.literal('http://www.w3.org/2005/Atom'),
  'xml:lang': z.enum(['en', 'cy']),
  id: z.string().min(1),
  title: words,
  updated: instant,
  author: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  link: linked.refine((all) => all.some(({ rel }) => rel === 'self')),
  entry: z
    .array(
      z.strictObject({
        id: z.url(),
        title: words,
        updated: instant,
        published: instant.optional(),
        link: linked,
        summary: words.optional(),
        content: words.optional(),
      }),
    )
    .min(1),
})

test('each feed is Atom as RFC 4287 has it: what must be there is, once, and ids are never shared', async (t) => {
  const { url } = await demonstrationSite(t)
  for (const path of ['/events.atom', '/news.atom', '/you-said-we-did/feed.atom']) {
    const text = await (await fetch(url + team + path)).text()
    assert.equal(XMLValidator.validate(text), true, path)
    const read = feed.parse(parser.parse(text).feed)
    const ids = read.entry.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length, path)
    assert.ok(read.entry.every(({ updated }) => updated <= read.updated))
  }
})

const found = z.array(z.strictObject({ loc: z.url(), lastmod: instant.optional() })).min(1)

test('a search engine finds the pages of each force by the list of lists, and each is there', async (t) => {
  const { url } = await demonstrationSite(t)
  const robots = await (await fetch(`${url}/robots.txt`)).text()
  const from = new URL(/^Sitemap: (.+)$/m.exec(robots)?.[1] ?? '')
  assert.equal(from.pathname, '/sitemap.xml')
  const read = async (path: string) => parser.parse(await (await fetch(url + path)).text())
  const lists = found.parse((await read(from.pathname)).sitemapindex.sitemap)
  assert.deepEqual(
    lists.map(({ loc }) => new URL(loc).pathname),
    ['/devon-and-cornwall/sitemap.xml', '/dorset/sitemap.xml'],
  )
  const pages = found.parse((await read('/dorset/sitemap.xml')).urlset.url)
  assert.ok(pages.every(({ lastmod }) => lastmod === undefined || Date.parse(lastmod) <= Date.now()))
  const own = pages.map(({ loc }) => new URL(loc).pathname).filter((path) => path.startsWith(team))
  assert.ok(own.length > 15)
  for (const path of own) {
    const answer = await fetch(url + path)
    assert.equal(answer.status, 200, path)
    assert.match(await answer.text(), new RegExp(`<link rel="canonical" href="http[^"]*${path}"`), path)
  }
})

test('who shares a page shows its title and a picture, and nobody’s key is in it', async (t) => {
  const { url } = await demonstrationSite(t)
  const text = await (await fetch(`${url}${team}?as-at=2020-01-01`)).text()
  const told = Object.fromEntries(
    [...text.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"/g)].map(([, name, says]) => [
      name,
      says,
    ]),
  )
  assert.equal(told['og:title'], 'West Dorset neighbourhood policing team')
  assert.equal(new URL(told['og:url'] ?? '').pathname + new URL(told['og:url'] ?? '').search, team)
  assert.equal(new URL(told['og:image'] ?? '').pathname, `${team}/share.png`)
  assert.deepEqual([told['og:image:width'], told['og:image:height']], ['1200', '630'])
  assert.equal(told['twitter:card'], 'summary_large_image')
  for (const path of ['/my-record/nobody', '/sign-in']) {
    const page = await (await fetch(url + path)).text()
    assert.equal(page.includes('og:url') && page.includes('nobody'), false, path)
  }
})

test('other sites may frame dates, priorities and promises; nothing runs in a frame, and each link leads out of it', async (t) => {
  const { url } = await demonstrationSite(t)
  const code = await (await fetch(`${url}${team}/embed`)).text()
  const framed = [...code.matchAll(/&lt;iframe src=&quot;([^&]+)&quot;/g)].map(([, src]) => new URL(src ?? '').pathname)
  assert.deepEqual(
    framed,
    ['/embed/next', '/events/embed', '/embed/priorities', '/embed/promises'].map((path) => team + path),
  )
  for (const path of framed) {
    const answer = await fetch(url + path)
    const text = await answer.text()
    assert.equal(answer.status, 200)
    assert.match(
      String(answer.headers.get('content-security-policy')),
      /default-src 'none'.*form-action 'none'; frame-ancestors \*/,
    )
    assert.deepEqual([answer.headers.get('x-frame-options'), answer.headers.get('set-cookie')], [null, null])
    assert.doesNotMatch(text, /<script|<form|style=/)
    assert.equal([...text.matchAll(/<a href/g)].length, [...text.matchAll(/<a href="[^"]*" target="_top"/g)].length)
    assert.match(text, /999/)
  }
  const frame = await fetch(`${url}${team}/embed`)
  assert.match(String(frame.headers.get('content-security-policy')), /frame-ancestors 'none'/)
})
