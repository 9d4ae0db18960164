import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { answersGiven, tellingOf } from './support/answers-given.ts'
import { linkIn } from './support/community.ts'
import { fillDay, fullYear, press, words, type FullYear } from './support/full-year.ts'
import {
  amend,
  bringIntoForce,
  contract,
  desk,
  handIn,
  isNow,
  keepPromise,
  writePlan,
} from './support/year-in-force.ts'

test('ten people take a contract through a full year, from its draft to the next', async (t) => {
  const year = await fullYear(t)
  await writePlan(year)
  await bringIntoForce(year)
  await keepPromise(year)
  await amend(year)
  await handIn(year)
  const round = await openRound(year)
  await scoreBlind(year, round)
  const sitting = await voteInCommunity(year)
  await moderate(year, round)
  await publish(year, round, sitting)
  await answer(year)
  await verifyPack(t, year)
  await beginNext(year)
})

/** The chair opens the round with grades found nowhere else, and a member has a conflict. */
async function openRound({ url, pages, moveTo }: FullYear): Promise<string> {
  await moveTo('2028-08-21')
  const { chair, conflicted } = pages
  await chair.goto(`${url}/desk/dorset/rounds/new?year=2027`)
  await chair.getByLabel('Grades').fill('amethyst\nberyl\ncoral\ngarnet')
  await press(chair, 'Open this round')
  const round = new URL(chair.url()).pathname
  await press(chair, 'Begin scoring')
  assert.match(await words(chair), /Scoring begins on 4 September 2028/, 'nothing begins before its day')
  await conflicted.goto(`${url}${round}/west-dorset`)
  await conflicted.getByLabel('What is the conflict?').fill('My brother is on the team')
  await press(conflicted, 'Declare it')
  return round
}

async function scoreBlind(year: FullYear, round: string): Promise<void> {
  const { url, pages, moveTo, resident } = year
  await moveTo('2028-09-04')
  const { chair, member, conflicted } = pages
  await chair.goto(url + round)
  await press(chair, 'Begin scoring')
  const [byMember, byChair] = [/Zanzibar|Okapi/, /Quagga|Timbuktu|Axolotl|Narwhal/]
  await score(member, url + round, [1, 2, 3, 4, 5], { grade: 'beryl', reason: 'Zanzibar', better: 'Okapi' })
  await nothingTold(year, round, chair, { words: byMember, grades: ['beryl'] })
  await score(chair, url + round, [6, 7, 8, 9], { grade: 'amethyst', reason: 'Quagga', better: 'Timbuktu' })
  await score(chair, url + round, [10], { grade: 'coral', reason: 'Axolotl', better: 'Narwhal' })
  await nothingTold(year, round, member, { words: byChair, grades: ['amethyst', 'coral'] })
  await score(chair, url + round, [1, 2, 3, 4, 5], { grade: 'amethyst', reason: 'Quagga', better: 'Timbuktu' })
  await score(member, url + round, [6, 7, 8, 9], { grade: 'beryl', reason: 'Zanzibar', better: 'Okapi' })
  const anybodys = { words: /Zanzibar|Okapi|Quagga|Timbuktu|Axolotl|Narwhal/, grades: ['amethyst', 'beryl', 'coral'] }
  for (const page of [conflicted, resident]) await nothingTold(year, round, page, anybodys)
  for (const closed of [`${round}/west-dorset/pack.pdf`, desk, ...judged.map((path) => desk + path)])
    assert.equal((await conflicted.request.get(url + closed)).status(), 403, closed)
  await chair.goto(`${url}${round}/west-dorset/standards/D-1`)
  assert.match(await words(chair), /Zanzibar[^]*1 grade apart/, 'whoever gave theirs sees the others')
}

/** What of a year at the desk tells what the panel judges. */
const judged = ['/frozen', '/frozen.json', '/pack.zip', '/self-evaluation']

/** The first by the page, the rest as the page would send them. */
async function score(
  page: Page,
  round: string,
  standards: readonly number[],
  told: { readonly grade: string; readonly reason: string; readonly better: string },
): Promise<void> {
  const [first, ...rest] = standards.map((n) => `${round}/west-dorset/standards/D-${n}`)
  await page.goto(first ?? '')
  await page.getByRole('group', { name: 'Which grade do you give?' }).getByLabel(told.grade).check()
  await page.getByLabel('Why?').fill(told.reason)
  await page.getByLabel('What would make it better?').fill(told.better)
  await press(page, 'Submit my score')
  for (const standard of rest) {
    const headers = { origin: new URL(round).origin }
    const sent = await page.request.post(standard, { form: { ...told, press: 'submit' }, headers })
    assert.equal(sent.status(), 200)
  }
}

/** Greps all that the site answers somebody, at every address it has, for what others gave. */
async function nothingTold(
  { url, routes }: FullYear,
  round: string,
  page: Page,
  others: { readonly words: RegExp; readonly grades: readonly string[] },
): Promise<void> {
  const known = { force: 'dorset', team: 'west-dorset', year: '2027', round: round.split('/').at(-1) ?? '' }
  const places = { ref: 'R10', number: '1', person: 'opcc', kind: 'pdf' }
  const standards = Array.from({ length: 10 }, (_, n) => ({ ...known, ...places, standard: `D-${n + 1}` }))
  const [first, ...rest] = standards
  const ofStandards = routes.filter((route) => route.includes(':standard') && route.includes(':round'))
  const given = await answersGiven(page, url, routes, first ?? {})
  for (const each of rest) given.push(...(await answersGiven(page, url, ofStandards, each)))
  assert.ok(given.filter(({ status }) => status === 200).length > 50, 'there was something to read')
  assert.deepEqual(tellingOf(given, { ...others, nobodys: 'garnet' }), [])
}

async function voteInCommunity(year: FullYear): Promise<string> {
  const { url, pages, moveTo, community } = year
  const { chair } = pages
  await chair.goto(`${url}/desk/dorset/sittings`)
  await chair.getByRole('button', { name: 'Convene a community panel on the contracts of 2027' }).click()
  await fillDay(chair, 'When is it held?', '2028-09-20')
  await fillDay(chair, 'From when may members vote', '2028-09-04')
  await fillDay(chair, 'What is the last day to vote', '2028-09-20')
  await chair.getByLabel('Where?').fill('Bridport town hall')
  await press(chair, 'Convene it')
  const sitting = chair.url()
  await chair.getByLabel('Name, or what you call them').fill('for the anglers')
  await press(chair, 'Invite')
  const link = linkIn(await words(chair))
  await community.goto(url + link)
  await community.getByRole('link', { name: 'West Dorset: the contract of 2027' }).click()
  const standards = community.getByRole('group', { name: 'Did the team keep its word?' })
  for (let n = 0; n < (await standards.count()); n++)
    await standards.nth(n).getByLabel('Kept its word', { exact: true }).check()
  await community.getByLabel('Good', { exact: true }).check()
  await press(community, 'Save what I chose')
  assert.match(await words(community), /You chose for 10 standards\./)
  assert.equal(await community.locator('html').evaluate('document.documentElement.scrollWidth'), 320)
  await moveTo('2028-09-20')
  for (const sheet of ['1', '2']) {
    await chair.goto(`${sitting}/west-dorset/paper`)
    await chair.getByLabel('Number on the sheet').fill(sheet)
    await chair.getByLabel('Did not keep its word', { exact: true }).first().check()
    await chair.getByLabel('Requires improvement', { exact: true }).check()
    await press(chair, 'Keep this sheet')
  }
  return sitting
}

/** One standard the member never scored: of that they read nothing, before it is moderated nor after. */
async function moderate(year: FullYear, round: string): Promise<void> {
  const { url, pages, moveTo } = year
  await moveTo('2028-10-02')
  const { chair, member } = pages
  await chair.goto(url + round)
  await press(chair, 'Begin moderation')
  const unscored = { words: /Axolotl|Narwhal|Kakapo/, grades: ['coral'] }
  await nothingTold(year, round, member, unscored)
  const headers = { origin: url }
  for (let n = 1; n <= 10; n++) {
    const alone = { grade: 'coral', reason: 'Kakapo', fewWhy: 'One of us was away' }
    const form = n === 10 ? alone : { grade: 'beryl', reason: 'All in all' }
    const sent = await chair.request.post(`${url}${round}/west-dorset/standards/D-${n}/moderate`, { form, headers })
    assert.equal(sent.status(), 200)
  }
  await nothingTold(year, round, member, unscored)
  await chair.goto(`${url}${round}/west-dorset`)
  await chair.getByRole('group', { name: 'How does the panel rate it?' }).getByLabel('beryl').check()
  await chair.getByLabel('Why?').fill('A good year on the whole')
  await press(chair, 'Keep this rating')
  await member.goto(`${url}${round}/west-dorset`)
  await member.getByLabel('What do you hold instead?').fill('It was coral')
  await press(member, 'Keep my dissent')
  await chair.getByLabel('What do you recommend?').fill('Meet the farming families')
  await chair.getByLabel('What evidence would show that it is done?').fill('Three meetings')
  await chair.getByLabel('Who owns it?').selectOption({ label: 'Toni Fictional (Sergeant), Sergeant' })
  await fillDay(chair, 'By when?', '2029-01-31')
  await press(chair, 'Recommend this')
}

async function publish({ url, pages, moveTo, resident }: FullYear, round: string, sitting: string): Promise<void> {
  const { chair } = pages
  assert.equal((await resident.goto(`${url}${contract}/rating`))?.status(), 404, 'nothing is public before its end')
  await moveTo('2028-10-30')
  await chair.goto(sitting)
  await press(chair, 'Close the sitting and publish its outcome')
  assert.match(await words(chair), /still judges one of these contracts/, 'both are published together')
  await chair.goto(url + round)
  await press(chair, 'Close the round and publish the ratings')
  await chair.goto(sitting)
  await press(chair, 'Close the sitting and publish its outcome')
  await resident.goto(`${url}${contract}/rating`)
  assert.match(await words(resident), /Rated beryl[^]*It was coral[^]*Meet the farming families[^]*Not answered yet/)
  assert.doesNotMatch(await resident.content(), /Zanzibar|Quagga|Fictional \(OPCC/)
  const letter = await resident.request.get(`${url}${contract}/rating.pdf`)
  assert.equal((await letter.body()).subarray(0, 5).toString(), '%PDF-')
  await resident.goto(`${url}${contract}/verdict`)
  assert.match(await words(resident), /The commissioner’s panel\s+beryl[^]*The community\s+requires improvement/)
}

async function answer({ url, pages, moveTo, resident }: FullYear): Promise<void> {
  await moveTo('2028-11-06')
  const { colleague } = pages
  await colleague.goto(`${url}/desk/dorset/west-dorset/recommendations`)
  const own = colleague.locator('form', { has: colleague.getByLabel('What does the public read as your answer?') })
  await own.first().getByLabel('What does the public read as your answer?').fill('We meet them each month from January')
  await own.first().getByRole('button', { name: 'Publish this answer' }).click()
  await resident.goto(`${url}${contract}/rating`)
  assert.match(await words(resident), /We meet them each month from January/)
}

/** An outsider has the pack, what was published of it and a plain Node. */
async function verifyPack(t: TestContext, { url, pages, resident }: FullYear): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-pack-'))
  t.after(() => rm(folder, { recursive: true }))
  await resident.goto(`${url}${contract}/documents`)
  const [ofPack = '', seal = ''] = (await words(resident)).match(/[0-9a-f]{64}/g) ?? []
  const verified = async (page: Page, address: string, published: string) => {
    const pack = join(folder, 'pack.zip')
    writeFileSync(pack, await (await page.request.get(url + address)).body())
    return execFileSync(process.execPath, ['bin/verify-pack.mjs', pack, published], { encoding: 'utf8' })
  }
  const whole = await verified(pages.inspector, `${desk}/pack.zip`, seal)
  assert.match(whole, /frozen\.json is what[^]*contract dorset\/west-dorset\/2027/)
  assert.match(whole, new RegExp(`OK {2}what was frozen bears the SHA-256 that you gave:\\s+${seal}`))
  assert.match(
    await verified(resident, `${contract}/pack.zip`, ofPack),
    /OK {2}verify\.json, which names every file, bears/,
  )
}

async function beginNext(year: FullYear): Promise<void> {
  const { sergeant } = year.pages
  await sergeant.goto(year.url + desk)
  await isNow(sergeant, 'closed')
  await press(sergeant, 'Begin the next contract')
  await isNow(sergeant, 'draft')
  assert.match(sergeant.url(), /\/2028$/)
  const main = (await sergeant.locator('main').textContent()) ?? ''
  assert.match(
    main,
    /What the draft promises\s+Recommended by the panel\s+(Use alerts more[^]*)?Meet the farming families \(V/,
  )
}
