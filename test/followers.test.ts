import assert from 'node:assert/strict'
import test from 'node:test'
import { openDatabase } from '#platform/database/database.ts'
import { addDays, dayAt, type Day } from '#platform/day.ts'
import { browser } from './support/browser.ts'
import { pathIn } from './support/followed.ts'
import { mailbox } from './support/mailbox.ts'
import { demonstrationSite } from './support/site.ts'

test('a resident without JavaScript asks to be told, says yes by the mail, hears that the date moved, and stops it', async (t) => {
  const server = await mailbox(t)
  const { url, databaseUrl } = await demonstrationSite(t, {
    SMTP_URL: server.url,
    MAIL_FROM: 'Police <police@dorset.example>',
  })
  const context = await (
    await browser()
  ).newContext({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })
  const page = await context.newPage()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const heading = () => page.locator('h1').innerText()

  const { id, heldOn } = await somePlan(databaseUrl)
  const event = `/dorset/west-dorset/events/${id}`
  await page.goto(url + event)
  await page.getByRole('link', { name: 'Tell me if this changes' }).click()
  await page.getByLabel('Your e-mail address').fill('resident@example.org')
  await press('Tell me')
  assert.equal(await heading(), 'Now look at your mail')

  const asked = await server.until(1)
  assert.deepEqual([asked.to, asked.headers['from']], [['resident@example.org'], 'Police <police@dorset.example>'])
  await page.goto(url + pathIn(asked.text))
  await press('Yes, tell me')
  assert.equal(await heading(), 'We will tell you')
  assert.deepEqual(await context.cookies(), [])

  const desk = await (await (await browser()).newContext()).newPage()
  await desk.request.post(`${url}/sign-in/demonstration`, { form: { person: 'sergeant' } })
  const move = async (days: number, place: string) => {
    await desk.goto(`${url}/desk${event}`)
    await desk.locator('#move summary').first().click()
    const [year = '', month = '', day = ''] = addDays(heldOn, days).split('-')
    const to = { 'heldOn-day': day, 'heldOn-month': month, 'heldOn-year': year, begins: '14:15', ends: '15:45', place }
    for (const [name, typed] of Object.entries({ ...to, reason: 'Training' }))
      await desk.locator(`#move [name="${name}"]`).fill(typed)
    await desk.locator('#move').getByRole('button', { name: 'Move it', exact: true }).click()
    assert.match(await desk.locator('main').innerText(), new RegExp(place))
  }
  await move(1, 'Town hall')
  const told = await server.until(2)
  assert.match(told.headers['subject'] ?? '', /^Changed: /)
  assert.match(told.text, /It is now: .*, 14:15 to 15:45, Town hall\nWhy: Training\n/)
  assert.match(told.text, new RegExp(`For your calendar: \\S+${event}/event\\.ics`))

  const leave = pathIn(told.text)
  assert.match(told.headers['list-unsubscribe'] ?? '', new RegExp(`${leave}>$`))
  await page.goto(url + leave)
  await press('Yes, stop it')
  assert.equal(await heading(), 'We will write no more')
  await move(2, 'Church hall')
  await new Promise((resolve) => setTimeout(resolve, 4000))
  assert.equal(server.received.length, 2)
})

/** A date of West Dorset that is still to come. */
async function somePlan(databaseUrl: string): Promise<{ readonly id: string; readonly heldOn: Day }> {
  const database = openDatabase(databaseUrl, { connections: 1 })
  const soon = addDays(dayAt(new Date(), 'Europe/London'), 2)
  const [plan] = await database<{ id: string; heldOn: Day }[]>`
    select id, held_on as "heldOn" from planned_engagement
    where team_id = 'dorset/west-dorset' and state = 'planned' and held_on >= ${soon} order by held_on, id limit 1`
  await database.end()
  if (!plan) throw new Error('the demonstration plans nothing')
  return plan
}

test('whoever runs the site sees that mail waits, and others do not', async (t) => {
  const { url } = await demonstrationSite(t)
  const asked = await fetch(`${url}/dorset/west-dorset/events/follow`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ address: 'resident@example.org', follows: 'team' }),
  })
  assert.equal(asked.status, 303)
  const seen = async (person: string) => {
    const desk = await (await browser()).newContext()
    await desk.request.post(`${url}/sign-in/demonstration`, { form: { person } })
    const answer = await desk.request.get(`${url}/desk/mail`)
    return {
      status: answer.status(),
      text: (await answer.text()).replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/\s+/g, ' '),
    }
  }
  const { status, text } = await seen('administrator')
  assert.equal(status, 200)
  assert.match(text, /No mail is sent: SMTP_URL and MAIL_FROM are not set.* Waiting to be sent 1 /)
  assert.doesNotMatch(text, /resident@/)
  assert.equal((await seen('inspector')).status, 403)
})
