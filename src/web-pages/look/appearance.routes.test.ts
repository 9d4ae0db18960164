import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { knownAppearances } from '#areas/appearance/known-appearances.ts'
import { keepAppearance } from '#areas/appearance/keep-appearance.ts'
import { Refusal } from '#platform/refusal.ts'
import { deskOf, formOf, wordsOf } from '../../../test/support/desk.ts'
import { appearanceRoutes } from './appearance.routes.ts'

const address = '/desk/dorset/settings/appearance'
const icon = readFileSync(new URL('../../browser/icon-192.png', import.meta.url))

test('a force’s lead chooses colours and Welsh, and every page is told of it', async (t) => {
  const desk = await deskOf(t, appearanceRoutes)
  const lead = await desk.as('force-lead')
  const told = Promise.withResolvers<string>()
  await desk.db.listen('ledger', told.resolve)
  const form = formOf((await lead.look(address)).body)
  assert.deepEqual(
    [form['colour'], form['colour-picked'], form['accent'], form['accent-picked']],
    ['', '#0b4f5c', '', '#f2b705'],
  )
  const saved = await lead.send(address, { ...form, colour: '#14315F', languages: 'cy' })
  assert.deepEqual([saved.status, saved.to], [303, `${address}?saved=yes`])
  const known = await knownAppearances(desk.db)
  const { colour, stylesheet } = known.lookOf('dorset')
  assert.deepEqual([colour, known.languagesOf('dorset')], ['#14315f', ['en', 'cy']])
  const sheet = await desk.server.inject(stylesheet ?? '')
  assert.equal(sheet.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.match(sheet.body, /^:root\{--site-header-colour:#14315f;/)
  const [written] = await desk.db`select verb, about, detail from audit where verb = 'set appearance'`
  const detail = { colour: '#14315f', accent: null, languages: 'en cy' }
  assert.deepEqual({ ...written }, { verb: 'set appearance', about: 'force/dorset', detail })
  assert.equal(await told.promise, 'dorset')
})

test('colours that cannot be read are refused with what was measured and the nearest that can', async (t) => {
  const desk = await deskOf(t, appearanceRoutes)
  const lead = await desk.as('force-lead')
  const form = formOf((await lead.look(address)).body)
  const refused = await lead.send(address, { ...form, colour: '#7ab3e0' })
  assert.equal(refused.status, 422)
  assert.match(
    wordsOf(refused.body),
    /Links of this colour on their pale ground have a contrast of 2\.1 : 1 and need 4\.5 : 1/,
  )
  assert.match(wordsOf(refused.body), /The nearest that will do is #[0-9a-f]{6}/)
  assert.equal(formOf(refused.body)['colour'], '#7ab3e0')
  const [, colour = '', accent = ''] = /The nearest that will do: (#\w{6}) with (#\w{6})/.exec(refused.body) ?? []
  assert.equal((await lead.send(address, { ...form, colour, accent })).status, 303)
  const dull = await lead.send(address, { ...form, colour, accent: colour })
  assert.match(
    wordsOf(dull.body),
    /The line below the name has a contrast of 1\.0 : 1 beside the colour and needs 3 : 1/,
  )
  const unknown = await lead.send(address, { ...form, colour: 'red;}body{display:none' })
  assert.match(wordsOf(unknown.body), /Write the colour as # and six letters or figures/)
  const chooser = { forceId: 'dorset', at: new Date(), personId: null }
  const poor = { colour: '#ffffff', accent: null, languages: ['en'] as const }
  await assert.rejects(keepAppearance(desk.db, poor, chooser), Refusal)
})

test('a colour may be picked, and is looked at before it is saved', async (t) => {
  const desk = await deskOf(t, appearanceRoutes)
  const lead = await desk.as('force-lead')
  const form = formOf((await lead.look(address)).body)
  const tried = await lead.send(address, { ...form, 'colour-picked': '#6f1d36', then: 'look' })
  assert.equal(tried.status, 200)
  assert.match(wordsOf(tried.body), /So it would look\. It is not saved yet/)
  assert.match(tried.body, /<rect width="320" height="42" fill="#6f1d36">/)
  assert.equal((await knownAppearances(desk.db)).lookOf('dorset').colour, '#0b4f5c')
  await lead.send(address, formOf(tried.body))
  assert.equal((await knownAppearances(desk.db)).lookOf('dorset').colour, '#6f1d36')
})

test('a crest is shown without what was hidden in it, under a new address whenever it changes', async (t) => {
  const desk = await deskOf(t, appearanceRoutes)
  const lead = await desk.as('force-lead')
  assert.equal((await lead.upload(`${address}/crest`, icon, 'crest.png')).status, 303)
  const crest = (await knownAppearances(desk.db)).lookOf('dorset').crest ?? ''
  const given = await desk.server.inject(crest)
  assert.deepEqual([given.statusCode, given.headers['content-type']], [200, 'image/png'])
  assert.match((await lead.look(address)).body, new RegExp(`src="${crest}" alt=""`))
  const page = await lead.upload(`${address}/crest`, '<html><script>alert(1)</script></html>', 'crest.svg')
  assert.equal(page.status, 422)
  assert.match(wordsOf(page.body), /That is not a picture that can be shown/)
  assert.equal((await lead.send(`${address}/crest/remove`, {})).status, 303)
  assert.equal((await knownAppearances(desk.db)).lookOf('dorset').crest, null)
  assert.equal((await desk.server.inject(crest)).statusCode, 404)
})

test('only those who speak for the whole force choose how its pages look', async (t) => {
  const desk = await deskOf(t, appearanceRoutes)
  for (const role of ['pcso', 'sergeant', 'inspector', 'neo', 'smt'] as const)
    assert.equal((await (await desk.as(role)).look(address)).status, 403, role)
  assert.equal((await (await desk.as('administrator')).look(address)).status, 200)
})
