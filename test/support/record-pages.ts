import type { Page } from 'playwright-core'

type Look = (what: string, words: RegExp) => Promise<void>

/** Walks through the care for one key individual of West Dorset, from sensitive facts to erasure by their own link; a sergeant is signed in. */
export async function walkThroughRecord(page: Page, url: string, look: Look): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.goto(`${url}/desk/dorset/west-dorset/network/individuals/new`)
  await page.getByLabel('Name', { exact: true }).fill('Somebody Fictional')
  await page.getByLabel('Whom or what do they speak for?').fill('anglers of Lyme')
  await press('Save')
  const record = page.url()
  await look('somebody who is kept in touch with', /Care for their data/)
  const mistaken = async (part: string, button: string) => {
    await page.goto(`${record}/${part}`)
    await look(`the form “${part}”`, /./)
    await press(button)
    await look(`the form “${part}” with mistakes`, /There is a problem/)
  }
  await mistaken('sensitive/new', 'Save')
  await page.getByLabel('Category').selectOption({ label: 'Health' })
  await page.getByLabel('What must be known?').fill('They are deaf')
  await page.getByLabel('Why must it be held?').fill('We write')
  await press('Save')
  await mistaken('sensitive', 'Open')
  await page.getByLabel('To prepare a contact').check()
  await press('Open')
  await look('sensitive facts opened', /They are deaf/)
  await mistaken('keep', 'Keep it')
  await mistaken('erase', 'Erase')
  await page.goto(`${record}/letter`)
  await look('a letter that tells them', /Draft/)
  await page.goto(`${url}/desk/dorset/west-dorset/network/comes-back`)
  await press('Let them be added again')
  await look('a return with mistakes', /There is a problem/)
  await mistaken('own-record', 'Make the link')
  await page.getByLabel('By hand').check()
  await press('Make the link')
  await look('a link to hand over', /Hand this link over/)
  const link = /\/my-record\/[\w-]{43}/.exec(await page.locator('main').innerText())?.[0] ?? ''
  await walkThroughOwnRecord(page, url + link, look)
}

async function walkThroughOwnRecord(page: Page, record: string, look: Look): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.goto(record)
  await look('somebody’s own record', /What is held about you/)
  await page.goto(`${record}/correct`)
  await page.getByLabel('Your name').fill('')
  await press('Save')
  await look('a correction with mistakes', /There is a problem/)
  await page.goto(record)
  await page.getByRole('link', { name: /^Change/ }).click()
  await press('Agree')
  await look('how often, with mistakes', /There is a problem/)
  await page.goto(`${record}/object`)
  await look('the question whether they object', /Do you object/)
  await page.goto(`${record}/leave`)
  await press('Leave')
  await look('leaving with mistakes', /There is a problem/)
  await page.getByLabel('Stop, and erase').check()
  await press('Leave')
  await look('what was held is erased', /is erased/)
}
