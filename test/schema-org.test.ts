import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { demonstrationSite } from './support/site.ts'

const team = '/dorset/west-dorset'
const instant = z.iso.datetime({ offset: true })

/** What schema.org knows of each type of thing that we tell of; a word that it does not know is a fault. */
const organization = z.strictObject({
  '@type': z.literal('GovernmentOrganization'),
  name: z.string().min(1),
  url: z.url(),
  image: z.url().optional(),
  parentOrganization: z.lazy(() => named).optional(),
  subOrganization: z.array(z.lazy(() => named)).optional(),
  areaServed: z.array(z.strictObject({ '@type': z.literal('AdministrativeArea'), name: z.string().min(1) })).optional(),
  contactPoint: z
    .strictObject({
      '@type': z.literal('ContactPoint'),
      contactType: z.string().min(1),
      email: z.email().optional(),
      telephone: z.string().min(3).optional(),
      url: z.url().optional(),
      availableLanguage: z.string(),
    })
    .refine(({ email, telephone, url }) => Boolean(email ?? telephone ?? url))
    .optional(),
  sameAs: z.array(z.url()).min(1).optional(),
  employee: z
    .array(z.strictObject({ '@type': z.literal('Person'), name: z.string().min(1), jobTitle: z.string().min(1) }))
    .optional(),
})
const named = z.strictObject({ '@type': z.literal('GovernmentOrganization'), name: z.string().min(1), url: z.url() })
const document = z.strictObject({
  '@type': z.literal('DigitalDocument'),
  name: z.string().min(1),
  url: z.url(),
  image: z.url(),
  inLanguage: z.string(),
  datePublished: z.iso.date(),
  temporalCoverage: z.string().regex(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/),
  about: named,
  author: named,
  publisher: named,
  encoding: z.strictObject({ '@type': z.literal('MediaObject'), encodingFormat: z.string(), contentUrl: z.url() }),
})
const article = z.strictObject({
  '@type': z.literal('NewsArticle'),
  headline: z.string().min(1).max(200),
  url: z.url(),
  image: z.url(),
  inLanguage: z.string(),
  datePublished: instant,
  dateModified: instant,
  author: named,
  publisher: named,
})
const place = z.strictObject({ '@type': z.literal('Place'), name: z.string().min(1), address: z.string().min(1) })
const event = z.strictObject({
  '@type': z.literal('Event'),
  name: z.string().min(1),
  url: z.url(),
  image: z.url(),
  startDate: instant,
  endDate: instant,
  eventStatus: z.enum(
    ['EventScheduled', 'EventRescheduled', 'EventCancelled'].map((word) => `https://schema.org/${word}`),
  ),
  location: place,
  organizer: named,
})
const crumb = z.strictObject({
  '@type': z.literal('ListItem'),
  position: z.int(),
  name: z.string().min(1),
  item: z.url().optional(),
})
const breadcrumbs = z
  .strictObject({ '@type': z.literal('BreadcrumbList'), itemListElement: z.array(crumb).min(2) })
  .refine(({ itemListElement: all }) => all.every(({ position }, n) => position === n + 1))
  .refine(({ itemListElement: all }) => all.slice(0, -1).every(({ item }) => item !== undefined))

const told = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.discriminatedUnion('@type', [organization, document, article, event, breadcrumbs])).min(1),
})

/** All that a page tells machines. */
async function toldBy(url: string, path: string) {
  const text = await (await fetch(url + path)).text()
  const blocks = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
  assert.equal(blocks.length, 1, path)
  return { text, graph: told.parse(JSON.parse(blocks[0]?.[1] ?? ''))['@graph'] }
}

test('machines that read schema.org are told what each page is, in its words only, and where it stands', async (t) => {
  const { url } = await demonstrationSite(t)
  const first = async (list: string) =>
    new RegExp(`href="(${team}/${list}/[0-9a-f-]{36})"`).exec(
      await (await fetch(`${url}${team}/${list}`)).text(),
    )?.[1] ?? ''
  const types: Record<string, readonly string[]> = {}
  const pages = {
    force: '/dorset',
    team,
    contract: `${team}/contract/2019`,
    promise: `${team}/contract/2019/commitments/R35`,
  }
  const found = {
    ...pages,
    event: await first('events'),
    news: await first('news'),
    priority: await first('priorities'),
  }
  for (const [what, path] of Object.entries(found)) {
    const { graph } = await toldBy(url, path)
    types[what] = graph.map((thing) => thing['@type'])
    for (const thing of graph)
      if ('url' in thing) assert.equal(new URL(thing.url).pathname, path, what)
      else assert.ok(thing.itemListElement.every(({ item }) => item === undefined || new URL(item).pathname !== path))
  }
  assert.deepEqual(types, {
    force: ['GovernmentOrganization', 'BreadcrumbList'],
    team: ['GovernmentOrganization', 'BreadcrumbList'],
    contract: ['DigitalDocument', 'BreadcrumbList'],
    promise: ['BreadcrumbList'],
    event: ['Event', 'BreadcrumbList'],
    news: ['NewsArticle', 'BreadcrumbList'],
    priority: ['BreadcrumbList'],
  })
})

test('a team’s officers and ways to reach it are told to machines only where its page tells them to people', async (t) => {
  const { url } = await demonstrationSite(t)
  const { text, graph } = await toldBy(url, team)
  const shown = text.replaceAll(/<script.*?<\/script>/gs, '')
  const [thing] = graph
  assert.ok(thing?.['@type'] === 'GovernmentOrganization')
  const { contactPoint, employee = [], areaServed = [] } = thing
  assert.ok(employee.length > 0 && areaServed.length > 0 && contactPoint !== undefined)
  for (const { name } of [...employee, ...areaServed]) assert.ok(shown.includes(name), name)
  for (const way of [contactPoint.email, contactPoint.telephone])
    if (way !== undefined) assert.ok(shown.includes(way), way)
})
