import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { agreeLevel } from '#network/agree-level.ts'
import { eraseKeyIndividual } from '#network/care/erase-key-individual.ts'
import { keepKeyIndividual } from '#network/keep-key-individual.ts'
import type { KeyIndividual } from '#network/key-individual.ts'
import { relationshipWith } from '#network/relationships.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { dumped, faultsOf, letKeyEnd } from './support/phone.ts'
import { fieldSite, openApp, phoneOf, recordOn, says, signIn, type FieldSite } from './support/field.ts'
import { individual, keeperOf } from './support/network.ts'

const month = 31 * 24 * 60 * 60_000
const words = { name: 'Zephyrine Quillfeather', telephone: '01305 998877', speaksFor: 'anglers' }

/** A team with somebody who was to be called every month, and two colleagues. */
async function teamInTouch(t: TestContext) {
  const site = await fieldSite(t)
  const [robin, alex] = [await site.colleague('Robin'), await site.colleague('Alex')]
  const since = new Date(Date.now() - month)
  const keptUp = (told: Partial<KeyIndividual>) =>
    transaction(site.db, async (sql) => {
      const keeper = keeperOf(robin.id, since)
      const person = await keepKeyIndividual(sql, individual(told, since), keeper)
      const line = await relationshipWith(sql, 'dorset/west-dorset', person.subjectId ?? '')
      if (!line) throw new Error('there is a relationship')
      await agreeLevel(sql, line, { every: 'P2W', on: dayAt(since, 'Europe/London'), with: 'both' }, keeper)
      return person
    })
  return { site, robin, alex, keptUp, person: await keptUp(words) }
}

const due = (page: Page, name: string) => page.getByRole('link', { name: `Log a contact with ${name}` })

/** Logs a contact as a thumb would, from the list of those due. */
async function logOn(page: Page, name: string, said: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/field#`)
  await due(page, name).click()
  await page.getByRole('radio', { name: 'Telephone' }).check()
  if (Object.keys(said).length > 0) await page.getByText('Add more (optional)').click()
  for (const [label, given] of Object.entries(said)) await page.getByLabel(label).fill(given)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Recorded on this phone' }).waitFor()
}

/** Waits until the desk holds so many contacts, and answers them in the order in which they came. */
async function contactsAt({ db }: FieldSite, count: number) {
  for (let tries = 0; tries < 200; tries++) {
    const rows = await db`
      select c.id, c.how, c.heard, c.promised, (select count(*) from evidence where source = 'contact/' || c.id and kind = 'contact made') as times
      from contact c order by logged_at, id`
    if (rows.length >= count) return [...rows]
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`the desk does not hold ${count} contacts after ten seconds`)
}

test('somebody who is due is called and logged without signal, leaves the list at once, and the desk learns of it later', async (t) => {
  const { site, robin } = await teamInTouch(t)
  const { context, page } = await phoneOf(site, robin)
  await page.getByRole('link', { name: 'Call 01305 998877' }).waitFor()
  await context.setOffline(true)
  await page.reload()
  await recordOn(page, 'Harbour', '7')
  await logOn(page, words.name, {
    'What did they raise?': 'Xylophones',
    'What did you promise?': 'A visit',
    'By when?': '2099-01-01',
  })
  await says(page, '2 waiting to send')
  assert.match(
    await page.locator('.field-queue').innerText(),
    /Contact: Zephyrine Quillfeather[\s\S]*telephone[\s\S]*Waiting/,
  )
  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByText('Nobody is due a call within a week.').waitFor()
  assert.doesNotMatch(await dumped(page), /Zephyrine|998877|anglers|Xylophones/)
  await context.setOffline(false)
  await says(page, 'Nothing waits to be sent')
  const [one] = await contactsAt(site, 1)
  assert.deepEqual({ ...one, id: '' }, { id: '', how: 'telephone', heard: 'Xylophones', promised: 'A visit', times: 1 })
  await page.goto(`${site.url}/field#queue`)
  await page.getByText('Contact: Key individual: anglers').waitFor()
  assert.doesNotMatch(await page.locator('#screen').innerText(), /Zephyrine/)
  await page.goto(`${site.url}/field#again/${one?.['id']}`)
  await page.getByText('Add more (optional)').click()
  assert.equal(await page.getByLabel('What did they raise?').inputValue(), '')
})

test('a contact whose answer is lost because the tab was killed is asked for again and logged once', async (t) => {
  const { site, robin } = await teamInTouch(t)
  const { context, page } = await phoneOf(site, robin)
  await context.setOffline(true)
  await logOn(page, words.name)
  const heard = Promise.withResolvers<void>()
  await context.route('**/api/field/records', async (route) => {
    await route.fetch()
    heard.resolve()
  })
  await context.setOffline(false)
  await heard.promise
  await page.close()
  await context.unroute('**/api/field/records')
  const again = await openApp(context, site)
  await says(again, 'Nothing waits to be sent')
  assert.deepEqual(
    (await contactsAt(site, 1)).map(({ times }) => times),
    [1],
  )
})

test('a contact dated in the future comes back with its person on the list again, and is sent once its day is put right', async (t) => {
  const { site, robin } = await teamInTouch(t)
  const { page } = await phoneOf(site, robin)
  await logOn(page, words.name, { 'Day, if not today': '2099-01-01' })
  await says(page, '1 needs you')
  await page.getByText('1 January 2099 has not come yet').waitFor()
  await page.getByRole('link', { name: 'Today' }).click()
  await due(page, words.name).waitFor()
  await page.getByRole('link', { name: '1 needs you' }).click()
  await page.getByRole('button', { name: 'Change and send again' }).click()
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  assert.equal(
    await page
      .getByLabel('With whom?')
      .inputValue()
      .then((id) => id.length),
    36,
  )
  await page.getByLabel('Day, if not today').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await contactsAt(site, 1)
  const days = await site.db`select made_on from contact`
  assert.deepEqual([...days], [{ made_on: dayAt(new Date(), 'Europe/London') }])
})

test('of somebody erased meanwhile the phone forgets name, number and every word at the next sync', async (t) => {
  const { site, robin, person, keptUp } = await teamInTouch(t)
  const other = { ...words, name: 'Morgan Fictional', speaksFor: 'bakers' }
  await keptUp(other)
  const { context, page } = await phoneOf(site, robin)
  await logOn(page, words.name, { 'What did we raise?': 'Zithers', 'Day, if not today': '2099-01-01' })
  await says(page, '1 needs you')
  await context.setOffline(true)
  await logOn(page, words.name, { 'What did they raise?': 'Xylophones' })
  const keeper = keeperOf(robin.id, new Date())
  await transaction(site.db, (sql) => eraseKeyIndividual(sql, { id: person.id, reason: 'they asked for it' }, keeper))
  await context.setOffline(false)
  await says(page, '2 need you')
  await page.getByText('What was held about them was erased since').nth(1).waitFor()
  const shown = await page.locator('#screen').innerText()
  assert.match(shown, /A contact that was forgotten/)
  assert.doesNotMatch(shown, /Zephyrine|Xylophones|Zithers|Change and send/)
  assert.deepEqual([...(await site.db`select id from contact`)], [])
  await page.getByRole('link', { name: 'Today' }).click()
  await due(page, other.name).waitFor()
  assert.doesNotMatch(await page.locator('#screen').innerText(), /Zephyrine/)
})

test('whom to call is sealed when the sign-in ends, gone for a colleague, and a contact still goes out for its owner', async (t) => {
  const { site, robin, alex } = await teamInTouch(t)
  const { context, page } = await phoneOf(site, robin)
  await context.setOffline(true)
  await logOn(page, words.name)
  await letKeyEnd(page)
  await page.goto(`${site.url}/field#`)
  await page.reload()
  await page.getByText('Sign in to see whom to call.').waitFor()
  assert.doesNotMatch(await page.locator('#screen').innerText(), /Zephyrine/)
  await context.clearCookies()
  await context.setOffline(false)
  await page.evaluate("window.dispatchEvent(new Event('online'))")
  await says(page, 'Sign in to send 1 record')
  await site.db`update relationship set every = null, agreed_on = null, next_due = null`
  await signIn(context, site, alex.token)
  const shared = await openApp(context, site)
  await shared.getByText('Nobody is due a call within a week.').waitFor()
  assert.deepEqual([...(await site.db`select id from contact`)], [])
  await signIn(context, site, robin.token)
  await openApp(context, site)
  await contactsAt(site, 1)
  const [kept] = await site.db`select logged_by from contact`
  assert.equal(kept?.['logged_by'], robin.id)
})

test('a volunteer, who keeps nobody up, sees no names', async (t) => {
  const { site, alex } = await teamInTouch(t)
  await site.db`update person set role = 'volunteer' where id = ${alex.id}`
  const { page } = await phoneOf(site, alex)
  await says(page, 'Nothing waits to be sent')
  assert.doesNotMatch(await page.locator('#screen').innerText(), /Zephyrine|due a call/)
})

for (const width of [320, 1280]) {
  test(`nobody is shut out of logging a contact at ${width} pixels, nor without a mouse`, async (t) => {
    const { site, robin } = await teamInTouch(t)
    const { page } = await phoneOf(site, robin)
    await page.setViewportSize({ width, height: 800 })
    await due(page, words.name).waitFor()
    const faults: Record<string, string[]> = { today: await faultsOf(page) }
    await due(page, words.name).press('Enter')
    await page.getByText('Add more (optional)').press('Enter')
    faults['contact'] = await faultsOf(page)
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    faults['mistakes'] = await faultsOf(page)
    await page.getByRole('button', { name: 'Choose how you were in touch' }).press('Enter')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    await contactsAt(site, 1)
    assert.deepEqual(faults, { today: [], contact: [], mistakes: [] })
  })
}
