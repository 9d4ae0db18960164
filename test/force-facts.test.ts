import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { wordsOf } from './support/desk.ts'
import { demonstrationSite } from './support/site.ts'

const forceTold = z.object({
  description: z.string(),
  url: z.string(),
  telephone: z.string(),
  engagement_methods: z
    .array(z.object({ title: z.string(), description: z.string().nullable(), url: z.string() }))
    .min(1),
})
const officersTold = z
  .array(
    z.object({ rank: z.string(), name: z.string(), bio: z.string(), contact_details: z.object({ email: z.string() }) }),
  )
  .min(1)

test('a resident reads on the force’s page all that the national interface tells programs of the force', async (t) => {
  const { url } = await demonstrationSite(t)
  const asked = async (path: string) => (await fetch(url + path)).json()
  const force = forceTold.parse(await asked('/api/forces/dorset'))
  const officers = officersTold.parse(await asked('/api/forces/dorset/people'))
  const page = await (await fetch(`${url}/dorset`)).text()
  const ways = force.engagement_methods.flatMap((way) => [way.title, way.description ?? ''])
  const people = officers.flatMap((one) => [one.rank, one.name, wordsOf(one.bio), one.contact_details.email])
  const told = [wordsOf(force.description), force.telephone, ...ways, ...people]
  const words = wordsOf(page)
  assert.deepEqual(
    told.filter((text) => !words.includes(text)),
    [],
  )
  const links = [force.url, ...force.engagement_methods.map((way) => way.url)]
  assert.deepEqual(
    links.filter((link) => !page.includes(`href="${link}"`)),
    [],
  )
})

test('a resident who stands in any team’s area of the demonstration is told the neighbourhood', async (t) => {
  const { url } = await demonstrationSite(t)
  const spots = {
    '50.6046,-4.5123': 'CIOS.4054',
    '50.6373,-4.3604': 'CIOS.4053',
    '50.7200,-1.8800': '55.CB3001',
    '50.6100,-2.4550': '55.DW3002',
    '50.5600,-2.4400': '55.DW3001',
    '50.7336,-2.7584': '55.DT3001',
  }
  const found: Record<string, unknown> = {}
  for (const spot of Object.keys(spots)) {
    const answer = await fetch(`${url}/api/locate-neighbourhood?q=${spot}`)
    found[spot] =
      answer.status === 200
        ? z.object({ neighbourhood: z.string() }).parse(await answer.json()).neighbourhood
        : answer.status
  }
  assert.deepEqual(found, spots)
  const asked = await (await fetch(`${url}/?q=PL15+9AA`)).text()
  assert.match(wordsOf(asked), /The nearest to there first: Launceston.{0,20} Launceston team, Devon & Cornwall Police/)
})
