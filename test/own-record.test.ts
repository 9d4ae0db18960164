import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { allChains } from '#ledger/ledger.sql.ts'
import { verifyChain } from '#ledger/verify.ts'
import { openDatabase } from '#platform/database/database.ts'
import { browser } from './support/browser.ts'
import { demonstrationSite } from './support/site.ts'
import { tablesWith } from './support/cared.ts'

const network = '/desk/dorset/west-dorset/network'

test('somebody without JavaScript opens their own record on a phone, corrects it, is erased, and the ledger verifies', async (t) => {
  const logged = linesLogged(t)
  const { url, databaseUrl } = await demonstrationSite(t, { LOG_LEVEL: 'info' })
  const database = openDatabase(databaseUrl, { connections: 1 })
  t.after(() => database.end())
  const verified = async () => {
    const chains = []
    for (const { id } of await allChains(database)) chains.push(await verifyChain(database, id))
    return chains
  }
  const setting = { viewport: { width: 320, height: 800 }, javaScriptEnabled: false }
  const desk = await (await (await browser()).newContext(setting)).newPage()
  const phone = await (await (await browser()).newContext(setting)).newPage()
  const heading = () => phone.locator('h1').innerText()

  await desk.request.post(`${url}/sign-in/demonstration`, { form: { person: 'sergeant' } })
  await desk.goto(`${url}${network}/individuals/new`)
  await desk.getByLabel('Name', { exact: true }).fill('Ondine Featherstonehaugh')
  await desk.getByLabel('Whom or what do they speak for?').fill('anglers of Lyme')
  await desk.getByLabel('E-mail address (optional)').fill('ondine@example.org')
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  const record = desk.url()
  await desk.getByRole('button', { name: /^Log a contact/ }).click()
  await desk.getByLabel('Telephone').check()
  await desk.getByLabel('What did they raise? (optional)').fill('Ondine saw poachers')
  await desk.getByRole('button', { name: 'Log the contact' }).click()
  await desk.goto(record)
  await desk.getByRole('link', { name: 'Give them a link to their own record' }).click()
  await desk.getByLabel('By hand').check()
  await desk.getByRole('button', { name: 'Make the link' }).click()
  const link = new URL(/https?:\/\/\S+\/my-record\/[\w-]{43}/.exec(await desk.locator('main').innerText())?.[0] ?? '')
    .pathname

  await phone.goto(url + link)
  assert.equal(await heading(), 'What is held about you')
  assert.match(await phone.locator('main').innerText(), /You told us Ondine saw poachers/)
  const over = (await phone.locator('html').evaluate('document.documentElement.scrollWidth')) as number
  assert.equal(over, 320)
  await phone.getByRole('button', { name: 'Correct it' }).click()
  await phone.getByLabel('Your name').fill('Ondine Fanshawe')
  await phone.getByRole('button', { name: 'Save' }).click()
  assert.match(await phone.locator('main').innerText(), /Your details are changed\..*Ondine Fanshawe/s)
  await phone
    .getByRole('link', { name: /^Change/ })
    .first()
    .click()
  await phone.getByLabel('Every 3 months').check()
  await phone.getByRole('button', { name: 'Agree' }).click()
  assert.match(await phone.locator('main').innerText(), /Every 3 months, agreed with you/)
  assert.deepEqual(await phone.context().cookies(), [])

  const before = await verified()
  await phone.getByRole('button', { name: 'Leave' }).click()
  await phone.getByLabel('Stop, and erase what is held about me at once').check()
  await phone.getByRole('button', { name: 'Leave' }).click()
  assert.equal(await heading(), 'What was held about you is erased')
  assert.equal((await phone.goto(url + link))?.status(), 404)
  assert.equal(await heading(), 'This link does not work any more')
  assert.equal((await desk.goto(record))?.status(), 404)

  const after = await verified()
  assert.deepEqual(
    [...before, ...after].filter(({ whole }) => !whole),
    [],
  )
  assert.equal(
    after.reduce((total, { rows }) => total + rows, 0) - before.reduce((total, { rows }) => total + rows, 0),
    2,
  )
  assert.deepEqual(await tablesWith(database, ['Ondine', 'Featherstonehaugh', 'Fanshawe', 'poachers']), [])
  assert.match(logged(), /"answered"/)
  assert.doesNotMatch(logged(), /Ondine|Fanshawe|ondine@|poachers|my-record\/[\w-]{43}/)
})

/** Takes the lines of the server's log from standard output, and leaves there what tests write. */
function linesLogged(t: TestContext): () => string {
  const write = process.stdout.write.bind(process.stdout)
  const taken: string[] = []
  t.mock.method(process.stdout, 'write', (text: string | Uint8Array) => {
    if (typeof text !== 'string' || !text.startsWith('{"level"')) return write(text)
    taken.push(text)
    return true
  })
  return () => taken.join('')
}
