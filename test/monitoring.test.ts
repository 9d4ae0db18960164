import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { escalateOverdue } from '#assessments/follow-up/escalate-overdue.ts'
import { findLapses } from '#monitoring/watch/find-lapses.ts'
import { openDatabase } from '#platform/database/database.ts'
import { addDays, dayAt } from '#platform/day.ts'
import { sendDueMail } from '#platform/mail/send-mail.ts'
import { openSmtp } from '#platform/mail/smtp.ts'
import { browser } from './support/browser.ts'
import { mailbox } from './support/mailbox.ts'
import { demonstrationSite } from './support/site.ts'

const team = '/desk/dorset/west-dorset'

test('a member of the commissioner’s office follows a team, is told when a promise lapses and writes a note, which the Sergeant answers', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const db = openDatabase(databaseUrl, { connections: 2 })
  const server = await mailbox(t)
  const sender = await openSmtp({ smtpUrl: server.url, from: 'police@example.org' })
  t.after(async () => {
    sender.close()
    await db.end()
  })
  const post = async () => {
    await findLapses(db, { at: new Date(), site: url })
    await sendDueMail(db, sender, () => new Date())
  }
  const [office, sergeant] = [await signedIn(url, 'opcc'), await signedIn(url, 'sergeant')]

  await office.goto(`${url}/desk`)
  await office.getByRole('main').getByRole('link', { name: 'Watch list' }).click()
  assert.match(await words(office), /West Dorset\s+1 standard and 1 promise/)
  await office.getByRole('link', { name: 'West Dorset', exact: true }).click()
  await office.getByLabel('The whole team, with all that it promises').check()
  await press(office, 'Follow these')
  assert.match(await words(office), /West Dorset\s+The whole team/)
  assert.match(await words(office), /Nothing that you follow has lapsed since/)
  await post()
  assert.equal(server.received.length, 0)
  // Yesterday it was on course: what it is today the demonstration says itself.
  const [promise] = await db<{ ref: string; text: string }[]>`
    update promise_seen s set standing = 'on course', as_at = as_at - 1 from commitment m
    where s.contract_id like 'dorset/west-dorset/%' and m.contract_id = s.contract_id and m.ref = s.ref and s.ref = (
      select min(ref) from promise_seen p where p.contract_id = s.contract_id and p.standing in ('late', 'missed'))
    returning s.ref, m.text`
  assert.ok(promise)
  await post()
  const mail = await server.until(1)
  assert.equal(mail.headers['subject'], 'A promise that you follow has lapsed')
  assert.ok(mail.text.includes(`/commitments/${promise.ref}`))
  await office.goto(/\S+\/watch/.exec(mail.text)?.[0] ?? '')
  assert.match(await words(office), /Lapsed since you began to follow/)
  assert.ok((await words(office)).includes(promise.text))
  await press(office, 'I have seen these')
  assert.match(await words(office), /Nothing that you follow has lapsed since[^]*Lapsed before, and not mended/)

  await office.getByRole('link', { name: /^1 open, 1 answered.*notes to West Dorset/ }).click()
  await press(office, 'Send this note')
  assert.match(await words(office), /There is a problem[^]*Write the note/)
  await office.getByLabel('What is it about?').selectOption(promise.ref)
  await office.getByLabel('Your note').fill('What stands in the way?')
  await press(office, 'Send this note')
  assert.match(await words(office), /What stands in the way\?[^]*Waits for an answer/i)

  await sergeant.goto(url + team)
  const row = sergeant.getByRole('region', { name: 'Notes of the commissioner’s office' })
  assert.match(await row.innerText(), /What stands in the way\?[^]*To be answered/i)
  await row.getByRole('link', { name: /^Answer it/ }).click()
  await sergeant.getByLabel('Your answer').fill('The hall is closed until March')
  await press(sergeant, 'Send this answer')
  await sergeant.goto(url + team)
  assert.equal(await sergeant.getByRole('region', { name: 'Notes of the commissioner’s office' }).count(), 0)
  await office.goto(`${url}${team}/notes`)
  await office.getByRole('link', { name: 'What stands in the way?' }).click()
  assert.match(await words(office), /Answered[^]*The hall is closed until March/)
  await press(office, 'Close this note')
  assert.match(await words(office), /Where it stands\s+Closed/)
  assert.doesNotMatch(await (await fetch(`${url}/dorset/west-dorset`)).text(), /What stands in the way/)
})

test('what is not answered by its clock is overdue in public and at the desk, goes up, and is closed with the evidence that shows it', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const db = openDatabase(databaseUrl, { connections: 2 })
  t.after(() => db.end())
  const today = dayAt(new Date(), 'Europe/London')
  await reopen(db)
  await escalateOverdue(db, { at: new Date(), site: url })
  const [office, sergeant] = [await signedIn(url, 'opcc'), await signedIn(url, 'sergeant')]
  const rating = await (await browser()).newPage()
  await rating.goto(`${url}/dorset/west-dorset/contract/2019/rating`)
  assert.match(await words(rating), /Overdue since 1 February 2021/i)

  await sergeant.goto(url + team)
  const row = sergeant.getByRole('region', { name: 'Recommended by the panel' })
  assert.match(await row.innerText(), /Publicise meetings[^]*Overdue[^]*Owner You[^]*Told The panel/i)
  await row
    .getByRole('link', { name: /^Answer it/ })
    .first()
    .click()
  await sergeant.getByRole('link', { name: /^Say that it is done.*Publicise/ }).click()
  await sergeant.getByLabel('Why do you need more time?').fill('The press officer is new')
  const until = addDays(today, 30).split('-')
  for (const [n, part] of ['Year', 'Month', 'Day'].entries()) await sergeant.getByLabel(part).fill(until[n] ?? '')
  await press(sergeant, 'Ask for more time')
  assert.match(await words(sergeant), /More time asked for/)
  await office.goto(`${url}/desk/dorset/recommendations`)
  await office.getByLabel('They have more time').check()
  await office.getByLabel('Why?').fill('Once')
  await press(office, 'Publish this')
  await sergeant.reload()
  assert.match(await words(sergeant), /at first 31 January 2021[^]*More time given/)
  assert.doesNotMatch(await words(sergeant), /Overdue since/i)
  await press(sergeant, 'Propose to close it')
  assert.match(await words(sergeant), /There is a problem[^]*Write what the public reads/)
  await sergeant.getByRole('group', { name: 'Which evidence shows it?' }).getByRole('checkbox').first().check()
  await sergeant.getByLabel('What does the public read?').fill('Each is advertised now')
  await press(sergeant, 'Propose to close it')
  await rating.reload()
  assert.match(await words(rating), /Said to be done[^]*Each is advertised now[^]*Shown by:[^]*entry \d+ of the ledger/)
  assert.doesNotMatch(await words(rating), /Overdue since 1 February 2021/i)
})

/** The demonstration’s panel accepted the first recommendation as done: here it sends it back. */
const reopen = (db: ReturnType<typeof openDatabase>) => db`
  insert into recommendation_step (id, recommendation_id, step, words, taken_on, taken_at, taken_by)
  select gen_random_uuid(), id, 'sent back', 'The next year did not show it.', '2021-02-10', '2021-02-10T12:00:00Z', made_by
  from recommendation where words like 'Publicise meetings%'`

async function signedIn(url: string, person: string): Promise<Page> {
  const page = await (await (await browser()).newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.request.post(`${url}/sign-in/demonstration`, { form: { person } })
  return page
}

const words = (page: Page) => page.locator('main').innerText()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
