import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { individual, organisation } from '../../../test/support/network.ts'
import { saveKeyIndividuals } from '../key-individuals.sql.ts'
import { saveOrganisations } from '../organisations.sql.ts'
import { likelyIndividuals, likelyOrganisations, saveNotOne } from './duplicates.sql.ts'
import { mergingRoutes } from './merging.routes.ts'

const home = '/desk/dorset/west-dorset/network/duplicates'
const all = { from: 0, most: 1000 }

test('names spelt nearly alike, turned round or with one address are likely one; names that share a word alone are not', async (t) => {
  const { db } = await deskOf(t, mergingRoutes)
  const named = (name: string, more: { readonly email?: string; readonly telephone?: string } = {}) =>
    individual({ name, ...more }, saturday)
  const people = [
    named('Catherine Fictional', { email: 'a@example.org' }),
    named('Katherine Fictional'),
    named('Fictional Catherine'),
    named('Somebody Else', { email: 'A@example.org' }),
    named('Another One', { telephone: '01305 222222' }),
    named('Third One', { telephone: '+44 (0)1305 222 222' }),
    named('Christopher Lee'),
    named('Christopher Mays'),
    named('Cher'),
    named('Cher'),
  ]
  await saveKeyIndividuals(db, people, { at: saturday, by: null })
  const told = async () =>
    (await likelyIndividuals(db, 'dorset/west-dorset', all)).map(
      (pair) => `${[pair.name, pair.otherName].toSorted().join(' / ')}: ${pair.why} of ${pair.all}`,
    )
  assert.deepEqual((await told()).toSorted(), [
    'Another One / Third One: same telephone number of 6',
    'Catherine Fictional / Fictional Catherine: names alike of 6',
    'Catherine Fictional / Katherine Fictional: names alike of 6',
    'Catherine Fictional / Somebody Else: same e-mail address of 6',
    'Cher / Cher: names alike of 6',
    'Fictional Catherine / Katherine Fictional: names alike of 6',
  ])
  assert.match((await told())[0] ?? '', /same e-mail address/)
  const [cher, other] = [people[8]?.id ?? '', people[9]?.id ?? '']
  await saveNotOne(db, [other, cher], { at: saturday, by: randomUUID() })
  assert.equal((await told()).length, 5)
})

test('organisations are likely one by their website or name, within one kind alone', async (t) => {
  const { db } = await deskOf(t, mergingRoutes)
  const bodies = [
    organisation({ name: 'Loders Parish Council', kind: 'parish', website: 'https://loders.example' }),
    organisation({ name: 'Uploders', kind: 'parish', website: 'https://LODERS.example' }),
    organisation({ name: 'Bridport Town Council' }),
    organisation({ name: 'Bridport Towne Council' }),
    organisation({ name: 'Bridport Town Council', kind: 'charity' }),
  ]
  await saveOrganisations(db, bodies, { at: saturday, by: null })
  const found = await likelyOrganisations(db, 'dorset', 'dorset/west-dorset', all)
  assert.deepEqual(
    found.map(({ name, otherName, why }) => [...[name, otherName].toSorted(), why]),
    [
      ['Loders Parish Council', 'Uploders', 'same website'],
      ['Bridport Town Council', 'Bridport Towne Council', 'names alike'],
    ],
  )
})

test('two schools that the national register numbers are two, however alike their names', async (t) => {
  const { db } = await deskOf(t, mergingRoutes)
  const school = (name: string, urn: number | null) => organisation({ kind: 'school', name, urn })
  const schools = [school('Bridport First School', 113001), school('Bridport Fist School', 113002)]
  await saveOrganisations(db, [...schools, school('Bridport Frst School', null)], { at: saturday, by: null })
  const found = await likelyOrganisations(db, 'dorset', 'dorset/west-dorset', all)
  assert.deepEqual(found.map(({ name, otherName }) => [name, otherName].toSorted()).toSorted(), [
    ['Bridport First School', 'Bridport Frst School'],
    ['Bridport Fist School', 'Bridport Frst School'],
  ])
})

test('all likely pairs are gone through page by page, each once, and a page that is no more leads to the first', async (t) => {
  const { db, as } = await deskOf(t, mergingRoutes)
  const people = Array.from({ length: 240 }, (_, n) => {
    const mail = `${String(n).padStart(3, '0')}@example.org`
    return [
      individual({ name: randomUUID(), email: mail }, saturday),
      individual({ name: randomUUID(), email: mail }, saturday),
    ]
  })
  await saveKeyIndividuals(db, people.flat(), { at: saturday, by: null })
  const sergeant = await as('sergeant')
  const seen: string[] = []
  for (let n = 1; n <= 5; n++) {
    const { body } = await sergeant.look(`${home}?page=${n}`)
    assert.match(wordsOf(body), /People 240/)
    seen.push(
      ...[...body.matchAll(/duplicates\/(individuals\/[0-9a-f-]+\/[0-9a-f-]+)"/g)].map(([, pair]) => pair ?? ''),
    )
  }
  assert.deepEqual([seen.length, new Set(seen).size], [240, 240])
  assert.match((await sergeant.look(home)).body, /href="[^"]*\/duplicates\?page=5"/)
  assert.equal((await sergeant.look(`${home}?page=6`)).to, home)
  assert.equal((await sergeant.look(`${home}?page=-1`)).status, 200)
})
