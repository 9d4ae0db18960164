import assert from 'node:assert/strict'
import test from 'node:test'
import { browser } from './support/browser.ts'
import { byKeyboard } from './support/by-keyboard.ts'
import { mailbox } from './support/mailbox.ts'
import { demonstrationSite } from './support/site.ts'

test('a resident without JavaScript and without a mouse tells the team, the sergeant sees to it, and the resident hears and says that it is not fixed', async (t) => {
  const server = await mailbox(t)
  const { url } = await demonstrationSite(t, { SMTP_URL: server.url, MAIL_FROM: 'Police <police@dorset.example>' })
  const window = async () =>
    (await browser()).newContext({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })
  const [context, deskContext] = [await window(), await window()]
  const [page, desk] = [await context.newPage(), await deskContext.newPage()]
  const keys = byKeyboard(page)
  const words = async () => page.locator('main').innerText()
  const press = (name: string) => desk.getByRole('button', { name, exact: true }).click()

  await page.goto(`${url}/dorset/west-dorset`)
  await keys.enter(page.getByRole('link', { name: 'Tell us what matters here' }).first())
  assert.match(await words(), /Call 999 in an emergency, 101 otherwise/)
  await keys.type(page.getByLabel('What matters to you?'), 'The ferry steps are dark and people fall')
  await keys.type(page.getByLabel(/Your e-mail address/), 'resident@example.org')
  await page.waitForTimeout(3100)
  await keys.enter(page.getByRole('button', { name: 'Send', exact: true }))
  assert.match(await words(), /Thank you for telling us/)
  assert.deepEqual(await context.cookies(), [])
  const asking = await server.until(1)
  await page.goto(url + (/(\/my-concern\/confirm\/[\w-]{43})/.exec(asking.text)?.[1] ?? ''))
  await keys.enter(page.getByRole('button', { name: 'Yes, tell me' }))
  assert.match(await words(), /We will tell you/)

  await deskContext.request.post(`${url}/sign-in/demonstration`, { form: { person: 'sergeant' } })
  await desk.goto(`${url}/desk/dorset/west-dorset/concerns?words=ferry+steps`)
  await desk.getByRole('link', { name: /^Decide/ }).click()
  await desk.getByLabel('It is a new priority').check()
  await desk.getByLabel('Title').fill('Dark steps at the ferry')
  await desk.getByLabel('What people said').fill('People fall on the dark steps.')
  await press('Decide')
  await desk.getByRole('button', { name: 'Set it by threat, risk and harm' }).click()
  await desk.getByLabel('Crime or ASB location').check()
  for (const scored of ['threat', 'risk', 'harm']) {
    await desk
      .getByRole('group', { name: `How high is the ${scored}?` })
      .getByLabel('Low')
      .check()
    await desk.getByLabel(`Why is the ${scored} so?`).fill('A few falls')
  }
  await press('Set this priority')
  await desk.getByRole('button', { name: 'Plan what to do' }).click()
  await desk.getByLabel('What do you plan to do?').fill('Ask the harbour for lamps.')
  await press('Save this plan')
  await press('Begin the work')
  await desk.getByRole('link', { name: 'Tell the public how it stands' }).click()
  await desk.getByLabel('What is the public told?').fill('The harbour master looks at it.')
  await press('Publish this')

  await page.goto(`${url}/dorset/west-dorset/priorities`)
  await keys.enter(page.getByRole('link', { name: 'Dark steps at the ferry' }))
  assert.match(
    await words(),
    /People fall on the dark steps\.[\s\S]*fewer than 5 people[\s\S]*The harbour master looks at it\./,
  )
  const address = page.url()

  await desk.getByRole('button', { name: 'Report the outcome back' }).click()
  await desk.getByLabel('It is done.').check()
  await desk.getByLabel('What do you tell those who raised it?').fill('Four lamps light the steps.')
  await press('Publish this and tell those who raised it')
  await press('Close it')
  const mail = await server.until(2)
  assert.deepEqual(mail.to, ['resident@example.org'])
  assert.match(mail.text, /It is done\. Four lamps light the steps\./)
  await page.goto(address)
  assert.match(await words(), /Done\. Four lamps light the steps\./)

  await page.goto(url + (/(\/my-concern\/[\w-]{43})/.exec(mail.text)?.[1] ?? ''))
  await keys.type(page.getByLabel('What is still wrong? (optional)'), 'Two lamps are out again')
  await keys.enter(page.getByRole('button', { name: 'It is not fixed', exact: true }))
  assert.match(await words(), /we look at it again/)
  await desk.goto(`${url}/desk/dorset/west-dorset`)
  await desk.getByRole('link', { name: 'Dark steps at the ferry', exact: true }).click()
  assert.match(await desk.locator('main').innerText(), /reopened[\s\S]*Two lamps are out again/)
  await page.goto(address)
  assert.match(await words(), /We opened it again: it was not fixed\./)
  const feed = await (await fetch(`${url}/dorset/west-dorset/you-said-we-did/feed.atom`)).text()
  assert.match(feed, /<title>Dark steps at the ferry: Done<\/title>/)
  assert.doesNotMatch(feed + (await words()), /resident@|people fall/)
})
